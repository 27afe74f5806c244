"""Who stands behind the cards of a wall, by group, from the threshold up."""

from hypothesis import given as forall
from hypothesis import strategies as st

from survey_app.activities.base import Given, Hand, Standing
from survey_app.activities.wall import chosen_by, wall

K = 5
ROLES = ("resident", "volunteer", "")


def card(key: str, *people: tuple[int, str], n: int = 0, **more: object) -> Given:
    facts = {"key": key, "participant": n, "body": {"text": key}, "dots": len(people), **more}
    return Given(**facts, backers=frozenset(people))  # type: ignore[arg-type]  # as the tests write it


def of(role: str, *numbers: int) -> list[tuple[int, str]]:
    return [(number, role) for number in numbers]


def test_a_group_line_counts_people_not_dots() -> None:
    people = of("resident", *range(6)) + of("volunteer", *range(10, 16))
    held = [card(str(n), *people, n=n, dots=40) for n in range(6)]

    lines = wall(held, (), k=K).groups

    assert [(line.role, line.n) for line in lines] == [("resident", 6), ("volunteer", 6)]
    assert all(line.row("0").value == 6 for line in lines)


def test_who_backs_two_cards_that_were_merged_counts_once() -> None:
    one = card("a", *of("resident", 1, 2))
    other = card("b", *of("resident", 2, 3), merged_into="a")
    hidden = card("c", *of("resident", 4), merged_into="a", standing=Standing.HIDDEN)

    found = chosen_by([one, other, hidden])

    assert sorted(given.participant for given in found) == [1, 2, 3]
    assert all(given.body == {"on": ["a"]} for given in found)


@forall(st.lists(st.tuples(st.sampled_from("abx"), st.integers(1, 50)), max_size=6))
def test_hands_are_dots_of_their_card_and_named_as_such(raised) -> None:
    held = [card("a"), card("b", merged_into="a")] + [card(f"more {n}", n=n) for n in range(K)]
    hands = [Hand(key, "hand", n) for key, n in raised]

    found = wall(held, hands, k=K)

    counted = sum(n for key, n in raised if key in "ab")
    [top] = [one for one in found.cards if one.key == "a"]
    assert (top.dots, top.by_hand) == (counted, counted)
    assert (found.hands, found.people) == (counted, K), "hands are no people: one raises several"


def test_under_the_threshold_hands_are_not_told_either() -> None:
    found = wall([card("a")], [Hand("a", "hand", 30)], k=K)

    assert [(one.dots, one.by_hand) for one in found.cards] == [(0, 0)]


@forall(
    st.dictionaries(st.integers(0, 40), st.sampled_from(ROLES), max_size=40),
    st.lists(st.sets(st.integers(0, 40)), min_size=1, max_size=4),
)
def test_no_figure_of_a_group_stands_for_a_few_people(roles, backing) -> None:
    held = [
        card(str(n), *((who, roles[who]) for who in backers if who in roles), n=n)
        for n, backers in enumerate(backing)
    ] + [card(f"extra {n}", n=100 + n) for n in range(K)]

    lines = wall(held, (), k=K).groups

    for line in lines:
        assert line.n >= K
        for row in line.bars:
            everybody = sum(who in roles for who in backing[int(row.code)])
            assert row.value >= K
            assert everybody - row.value == 0 or everybody - row.value >= K

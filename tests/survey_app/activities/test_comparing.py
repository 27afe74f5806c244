"""What planes and pairs count: where a hall places options, and what wins when two are compared."""

from statistics import median

import choix
import pytest
from hypothesis import given as forall
from hypothesis import strategies as st

from survey_app.activities.base import Hand, Sheet
from survey_app.activities.matrix import LiveMatrix
from survey_app.activities.matrix.placing import spread
from survey_app.activities.matrix.plane import SHAPES
from survey_app.activities.pairwise import LivePairwise
from tests.survey_app.activities.kinds import EXAMPLES, given, pair, placed

K = 5


@pytest.fixture(autouse=True)
def inside(app):
    with app.test_request_context():
        yield


def matrix() -> LiveMatrix:
    activity = EXAMPLES["matrix"].activity()
    assert isinstance(activity, LiveMatrix)
    return activity


@forall(st.lists(st.integers(1, 5), min_size=1, max_size=40))
def test_middle_is_the_median_and_a_quarter_lies_at_either_side(points) -> None:
    found = spread(points)

    assert found.low <= found.middle == median(points) <= found.high
    assert 4 * sum(point <= found.low for point in points) >= len(points)
    assert 4 * sum(point >= found.high for point in points) >= len(points)


def test_options_lie_where_people_placed_them() -> None:
    activity = matrix()
    held = [given(activity, placed("5", "4") | placed("1", "2", "shop"), n) for n in range(6)]

    result = activity.result(held, [], k=K)

    cafe, shop = result.placed
    assert (cafe.important.middle, cafe.feasible.middle, cafe.corner) == (5, 4, "do")
    assert (shop.corner, shop.n) == ("later", 6)
    assert [option.code for option in result.hidden] == ["help"]


def test_option_that_few_people_placed_is_not_shown() -> None:
    activity = matrix()
    held = [given(activity, placed("5", "4"), n) for n in range(6)]
    held += [given(activity, placed("1", "1", "shop"), n + 10) for n in range(4)]

    assert [one.code for one in activity.result(held, [], k=K).placed] == ["cafe"]


def test_group_hears_on_what_it_differs_most() -> None:
    activity = matrix()
    held = [
        given(activity, placed("5" if n % 2 else "1", "3") | placed("3", "3", "shop"), n)
        for n in range(6)
    ]

    assert [one.code for one in activity.result(held, [], k=K).apart] == ["cafe"]


@forall(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=3, max_size=3))
def test_every_dot_lies_on_the_plane_and_words_on_no_dot(points) -> None:
    activity = matrix()
    raw: dict[str, tuple[str, ...]] = {}
    for option, (important, feasible) in zip(activity.options, points, strict=True):
        raw |= placed(str(important), str(feasible), option.code)
    result = activity.result([given(activity, raw, n) for n in range(5)], [], k=K)

    for shape, ground in SHAPES.items():
        drawn = activity.drawn(result, None, "nl", shape)
        for spot in drawn.spots:
            assert ground.left <= spot.left <= spot.x <= spot.right <= ground.right
            assert ground.top <= spot.top <= spot.y <= spot.bottom <= ground.bottom
        assert len(drawn.labels) == len(drawn.spots)


def test_second_round_shows_what_moved() -> None:
    activity = matrix()
    before = activity.result([given(activity, placed("2", "2"), n) for n in range(5)], [], k=K)
    after = activity.result([given(activity, placed("5", "5"), n) for n in range(5)], [], k=K)

    assert len(activity.drawn(after, before, "nl", "wide").shifts) == 1
    assert activity.drawn(after, after, "nl", "tall").shifts == ()


def test_plane_answers_importance_and_feasibility_by_topic() -> None:
    activity = matrix()
    importance, feasibility = activity.items_answered()

    answers = dict(activity.answers(activity.clean(placed("5", "2"))))

    assert (importance.role, feasibility.role) == ("importance", "feasibility")
    assert answers[importance.code].value == {"cafe": 5}
    assert answers[feasibility.code].value == {"cafe": 2}
    assert [row.topic for row in importance.rows] == ["cafe", "shop", "help"]  # type: ignore[attr-defined]  # a matrix has rows


# ---- pairs ----


def pairwise(**settings) -> LivePairwise:
    activity = EXAMPLES["pairwise"].activity(**settings)
    assert isinstance(activity, LivePairwise)
    return activity


@pytest.mark.parametrize("person", ["1", "2", "77"])
def test_somebody_sees_every_pair_once_and_then_is_ready(person) -> None:
    activity, mine = pairwise(), []
    seen = set()

    while not activity.done(mine):
        asked = activity.asked(mine=mine, sheet=Sheet(person=person), language="nl")
        left, right = (option.code for option in asked["pair"])
        seen.add(frozenset((left, right)))
        mine.append(given(activity, pair(left, right, left), 1))

    assert len(seen) == len(mine) == 3
    assert activity.asked(mine=mine, sheet=Sheet(person=person), language="nl")["pair"] == ()


def test_reloading_shows_the_same_pair() -> None:
    first, again = (
        pairwise().asked(mine=[], sheet=Sheet(person="5"), language="nl")["pair"] for _ in "12"
    )

    assert first == again


def test_same_pair_either_way_round_takes_one_place() -> None:
    activity = pairwise()
    bodies = [
        activity.clean(pair(*names, "shop")) for names in (("cafe", "shop"), ("shop", "cafe"))
    ]

    assert activity.slot(bodies[0], "u") == activity.slot(bodies[1], "u")


def test_strengths_agree_with_choix() -> None:
    activity = pairwise()
    wins = [("cafe", "shop")] * 6 + [("shop", "help")] * 5 + [("help", "cafe")] * 2
    wins += [("cafe", "help")] * 7 + [("shop", "cafe")] * 3 + [("help", "shop")] * 2
    held = [given(activity, pair(*won, won[0]), n) for n, won in enumerate(wins)]

    result = activity.result(held, [], k=K)

    codes = [option.code for option in activity.options]
    theirs = choix.ilsr_pairwise(3, [(codes.index(a), codes.index(b)) for a, b in wins], alpha=0.05)
    order = [codes[i] for i in sorted(range(3), key=lambda i: -theirs[i])]
    assert [line.code for line in result.lines] == order
    assert result.duels == len(wins)
    assert (result.lines[0].won, result.lines[0].lost) == (13, 5)


def two_groups(activity, residents, volunteers):
    """What residents and volunteers sent: people are numbered through."""
    forms = [("resident", form) for form in residents] + [("volunteer", f) for f in volunteers]
    return [given(activity, form, n, group=role) for n, (role, form) in enumerate(forms)]


def test_each_group_has_its_own_middle_on_the_plane() -> None:
    activity = matrix()
    people = two_groups(activity, [placed("5", "4")] * 5, [placed("1", "2")] * 6)

    groups = activity.result(people, [], k=K).groups

    assert [(one.role, one.n, activity.group_figure(one.row("cafe"))) for one in groups] == [
        ("resident", 5, "belang 5, haalbaar 4"),
        ("volunteer", 6, "belang 1, haalbaar 2"),
    ]
    assert activity.result(people[:9], [], k=K).groups == ()


def test_option_that_few_of_the_other_group_placed_has_no_line_in_either() -> None:
    activity = matrix()
    both = placed("5", "4") | placed("3", "3", "shop")
    people = two_groups(activity, [both] * 5, [both] * 2 + [placed("1", "2")] * 3)

    groups = activity.result(people, [], k=K).groups

    assert [one.row("cafe") is not None for one in groups] == [True, True]
    assert [one.row("shop") for one in groups] == [None, None]


def test_each_group_has_its_own_strengths() -> None:
    activity = pairwise()
    cafe, shop = (pair("cafe", "shop", winner) for winner in ("cafe", "shop"))
    people = two_groups(activity, [cafe] * 5, [shop] * 5)

    residents, volunteers = activity.result(people, [], k=K).groups

    assert residents.row("cafe").value > residents.row("shop").value
    assert volunteers.row("cafe").value < volunteers.row("shop").value
    assert residents.row("help") is None, "nobody compared it"
    assert activity.group_figure(residents.row("cafe")).endswith("op 10")


def test_somebody_who_compares_more_pairs_is_one_person_of_a_group() -> None:
    activity = pairwise()
    people = two_groups(activity, [pair("cafe", "shop", "cafe")] * 5, [])
    one = [given(activity, pair("cafe", "shop", "shop"), 99, group="volunteer")] * 6

    assert activity.result([*people, *one], [], k=K).groups == ()


def test_hands_for_a_pair_count_as_comparisons_and_are_said_as_such() -> None:
    activity = pairwise()
    words = {part.text.wording("nl").text: part.code for part in activity.countable([])}
    hands = [
        Hand(words["Koffiehoek boven Hoevewinkel"], "hand", 9),
        Hand(words["Hoevewinkel boven Koffiehoek"], "card", 3),
        Hand(words["Koffiehoek boven Digitale hulp"], "hand", 10),
    ]

    result = activity.result([given(activity, pair("cafe", "help", "cafe"), 1)], hands, k=K)

    assert (result.n, result.hands, result.duels) == (1, 12, 23)
    assert result.lines[0].code == "cafe"
    assert (result.lines[0].won, result.lines[0].lost) == (20, 3)
    assert activity.to_chart([], hands, k=K, about="", language="nl").table.rows


def test_few_hands_are_shown_to_nobody() -> None:
    activity = pairwise()
    few = [Hand(part.code, "hand", 1) for part in activity.countable([])]

    assert not activity.result([], few, k=K).enough


def test_hands_are_not_asked_for_more_pairs_than_a_hall_can_be_asked() -> None:
    many = [{"code": f"option{n}", "text": {"nl": f"Keuze {n}"}} for n in range(7)]

    assert pairwise(options=many).countable([]) == ()

"""What helps to decide: rules that agree, duels, channels left out, budgets, weights."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agreement import agreement
from analysis.budgeting import budgeting
from analysis.criteria import Criteria
from analysis.duelling import duelling
from analysis.sensitivity import what_would_change
from analysis.tally import RULES
from analysis.tally.bradley_terry import strengths
from analysis.tally.schulze import duels_of
from question_banks.measures import Measure
from tests.analysis.samples import GRID, MULTIPLE, NOMINAL, POINTS, RANKING, counts, item

FOUR = item(Measure.RANKING, "a", "b", "c", "d")
BURLINGTON = {
    "m>k>w": 1332, "m>w>k": 767, "m": 455, "k>m>w": 2043, "k>w>m": 371, "k": 568,
    "w>m>k": 1513, "w>k>m": 495, "w": 1289,
}  # fmt: skip


def test_three_rules_give_three_mayors_of_burlington():
    found = agreement(item(Measure.RANKING, "k", "m", "w"), counts(BURLINGTON))

    assert found.winners("first_choices") == ("w",)
    assert found.winners("instant_runoff") == ("k",)
    assert found.winners("schulze") == (found.beats_all,) == ("m",)
    assert found.agreed() == ()


def test_few_rankings_show_nothing():
    found = agreement(RANKING, counts({"a>b": 4}))

    assert (found.hidden, found.n, found.options) == (True, 0, ())


def test_strengths_of_duels_are_those_of_the_rule():
    votes = counts({"a>b>c": 12, "c>a": 7, "b": 3, "?": 4})
    found = duelling(RANKING, votes, draws=20)

    rule = RULES["bradley_terry"].count(RANKING, votes)
    strong = {line.option: float(line.score) for line in rule.lines}
    for row in found.rows:
        others = [strong[code] for code in "abc" if code != row.option]
        mine = strong[row.option]
        mean = sum(mine / (mine + other) for other in others) / 2
        assert row.wins == pytest.approx(mean, abs=1e-5)
        assert row.low <= row.wins <= row.high


def test_duels_fought_are_counted():
    [first, *_rest] = duelling(RANKING, counts({"a>b>c": 10}), draws=10).rows

    assert (first.option, first.duels) == ("a", 20)
    assert strengths("ab", dict.fromkeys(duels_of("ab", ()), 1)) == {"a": 0.5, "b": 0.5}


def changed(channels, asked=MULTIPLE):
    held = {name: counts(patterns) for name, patterns in channels.items()}
    return what_would_change(asked, [one for part in held.values() for one in part], held)


@settings(max_examples=100, deadline=None)
@given(st.integers(5, 60), st.integers(0, 60), st.integers(0, 20))
def test_so_many_people_turn_the_order_and_one_fewer_does_not(first, second, both):
    found = changed({"q": {"a": first + second, "b": second, "a+b": both}})
    more = found.more

    def difference(people):
        values = changed({"q": {"a": first + second, "b": second + people, "a+b": both}}).values
        return values["b"] - values["a"]

    assert difference(more) > 1e-12
    assert difference(more - 1) <= 1e-12


def test_a_tie_needs_nobody_and_one_option_has_no_second():
    assert changed({"q": {"a": 9, "b": 9}}).more == 0
    only = changed({"q": {"a=5": 9}}, item(Measure.GRID, "a"))
    assert (only.more, only.second) == (0, "")


def test_leaving_a_channel_out_counts_the_others():
    found = changed({"hoplr": {"a": 60, "b": 20}, "paper": {"a": 20, "b": 40}})

    by_name = {one.channel: one for one in found.without}
    assert by_name["hoplr"].first == ("b",)
    assert by_name["hoplr"].values["b"] == pytest.approx(40 / 60)
    assert by_name["paper"].n == 80


def test_a_channel_of_few_is_not_left_out_and_no_small_figure_is_told():
    found = changed({"hoplr": {"a": 60, "b": 3}, "paper": {"a": 30, "b": 30}, "phone": {"a": 3}})

    assert "phone" in found.untold
    assert all("b" not in one.values for one in found.without if one.channel == "hoplr")


def test_means_turn_by_the_ends_of_their_scale():
    """20 people say 5 and 4. With five more who say 1 and 5 both stand at 4.2; six turn it."""
    found = changed({"q": {"a=5+b=4": 20}}, GRID)

    assert found.more == 6


def test_a_budget_serves_more_people_by_equal_shares():
    found = budgeting(
        MULTIPLE, counts({"a+b": 60, "c": 40}), costs={"a": 60, "b": 40, "c": 40}, budget=100
    )

    assert set(found.fair.options) == {"a", "c"} or set(found.fair.options) == {"b", "c"}
    assert found.plain.options == ("b", "a")
    assert (found.served_fair, found.served_plain, found.n) == (100, 60, 100)


@pytest.mark.parametrize(
    ("asked", "patterns"),
    [(NOMINAL, {"a": 9, "?": 3}), (POINTS, {"a=10+b=0": 9}), (MULTIPLE, {"a": 9, "": 2})],
)
def test_what_people_choose_or_give_points_to_is_backed(asked, patterns):
    found = budgeting(asked, counts(patterns), costs={"a": 5, "b": 5, "c": 0}, budget=10)

    assert (found.n, dict(found.backed)) == (9, {"a": 9, "b": 0})


def test_a_ranking_says_nothing_of_what_people_approve_of():
    with pytest.raises(ValueError, match="approve"):
        budgeting(RANKING, [], costs={}, budget=1)


def criteria(scores, weights):
    names = {c: c for c in weights}
    table = {
        option: {c: Fraction(x) for c, x in zip(names, row, strict=True)}
        for option, row in scores.items()
    }
    weighed = {c: Fraction(w) for c, w in weights.items()}
    return Criteria("?", {o: o for o in scores}, names, table, weighed)


def test_a_total_is_the_weighted_mean():
    found = criteria({"a": (6, 8), "b": (9, 4)}, {"cost": 1, "reach": 3})

    assert (found.total("a"), found.total("b")) == (Fraction(15, 2), Fraction(21, 4))
    assert found.first() == ("a",)


def test_the_range_of_a_weight_ends_where_the_first_changes():
    """a leads while 6w + 8(1 - w) is more than 9w + 4(1 - w): until w is four sevenths."""
    found = criteria({"a": (6, 8), "b": (9, 4)}, {"cost": 1, "reach": 3})

    assert found.range_of("cost") == (0, Fraction(4, 7))
    assert found.range_of("reach") == (Fraction(3, 7), 1)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=2, max_size=4),
    st.tuples(*[st.integers(1, 9)] * 3),
    st.fractions(0, 1),
)
def test_within_its_range_the_first_stays_first_and_outside_it_does_not(rows, weights, part):
    scores = {f"o{n}": row for n, row in enumerate(rows)}
    names = ("x", "y", "z")
    found = criteria(scores, dict(zip(names, weights, strict=True)))
    low, high = found.range_of("x")
    rest = sum(weights[1:])
    others = {"y": (1 - part) * weights[1] / rest, "z": (1 - part) * weights[2] / rest}
    moved = criteria(scores, {"x": part, **others})

    leads = found.first()[0] in moved.first()
    assert leads if low <= part <= high else not leads

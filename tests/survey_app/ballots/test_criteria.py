"""Weighted sums, and the weight at which another option would come first."""

from hypothesis import given
from hypothesis import strategies as st

from survey_app.ballots.criteria import Swing, Weighed, swings, weigh
from survey_app.ballots.facts import Criterion

PLAN = (Criterion("reach", "Iedereen bereikt", 3), Criterion("cost", "Betaalbaar", 2))
SCORES = {"mobile": {"reach": 5, "cost": 2}, "fixed": {"reach": 4, "cost": 5}}


def test_options_stand_by_their_weighted_sum() -> None:
    assert weigh(PLAN, SCORES) == (Weighed("fixed", 22, 1), Weighed("mobile", 19, 2))


def test_options_with_the_same_sum_share_a_place() -> None:
    equal = {"a": {"reach": 1}, "b": {"reach": 1}, "c": {}}

    assert [one.place for one in weigh(PLAN, equal)] == [1, 1, 3]


def test_swing_says_which_weight_would_change_the_order() -> None:
    assert swings(PLAN, SCORES) == (
        Swing("reach", 6, "mobile", level=True),
        Swing("cost", 1, "mobile", level=True),
    )


def test_nothing_swings_a_shared_first_place() -> None:
    assert swings(PLAN, {"a": {"reach": 1}, "b": {"reach": 1}}) == ()


def test_option_that_is_better_everywhere_cannot_be_passed_by_more_weight() -> None:
    assert swings(PLAN[:1], {"a": {"reach": 5}, "b": {"reach": 1}}) == (
        Swing("reach", 0, "b", level=True),
    )


def test_swing_names_who_is_first_with_the_new_weight() -> None:
    """Two options pass the leader with the same weight, and one of them further."""
    plan = (Criterion("x", "", 1), Criterion("y", "", 1))
    scores = {"a": {"x": 3, "y": 5}, "b": {"x": 4, "y": 3}, "c": {"x": 5, "y": 2}}

    assert swings(plan, scores)[0] == Swing("x", 2, "c", level=False)


points = st.fixed_dictionaries({"x": st.integers(0, 5), "y": st.integers(0, 5)})


@given(
    st.dictionaries(st.sampled_from("abc"), points, min_size=2),
    st.integers(0, 6),
    st.integers(0, 6),
)
def test_swing_is_the_first_whole_weight_that_is_enough(scores, x, y) -> None:
    def firsts(weight: int) -> set[str]:
        plan = (Criterion("x", "", weight), Criterion("y", "", y))
        return {one.option for one in weigh(plan, scores) if one.place == 1}

    plan = (Criterion("x", "", x), Criterion("y", "", y))
    held = firsts(x)
    found = [swing for swing in swings(plan, scores) if swing.criterion == "x"]

    for swing in found:
        assert swing.option in firsts(swing.weight)
        nearer = range(min(x, swing.weight) + 1, max(x, swing.weight))
        assert all(firsts(weight) == held for weight in nearer)
    if not found and len(held) == 1:
        assert all(firsts(weight) == held for weight in range(40))

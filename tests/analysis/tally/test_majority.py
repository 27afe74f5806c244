"""Every rule of a majority as a truth table."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tally.majority import (
    ABSOLUTE,
    HALF,
    SIMPLE,
    THREE_QUARTERS,
    TWO_THIRDS,
    UNANIMOUS,
    Base,
    Heads,
    Majority,
    Quorum,
    Verdict,
    decide_choice,
    decide_motion,
)

RULES = {
    "simple": SIMPLE,
    "absolute": ABSOLUTE,
    "two thirds": TWO_THIRDS,
    "three quarters": THREE_QUARTERS,
    "unanimous": UNANIMOUS,
}
YES, NO, TIE = Verdict.ACCEPTED, Verdict.REJECTED, Verdict.TIE


def heads(valid: int, *, cast: int = 0, present: int = 0, entitled: int = 0) -> Heads:
    return Heads(cast or valid, valid, present or cast or valid, entitled or present or valid)


@pytest.mark.parametrize(
    ("rule", "valid", "needed"),
    [
        ("simple", 0, 1),
        ("simple", 12, 1),
        ("absolute", 0, 1),
        ("absolute", 1, 1),
        ("absolute", 2, 2),
        ("absolute", 21, 11),
        ("absolute", 22, 12),
        ("two thirds", 9, 6),
        ("two thirds", 10, 7),
        ("two thirds", 11, 8),
        ("two thirds", 12, 8),
        ("three quarters", 4, 3),
        ("three quarters", 5, 4),
        ("three quarters", 8, 6),
        ("unanimous", 1, 1),
        ("unanimous", 7, 7),
    ],
)
def test_fewest_votes_that_are_enough(rule, valid, needed) -> None:
    assert RULES[rule].needed(heads(valid)) == needed


@pytest.mark.parametrize(
    ("base", "needed"),
    [(Base.VALID, 5), (Base.CAST, 6), (Base.PRESENT, 7), (Base.ENTITLED, 8)],
)
def test_majority_is_a_part_of_the_base_it_names(base, needed) -> None:
    everybody = Heads(cast=11, valid=9, present=13, entitled=15)

    assert Majority(HALF, strict=True, base=base).needed(everybody) == needed


@pytest.mark.parametrize(
    ("rule", "votes_for", "against", "verdict"),
    [
        ("simple", 0, 0, NO),
        ("simple", 1, 0, YES),
        ("simple", 0, 1, NO),
        ("simple", 3, 2, YES),
        ("simple", 2, 2, TIE),
        ("absolute", 0, 0, NO),
        ("absolute", 9, 3, YES),
        ("absolute", 3, 9, NO),
        ("absolute", 5, 5, TIE),
        ("absolute", 6, 5, YES),
        ("two thirds", 6, 3, YES),
        ("two thirds", 5, 3, NO),
        ("two thirds", 4, 4, NO),
        ("three quarters", 3, 1, YES),
        ("three quarters", 5, 2, NO),
        ("unanimous", 5, 0, YES),
        ("unanimous", 5, 1, NO),
        ("unanimous", 0, 0, NO),
    ],
)
def test_verdict_of_for_and_against(rule, votes_for, against, verdict) -> None:
    found = heads(votes_for + against)

    assert decide_motion(votes_for, against, majority=RULES[rule], heads=found) is verdict


def test_more_for_than_against_is_not_enough_of_everybody_present() -> None:
    of_present = Majority(HALF, strict=True, base=Base.PRESENT)
    room = Heads(cast=12, valid=9, present=14, entitled=20)

    assert decide_motion(7, 2, majority=of_present, heads=room) is NO
    assert decide_motion(8, 1, majority=of_present, heads=room) is YES


@pytest.mark.parametrize(
    ("base", "verdict"),
    [(Base.VALID, TIE), (Base.CAST, TIE), (Base.PRESENT, NO), (Base.ENTITLED, NO)],
)
def test_equal_votes_tie_only_where_one_more_would_have_been_enough(base, verdict) -> None:
    half = Majority(HALF, strict=True, base=base)
    room = Heads(cast=7, valid=6, present=8, entitled=20)

    assert decide_motion(3, 3, majority=half, heads=room) is verdict


@pytest.mark.parametrize(
    ("votes", "rule", "verdict", "first"),
    [
        ("", "simple", Verdict.NO_MAJORITY, ""),
        ("a0 b0", "simple", Verdict.NO_MAJORITY, ""),
        ("a5 b14", "absolute", Verdict.CHOSEN, "b"),
        ("a5 b4 c4", "absolute", Verdict.NO_MAJORITY, "a"),
        ("a5 b4 c4", "simple", Verdict.CHOSEN, "a"),
        ("a5 b5 c4", "simple", Verdict.TIE, "ab"),
        ("a5 b5", "absolute", Verdict.TIE, "ab"),
        ("a5 b5 c1", "absolute", Verdict.TIE, "ab"),
        ("a5 b5 c4", "absolute", Verdict.NO_MAJORITY, "ab"),
        ("a4 b4 c4", "absolute", Verdict.NO_MAJORITY, "abc"),
        ("a3 b3", "two thirds", Verdict.TIE, "ab"),
        ("a5 b5", "two thirds", Verdict.NO_MAJORITY, "ab"),
        ("a6 b3", "two thirds", Verdict.CHOSEN, "a"),
        ("a5 b3", "two thirds", Verdict.NO_MAJORITY, "a"),
    ],
)
def test_verdict_of_one_of_several(votes, rule, verdict, first) -> None:
    counted = [(vote[0], int(vote[1:])) for vote in votes.split()]
    found = heads(sum(n for _option, n in counted))

    said = decide_choice(counted, majority=RULES[rule], heads=found)

    assert said == (verdict, tuple(first))


@pytest.mark.parametrize(
    ("share", "strict", "members", "needed"),
    [
        (HALF, True, 23, 12),
        (HALF, True, 24, 13),
        (HALF, True, 25, 13),
        (HALF, False, 24, 12),
        (HALF, False, 25, 13),
        (Fraction(2, 3), False, 24, 16),
        (Fraction(2, 3), False, 25, 17),
        (HALF, True, 0, 1),
    ],
)
def test_quorum(share, strict, members, needed) -> None:
    quorum = Quorum(share, strict)

    assert quorum.needed(members) == needed
    assert quorum.reached(needed, members)
    assert not quorum.reached(needed - 1, members)


@given(
    st.fractions(0, 1),
    st.booleans(),
    st.integers(0, 500),
)
def test_needed_is_the_border_itself(share, strict, valid) -> None:
    rule = Majority(share, strict, Base.VALID)

    needed = rule.needed(heads(valid))

    def enough(votes: int) -> bool:
        return votes > share * valid if strict else votes >= share * valid

    assert enough(needed)
    assert needed == 1 or not enough(needed - 1)

"""Counting: what an outcome is under its rules; the file that recounts agrees on every vote."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tally.majority import ABSOLUTE, SIMPLE, Base, Majority, Quorum, Verdict
from survey_app.ballots import verify
from survey_app.ballots.counting import Present, Result, count
from survey_app.ballots.rules import APART, FIXED, Counting, Method, Rules

ROOM = Present(members=9, present=9, weight_present=9, weight_entitled=9)
CODES = ("a", "b", "c")


def said(choices: str, method: Method, **rules) -> Result:
    options = FIXED.get(method, CODES)
    counted = [(choice, 1) for choice in choices.split()]
    return count(counted, method=method, options=options, rules=Rules(**rules), there=ROOM)


@pytest.mark.parametrize(
    ("method", "choices", "verdict", "first"),
    [
        (Method.YES_NO, "for for against abstain", Verdict.ACCEPTED, ""),
        (Method.YES_NO, "for against abstain abstain", Verdict.TIE, ""),
        (Method.YES_NO, "abstain blank", Verdict.REJECTED, ""),
        (Method.YES_NO, "", Verdict.REJECTED, ""),
        (Method.CHOICE, "a b b c", Verdict.NO_MAJORITY, "b"),
        (Method.CHOICE, "a b b abstain", Verdict.CHOSEN, "b"),
        (Method.CHOICE, "blank blank", Verdict.NO_MAJORITY, ""),
        (Method.PERSONS, "a a b b", Verdict.NO_MAJORITY, "ab"),
        (Method.PERSONS, "a a b", Verdict.CHOSEN, "a"),
        (Method.APPROVAL, "a+b b b+c", Verdict.CHOSEN, "b"),
        (Method.APPROVAL, "a+b a+b", Verdict.TIE, "ab"),
        (Method.RANKING, "a>b>c b>c>a c>a>b a", Verdict.CHOSEN, "a"),
        (Method.RANKING, "a>b b>a", Verdict.TIE, "ab"),
        (Method.RANKING, "abstain", Verdict.NO_MAJORITY, ""),
        (Method.CONSENT, "agree concern", Verdict.ACCEPTED, ""),
        (Method.CONSENT, "agree agree objection", Verdict.REJECTED, ""),
        (Method.CONSENT, "abstain", Verdict.REJECTED, ""),
    ],
)
def test_verdict(method, choices, verdict, first) -> None:
    result = said(choices, method)

    assert (result.verdict, result.first) == (verdict, tuple(first))


def test_persons_who_tie_in_a_round_of_most_votes_tie() -> None:
    assert said("a a b b", Method.PERSONS, majority=SIMPLE).verdict is Verdict.TIE


def test_rankings_are_counted_as_the_ballot_says() -> None:
    votes = " ".join(["a>b>c"] * 4 + ["b>c>a"] * 3 + ["c>b>a"] * 2)

    assert said(votes, Method.RANKING, counting=Counting.SCHULZE).first == ("b",)
    assert said(votes, Method.RANKING, counting=Counting.INSTANT_RUNOFF).first == ("b",)

    middle = " ".join(["a>b>c"] * 4 + ["c>b>a"] * 3 + ["b>a>c"] * 2)

    assert said(middle, Method.RANKING, counting=Counting.SCHULZE).first == ("b",)
    assert said(middle, Method.RANKING, counting=Counting.INSTANT_RUNOFF).first == ("a",)


def test_abstentions_blanks_and_invalid_ballots_stand_apart() -> None:
    result = said("a abstain abstain blank invalid", Method.CHOICE)

    assert (result.abstain, result.blank, result.invalid) == (2, 1, 1)
    assert (result.heads.cast, result.heads.valid, result.needed) == (5, 1, 1)


@pytest.mark.parametrize(
    ("choices", "unanimous"),
    [("a a a", True), ("a a abstain", False), ("a b", False), ("", False)],
)
def test_unanimity_is_noticed(choices, unanimous) -> None:
    assert said(choices, Method.CHOICE).unanimous is unanimous


def test_result_comes_back_from_its_record() -> None:
    result = said("b a b", Method.CHOICE)

    assert Result.from_json(result.to_json(), CODES) == result


APART_CHOICES = st.sampled_from(APART)
ORDERS = st.lists(st.sampled_from(CODES), unique=True, min_size=1)
CHOICES = {
    Method.RANKING: ORDERS.map(">".join),
    Method.APPROVAL: ORDERS.map(lambda chosen: "+".join(sorted(chosen))),
    **{
        method: st.sampled_from(FIXED.get(method, CODES))
        for method in Method
        if method not in {Method.RANKING, Method.APPROVAL}
    },
}
RULES = st.builds(
    Rules,
    majority=st.sampled_from(
        [SIMPLE, ABSOLUTE, *(Majority(Fraction(2, 3), strict=False, base=base) for base in Base)]
    ),
    quorum=st.none() | st.just(Quorum(Fraction(1, 2))),
    counting=st.sampled_from(Counting),
)


@given(st.data(), st.sampled_from(Method), RULES, st.integers(0, 9), st.booleans())
def test_file_that_recounts_agrees_with_the_program(data, method, rules, present, second) -> None:
    options = FIXED.get(method, CODES)
    votes = data.draw(
        st.lists(st.tuples(CHOICES[method] | APART_CHOICES, st.integers(1, 3)), max_size=12)
    )
    there = Present(9, present, present, 9)
    applied = replace(rules, quorum=None) if second else rules

    mine = count(votes, method=method, options=options, rules=applied, there=there)
    theirs = verify.count(
        [{"choice": choice, "weight": weight} for choice, weight in votes],
        {"method": str(method), "options": [{"code": code} for code in options]},
        {
            "rules": rules.to_json(),
            "opening": {"second_call": second},
            "closing": there._asdict(),
        },
    )

    assert theirs == mine.to_json()

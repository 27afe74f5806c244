"""Voting again: who and what goes on to the next round, and how a tie of persons ends."""

from fractions import Fraction

import pytest

from analysis.tally.majority import Base, Majority, Verdict
from survey_app.ballots import box, queries, rounds, voting
from survey_app.ballots.errors import WrongChoiceError
from survey_app.ballots.facts import OptionFacts
from survey_app.ballots.rules import Kind, Method, Rules, Tie
from survey_app.core.db import db

PERSONS = [OptionFacts(f"Kandidaat {n}") for n in range(1, 5)]


def test_persons_without_a_majority_go_to_a_second_round_of_two(committee) -> None:
    rules = Rules(tie=Tie.YOUNGEST)
    motion = committee.opened(Kind.SEALED, Method.PERSONS, rules=rules, options=PERSONS)
    for voter, choice in zip(committee.voters, "aabbc", strict=True):
        committee.cast(motion, voter, choice)
    first = committee.finish(motion)

    again = committee.do(rounds.new_round, motion_id=motion)
    committee.keys = committee.do(box.make_keys, motion_id=again.id)
    committee.do(voting.open_vote, motion_id=again.id)
    for voter, choice in zip(committee.voters[:4], "aabb", strict=True):
        committee.cast(again.id, voter, choice)
    second = committee.finish(again.id)

    assert (first.verdict, first.first) == (Verdict.NO_MAJORITY, ("a", "b"))
    assert [o.code for o in queries.options_of(db.session, again.id)] == ["a", "b"]
    assert (second.verdict, second.needed) == (Verdict.TIE, 1)

    with pytest.raises(WrongChoiceError):
        committee.do(voting.settle_tie, motion_id=again.id, option="c", reason="jongste")
    committee.do(voting.settle_tie, motion_id=again.id, option="b", reason="jongste")

    settled = committee.read(again.id).result
    assert (settled["settled"], settled["settled_by"]) == ("b", "jongste")


def test_second_round_keeps_everybody_where_only_one_got_votes(committee) -> None:
    rules = Rules(majority=Majority(Fraction(1, 2), strict=True, base=Base.CAST))
    motion = committee.opened(Kind.SEALED, Method.PERSONS, rules=rules, options=PERSONS)
    for voter, choice in zip(committee.voters, ("a", "a", "", "", ""), strict=True):
        committee.cast(motion, voter, *choice)
    assert committee.finish(motion).verdict is Verdict.NO_MAJORITY

    again = committee.do(rounds.new_round, motion_id=motion)

    assert len(queries.options_of(db.session, again.id)) == len(PERSONS)

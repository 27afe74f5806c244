"""A vote from opening to count, of each kind."""

import pytest

from analysis.tally.majority import Verdict
from survey_app.ballots.rules import Kind, Method


@pytest.mark.parametrize("kind", Kind)
def test_every_member_counts_once(committee, kind) -> None:
    motion = committee.opened(kind, Method.CHOICE)

    for voter, choice in zip(committee.voters, "bbbab", strict=True):
        committee.cast(motion, voter, choice)
    result = committee.finish(motion)

    assert result.votes == (("a", 1), ("b", 4))
    assert (result.verdict, result.first) == (Verdict.CHOSEN, ("b",))

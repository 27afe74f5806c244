"""A vote between two options: who won, and when there is a margin at all."""

import pytest
from scipy.stats import binomtest

from analysis.voting import Duel, Room, Round


def duel(one, other, of=0, abstained=0):
    return Duel("Welk concept?", "Vast", "Mobiel", (Round("", one, other, abstained),), of)


def test_there_is_no_margin_when_everybody_voted_or_abstained():
    found = duel(13, 10, of=25, abstained=2)

    assert (found.room, found.p(), found.interval()) == (Room.EVERYBODY, None, None)
    assert found.winner() == "Vast"
    assert found.certain()


def test_a_vote_of_people_nobody_can_list_has_an_exact_test():
    found = duel(18, 5)

    assert found.room is Room.SAMPLE
    assert found.p() == pytest.approx(binomtest(18, 23).pvalue)
    assert found.certain()
    assert not duel(13, 10).certain()


def test_who_cannot_be_overtaken_is_certain():
    """Two of 25 did not vote: 13 to 10 cannot turn."""
    assert duel(13, 10, of=25).certain()
    assert not duel(13, 10, of=90).certain()


@pytest.mark.parametrize("votes", [(5, 5), (0, 0)])
def test_a_tie_and_no_votes_have_no_winner(votes):
    found = duel(*votes, of=30)

    assert (found.winner(), found.certain()) == (None, False)


def test_the_last_round_counts():
    found = Duel("?", "Vast", "Mobiel", (Round("1", 5, 9), Round("2", 9, 5)), 14)

    assert found.winner() == "Vast"

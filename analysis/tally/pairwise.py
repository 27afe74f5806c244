"""Pairwise: every option against every other; who beats all others, if anybody, is first."""

from collections.abc import Iterator
from fractions import Fraction

from analysis.codebook import ItemCode
from analysis.tally.count import Line, Tally, Vote, asked, given, tally
from question_banks.measures import Measure


@tally(Measure.RANKING, name="pairwise", usual=False)
def pairwise(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Score an option with the duels it wins, half for a tie (Copeland).

    ``spread`` is how many people put it above each other option. Options that somebody left out
    stand below the ones placed, and beside one another.
    """
    for code in item.option_codes:
        others = [other for other in item.option_codes if other != code]
        above = {other: preferring(votes, code, other) for other in others}
        won = sum(
            (duel(above[other], preferring(votes, other, code)) for other in others), Fraction(0)
        )
        count = sum(vote.n for vote in given(votes, code) if code in vote.value)
        yield Line(code, asked(votes, code), count, won, tuple(above.items()))


def preferring(votes: tuple[Vote, ...], one: str, other: str) -> int:
    """How many people who were shown both put one above the other."""
    return sum(
        vote.n
        for vote in given(votes, one)
        if other in vote.shown and place(vote, one) < place(vote, other)
    )


def place(vote: Vote, option: str) -> int:
    return vote.value.index(option) if option in vote.value else len(vote.value)


def duel(mine: int, theirs: int) -> Fraction:
    if mine == theirs:
        return Fraction(1, 2)
    return Fraction(int(mine > theirs))


def beats_all(found: Tally) -> str | None:
    """The option that wins every duel (Condorcet's winner) in a pairwise tally, if there is one."""
    best = found.lines[0] if found.n and found.lines else None
    return best.option if best and best.score == len(found.lines) - 1 else None

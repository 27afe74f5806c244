"""Schulze: who beats whom through the strongest chain of duels; a Condorcet winner always wins."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations

from analysis.codebook import ItemCode
from analysis.tally.count import Line, Vote, asked, given, tally
from analysis.tally.pairwise import preferring
from question_banks.measures import Measure

Duels = Mapping[tuple[str, str], int]
"""How many people put the first of two options above the second."""


@tally(Measure.RANKING, name="schulze", usual=False)
def schulze(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Score an option with minus the number of options that beat it: whoever nobody beats is first.

    ``spread`` is the strength of its strongest chain to each other option.
    """
    strength = strongest(item.option_codes, duels_of(item.option_codes, votes))
    for code in item.option_codes:
        others = [other for other in item.option_codes if other != code]
        beaten = sum(strength[other, code] > strength[code, other] for other in others)
        count = sum(vote.n for vote in given(votes, code) if code in vote.value)
        chains = tuple((other, strength[code, other]) for other in others)
        yield Line(code, asked(votes, code), count, Fraction(-beaten), chains)


def duels_of(options: Sequence[str], votes: tuple[Vote, ...]) -> Duels:
    return {pair: preferring(votes, *pair) for pair in permutations(options, 2)}


def strongest(options: Sequence[str], duels: Duels) -> dict[tuple[str, str], int]:
    """The strength of the strongest chain of won duels between every two options, 0 without one.

    A chain is as strong as its weakest duel, a won duel as its number of votes. Schulze, M. (2011),
    Social Choice and Welfare 36, 267-303: the Floyd-Warshall form of section 2.3.1.
    """
    best = {(a, b): n if n > duels[b, a] else 0 for (a, b), n in duels.items()}
    for through in options:
        for a, b in permutations([code for code in options if code != through], 2):
            best[a, b] = max(best[a, b], min(best[a, through], best[through, b]))
    return best

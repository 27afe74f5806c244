"""Bradley-Terry: how strong each option is, when people only ever compared a few of them."""

import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from analysis.codebook import ItemCode
from analysis.tally.count import Line, Vote, asked, given, tally
from analysis.tally.schulze import duels_of
from question_banks.measures import Measure

SETTLED = 1e-10
MOST_STEPS = 10_000
IMAGINED = 1.0
"""Duels that each option is thought to have had, half won, shared among all the others."""

DECIMALS = 10**6


@tally(Measure.RANKING, name="bradley_terry", usual=False)
def bradley_terry(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Score an option with its strength, all strengths adding up to 1; ``count`` people placed it.

    ``spread`` is how many people put it above each other option.
    """
    options = item.option_codes
    duels = duels_of(options, votes)
    strong = strengths(options, duels)
    for code in options:
        count = sum(vote.n for vote in given(votes, code) if code in vote.value)
        above = tuple((other, duels[code, other]) for other in options if other != code)
        score = Fraction(round(strong[code] * DECIMALS), DECIMALS)
        yield Line(code, asked(votes, code), count, score, above)


def strengths(
    options: Sequence[str], duels: Mapping[tuple[str, str], float], *, imagined: float = IMAGINED
) -> dict[str, float]:
    """Strengths that add up to 1: one beats another with chance s / (s + s').

    ``duels`` counts wins by (winner, loser). Bradley, R. & Terry, M. (1952), Biometrika 39, 324;
    the steps are Hunter's MM algorithm (2004), Annals of Statistics 32, 384. Without ``imagined``
    duels an option that never lost would be without limit strong.
    """
    if len(options) <= 1:
        return dict.fromkeys(options, 1.0)
    each = imagined / (2 * (len(options) - 1))
    won = {a: {b: duels.get((a, b), 0) + each for b in options if b != a} for a in options}
    wins = {a: math.fsum(won[a].values()) for a in options}
    strong = dict.fromkeys(options, 1 / len(options))
    for _step in range(MOST_STEPS):
        new = {
            a: wins[a]
            / math.fsum((n + won[b][a]) / (strong[a] + strong[b]) for b, n in won[a].items())
            for a in options
        }
        total = math.fsum(new.values())
        new = {a: s / total for a, s in new.items()}
        if max(abs(new[a] - strong[a]) for a in options) < SETTLED:
            return new
        strong = new
    return strong

"""How strong each option is, when everybody compared a few pairs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import exp, fsum, log

from analysis.tally.bradley_terry import strengths
from question_banks.options import Option
from survey_app.activities.bars import Bar, Group, by_role
from survey_app.activities.base import Given, Result

THOUSANDTHS = 1000
Raised = Mapping[tuple[str, str], int]
"""Hands by the option they were raised for and the one it stood against."""


@dataclass(frozen=True, slots=True)
class Duelled:
    """One option: its chance to win from an average one, and what it won and lost."""

    option: Option
    chance: Fraction
    won: int
    lost: int

    @property
    def code(self) -> str:
        return self.option.code


@dataclass(frozen=True, slots=True)
class PairwiseResult(Result):
    """Every option, strongest first; ``duels`` is how many times somebody chose."""

    lines: tuple[Duelled, ...] = ()
    duels: int = 0
    groups: tuple[Group, ...] = ()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The strengths as bars, strongest first."""
        return tuple(
            Bar(one.code, one.option.text, one.chance, pictogram=one.option.pictogram)
            for one in self.lines
        )


def duel(
    options: Sequence[Option], given: Sequence[Given], raised: Raised | None = None, *, k: int
) -> PairwiseResult:
    """Gather a round: strengths of Bradley and Terry, told as a chance against the average."""
    n = len({one.participant for one in given})
    by_hand = people_in(raised or {})
    if n + by_hand < k:
        return PairwiseResult(n, by_hand, enough=False)
    won = Counter((one.body["won"], one.body["lost"]) for one in given)
    won.update(raised or {})
    codes = [option.code for option in options]
    strong = strengths(codes, won)
    average = exp(fsum(log(s) for s in strong.values()) / len(strong))
    lines = [
        Duelled(
            option,
            Fraction(round(THOUSANDTHS * s / (s + average)), THOUSANDTHS),
            sum(times for (winner, _loser), times in won.items() if winner == option.code),
            sum(times for (_winner, loser), times in won.items() if loser == option.code),
        )
        for option in options
        for s in [strong[option.code]]
    ]
    lines.sort(key=lambda line: -line.chance)
    return PairwiseResult(n, by_hand, lines=tuple(lines), duels=won.total())


def people_in(raised: Raised) -> int:
    """How many people raised hands at least: those of the pair with most hands."""
    pairs = Counter[frozenset[str]]()
    for pair, n in raised.items():
        pairs[frozenset(pair)] += n
    return max(pairs.values(), default=0)


def duel_by_group(
    options: Sequence[Option], given: Sequence[Given], raised: Raised, *, k: int
) -> PairwiseResult:
    """Gather a round with a line for each group that is large enough; hands have no group."""
    groups = by_role(
        given,
        lambda part: duel(options, part, k=k).bars,
        k=k,
        speaks_of=lambda one: (one.body["won"], one.body["lost"]),
    )
    return replace(duel(options, given, raised, k=k), groups=groups)

"""Instant run-off: the option with the fewest votes drops out, its votes go on to the next choice.

Where several have the fewest, every order of dropping out that can matter is followed, so that
nobody wins by chance: all who can win share the first place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from analysis.codebook import ItemCode
from analysis.tally.count import Line, Vote, asked, tally
from question_banks.measures import Measure

MOST_WAYS = 4096
"""So many ways of dropping out are followed; beyond, all who still stand count as able to win."""


@dataclass(frozen=True, slots=True)
class Round:
    """Votes by option that still stands, votes without a next choice, and who drops out after it.

    Nobody drops out after the last round. ``tied`` are those who have the fewest alike where it
    matters who goes first: there the rounds end, and only a draw could go on.
    """

    votes: tuple[tuple[str, int], ...]
    exhausted: int
    out: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()


@tally(Measure.RANKING, name="instant_runoff", usual=False)
def instant_runoff(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Score an option with how many others can drop out before it; ``count`` are first choices.

    ``spread`` is its votes by round, as far as the rounds go without a draw. Leaving options out
    is allowed: such a ballot counts for nobody once its last choice has dropped out.
    """
    outlasted = survivors(item.option_codes, votes)
    held = rounds(item.option_codes, votes)
    for code in item.option_codes:
        by_round = [dict(one.votes).get(code) for one in held]
        spread = tuple((str(i), n) for i, n in enumerate(by_round, start=1) if n is not None)
        yield Line(code, asked(votes, code), spread[0][1], Fraction(outlasted[code]), spread)


def rounds(options: tuple[str, ...], votes: tuple[Vote, ...]) -> tuple[Round, ...]:
    """The count as it is read out, round by round, until one is left or a draw is needed."""
    told: list[Round] = []
    standing = options
    while standing:
        tops = top_choices(standing, votes)
        last = fewest(tops)
        exhausted = sum(vote.n for vote in votes if vote.value) - sum(tops.values())
        goes_on = may_go_together(tops, last) and len(last) < len(standing)
        tied = () if goes_on or len(standing) == 1 else last
        told.append(Round(tuple(tops.items()), exhausted, last if goes_on else (), tied))
        standing = tuple(code for code in standing if code not in last) if goes_on else ()
    return tuple(told)


def survivors(options: tuple[str, ...], votes: tuple[Vote, ...]) -> dict[str, int]:
    """How many others can have dropped out before each option, over all ways to break ties."""
    most = dict.fromkeys(options, 0)
    waiting, seen = [options], {options}
    while waiting:
        standing = waiting.pop()
        tops = top_choices(standing, votes)
        last, gone = fewest(tops), len(options) - len(standing)
        if len(seen) > MOST_WAYS or not any(tops.values()):
            most |= dict.fromkeys(standing, len(options) - 1)
            continue
        together = may_go_together(tops, last)
        for code in last:
            most[code] = max(most[code], gone + (len(last) - 1 if together else 0))
        for going in [set(last)] if together else [{code} for code in last]:
            left = tuple(code for code in standing if code not in going)
            if left and left not in seen:
                seen.add(left)
                waiting.append(left)
    return most


def top_choices(standing: tuple[str, ...], votes: tuple[Vote, ...]) -> dict[str, int]:
    """Votes by option, each ballot counting for the first of its choices that still stands."""
    tops = dict.fromkeys(standing, 0)
    for vote in votes:
        top = next((code for code in vote.value or () if code in tops), None)
        if top is not None:
            tops[top] += vote.n
    return tops


def fewest(tops: dict[str, int]) -> tuple[str, ...]:
    least = min(tops.values(), default=0)
    return tuple(code for code, n in tops.items() if n == least)


def may_go_together(tops: dict[str, int], last: tuple[str, ...]) -> bool:
    """Whether the last drop out one after another in any case: together they pass nobody."""
    others = [n for code, n in tops.items() if code not in last]
    return len(last) == 1 or sum(tops[code] for code in last) < min(others, default=0)

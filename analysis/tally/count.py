"""What a tally is: every option's votes under a rule, ties said and never broken in silence."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount, answer_in, pooled
from question_banks.answer import Answer, Status
from question_banks.measures import Measure


@dataclass(frozen=True, slots=True)
class Line:
    """One option under a rule.

    ``n`` people were shown it and did not skip; ``count`` of them chose, judged or placed it;
    ``score`` is what the rule orders by, exact; ``spread`` says how ``count`` divides: people by
    point of a scale, by place in a ranking, by number of points.
    """

    option: str
    n: int
    count: int
    score: Fraction
    spread: tuple[tuple[str, int], ...] = ()
    place: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """An item's options under one rule, best first; those of one place in the item's order."""

    rule: str
    item: str
    n: int
    dont_know: int
    skipped: int
    lines: tuple[Line, ...]

    def first(self) -> tuple[str, ...]:
        """The options with the highest score: several when they tie, none when nobody answered."""
        return tuple(line.option for line in self.lines if line.place == 1 and self.n)

    def line(self, option: str) -> Line:
        """The line of an option; raise KeyError for an unknown one."""
        for line in self.lines:
            if line.option == option:
                return line
        raise KeyError(option)


@dataclass(frozen=True, slots=True)
class Vote:
    """``n`` people who answered alike; ``value`` is None for a don't know."""

    value: Any
    n: int
    shown: frozenset[str]


Rule = Callable[[ItemCode, tuple[Vote, ...]], Iterable[Line]]


@dataclass(frozen=True, slots=True)
class TallyRule:
    """A way of counting, and the measure it is for."""

    name: str
    measure: Measure
    lines: Rule

    def count(self, item: ItemCode, counts: Iterable[PatternCount]) -> Tally:
        """Count an item's patterns; the order in which they come does not matter."""
        answers = list(answers_of(item, counts))
        votes = tuple(
            Vote(answer.value if answer.given else None, n, shown)
            for answer, n, shown in answers
            if answer.status is not Status.SKIPPED
        )
        unknown = sum(vote.n for vote in votes if vote.value is None)
        skipped = sum(n for answer, n, _shown in answers if answer.status is Status.SKIPPED)
        n = sum(vote.n for vote in votes)
        return Tally(self.name, item.code, n, unknown, skipped, placed(self.lines(item, votes)))


RULES: dict[str, TallyRule] = {}
USUAL: dict[Measure, TallyRule] = {}


def tally(measure: Measure, *, name: str, usual: bool = True) -> Callable[[Rule], Rule]:
    """Register a rule; ``usual`` makes it the one of its measure. A double is refused."""

    def register(lines: Rule) -> Rule:
        if name in RULES or (usual and measure in USUAL):
            raise ValueError(f"two tally rules are called {name}, or are usual for {measure}")
        RULES[name] = TallyRule(name, measure, lines)
        if usual:
            USUAL[measure] = RULES[name]
        return lines

    return register


def answers_of(
    item: ItemCode, counts: Iterable[PatternCount]
) -> Iterator[tuple[Answer, int, frozenset[str]]]:
    """Each different answer to an item, how many gave it, and what they were shown."""
    every = frozenset(item.option_codes)
    for count in pooled(count for count in counts if count.item == item.code):
        shown = every if count.offered is None else every & frozenset(count.offered)
        yield answer_in(item.measure, count.pattern), count.n, shown


def placed(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Sort by score and number the places as in sport: 1, 2, 2, 4."""
    ordered = sorted(lines, key=lambda line: -line.score)
    places: dict[Fraction, int] = {}
    for rank, line in enumerate(ordered, start=1):
        places.setdefault(line.score, rank)
    return tuple(
        Line(line.option, line.n, line.count, line.score, line.spread, places[line.score])
        for line in ordered
    )


def asked(votes: Iterable[Vote], option: str) -> int:
    """How many people were shown an option and did not skip."""
    return sum(vote.n for vote in votes if option in vote.shown)


def given(votes: Iterable[Vote], option: str) -> Iterator[Vote]:
    """The votes with a value of people who were shown an option."""
    return (vote for vote in votes if vote.value is not None and option in vote.shown)

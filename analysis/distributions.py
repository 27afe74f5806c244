"""How often each answer to an item was given, with small numbers hidden where they must be."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount, answer_in
from analysis.disclosure import LEAST, may_show, protect
from question_banks.answer import Answer, Status
from question_banks.measures import Measure

Told = int | None
"""A number of people; None when it may not be told."""

UNREAD = frozenset({Measure.TEXT, Measure.NONE})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a grid, or the item itself: how many gave each point, and who does not know."""

    code: str
    label: str
    counts: tuple[Told, ...]
    dont_know: Told

    @property
    def given(self) -> int:
        """How many gave a point that may be told."""
        return sum(n for n in self.counts if n is not None)

    @property
    def whole(self) -> bool:
        """Nothing is hidden."""
        return None not in self.counts


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who met an item: with an answer, without knowing it, or passing by."""

    answers: tuple[tuple[Answer, int], ...]
    given: int
    dont_know: int
    skipped: int

    @property
    def n(self) -> int:
        """Who did not skip: the base."""
        return self.given + self.dont_know


def people(item: ItemCode, counts: Iterable[PatternCount], *, k: int = LEAST) -> People:
    """Read an item's patterns; equal ones of several channels or versions are added up.

    Few who skipped a sensitive item look like nobody.
    """
    totals: Counter[str] = Counter()
    for count in counts:
        if count.item == item.code and item.measure not in UNREAD:
            totals[count.pattern] += count.n
    read = [(answer_in(item.measure, pattern), n) for pattern, n in sorted(totals.items()) if n > 0]
    by_status: Counter[Status] = Counter()
    for answer, n in read:
        by_status[answer.status] += n
    passed = by_status[Status.SKIPPED]
    return People(
        tuple((answer, n) for answer, n in read if answer.given),
        by_status[Status.GIVEN],
        by_status[Status.DONT_KNOW],
        0 if item.sensitive and passed < k else passed,
    )


def hidden(held: People, *, k: int = LEAST) -> bool:
    """Too few people answered to show anything."""
    return not may_show(held.n, k=k)


def options(item: ItemCode, held: People, *, k: int = LEAST) -> Row:
    """How many people chose each option; of several options each stands by itself."""
    found: Counter[str] = Counter()
    for answer, n in held.answers:
        for code in [answer.value] if item.measure is Measure.NOMINAL else answer.value:
            found[code] += n
    counts = [found[code] for code in item.option_codes]
    if item.measure is Measure.NOMINAL or not item.sensitive:
        return guarded(item, item.code, counts, held.dont_know, k=k)
    alone = tuple(protect([[n, held.n - n]], k=k, column_totals=False)[0][0] for n in counts)
    [[unknown, _rest]] = protect([[held.dont_know, held.given]], k=k, column_totals=False)
    return Row(item.code, item.label, alone, unknown)


def firsts(item: ItemCode, held: People, *, k: int = LEAST) -> Row:
    """How many people put each option first."""
    found: Counter[str] = Counter()
    for answer, n in held.answers:
        found.update({answer.value[0]: n} if answer.value else {})
    return guarded(item, item.code, [found[c] for c in item.option_codes], held.dont_know, k=k)


def points(item: ItemCode, held: People, *, k: int = LEAST) -> Row:
    """How many people gave each point of the scale."""
    found: Counter[str] = Counter()
    for answer, n in held.answers:
        found[str(answer.value)] += n
    counts = [found[code] for code in scale(item, found)]
    return guarded(item, item.code, counts, held.dont_know, k=k)


def scale(item: ItemCode, found: Iterable[str] = ()) -> tuple[str, ...]:
    """The codes of the scale's points; the points that were given when it is not known."""
    known = tuple(point.code for point in item.points)
    return known or tuple(sorted({*found, "1", "5"}, key=int))


def grid(item: ItemCode, held: People, *, k: int = LEAST) -> tuple[Row, ...]:
    """How many people gave each point to each row; a row that somebody left out is not theirs."""
    found: Counter[tuple[str, str]] = Counter()
    unknown: Counter[str] = Counter()
    for answer, n in held.answers:
        for code, point in answer.value.items():
            if point is None:
                unknown[code] += n
            else:
                found[code, str(point)] += n
    given = scale(item, (point for _code, point in found))
    return tuple(
        guarded(item, code, [found[code, p] for p in given], unknown[code] + held.dont_know, k=k)
        for code in item.option_codes
    )


def guarded(
    item: ItemCode, code: str, counts: Sequence[int], unknown: int, *, k: int = LEAST
) -> Row:
    """Hide what a sensitive item, or a row of too few, may not tell."""
    label = item.label if code == item.code else item.label_of(code)
    if not may_show(sum(counts) + unknown, k=k):
        return Row(code, label, (None,) * len(counts), None)
    if not item.sensitive:
        return Row(code, label, tuple(counts), unknown)
    [told] = protect([[*counts, unknown]], k=k, column_totals=False)
    return Row(code, label, told[:-1], told[-1])


def values(held: People) -> Counter[float]:
    """How many people gave each number."""
    return Counter({float(answer.value): n for answer, n in held.answers})


def days(held: People) -> Counter[str]:
    """How many people gave each day."""
    return Counter({str(answer.value): n for answer, n in held.answers})


def whole(item: ItemCode, held: People, counts: Sequence[int], *, k: int = LEAST) -> bool:
    """Whether the numbers of people in bins may all be told; few of a sensitive item may not."""
    if not item.sensitive:
        return True
    [told] = protect([[*counts, held.dont_know]], k=k, column_totals=False)
    return None not in told

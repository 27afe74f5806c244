"""Numbers and days: how many people gave each value; there is nothing to put in order."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from analysis.codebook import ItemCode
from analysis.tally.count import Line, Vote, tally
from question_banks import patterns
from question_banks.answer import Answer, Status
from question_banks.measures import Measure


@tally(Measure.NUMERIC, name="numbers")
def numbers(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Score the item with the mean of its numbers; ``spread`` is people by number, rising."""
    people: Counter[float] = Counter()
    for vote in votes:
        if vote.value is not None:
            people[vote.value] += vote.n
    total = sum((Fraction(str(number)) * n for number, n in people.items()), Fraction(0))
    mean = total / people.total() if people else Fraction(0)
    yield Line(item.code, sum(vote.n for vote in votes), people.total(), mean, spread(item, people))


@tally(Measure.DATE, name="days")
def days(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Count people by day, the earliest first."""
    people: Counter[str] = Counter()
    for vote in votes:
        if vote.value is not None:
            people[vote.value] += vote.n
    held = tuple(sorted(people.items()))
    yield Line(item.code, sum(vote.n for vote in votes), people.total(), Fraction(0), held)


def spread(item: ItemCode, people: Counter[float]) -> tuple[tuple[str, int], ...]:
    return tuple(
        (patterns.write(item.measure, Answer(Status.GIVEN, number)) or "", people[number])
        for number in sorted(people)
    )

"""Scales: how many people gave each point, and the mean; for one question and for a grid."""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from analysis.codebook import ItemCode
from analysis.tally.count import Line, Vote, asked, given, tally
from question_banks.measures import Measure


@tally(Measure.ORDINAL, name="scale")
def scale(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Count the item itself, with the code of the item for its option."""
    people = sum(vote.n for vote in votes)
    judged = ((vote.value, vote.n) for vote in votes if vote.value is not None)
    yield by_point(item, item.code, people, judged)


@tally(Measure.GRID, name="grid")
def grid(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Count each row; whoever left the row empty or does not know is asked, but not counted."""
    for code in item.option_codes:
        judged = (
            (vote.value[code], vote.n)
            for vote in given(votes, code)
            if vote.value.get(code) is not None
        )
        yield by_point(item, code, asked(votes, code), judged)


def by_point(item: ItemCode, option: str, n: int, judged: Iterable[tuple[int, int]]) -> Line:
    """Score with the mean point, and 0 when nobody judged; ``spread`` is people by point."""
    people: Counter[int] = Counter({int(point.code): 0 for point in item.points})
    for point, count in judged:
        people[point] += count
    total = sum(point * count for point, count in people.items())
    mean = Fraction(total, people.total()) if people.total() else Fraction(0)
    spread = tuple((str(point), people[point]) for point in sorted(people))
    return Line(option, n, people.total(), mean, spread)

"""Points: everybody divides the same number, and the option with the most points is first."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from analysis.codebook import ItemCode
from analysis.tally.count import Line, Vote, asked, given, tally
from question_banks.measures import Measure


@tally(Measure.POINTS, name="points")
def points(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Score an option with its points; ``count`` people gave it any, ``spread`` by how many."""
    for code in item.option_codes:
        people: Counter[int] = Counter()
        for vote in given(votes, code):
            people[vote.value.get(code, 0)] += vote.n
        total = sum(number * n for number, n in people.items())
        spread = tuple((str(number), people[number]) for number in sorted(people))
        yield Line(code, asked(votes, code), people.total() - people[0], Fraction(total), spread)

"""Approval: everybody chooses as many as they like, and the most chosen is first."""

from collections.abc import Iterator
from fractions import Fraction

from analysis.codebook import ItemCode
from analysis.tally.count import Line, Vote, asked, given, tally
from question_banks.measures import Measure


@tally(Measure.MULTIPLE, name="approval")
def approval(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Score an option with the people who chose it."""
    for code in item.option_codes:
        count = sum(vote.n for vote in given(votes, code) if code in vote.value)
        yield Line(code, asked(votes, code), count, Fraction(count))

"""Plurality: one choice each, and the option with the most votes is first."""

from collections.abc import Iterator
from fractions import Fraction

from analysis.codebook import ItemCode
from analysis.tally.count import Line, Vote, asked, given, tally
from question_banks.measures import Measure


@tally(Measure.NOMINAL, name="plurality")
def plurality(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Score an option with its votes."""
    for code in item.option_codes:
        count = sum(vote.n for vote in given(votes, code) if vote.value == code)
        yield Line(code, asked(votes, code), count, Fraction(count))

"""First choices: of every ranking only its first place counts, as in an ordinary election."""

from collections.abc import Iterator
from fractions import Fraction

from analysis.codebook import ItemCode
from analysis.tally.count import Line, Vote, asked, given, tally
from question_banks.measures import Measure


@tally(Measure.RANKING, name="first_choices", usual=False)
def first_choices(item: ItemCode, votes: tuple[Vote, ...]) -> Iterator[Line]:
    """Score an option with the people who put it first."""
    for code in item.option_codes:
        count = sum(vote.n for vote in given(votes, code) if vote.value[:1] == (code,))
        yield Line(code, asked(votes, code), count, Fraction(count))

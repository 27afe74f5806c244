"""A number with its unit: counted as it is, for there is nothing to put in order."""

from analysis.codebook import ItemCode
from analysis.measures.rule import MeasureRule, Rows, nothing, number_of, register, single
from question_banks.measures import Measure


def from_rows(_item: ItemCode, rows: Rows) -> float:
    """Read the number in ``number`` or ``value``, rounded to the nine decimals a pattern holds."""
    return round(number_of(single(rows)), 9)


register(Measure.NUMERIC, MeasureRule("", nothing, from_rows))

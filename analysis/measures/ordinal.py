"""A point on a scale: the item itself scores that point."""

from analysis.codebook import ItemCode
from analysis.measures.rule import (
    MeasureRule,
    Rows,
    Says,
    point_of,
    register,
    says_dont_know,
    single,
)
from question_banks.measures import Measure


def says(item: ItemCode, value: int | None, _shown: tuple[str, ...]) -> Says:
    """Score the item with its point; a don't know is no point and stays out of the mean."""
    return {} if value is None else {item.code: float(value)}


def from_rows(item: ItemCode, rows: Rows) -> int | None:
    """Read the point in ``number``, ``value`` or ``option``; None when the row does not know."""
    row = single(rows)
    return None if says_dont_know(row) else point_of(item, row, besides=row.option)


register(Measure.ORDINAL, MeasureRule("mean", says, from_rows))

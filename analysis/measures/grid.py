"""Several rows on one scale: each row scores its own point."""

from analysis.codebook import ItemCode
from analysis.measures.rule import (
    MeasureRule,
    Rows,
    Says,
    known_option,
    once,
    point_of,
    register,
    says_dont_know,
)
from question_banks.measures import Measure


def says(_item: ItemCode, value: dict[str, int | None] | None, _shown: tuple[str, ...]) -> Says:
    """Score the rows that got a point; "don't know" and rows left out stay out of the mean."""
    return {row: float(point) for row, point in (value or {}).items() if point is not None}


def from_rows(item: ItemCode, rows: Rows) -> dict[str, int | None] | None:
    """Read a point a row, ``option`` naming the row; an empty row is not answered.

    None when nobody can tell a point: every row is empty or does not know.
    """
    cells = once((known_option(item, row.option), row) for row in rows)
    filled = {code: row for code, row in cells if row.number or row.value or row.text}
    value = {
        code: None if says_dont_know(row) else point_of(item, row) for code, row in filled.items()
    }
    ordered = {code: value[code] for code in item.option_codes if code in value}
    return ordered if any(point is not None for point in ordered.values()) else None


register(Measure.GRID, MeasureRule("mean", says, from_rows))

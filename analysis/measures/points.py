"""Points to divide: an option scores the points it was given, zeros included."""

from analysis.codebook import ItemCode
from analysis.measures.rule import (
    MeasureRule,
    Rows,
    Says,
    UnreadableError,
    known_option,
    once,
    register,
    whole_of,
)
from question_banks.measures import Measure


def says(_item: ItemCode, value: dict[str, int] | None, shown: tuple[str, ...]) -> Says:
    """Score the options shown; what somebody gave nothing scores 0, a don't know scores none."""
    return {} if value is None else {code: float(value.get(code, 0)) for code in shown}


def from_rows(item: ItemCode, rows: Rows) -> dict[str, int] | None:
    """Read points by option; None when nothing was divided. Their sum must be the item's total."""
    cells = dict(once((known_option(item, row.option), row) for row in rows))
    value = {
        code: whole_of(cells[code], besides="0") for code in item.option_codes if code in cells
    }
    given = sum(value.values())
    if any(points < 0 for points in value.values()) or (
        item.total and given not in {0, item.total}
    ):
        raise UnreadableError("wrong_sum", str(given))
    return value if given else None


register(Measure.POINTS, MeasureRule("points", says, from_rows))

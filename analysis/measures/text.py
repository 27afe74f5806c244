"""Free text: never counted, never shown; reading it only tells that somebody wrote."""

from analysis.codebook import ItemCode
from analysis.measures.rule import MeasureRule, Rows, nothing, register
from question_banks.measures import Measure


def from_rows(_item: ItemCode, rows: Rows) -> str | None:
    """Read what was written, in ``text`` or ``value``; None when nothing was."""
    return " ".join(row.text or row.value for row in rows).strip() or None


for measure in (Measure.TEXT, Measure.NONE):
    register(measure, MeasureRule("", nothing, from_rows))

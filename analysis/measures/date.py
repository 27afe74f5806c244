"""A day: counted as it is."""

import datetime as dt

from analysis.codebook import ItemCode
from analysis.measures.rule import MeasureRule, Rows, UnreadableError, nothing, register, single
from question_banks.measures import Measure


def from_rows(_item: ItemCode, rows: Rows) -> str:
    """Read the day in ``text`` or ``value``, written as 2026-05-20."""
    row = single(rows)
    written = row.text or row.value
    try:
        return dt.date.fromisoformat(written).isoformat()
    except ValueError:
        raise UnreadableError("not_a_date", written) from None


register(Measure.DATE, MeasureRule("", nothing, from_rows))

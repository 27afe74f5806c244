"""XLSX that never turns text into a formula: the numbers, and what they mean."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from analysis.chart import Cell, Chart
from analysis.column_meanings import column_meanings
from analysis.export.registry import export
from analysis.export.safe import LONGEST
from analysis.words import say
from question_banks.tidy import tidy

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MADE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""One moment for every file: the same numbers always give the same bytes."""

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST, WORDS = 11, 60, 90


@export("xlsx", "xlsx", KIND)
def as_xlsx(chart: Chart) -> bytes:
    """Two sheets: the numbers, and a codebook that says what was asked and what they mean."""
    import xlsxwriter

    _ = say(chart.language).gettext
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, OPTIONS) as book:
        book.set_properties({"created": MADE, "title": text_of(chart.finding)})
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        numbers = book.add_worksheet(_("cijfers"))
        write(numbers, chart.table.columns, chart.table.rows, bold)
        meaning = book.add_worksheet(_("codeboek"))
        write(meaning, (_("Wat"), _("Betekenis")), codebook(chart), bold)
        meaning.set_column(0, 0, NARROWEST * 2, wrapped)
        meaning.set_column(1, 1, WORDS, wrapped)
    return body.getvalue()


def write(
    sheet: "Worksheet", columns: Sequence[str], rows: Iterable[Sequence[Cell]], bold: "Format"
) -> None:
    """Fill a sheet: numbers are numbers, everything else is text whatever it looks like."""
    for column, name in enumerate(columns):
        sheet.write_string(0, column, text_of(name), bold)
        longest = max([len(name), *(len(str(row[column])) for row in rows)])
        sheet.set_column(column, column, min(max(longest + 2, NARROWEST), WIDEST))
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int | float):
                sheet.write_number(at, column, value)
            elif value is not None:
                sheet.write_string(at, column, text_of(value))
    sheet.freeze_panes(1, 0)


def codebook(chart: Chart) -> list[tuple[str, str]]:
    """What was asked and found, how to read it, and each column in words."""
    _ = say(chart.language).gettext
    told = [
        (_("Wat de cijfers zeggen"), chart.finding),
        (_("Vraag en herkomst"), chart.subtitle),
        (_("Let op"), chart.caution),
        (_("Hoe leest u dit?"), chart.caption),
    ]
    meanings = column_meanings(chart.language)
    columns = [(name, meanings.get(name, "")) for name in chart.table.columns]
    return [(name, text) for name, text in (*told, *columns) if text]


def text_of(text: str) -> str:
    return tidy(text)[:LONGEST]

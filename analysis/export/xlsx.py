"""XLSX that never turns text into a formula: the numbers, and what they mean."""

import io
from datetime import UTC, datetime

from analysis.chart import Chart
from analysis.export.registry import export
from question_banks.tidy import tidy

MADE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@export("xlsx", "xlsx", KIND)
def as_xlsx(chart: Chart) -> bytes:
    """Two sheets: ``cijfers`` with the table, ``uitleg`` with the finding and how to read it."""
    import xlsxwriter  # noqa: PLC0415 — slow import

    body = io.BytesIO()
    with xlsxwriter.Workbook(body, OPTIONS) as book:
        book.set_properties({"created": MADE, "title": tidy(chart.finding)})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("cijfers")
        for column, name in enumerate(chart.table.columns):
            sheet.write_string(0, column, tidy(name), bold)
        for line, row in enumerate(chart.table.rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, int | float):
                    sheet.write_number(line, column, value)
                elif value is not None:
                    sheet.write_string(line, column, tidy(value))
        sheet.autofit()
        notes = book.add_worksheet("uitleg")
        told = (chart.finding, chart.subtitle, chart.caution, chart.caption)
        for line, text in enumerate(text for text in told if text):
            notes.write_string(line, 0, tidy(text))
    return body.getvalue()

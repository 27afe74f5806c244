"""CSV twice: plain (comma, point) and as Excel opens it in Belgium (semicolon, comma)."""

import csv
import io

from analysis.chart import Cell, Chart
from analysis.export.registry import export
from analysis.export.safe import cell


@export("csv", "csv", "text/csv")
def plain(chart: Chart) -> bytes:
    """UTF-8, commas between, a point in numbers, four decimals."""
    return written(chart, delimiter=",").encode()


@export("csv-be", "csv", "text/csv")
def belgian(chart: Chart) -> bytes:
    """UTF-8 with a mark, semicolons between, a comma in numbers."""
    return written(chart, delimiter=";", comma=True).encode("utf-8-sig")


def written(chart: Chart, *, delimiter: str, comma: bool = False) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([cell(name) for name in chart.table.columns])
    writer.writerows([shown(value, comma=comma) for value in row] for row in chart.table.rows)
    return text.getvalue()


def shown(value: Cell, *, comma: bool) -> str:
    text = cell(value)
    return text.replace(".", ",") if comma and isinstance(value, float) else text

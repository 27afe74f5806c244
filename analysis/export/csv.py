"""CSV twice: plain (comma, point) and as Excel opens it in Belgium (semicolon, comma)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.chart import Cell, Chart
from analysis.export.registry import export
from analysis.export.safe import safe_text


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a spreadsheet writes its fields and its numbers."""

    delimiter: str
    point: str
    encoding: str


PLAIN = Dialect(",", ".", "utf-8")
BELGIAN = Dialect(";", ",", "utf-8-sig")
ENDS_FIELD = frozenset(',;\t"\r\n')
"""Quoted in both dialects, so that a file read with the wrong one makes no new fields."""


@export("csv", "csv", "text/csv")
def plain(chart: Chart) -> bytes:
    """UTF-8, commas between fields, a point in numbers."""
    return b"".join(stream(chart.table.columns, chart.table.rows, PLAIN))


@export("csv-be", "csv", "text/csv")
def belgian(chart: Chart) -> bytes:
    """UTF-8 with its mark, semicolons between fields, a comma in numbers."""
    return b"".join(stream(chart.table.columns, chart.table.rows, BELGIAN))


def stream(
    columns: Sequence[str], rows: Iterable[Sequence[Cell]], dialect: Dialect = PLAIN
) -> Iterator[bytes]:
    """Lines as they come, so that a million rows never stand in memory at once."""
    yield line(columns, dialect).encode(dialect.encoding)
    for row in rows:
        yield line(row, dialect).encode("utf-8")


def line(cells: Sequence[Cell], dialect: Dialect) -> str:
    return dialect.delimiter.join(field(cell, dialect) for cell in cells) + "\r\n"


def field(value: Cell, dialect: Dialect) -> str:
    """One field: a number in this dialect, or a text that no spreadsheet runs."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:.15g}".replace(".", dialect.point)
    text = safe_text(value)
    if ENDS_FIELD.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'

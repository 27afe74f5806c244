"""Every number of a dossier in one plain table: a line for each cell, in both kinds of CSV."""

from collections.abc import Iterator

from analysis.chart import Cell, Chart
from analysis.dossier.content import Dossier
from analysis.export.csv import BELGIAN, PLAIN, Dialect, stream
from analysis.words import say


def plain(dossier: Dossier, *, seal: str = "", frozen_on: str = "") -> bytes:
    """UTF-8, commas between fields, a point in numbers."""
    return table(dossier, PLAIN, seal=seal, frozen_on=frozen_on)


def belgian(dossier: Dossier, *, seal: str = "", frozen_on: str = "") -> bytes:
    """As Excel opens it in Belgium."""
    return table(dossier, BELGIAN, seal=seal, frozen_on=frozen_on)


def table(dossier: Dossier, dialect: Dialect, *, seal: str, frozen_on: str) -> bytes:
    """``seal`` stands in each line, so that a loose file tells which copy it is of."""
    _ = say(dossier.language).gettext
    columns = (
        _("Nummer"), _("Wat de cijfers zeggen"), _("Vraag en herkomst"), _("Regel"), _("Kolom"),
        _("Waarde"), _("Datum"), _("Controlegetal"),
    )  # fmt: skip
    marks = (frozen_on or dossier.day, seal)
    rows = (
        (number, chart.finding, chart.subtitle, *line, *marks)
        for number, chart in enumerate(dossier.charts(), start=1)
        for line in cells(chart)
    )
    return b"".join(stream(columns, rows, dialect))


def cells(chart: Chart) -> Iterator[tuple[Cell, Cell, Cell]]:
    """Row by row: the row's own words, the column, the value."""
    for row in chart.table.rows:
        name = next((cell for cell in reversed(row[:2]) if isinstance(cell, str)), "")
        for column, value in zip(chart.table.columns, row, strict=True):
            if value != name:
                yield name, column, value

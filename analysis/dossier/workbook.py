"""A dossier as a workbook: a list of what is in it, a sheet for each chart, and the codebook."""

import io
from typing import Any

from analysis.chart import Chart
from analysis.dossier.content import Dossier
from analysis.dossier.pdf import state
from analysis.export.xlsx import MADE, NARROWEST, OPTIONS, WORDS, codebook, text_of, write
from analysis.words import say


def workbook(dossier: Dossier, *, seal: str = "", frozen_on: str = "") -> bytes:
    """Numbers are numbers, everything else is text whatever it looks like."""
    import xlsxwriter  # slow import

    _ = say(dossier.language).gettext
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, OPTIONS) as book:
        book.set_properties({"created": MADE, "title": text_of(dossier.title)})
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        front = book.add_worksheet(_("inhoud"))
        lines = [(text_of(dossier.title), ""), (state(dossier, seal=seal, frozen_on=frozen_on), "")]
        named = list(enumerate(dossier.charts(), start=1))
        lines += [(f"{n}. {chart.finding}", chart.subtitle) for n, chart in named]
        write(front, (_("Wat de cijfers zeggen"), _("Vraag en herkomst")), lines, bold)
        front.set_column(0, 1, WORDS, wrapped)
        for n, chart in named:
            write(book.add_worksheet(str(n)), chart.table.columns, chart.table.rows, bold)
        meaning = book.add_worksheet(_("codeboek"))
        write(meaning, (_("Blad"), _("Wat"), _("Betekenis")), meanings(named), bold)
        meaning.set_column(1, 1, NARROWEST * 2, wrapped)
        meaning.set_column(2, 2, WORDS, wrapped)
    return body.getvalue()


def meanings(named: list[tuple[int, Chart]]) -> list[tuple[Any, ...]]:
    """What was asked, found and means what, sheet by sheet."""
    return [(n, *line) for n, chart in named for line in codebook(chart)]

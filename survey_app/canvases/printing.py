"""The canvas on paper: one sheet, A3 for the wall or A4 for the table."""

from datetime import date
from pathlib import Path
from typing import Any

from flask_babel import format_date
from flask_babel import gettext as _

from analysis.fitting import breakable
from survey_app.canvases.pages import BlockView, Page, version_words
from survey_app.canvases.rules import Card, Flow
from survey_app.canvases.words import SHORT_FLOWS, TOTALS, euro
from survey_app.core import i18n
from survey_app.core.clock import today
from survey_app.core.jobs import Spec, file_kind
from survey_app.projects.models import Project

TEMPLATE = Path(__file__).with_name("canvas.typ")


@file_kind("canvas", "pdf")
def canvas_pdf(spec: Spec) -> bytes:
    from analysis import typeset  # noqa: PLC0415 — slow import

    return typeset.pdf(TEMPLATE, spec)


def spec(project: Project, page: Page, *, size: str) -> dict[str, Any]:
    """All that stands on the sheet, in the language of who prints it."""
    return {
        "size": size,
        "lang": i18n.current(),
        "document": page.version.title,
        "title": breakable(page.version.title),
        "kicker": _("%(project)s · Business Model Canvas", project=project.name),
        "version": version_line(page, today()),
        "invented": _("verzonnen gegevens") if project.invented else "",
        "promise": {"title": _("Waardebelofte"), "text": breakable(page.version.promise)},
        "blocks": {str(block.code): printed_block(block, page) for block in page.blocks},
        "totals": totals(page),
    }


def version_line(page: Page, day: date) -> str:
    if page.shown is not None:
        return version_words(page.shown)
    return _("zoals het was op %(day)s", day=format_date(day, "d MMMM yyyy"))


def printed_block(block: BlockView, page: Page) -> dict[str, Any]:
    told = [(SHORT_FLOWS[flow], block.sums.of(flow)) for flow in Flow if block.sums.of(flow)]
    return {
        "title": block.title,
        "guide": block.guide,
        "notes": [printed_note(card, fresh=card.key in page.fresh) for card in block.cards],
        "sums": [f"{words}: {euro(cents)}" for words, cents in told],
    }


def printed_note(card: Card, *, fresh: bool) -> dict[str, Any]:
    money = "" if card.cents is None or card.flow is None else euro(card.cents)
    return {
        "text": breakable(card.text),
        "money": f"{money} {SHORT_FLOWS[card.flow]}" if money and card.flow else "",
        "dots": card.dots,
        "fresh": fresh,
    }


def totals(page: Page) -> list[dict[str, str]]:
    """What everything adds up to; empty while no note carries an amount."""
    if not page.sums:
        return []
    lines = [(str(TOTALS[flow]), page.sums.of(flow)) for flow in TOTALS if page.sums.of(flow)]
    year = page.sums.year
    lines.append((_("Tekort per jaar") if year < 0 else _("Over per jaar"), abs(year)))
    return [{"words": words, "amount": euro(cents)} for words, cents in lines]

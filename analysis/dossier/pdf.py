"""A dossier to print: who answered, one page that says it all, then every chart with its table."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from analysis import typeset
from analysis.cautions import general
from analysis.chart import Chart
from analysis.dossier.content import Dossier, Part, Tell, Way, short, silent
from analysis.draw.paging import pages
from analysis.export.pictures import is_numeric, shown
from analysis.words import day_words, number, say

TEMPLATE = Path(__file__).with_name("dossier.typ")
Drawn = dict[str, Any]
"""One chart as the template reads it."""

TALLEST = 900.0
"""So many units of a drawing fit on a page under its finding."""


def pdf(
    dossier: Dossier,
    *,
    seal: str = "",
    frozen_on: str = "",
    qr: str = "",
    tell: Tell = silent,
) -> bytes:
    """Set the dossier; ``seal`` and ``frozen_on`` are those of a frozen copy."""
    language = dossier.language
    charts = iter(drawn(dossier, tell))
    data = {
        "language": typeset.text_language(language),
        "words": words(language),
        "title": dossier.title,
        "village": dossier.village,
        "organiser": dossier.organiser,
        "meant_for": dossier.meant_for,
        "state": state(dossier, seal=seal, frozen_on=frozen_on),
        "footer": footer(dossier, frozen_on=frozen_on),
        "invented": dossier.invented,
        "address": dossier.address,
        "ways": ways(dossier),
        "who": [next(charts) for _chart in dossier.who],
        "summary": summary(dossier),
        "blocks": list(blocks(dossier, charts)),
        "promises": [
            {**{name: getattr(one, name) for name in one.__slots__}} for one in dossier.promises
        ],
        "limits": list(general(dossier.language)),
        "qr": qr,
    }
    return typeset.pdf(TEMPLATE, data)


def drawn(dossier: Dossier, tell: Tell) -> list[Drawn]:
    """Every chart in the order of reading; setting the pages is one step more."""
    charts = dossier.charts()
    found = []
    for done, chart in enumerate(charts):
        tell(done, len(charts) + 1)
        found.append(chart_data(chart))
    tell(len(charts), len(charts) + 1)
    return found


def words(language: str) -> dict[str, str]:
    """The words of the page itself."""
    _ = say(language).gettext
    return {
        "who": _("Wie antwoordde"),
        "summary": _("Samenvatting"),
        "certain": _("Wat is zeker"),
        "uncertain": _("Wat is niet zeker"),
        "needs": _("Wat mensen willen, en of het kan"),
        "topic": _("Onderwerp"),
        "importance": _("Belang"),
        "feasibility": _("Haalbaarheid"),
        "verdict": _("Oordeel"),
        "asks": _("Dit vragen we u te beslissen"),
        "yes": _("Ja"),
        "no": _("Nee"),
        "later": _("Later"),
        "everybody": _("Alle resultaten, voor iedereen leesbaar:"),
        "survey": _("Bevraging"),
        "way": _("Kanaal"),
        "people": _("Inzendingen"),
        "few": _("te weinig om te tonen"),
        "quotes": _("Wat mensen schreven"),
        "promises": _("U zei, wij deden"),
        "limits": _("Zo leest u de cijfers"),
        "invented": _("Verzonnen gegevens: dit is een voorbeeld."),
        "of": _("van"),
        "self_selected": _(
            "Wie meedeed, koos daar zelf voor. De cijfers gaan over hen, niet over iedereen."
        ),
        "shared": _("Groepen die te klein zijn, tonen we niet."),
    }


def state(dossier: Dossier, *, seal: str, frozen_on: str) -> str:
    """Whether this is a frozen copy, and how to know that it is the same."""
    _ = say(dossier.language).gettext
    if not seal:
        return _("Cijfers van %(day)s. Dit dossier volgt de antwoorden nog.") % {
            "day": day_words(dossier.day)
        }
    return _("Vastgelegd op %(day)s. Controlegetal %(seal)s.") % {
        "day": day_words(frozen_on),
        "seal": short(seal),
    }


def footer(dossier: Dossier, *, frozen_on: str) -> str:
    return day_words(frozen_on or dossier.day)


def ways(dossier: Dossier) -> list[dict[str, Any]]:
    """The channels by survey."""
    return [
        {"asked": asked, "rows": [[way.label, people(way, dossier.language)] for way in held]}
        for asked, held in groupby(dossier.ways, key=lambda way: way.asked)
    ]


def people(way: Way, language: str) -> str:
    """How many came through a channel; nothing where they are too few."""
    return "" if way.people is None else number(way.people, language)


def summary(dossier: Dossier) -> dict[str, Any]:
    held = dossier.summary
    return {
        "headline": held.headline,
        "lead": held.lead,
        "facts": [[one.big, one.words] for one in held.facts],
        "needs": [[one.label, one.importance, one.feasibility, one.verdict] for one in held.needs],
        "certain": list(held.certain),
        "uncertain": list(held.uncertain),
        "asks": list(held.asks),
    }


def blocks(dossier: Dossier, charts: Iterator[Drawn]) -> Iterator[dict[str, Any]]:
    """The parts in order; quotes that follow each other stand side by side."""
    for kind, held in groupby(dossier.parts, key=lambda part: part.kind):
        if kind == "quote":
            yield {"kind": "quotes", "quotes": [quote(part) for part in held]}
        else:
            yield from (block(part, charts) for part in held)


def quote(part: Part) -> list[str]:
    return [part.text, part.about]


def block(part: Part, charts: Iterator[Drawn]) -> dict[str, Any]:
    known = {"kind": part.kind, "heading": part.heading, "text": part.text}
    return known if part.chart is None else {**known, "chart": next(charts)}


def chart_data(chart: Chart) -> Drawn:
    """One chart as the page needs it: drawn for print, its table in the reader's numbers.

    Rows without any number stand in the drawing already.
    """
    return {
        "drawings": pages(chart, "print", tallest=TALLEST),
        "finding": chart.finding,
        "subtitle": chart.subtitle,
        "caption": chart.caption,
        "caution": chart.caution,
        "alt": chart.alt,
        "columns": list(chart.table.columns),
        "numeric": [is_numeric(chart, n) for n in range(len(chart.table.columns))],
        "rows": [
            [shown(cell, chart.language) for cell in row]
            for row in chart.table.rows
            if any(cell is not None for cell in row[1:])
        ],
    }

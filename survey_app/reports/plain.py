"""The results as a village reads them: "58 op 100", short sentences, bars without a chart."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from flask_babel import gettext as _

from analysis.chart import Chart, from_json
from analysis.figure import Bars

MOST_BARS = 6
MOST_CHARTS = 3
NAMES = 3


class PlainBar(NamedTuple):
    """One line: its words, what stands at the right, how long the bar is (0..100)."""

    label: str
    said: str
    width: float
    strong: bool


class PlainChart(NamedTuple):
    """A chart in plain words. ``more`` is how many lines only the table has."""

    title: str
    question: str
    bars: tuple[PlainBar, ...]
    more: int
    caution: bool
    table: Any


def plain_charts(document: Mapping[str, Any]) -> list[PlainChart]:
    """The first charts of a dossier that say what everybody chose, no group alone."""
    whole = (part for part in document["parts"] if part["chart"] and not part["about"])
    charts = (from_json(part["chart"]) for part in whole)
    found = [plain for chart in charts for plain in told(chart)]
    return found[:MOST_CHARTS]


def told(chart: Chart) -> Iterator[PlainChart]:
    """A priority chart of shares; any other needs more words than a phone has room for."""
    figure = chart.figure
    if chart.name != "priorities" or not isinstance(figure, Bars) or figure.dots:
        return
    if figure.whole is None or not figure.bars:
        return
    bars = [bar for bar in figure.bars if bar.value is not None]
    yield PlainChart(
        headline([bar.label for bar in bars if bar.strong], chart.finding),
        question_of(chart.subtitle),
        tuple(
            PlainBar(
                bar.label,
                said(bar.value or 0.0, figure.whole),
                round(100 * (bar.value or 0.0) / figure.whole, 1),
                bar.strong,
            )
            for bar in bars[:MOST_BARS]
        ),
        max(0, len(bars) - MOST_BARS),
        bool(chart.caution),
        chart.table,
    )


def said(value: float, whole: float) -> str:
    """So many of a hundred; with few answers so many of all."""
    if whole > 1:
        return _("%(n)s van de %(all)s", n=round(value), all=round(whole))
    return _("%(n)s op 100", n=round(100 * value))


def headline(first: list[str], finding: str) -> str:
    """Who stands on top, in words that anybody reads once."""
    if len(first) == 1:
        return _("Bovenaan: %(name)s", name=first[0])
    if 1 < len(first) <= NAMES:
        names = _("%(first)s en %(last)s", first=", ".join(first[:-1]), last=first[-1])
        return _("%(names)s staan samen bovenaan", names=names)
    return finding


def question_of(subtitle: str) -> str:
    """The question itself, which a subtitle begins with between quotes."""
    return subtitle[1:].partition("”")[0] if subtitle.startswith("“") else ""

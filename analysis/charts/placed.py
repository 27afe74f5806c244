"""Where a hall places options on importance and feasibility: the middle, and the middle half."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.chart import Chart, Dot, Plane, Table, chart
from analysis.disclosure import LEAST, may_show
from analysis.figure import Note
from analysis.sentences import (
    NAMES_IN_A_SENTENCE,
    few_caution,
    hidden_caption,
    hidden_finding,
    in_words,
    names,
    self_selected,
    subtitle,
)
from analysis.words import decimal, say

MIDDLE, LEAST_POINT, WIDTH = 3.0, 1.0, 4.0
"""Points run from 1 to 5."""

Three = tuple[float, float, float]
"""The border below the middle half, the middle answer, the border above."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One option as ``n`` people placed it, in points of both scales."""

    label: str
    n: int
    important: Three
    feasible: Three


@chart("placed")
def placed_chart(
    question: str,
    found: Sequence[Spot],
    *,
    n: int,
    k: int = LEAST,
    about: str = "",
    language: str = "nl",
) -> Chart:
    """Draw the options that at least ``k`` people placed."""
    shown = may_show(n, k=k)
    told = [spot for spot in found if may_show(spot.n, k=k)] if shown else []
    finding = finding_of(told, language) if shown else hidden_finding(language)
    return Chart(
        name="placed",
        finding=finding,
        subtitle=subtitle(question, n if shown else None, about, language),
        caption=caption(language) if told else "",
        alt=in_words(finding, [line(spot, language) for spot in told], language),
        table=table(told, language) if told else Table((), ()),
        figure=figure(told, language) if told else Note("", hidden_caption(language)),
        caution=few_caution(n, language, shares=False) if told else "",
        language=language,
    )


def finding_of(told: Sequence[Spot], language: str) -> str:
    _ = say(language).gettext
    do = [s.label for s in told if s.important[1] > MIDDLE and s.feasible[1] > MIDDLE]
    if not do:
        return _("Niets is volgens de groep belangrijk én haalbaar")
    if len(do) > NAMES_IN_A_SENTENCE:
        return _("%(n)s keuzes zijn volgens de groep belangrijk én haalbaar") % {"n": len(do)}
    return _("Volgens de groep belangrijk én haalbaar: %(names)s") % {"names": names(do, language)}


def caption(language: str) -> str:
    _ = say(language).gettext
    cross = _("Stip: het middelste antwoord. Kruis: de middelste helft van de groep.")
    return f"{cross} {self_selected(language)}"


def line(spot: Spot, language: str) -> str:
    _ = say(language).gettext
    return _("%(label)s: belang %(y)s op 5, haalbaarheid %(x)s op 5") % {
        "label": spot.label,
        "y": decimal(spot.important[1], 1, language),
        "x": decimal(spot.feasible[1], 1, language),
    }


def table(told: Sequence[Spot], language: str) -> Table:
    _ = say(language).gettext
    columns = (
        _("Keuze"), _("Belang"), _("van"), _("tot"),
        _("Haalbaarheid"), _("van"), _("tot"), _("Antwoorden"),
    )  # fmt: skip
    rows = [(s.label, *middle_first(s.important), *middle_first(s.feasible), s.n) for s in told]
    return Table(columns, tuple(rows))


def middle_first(three: Three) -> Three:
    low, middle, high = three
    return middle, low, high


def figure(told: Sequence[Spot], language: str) -> Plane:
    _ = say(language).gettext
    return Plane(
        dots=tuple(dot(spot) for spot in told),
        x_title=_("haalbaar"),
        y_title=_("belangrijk"),
        corners=(_("Eerst uitzoeken"), _("Doen"), _("Nu niet"), _("Mag erbij")),
        x_least=_("moeilijk"),
        y_least=_("minder belangrijk"),
    )


def dot(spot: Spot) -> Dot:
    (x_low, x, x_high), (y_low, y, y_high) = map(scaled, (spot.feasible, spot.important))
    return Dot(spot.label, x, y, x_low, x_high, y_low, y_high)


def scaled(three: Three) -> Three:
    """Points of 1 to 5 on an axis of 0 to 100."""
    low, middle, high = (100 * (point - LEAST_POINT) / WIDTH for point in three)
    return low, middle, high

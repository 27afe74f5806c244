"""Importance x feasibility: four corners, crosses for what is uncertain, open dots near a line."""

from collections.abc import Iterator

from analysis.chart import Chart, Dot, Plane, Table, chart
from analysis.priorities import FEW
from analysis.quadrant import MIDDLE, Quadrant, QuadrantPoint, Side
from analysis.sentences import NAMES_IN_A_SENTENCE, in_words, names, self_selected
from analysis.words import say


@chart("quadrant")
def quadrant_chart(found: Quadrant, *, about: str = "", language: str = "nl") -> Chart:
    """Draw topics by what people find important and what seems feasible."""
    _ = say(language).gettext
    what = _("Belang en haalbaarheid per onderwerp.")
    return Chart(
        name="quadrant",
        finding=finding(found, language),
        subtitle=" ".join(part for part in (what, people_words(found, language), about) if part),
        caption=caption(found, language),
        alt=in_words(finding(found, language), spoken(found, language), language),
        table=table(found, language),
        figure=figure(found, language),
        caution=caution(found, language),
        language=language,
    )


def figure(found: Quadrant, language: str) -> Plane:
    _ = say(language).gettext
    return Plane(
        dots=tuple(dot(point) for point in found.points),
        x_title=_("haalbaar"),
        y_title=_("belangrijk"),
        corners=(_("Eerst uitzoeken"), _("Doen"), _("Nu niet"), _("Mag erbij")),
        x_least=_("moeilijk"),
        y_least=_("minder belangrijk"),
        lists=tuple(lists(found, language)),
    )


def lists(found: Quadrant, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Topics that lack one side, under the words that say which."""
    _ = say(language).gettext
    titles = {
        "feasibility": _("Zonder cijfer voor haalbaarheid:"),
        "importance": _("Zonder cijfer voor belang:"),
    }
    for side, title in titles.items():
        labels = tuple(one.label for one in found.lacking if one.side == side)
        if labels:
            yield title, labels


def people_words(found: Quadrant, language: str) -> str:
    """How many people stand behind a dot: from the fewest to the most."""
    _ = say(language).gettext
    bases = [side.n for point in found.points for side in (point.x, point.y)]
    if not bases:
        return ""
    if min(bases) == max(bases):
        return _("%(n)s antwoorden per cijfer.") % {"n": bases[0]}
    return _("%(least)s tot %(most)s antwoorden per cijfer.") % {
        "least": min(bases),
        "most": max(bases),
    }


def caution(found: Quadrant, language: str) -> str:
    _ = say(language).gettext
    bases = [side.n for point in found.points for side in (point.x, point.y)]
    if not any(n < FEW for n in bases):
        return ""
    if all(n < FEW for n in bases):
        return _("Minder dan dertig antwoorden: lees dit voorzichtig.")
    return _("Achter sommige stippen staan minder dan dertig antwoorden: lees die voorzichtig.")


def dot(point: QuadrantPoint) -> Dot:
    x, y = point.x, point.y
    return Dot(point.label, x.value, y.value, x.low, x.high, y.low, y.high, point.grey)


def to_do(found: Quadrant) -> list[str]:
    """Topics that are surely important and surely feasible."""
    return [point.label for point in found.points if point.y.low > MIDDLE and point.x.low > MIDDLE]


def finding(found: Quadrant, language: str) -> str:
    _, ngettext = say(language).gettext, say(language).ngettext
    if not found.points:
        return _("Nog geen onderwerp met cijfers voor belang én haalbaarheid")
    sure = to_do(found)
    if not sure:
        return _("Nog geen enkel onderwerp is zeker belangrijk én haalbaar")
    if len(sure) <= NAMES_IN_A_SENTENCE:
        return _("Belangrijk én haalbaar: %(names)s") % {"names": names(sure, language)}
    return ngettext(
        "%(n)s onderwerp is belangrijk én haalbaar",
        "%(n)s onderwerpen zijn belangrijk én haalbaar",
        len(sure),
    ) % {"n": len(sure)}


def caption(found: Quadrant, language: str) -> str:
    """How to read it; which topics lack a side stands under the drawing and in the table."""
    _ = say(language).gettext
    said = []
    if found.points:
        said.append(_("Het kruis toont hoe zeker we zijn (95 %)."))
    if any(point.grey for point in found.points):
        said.append(_("Een open stip ligt te dicht bij een lijn om zeker te zijn."))
    if any(side.unit == "share" for point in found.points for side in (point.x, point.y)):
        said.append(_("De lijn in het midden is de helft van de mensen of van de schaal."))
    elif found.points:
        said.append(_("De lijnen staan in het midden van de schaal."))
    return " ".join([*said, self_selected(language)])


def spoken(found: Quadrant, language: str) -> list[str]:
    """Each topic for who does not see the chart."""
    _ = say(language).gettext
    return [
        _("%(label)s: belang %(y)s op 100, haalbaarheid %(x)s op 100")
        % {"label": point.label, "y": round(point.y.value), "x": round(point.x.value)}
        for point in found.points
    ]


def table(found: Quadrant, language: str) -> Table:
    _ = say(language).gettext
    columns = (
        _("Onderwerp"), _("Belang"), _("van"), _("tot"), _("Antwoorden"),
        _("Haalbaarheid"), _("van"), _("tot"), _("Antwoorden"),
    )  # fmt: skip
    rows = [(point.label, *cells(point.y), *cells(point.x)) for point in found.points]
    empty = [None] * (len(columns) - 1)
    return Table(columns, (*rows, *((one.label, *empty) for one in found.lacking)))


def cells(side: Side) -> tuple[float, float, float, int]:
    """One side's value, from, to and base, as the table tells them."""
    return round(side.value, 1), round(side.low, 1), round(side.high, 1), side.n

"""Importance x feasibility: four corners, crosses for what is uncertain, grey for too close to call."""

from analysis.chart import Chart, Dot, Plane, Table, chart
from analysis.quadrant import MIDDLE, Quadrant, QuadrantPoint
from analysis.words import listed, say


@chart("quadrant")
def quadrant_chart(found: Quadrant, *, about: str = "", language: str = "nl") -> Chart:
    """Draw topics by what people find important and what seems feasible."""
    _ = say(language).gettext
    return Chart(
        name="quadrant",
        finding=finding(found, language),
        subtitle=" ".join(
            part for part in (_("Belang en haalbaarheid per onderwerp."), about) if part
        ),
        caption=caption(found, language),
        alt=alternative(found, language),
        table=table(found, language),
        figure=Plane(
            tuple(dot(point) for point in found.points),
            _("Haalbaar"),
            _("Belangrijk"),
            (_("Later bekijken"), _("Doen"), _("Niet nu"), _("Kleine kans, klein werk")),
        ),
    )


def dot(point: QuadrantPoint) -> Dot:
    x, y = point.x, point.y
    return Dot(point.label, x.value, y.value, x.low, x.high, y.low, y.high, point.grey)


def to_do(found: Quadrant) -> list[str]:
    """Topics that are surely important and surely feasible."""
    return [point.label for point in found.points if point.y.low > MIDDLE and point.x.low > MIDDLE]


def finding(found: Quadrant, language: str) -> str:
    _ = say(language).gettext
    if not found.points:
        return _("Nog geen onderwerp met belang én haalbaarheid")
    sure = to_do(found)
    if not sure:
        return _("Nog geen enkel onderwerp is zeker belangrijk én haalbaar")
    if len(sure) <= 3:  # noqa: PLR2004 — a sentence holds three names
        return _("Belangrijk én haalbaar: %(names)s") % {"names": listed(sure, language)}
    return _("%(n)s onderwerpen zijn belangrijk én haalbaar") % {"n": len(sure)}


def caption(found: Quadrant, language: str) -> str:
    _ = say(language).gettext
    lines = [
        _(
            "Het kruis toont hoe zeker we zijn (95 %). Grijs ligt te dicht bij een lijn om te kiezen."
        ),
    ]
    if names := lacking(found, "feasibility"):
        lines.append(
            _("Haalbaarheid nog niet gevraagd: %(names)s.") % {"names": listed(names, language)}
        )
    if names := lacking(found, "importance"):
        lines.append(_("Belang nog niet gevraagd: %(names)s.") % {"names": listed(names, language)})
    return " ".join(lines)


def lacking(found: Quadrant, side: str) -> list[str]:
    return [one.label for one in found.lacking if one.side == side]


def alternative(found: Quadrant, language: str) -> str:
    _ = say(language).gettext
    parts = [
        _("%(label)s: belang %(y)s, haalbaarheid %(x)s op 100")
        % {
            "label": point.label,
            "y": round(point.y.value),
            "x": round(point.x.value),
        }
        for point in found.points
    ]
    return finding(found, language) + ". " + "; ".join(parts)


def table(found: Quadrant, language: str) -> Table:
    _ = say(language).gettext
    columns = (
        _("Onderwerp"), _("Belang"), _("van"), _("tot"), _("Antwoorden"),
        _("Haalbaarheid"), _("van"), _("tot"), _("Antwoorden"),
    )  # fmt: skip
    rows = tuple(
        (
            point.label,
            *(round(x, 1) for x in (point.y.value, point.y.low, point.y.high)),
            point.y.n,
            *(round(x, 1) for x in (point.x.value, point.x.low, point.x.high)),
            point.x.n,
        )
        for point in found.points
    )
    return Table(columns, rows)

"""The priority chart: who stands where, how sure that is, and which places are shared."""

from itertools import groupby

from analysis.axes import number_axis, share_axis
from analysis.chart import Chart, Table, chart
from analysis.figure import Bar, Bars, Note, Ticks
from analysis.priorities import Priorities, Priority
from analysis.priority_words import (
    axis_words,
    caption,
    caution,
    counted,
    finding,
    place_words,
    spoken,
    value_words,
)
from analysis.sentences import hidden_caption, in_words, more_rows, subtitle, too_few
from analysis.words import chance, number, percent, say

SMALLER_BASE = 0.9
"""A base under so much of the item's own is said under the label."""


@chart("priorities")
def priorities_chart(found: Priorities, *, about: str = "", language: str = "nl") -> Chart:
    """Draw an item's priorities; ``about`` says where the answers come from (dates, channels)."""
    n = None if found.hidden else found.n
    lines = [spoken(found, row, language) for row in found.rows]
    return Chart(
        name="priorities",
        finding=finding(found, language),
        subtitle=subtitle(found.label, n, about, language),
        caption=caption(found, language),
        alt=in_words(finding(found, language), lines, language),
        table=table(found, language),
        figure=Note("", hidden_caption(language)) if found.hidden else figure(found, language),
        caution=caution(found, language),
        language=language,
    )


def figure(found: Priorities, language: str) -> Bars:
    _ = say(language).gettext
    top, ticks = axis(found, language)
    groups = tuple(len(list(group)) for _place, group in groupby(found.rows, lambda r: r.place))
    return Bars(
        bars=tuple(bar(found, row, language) for row in found.rows),
        top=top,
        ticks=ticks,
        axis=axis_words(found, language),
        side_title=_("Kans op plaats 1"),
        place_title=_("Plaats"),
        groups=groups,
        apart=tuple(apart(found, language)),
        dots=found.unit == "mean",
        base=found.least if found.unit == "mean" else 0.0,
        whole=whole(found),
        more=more_rows(language),
    )


def bar(found: Priorities, row: Priority, language: str) -> Bar:
    sure = not found.very_few
    first = found.first()
    return Bar(
        label=row.label,
        value=float(row.count) if counted(found) else row.value,
        low=row.low if sure else None,
        high=row.high if sure else None,
        shown=value_words(found, row, language),
        side=chance(row.p_first, language) if sure else "",
        place=place_words(row),
        strong=row.place[0] == 1 and len(first) < len(found.rows),
        note=base_note(found, row, language),
    )


def whole(found: Priorities) -> float | None:
    """Everybody, or the end of the scale; points have no such end."""
    if counted(found):
        return float(found.n)
    return None if found.unit == "points" else found.top


def base_note(found: Priorities, row: Priority, language: str) -> str:
    """How many were asked, where it is clearly fewer than for the item as a whole."""
    base = row.n if found.unit == "share" else row.count
    if base >= SMALLER_BASE * found.n:
        return ""
    return say(language).ngettext("%(n)s antwoord", "%(n)s antwoorden", base) % {"n": base}


def apart(found: Priorities, language: str) -> list[Bar]:
    """What does not compete: who does not know, and options that too few people stand behind."""
    _ = say(language).gettext
    held = [Bar(label, None, shown=too_few(language)) for label in found.left_out]
    if not found.dont_know:
        return held
    share = found.dont_know / found.n
    words = number(found.dont_know, language)
    if found.unit != "share":
        words = _("%(count)s van de %(n)s") % {"count": found.dont_know, "n": found.n}
        return [*held, Bar(_("Weet ik niet"), None, shown=words)]
    value = float(found.dont_know) if counted(found) else share
    shown = words if counted(found) else percent(share, language)
    return [*held, Bar(_("Weet ik niet"), value, shown=shown)]


def axis(found: Priorities, language: str) -> tuple[float, Ticks]:
    """The end of the axis and its ticks, in round steps that hold the longest bar."""
    longest = max((row.value if found.very_few else row.high for row in found.rows), default=0.0)
    if counted(found):
        most = max((*(row.count for row in found.rows), found.dont_know, 1))
        return number_axis(0.0, float(most), language)
    if found.unit == "share":
        unknown = found.dont_know / found.n if found.n else 0.0
        return share_axis(max(longest, unknown), language)
    if found.unit == "rank":
        top, ticks = share_axis(longest, language)
        return top, tuple((value, str(round(100 * value))) for value, _label in ticks)
    if found.unit == "mean":
        return number_axis(found.least, found.top, language)
    return number_axis(0.0, longest, language)


def table(found: Priorities, language: str) -> Table:
    """The same numbers, each with its base; under ten answers only counts."""
    _ = say(language).gettext
    if found.hidden:
        return Table((), ())
    known = (_("Plaats"), _("Keuze"), _("Gevraagd"), _("Aantal"))
    if counted(found):
        rows = [(place_words(row), row.label, row.n, row.count) for row in found.rows]
        return Table(known, (*rows, *rows_apart(found, len(known), language)))
    value = {
        "share": _("Deel (%)"), "mean": _("Gemiddelde"),
        "points": _("Punten"), "rank": _("Rang (0 tot 100)"),
    }  # fmt: skip
    sure = () if found.very_few else (_("Van"), _("Tot"), _("Kans op plaats 1 (%)"))
    columns = (*known, value[found.unit], *sure)
    told = [(*row_of(found, row),)[: len(columns)] for row in found.rows]
    return Table(columns, (*told, *rows_apart(found, len(columns), language)))


def row_of(found: Priorities, row: Priority) -> tuple[str | int | float, ...]:
    by, places = (100, 1) if found.unit in {"share", "rank"} else (1, 2)
    figures = tuple(round(by * x, places) for x in (row.value, row.low, row.high))
    return (place_words(row), row.label, row.n, row.count, *figures, round(100 * row.p_first, 1))


def rows_apart(
    found: Priorities, width: int, language: str
) -> list[tuple[str | int | float | None, ...]]:
    """Rows without a place: options not shown, who does not know, who skipped."""
    _ = say(language).gettext
    rows: list[tuple[str | int | float | None, ...]] = [
        ("", label, *(None,) * (width - 2)) for label in found.left_out
    ]
    for label, n in ((_("Weet ik niet"), found.dont_know), (_("Overgeslagen"), found.skipped)):
        if n:
            rows.append(("", label, None, n, *(None,) * (width - 4)))
    return rows

"""What people answered beside what the village would have answered by its make-up."""

from analysis.axes import number_axis, share_axis
from analysis.chart import Cell, Chart, Table, chart
from analysis.codebook import ItemCode
from analysis.figure import Note, Pair, Pairs, Ticks
from analysis.raking import Both, Raked
from analysis.sentences import few_caution, in_words, more_rows, named, own_choice, too_few
from analysis.weighting import CannotWeighError
from analysis.words import decimal, percent, quoted, say

CLEAR = 0.05
"""A shift by weights of five in a hundred is worth a word."""


@chart("weighted")
def weighted_chart(
    found: Raked | CannotWeighError, *, item: ItemCode, about: str = "", language: str = "nl"
) -> Chart:
    """Draw raw and weighted figures together; or say in plain words why weighing cannot be."""
    if isinstance(found, CannotWeighError):
        return cannot(found, item, about, language)
    said = finding(found, language)
    return Chart(
        name="weighted",
        finding=said,
        subtitle=subtitle(found, about, language),
        caption=caption(found, language),
        alt=in_words(said, [spoken(found, row, language) for row in found.rows], language),
        table=table(found, language),
        figure=figure(found, language),
        caution=few_caution(round(found.effective), language, shares=False),
        language=language,
    )


def cannot(found: CannotWeighError, item: ItemCode, about: str, language: str) -> Chart:
    """No figure, but what to do."""
    said = say(language).gettext("De antwoorden zijn nog niet te wegen")
    return Chart(
        name="weighted",
        finding=said,
        subtitle=" ".join(part for part in (quoted(item.label, language), about) if part),
        caption="",
        alt=f"{said}. {found.words(language)}",
        table=Table((), ()),
        figure=Note("", found.words(language)),
        language=language,
    )


def figure(found: Raked, language: str) -> Pairs:
    _ = say(language).gettext
    top, ticks = axis(found, language)
    return Pairs(
        rows=tuple(pair(found, row, language) for row in found.rows),
        top=top,
        ticks=ticks,
        name=_("Zoals mensen antwoordden"),
        other_name=_("Gewogen naar het dorp"),
        side_title=_("Verschil"),
        more=more_rows(language),
    )


def axis(found: Raked, language: str) -> tuple[float, Ticks]:
    both = [one for row in found.rows for one in (row.raw, row.weighted) if one]
    longest = max(one.high for one in both)
    if found.unit == "share":
        return share_axis(longest, language)
    return number_axis(0.0, longest, language)


def pair(found: Raked, row: Both, language: str) -> Pair:
    shown = value_words(found, row.raw.value, language)
    value, low, high = row.raw
    if row.weighted is None:
        hidden = say(language).gettext("niet te wegen: te kleine groepen")
        return Pair(row.label, value, None, shown, hidden, low=low, high=high)
    return Pair(
        row.label, value, row.weighted.value, shown,
        other_shown=value_words(found, row.weighted.value, language),
        side=shift_words(found, row.raw.value, row.weighted.value, language),
        lit=abs(shift_of(row)) >= CLEAR * scale(found),
        low=low, high=high, other_low=row.weighted.low, other_high=row.weighted.high,
    )  # fmt: skip


def shift_of(row: Both) -> float:
    return 0.0 if row.weighted is None else row.weighted.value - row.raw.value


def scale(found: Raked) -> float:
    return 1.0 if found.unit in {"share", "rank"} else found.top - found.least


def value_words(found: Raked, value: float, language: str) -> str:
    if found.unit == "share":
        return percent(value, language)
    return str(round(100 * value)) if found.unit == "rank" else decimal(value, 1, language)


def shift_words(found: Raked, raw: float, fair: float, language: str) -> str:
    """The difference between the two figures as they are printed."""
    if found.unit in {"share", "rank"}:
        points = round(100 * fair) - round(100 * raw)
        return f"{'+' if points > 0 else '−' if points < 0 else ''}{abs(points)}"
    shift = round(fair, 1) - round(raw, 1)
    short = decimal(abs(shift), 1, language)
    return ("+" if shift > 0 else "−") + short if float(f"{shift:.1f}") else short


def finding(found: Raked, language: str) -> str:
    """Whether weighing changes what stands first."""
    _ = say(language).gettext
    if len(found.rows) == 1 or not found.whole:
        return moved(found, language)
    raw, fair = first(found, weighted=False), first(found, weighted=True)
    if len(raw) != 1 or len(fair) != 1:
        return moved(found, language)
    words = {"raw": named(raw[0], language), "fair": named(fair[0], language)}
    if raw == fair:
        return _("Ook na wegen bovenaan: %(raw)s") % words
    return _("Na wegen bovenaan: %(fair)s in plaats van %(raw)s") % words


def first(found: Raked, *, weighted: bool) -> list[str]:
    values = [
        (row.label, row.raw.value + (shift_of(row) if weighted else 0.0)) for row in found.rows
    ]
    best = max(value for _label, value in values)
    return [label for label, value in values if abs(value - best) < 1e-9]  # noqa: PLR2004 — equal


def moved(found: Raked, language: str) -> str:
    """Where nobody stands first alone: whether weighing moves anything."""
    _ = say(language).gettext
    shifts = [abs(shift_of(row)) for row in found.rows]
    if max(shifts) < CLEAR * scale(found):
        if not found.whole:
            return _("Wegen verandert weinig aan wat we tonen")
        return _("Wegen verandert weinig")
    widest = found.rows[shifts.index(max(shifts))]
    return _("Wegen verandert het meest bij: %(name)s") % {"name": named(widest.label, language)}


def subtitle(found: Raked, about: str, language: str) -> str:
    _ = say(language).gettext
    people = _("%(n)s antwoorden, na wegen zo zeker als %(effective)s.") % {
        "n": found.n,
        "effective": round(found.effective),
    }
    return " ".join(part for part in (quoted(found.label, language), people, about) if part)


def caption(found: Raked, language: str) -> str:
    _, ngettext = say(language).gettext, say(language).ngettext
    said = [
        _("Wegen laat elke groep meetellen naar haar deel van het dorp."),
        _("De lijn toont hoe zeker het cijfer is (95 %)."),
    ]
    if found.trimmed:
        said.append(
            ngettext(
                "%(n)s mens woog te zwaar en telt minder mee.",
                "%(n)s mensen wogen te zwaar en tellen minder mee.",
                found.trimmed,
            )
            % {"n": found.trimmed}
        )
    return " ".join([*said, own_choice(language)])


def spoken(found: Raked, row: Both, language: str) -> str:
    fair = row.weighted
    return say(language).gettext("%(label)s: %(raw)s, gewogen %(fair)s") % {
        "label": row.label,
        "raw": value_words(found, row.raw.value, language),
        "fair": value_words(found, fair.value, language) if fair else too_few(language),
    }


def table(found: Raked, language: str) -> Table:
    _ = say(language).gettext
    by, places = (100, 0) if found.unit in {"share", "rank"} else (1, 1)
    rows: list[tuple[Cell, ...]] = []
    for row in found.rows:
        fair = row.weighted or (None,) * 3
        told = (None if x is None else round(by * x, places) for x in (*row.raw, *fair))
        rows.append((row.label, *told))
    columns = (
        _("Keuze"), _("Ongewogen"), _("Van"), _("Tot"), _("Gewogen"), _("Van"), _("Tot"),
    )  # fmt: skip
    return Table(columns, tuple(rows))

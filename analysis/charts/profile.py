"""The profile of a caring neighbourhood: each trait on its scale, the strongest first."""

from analysis.axes import number_axis
from analysis.chart import Cell, Chart, Table, chart
from analysis.figure import Bar, Bars, Note
from analysis.priorities import Priorities, Priority
from analysis.sentences import (
    few_caution,
    hidden_caption,
    hidden_finding,
    in_words,
    more_rows,
    named,
    own_choice,
    subtitle,
    too_few,
)
from analysis.words import decimal, number, say


@chart("profile")
def profile_chart(found: Priorities, *, about: str = "", language: str = "nl") -> Chart:
    """Draw the mean of each trait as a dot on the scale, with its margin."""
    said = finding(found, language)
    lines = [f"{row.label}: {decimal(row.value, 1, language)}" for row in found.rows]
    return Chart(
        name="profile",
        finding=said,
        subtitle=subtitle(found.label, None if found.hidden else found.n, about, language),
        caption=caption(found, language),
        alt=in_words(said, lines, language),
        table=table(found, language) if found.rows else Table((), ()),
        figure=figure(found, language) if found.rows else Note("", hidden_caption(language)),
        caution="" if found.hidden else few_caution(found.n, language, shares=False),
        language=language,
    )


def figure(found: Priorities, language: str) -> Bars:
    _ = say(language).gettext
    top, ticks = number_axis(found.least, found.top, language)
    ends = {"least": number(found.least, language), "top": number(found.top, language)}
    return Bars(
        bars=tuple(bar(found, row, language) for row in found.rows),
        top=top,
        ticks=ticks,
        axis=_("Gemiddelde, van %(least)s (het minst) tot %(top)s (het meest).") % ends,
        dots=True,
        base=found.least,
        whole=found.top,
        apart=tuple(Bar(label, None, shown=too_few(language)) for label in found.left_out),
        more=more_rows(language),
    )


def bar(found: Priorities, row: Priority, language: str) -> Bar:
    sure = not found.very_few
    return Bar(
        row.label, row.value, row.low if sure else None, row.high if sure else None,
        decimal(row.value, 1, language), strong=row in ends(found),
    )  # fmt: skip


def ends(found: Priorities) -> tuple[Priority, ...]:
    """The strongest and the weakest, where their places really differ and each is alone."""
    if len(found.rows) < 2 or found.left_out:  # noqa: PLR2004 — one trait has no weakest
        return ()
    first, last = found.rows[0], found.rows[-1]
    alone = [row.place for row in found.rows]
    clear = alone.count(first.place) == 1 and alone.count(last.place) == 1
    return (first, last) if clear and first.place != last.place else ()


def finding(found: Priorities, language: str) -> str:
    _ = say(language).gettext
    if found.hidden:
        return hidden_finding(language)
    if not found.rows:
        return _("Te weinig antwoorden per keuze om te tonen")
    if len(found.rows) == 1:
        return about_one(found, language)
    return strongest(found, language)


def strongest(found: Priorities, language: str) -> str:
    """The strongest and the weakest where they are clear; else as much as is."""
    _ = say(language).gettext
    both = ends(found)
    if both:
        return _("Het sterkst: %(first)s. Het zwakst: %(last)s") % {
            "first": named(both[0].label, language), "last": named(both[1].label, language),
        }  # fmt: skip
    if len({row.place for row in found.rows}) == 1:
        return _("Geen kenmerk is duidelijk sterker dan een ander")
    if len(found.first()) == 1:
        return _("Het sterkst: %(first)s") % {"first": named(found.rows[0].label, language)}
    return _("Niet elk kenmerk is even sterk")


def about_one(found: Priorities, language: str) -> str:
    """One trait that may be told is neither strongest nor weakest."""
    row = found.rows[0]
    return say(language).gettext("Gemiddeld %(value)s op %(top)s: %(name)s") % {
        "name": named(row.label, language),
        "value": decimal(row.value, 1, language),
        "top": number(found.top, language),
    }


def caption(found: Priorities, language: str) -> str:
    _ = say(language).gettext
    if found.hidden:
        return ""
    return " ".join((_("De lijn toont hoe zeker het cijfer is (95 %)."), own_choice(language)))


def table(found: Priorities, language: str) -> Table:
    _ = say(language).gettext
    rows: list[tuple[Cell, ...]] = [
        (row.label, row.count, *(round(x, 2) for x in (row.value, row.low, row.high)))
        for row in found.rows
    ]
    rows += [(label, *(None,) * 4) for label in found.left_out]
    return Table((_("Kenmerk"), _("Aantal"), _("Gemiddelde"), _("Van"), _("Tot")), tuple(rows))

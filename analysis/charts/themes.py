"""Themes in open answers: how many speak of each; the words are shared by several people."""

from collections.abc import Sequence

from analysis.axes import share_axis
from analysis.chart import Cell, Chart, Table, chart
from analysis.figure import Bar, Bars, Note
from analysis.sentences import (
    few_caution,
    hidden_finding,
    in_words,
    more_rows,
    named,
    self_selected,
    subtitle,
)
from analysis.themes import FEWEST, Theme, Themes
from analysis.uncertainty import wilson
from analysis.words import percent, quoted, say


@chart("themes")
def themes_chart(
    found: Themes, *, quotes: Sequence[str] = (), about: str = "", language: str = "nl"
) -> Chart:
    """Draw the part of the answers that speaks of each theme; ``quotes`` are approved ones."""
    said = finding(found, language)
    n = found.n if not found.hidden else None
    return Chart(
        name="themes",
        finding=said,
        subtitle=subtitle(found.label, n, about, language),
        caption=caption(found, quotes, language),
        alt=in_words(
            said, [f"{t.label}: {percent(t.n / found.n, language)}" for t in found.themes], language
        ),
        table=table(found, language) if found.themes else Table((), ()),
        figure=figure(found, language) if found.themes else Note("", nothing(found, language)),
        caution=few_caution(found.n, language, shares=False) if found.themes else "",
        language=language,
    )


def figure(found: Themes, language: str) -> Bars:
    _ = say(language).gettext
    bars = [bar(theme, found.n, language) for theme in found.themes]
    longest = max(*(one.high or 0.0 for one in bars), found.rest / found.n)
    top, ticks = share_axis(longest, language)
    rest = Bar(
        _("Andere antwoorden"), found.rest / found.n, shown=percent(found.rest / found.n, language)
    )
    return Bars(
        bars=tuple(bars),
        top=top,
        ticks=ticks,
        axis=_("Hoeveel van de 100 antwoorden hierover gaan. Lijn: zo zeker zijn we (95 %)."),
        apart=(rest,) if found.rest else (),
        whole=1.0,
        more=more_rows(language),
    )


def bar(theme: Theme, n: int, language: str) -> Bar:
    low, high = wilson(theme.n, n)
    note = ", ".join(theme.words) if theme.name else ""
    return Bar(theme.label, theme.n / n, low, high, percent(theme.n / n, language), note=note)


def finding(found: Themes, language: str) -> str:
    _ = say(language).gettext
    if found.hidden and found.n == 0:
        return hidden_finding(language)
    if found.hidden:
        return _("Lees deze antwoorden zelf: het zijn er weinig")
    if not found.themes:
        return _("De antwoorden gaan over te veel verschillende dingen")
    top = [theme for theme in found.themes if theme.n == found.themes[0].n]
    if len(top) > 1:
        return _("Verschillende thema’s komen even vaak voor")
    return _("Het vaakst gaat het over: %(name)s") % {"name": named(top[0].label, language)}


def nothing(found: Themes, language: str) -> str:
    _ = say(language).gettext
    if found.hidden:
        return _("Onder %(n)s antwoorden zoekt de computer geen thema’s.") % {"n": FEWEST}
    return _("Geen woord komt vaak genoeg voor om te tonen.")


def caption(found: Themes, quotes: Sequence[str], language: str) -> str:
    _ = say(language).gettext
    if not found.themes:
        return ""
    said = [_("De computer stelt de thema’s voor, de coach geeft ze een naam.")]
    if all(not theme.name for theme in found.themes):
        said = [_("De computer stelde deze thema’s voor. Niemand gaf ze al een naam.")]
    said.append(self_selected(language))
    said += [quoted(quote, language) for quote in quotes]
    return " ".join(said)


def table(found: Themes, language: str) -> Table:
    _ = say(language).gettext
    rows: list[tuple[Cell, ...]] = [
        (t.label, ", ".join(t.words), t.n, round(100 * t.n / found.n, 1)) for t in found.themes
    ]
    if found.rest:
        rows.append((_("Andere antwoorden"), "", found.rest, round(100 * found.rest / found.n, 1)))
    return Table((_("Thema"), _("Woorden"), _("Antwoorden"), _("Deel (%)")), tuple(rows))

"""Pairwise strengths: how often each option would win a duel against another."""

from analysis.axes import share_axis
from analysis.chart import Cell, Chart, Table, chart
from analysis.duelling import Strength, Strengths
from analysis.figure import Bar, Bars, Note
from analysis.sentences import (
    few_caution,
    hidden_caption,
    hidden_finding,
    in_words,
    more_rows,
    named,
    own_choice,
    subtitle,
)
from analysis.words import chance, percent, say

EVEN = 0.5


@chart("strengths")
def strengths_chart(found: Strengths, *, about: str = "", language: str = "nl") -> Chart:
    """Draw the chance of each option to win a duel, with its margin."""
    _ = say(language).gettext
    said = finding(found, language)
    return Chart(
        name="strengths",
        finding=said,
        subtitle=subtitle(found.label, None if found.hidden else found.n, about, language),
        caption="" if found.hidden else caption(language),
        alt=in_words(
            said, [f"{r.label}: {percent(r.wins, language)}" for r in found.rows], language
        ),
        table=table(found, language) if found.rows else Table((), ()),
        figure=Note("", hidden_caption(language)) if found.hidden else figure(found, language),
        caution="" if found.hidden else few_caution(found.n, language, shares=False),
        language=language,
    )


def figure(found: Strengths, language: str) -> Bars:
    _ = say(language).gettext
    top, ticks = share_axis(max(row.high for row in found.rows), language)
    return Bars(
        bars=tuple(bar(row, language, strong=row is clear_first(found)) for row in found.rows),
        top=top,
        ticks=ticks,
        axis=_("Hoe vaak deze keuze een duel wint tegen een andere."),
        side_title=_("Kans op plaats 1"),
        whole=1.0,
        more=more_rows(language),
    )


def bar(row: Strength, language: str, *, strong: bool) -> Bar:
    return Bar(
        row.label, row.wins, row.low, row.high,
        shown=percent(row.wins, language), side=chance(row.p_first, language), strong=strong,
    )  # fmt: skip


def clear_first(found: Strengths) -> Strength | None:
    """The first option, when chance hardly puts another first."""
    best = found.rows[0]
    return best if len(found.rows) > 1 and best.p_first > 0.95 else None  # noqa: PLR2004 — 95 %


def finding(found: Strengths, language: str) -> str:
    _ = say(language).gettext
    if found.hidden:
        return hidden_finding(language)
    if not any(row.duels for row in found.rows):
        return _("Niemand vergeleek deze keuzes")
    best = clear_first(found)
    if best is None:
        return _("Geen keuze wint duidelijk de meeste duels")
    words = {"name": named(best.label, language), "wins": percent(best.wins, language)}
    return _("De meeste duels gewonnen, naar schatting %(wins)s: %(name)s") % words


def caption(language: str) -> str:
    _ = say(language).gettext
    return " ".join(
        (
            _("Geschat volgens Bradley en Terry, ook voor keuzes die elkaar niet ontmoetten."),
            _("De lijn toont hoe zeker het cijfer is (95 %)."),
            own_choice(language),
        )
    )


def table(found: Strengths, language: str) -> Table:
    _ = say(language).gettext
    rows: list[tuple[Cell, ...]] = []
    for row in found.rows:
        parts = (row.wins, row.low, row.high, row.p_first)
        rows.append((row.label, row.duels, *(round(100 * part, 1) for part in parts)))
    columns = (
        _("Keuze"), _("Duels"), _("Wint (%)"), _("Van"), _("Tot"), _("Kans op plaats 1 (%)"),
    )  # fmt: skip
    return Table(columns, tuple(rows))

"""What wins when people compare two at a time: how often each would win against an average one."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.chart import Chart, Table, chart
from analysis.disclosure import LEAST, may_show
from analysis.figure import Bar, Bars, Note
from analysis.sentences import (
    few_caution,
    hidden_caption,
    hidden_finding,
    in_words,
    names,
    self_selected,
    subtitle,
)
from analysis.words import decimal, say

TENTHS = tuple((tenth / 10, str(tenth)) for tenth in range(0, 11, 2))


@dataclass(frozen=True, slots=True)
class Duellist:
    """One option: its chance against an average one, and the comparisons it won and lost."""

    label: str
    chance: float
    won: int
    lost: int


@chart("duels")
def duels_chart(
    question: str,
    found: Sequence[Duellist],
    *,
    n: int,
    k: int = LEAST,
    about: str = "",
    language: str = "nl",
) -> Chart:
    """Show who wins most, the strongest on top; the strengths are those of Bradley and Terry."""
    shown = may_show(n, k=k)
    told = sorted(found, key=lambda one: -one.chance) if shown else []
    finding = finding_of(told, language) if shown else hidden_finding(language)
    return Chart(
        name="duels",
        finding=finding,
        subtitle=subtitle(question, n if shown else None, about, language),
        caption=caption(language) if told else "",
        alt=in_words(finding, [line(one, language) for one in told], language),
        table=table(told, language) if told else Table((), ()),
        figure=figure(told, language) if told else Note("", hidden_caption(language)),
        caution=few_caution(n, language, shares=False) if told else "",
        language=language,
    )


def finding_of(told: Sequence[Duellist], language: str) -> str:
    _ = say(language).gettext
    if not any(one.won for one in told):
        return _("Nog niets is vergeleken")
    best = [one.label for one in told if round(one.chance, 3) == round(told[0].chance, 3)]
    if len(best) == len(told):
        return _("Alles wint even vaak")
    return _("Wint het vaakst: %(names)s") % {"names": names(best, language)}


def caption(language: str) -> str:
    _ = say(language).gettext
    return _("Berekend uit alle paren (Bradley-Terry).") + " " + self_selected(language)


def times(one: Duellist, language: str) -> str:
    """How often of ten; the decimal keeps nearly always from reading as always."""
    return decimal(10 * one.chance, 1, language)


def line(one: Duellist, language: str) -> str:
    _ = say(language).gettext
    return _("%(label)s: %(n)s op 10") % {"label": one.label, "n": times(one, language)}


def table(told: Sequence[Duellist], language: str) -> Table:
    _ = say(language).gettext
    rows = tuple((one.label, round(100 * one.chance, 1), one.won, one.lost) for one in told)
    return Table((_("Keuze"), _("Wint (%)"), _("Gewonnen"), _("Verloren")), rows)


def figure(told: Sequence[Duellist], language: str) -> Bars:
    _ = say(language).gettext
    bars = (Bar(o.label, o.chance, shown=times(o, language)) for o in told)
    return Bars(
        bars=tuple(bars),
        top=1.0,
        ticks=TENTHS,
        axis=_("Hoeveel keer op 10 dit wint van een andere keuze."),
        more=_("En nog %(n)s keuzes. Ze staan in de tabel."),
    )

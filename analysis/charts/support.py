"""How much support each card of a wall got, as it was given: a dot is a dot, not a person."""

from collections.abc import Sequence

from analysis.axes import number_axis
from analysis.chart import Chart, Table, chart
from analysis.disclosure import LEAST, may_show
from analysis.figure import Bar, Bars, Note
from analysis.sentences import (
    NAMES_IN_A_SENTENCE,
    hidden_caption,
    hidden_finding,
    in_words,
    names,
    self_selected,
    subtitle,
)
from analysis.words import number, say

Cards = Sequence[tuple[str, int]]
"""The words of each card with its dots."""


@chart("support")
def support_chart(
    question: str,
    cards: Cards,
    *,
    n: int,
    k: int = LEAST,
    about: str = "",
    language: str = "nl",
) -> Chart:
    """Show the cards with most dots on top; ``n`` people took part."""
    told = sorted(cards, key=lambda card: -card[1]) if may_show(n, k=k) else []
    finding = finding_of(told, language) if may_show(n, k=k) else hidden_finding(language)
    return Chart(
        name="support",
        finding=finding,
        subtitle=subtitle(question, None, told_of(n, about, language, k=k), language),
        caption=self_selected(language) if told else "",
        alt=in_words(finding, [f"{text}: {dots}" for text, dots in told], language),
        table=Table(columns(language), tuple(told)) if told else Table((), ()),
        figure=figure(told, language) if told else Note("", hidden_caption(language)),
        language=language,
    )


def columns(language: str) -> tuple[str, str]:
    _ = say(language).gettext
    return _("Kaartje"), _("Stippen")


def told_of(n: int, about: str, language: str, *, k: int) -> str:
    """How many people took part, when that may be told, and where it comes from."""
    ngettext = say(language).ngettext
    people = ngettext("%(n)s mens deed mee.", "%(n)s mensen deden mee.", n) % {"n": n}
    return " ".join(filter(None, (people if may_show(n, k=k) else "", about)))


def finding_of(told: Cards, language: str) -> str:
    """Who stands on top; a tie is told as a tie."""
    _ = say(language).gettext
    most = max((dots for _text, dots in told), default=0)
    top = [text for text, dots in told if dots == most]
    if not most:
        return _("Nog niemand gaf een stip")
    if len(top) > NAMES_IN_A_SENTENCE:
        return _("%(n)s kaartjes staan samen bovenaan") % {"n": len(top)}
    return _("De meeste stippen: %(names)s") % {"names": names(top, language)}


def figure(told: Cards, language: str) -> Bars:
    _ = say(language).gettext
    top, ticks = number_axis(0.0, float(max(dots for _text, dots in told)), language)
    return Bars(
        bars=tuple(Bar(text, float(dots), shown=number(dots, language)) for text, dots in told),
        top=top,
        ticks=ticks,
        axis=_("Aantal stippen. Eén mens kon er meer dan één geven."),
        more=_("En nog %(n)s kaartjes. Ze staan in de tabel."),
    )

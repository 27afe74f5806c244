"""What a level of measurement says of its answers, before it is a chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.chart import Table
from analysis.distributions import People, Told
from analysis.figure import Figure
from analysis.priorities import VERY_FEW
from analysis.sentences import NAMES_IN_A_SENTENCE, names, too_few
from analysis.words import number, percent, say

Pairs = Sequence[tuple[str, Told]]
"""Labels with the people behind them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding, its figure and table, its rows as they are spoken; ``lined`` with intervals."""

    finding: str
    figure: Figure
    table: Table
    lines: tuple[str, ...]
    lined: bool = False


def part_words(n: Told, base: int, language: str) -> str:
    """A number of people beside its bar: a share, under ten answers a count."""
    if n is None:
        return too_few(language)
    return number(n, language) if base < VERY_FEW else percent(n / base, language)


def percents(n: Told, base: int) -> float | None:
    return None if n is None or not base else round(100 * n / base, 1)


def commonest(pairs: Pairs, base: int, language: str, *, first: bool = False) -> str:
    """The finding of a plain count: what was chosen most, or put ``first`` most."""
    _ = say(language).gettext
    known = [(label, n) for label, n in pairs if n is not None]
    most = max((n for _label, n in known), default=0)
    top = [label for label, n in known if n == most]
    if len(known) < len(pairs):
        return of_what_is_shown(top, language)
    if not most:
        return _("Niemand koos een antwoord")
    if len(top) > 1:
        return alike(top, len(pairs), language)
    words = {"name": names(top, language), "part": part_words(most, base, language)}
    if base < VERY_FEW:
        words["part"] = _("%(n)s van de %(all)s") % {"n": most, "all": base}
    if first:
        return _("Het vaakst op plaats 1: %(name)s (%(part)s)") % words
    return _("Het vaakst gekozen: %(name)s (%(part)s)") % words


def of_what_is_shown(top: list[str], language: str) -> str:
    """What is not shown may have been chosen more."""
    _ = say(language).gettext
    if not 0 < len(top) <= NAMES_IN_A_SENTENCE:
        return _("Niet elk aantal mag getoond worden")
    return _("Het vaakst gekozen van wat we tonen: %(names)s") % {"names": names(top, language)}


def alike(top: list[str], every: int, language: str) -> str:
    """Several that were chosen as often as each other, and more than the others."""
    _, ngettext = say(language).gettext, say(language).ngettext
    if len(top) == every:
        return _("Alle antwoorden zijn even vaak gekozen")
    if len(top) <= NAMES_IN_A_SENTENCE:
        return _("Even vaak gekozen: %(names)s") % {"names": names(top, language)}
    return ngettext(
        "%(n)s antwoord staat bovenaan", "%(n)s antwoorden staan samen bovenaan", len(top)
    ) % {"n": len(top)}


def extra_rows(
    held: People, width: int, language: str, unknown: Told
) -> list[tuple[str | int | None, ...]]:
    """Who does not know and who skipped, under the numbers."""
    _ = say(language).gettext
    rows: list[tuple[str | int | None, ...]] = []
    for label, n in ((_("Weet ik niet"), unknown), (_("Overgeslagen"), held.skipped)):
        if n:
            rows.append((label, n, *(None,) * (width - 2)))
    return rows

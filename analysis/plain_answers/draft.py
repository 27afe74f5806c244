"""What a level of measurement says of its answers, before it is a chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.chart import Table
from analysis.distributions import People, Told
from analysis.figure import Figure
from analysis.priorities import VERY_FEW
from analysis.sentences import NAMES_IN_A_SENTENCE, names, too_few
from analysis.words import percent, say

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
    return str(n) if base < VERY_FEW else percent(n / base, language)


def percents(n: Told, base: int) -> float | None:
    return None if n is None or not base else round(100 * n / base, 1)


def commonest(pairs: Pairs, base: int, language: str) -> str:
    """The finding of a plain count: what was chosen most, alone or together."""
    _, ngettext = say(language).gettext, say(language).ngettext
    if any(n is None for _label, n in pairs):
        return _("Niet elk aantal mag getoond worden")
    most = max((n for _label, n in pairs if n is not None), default=0)
    if not most:
        return _("Niemand koos een antwoord")
    top = [label for label, n in pairs if n == most]
    words = {"names": names(top, language), "n": len(top)}
    if len(top) == 1:
        share = percent(most / base, language)
        told = _("%(n)s van de %(all)s") % {"n": most, "all": base} if base < VERY_FEW else share
        return _("Het vaakst gekozen: %(name)s (%(part)s)") % {
            "name": names(top, language),
            "part": told,
        }
    if len(top) == len(pairs):
        return _("Alle antwoorden zijn even vaak gekozen")
    if len(top) <= NAMES_IN_A_SENTENCE:
        return _("Even vaak gekozen: %(names)s") % words
    return (
        ngettext("%(n)s antwoord staat bovenaan", "%(n)s antwoorden staan samen bovenaan", len(top))
        % words
    )


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

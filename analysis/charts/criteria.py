"""Options on several criteria: the weighted total, and how far a weight may move."""

from fractions import Fraction

from analysis.chart import Cell, Chart, Table, chart
from analysis.criteria import Criteria
from analysis.figure import Entry, Grid, Line, Note
from analysis.sentences import NAMES_IN_A_SENTENCE, in_words, more_rows, named, names
from analysis.words import decimal, percent, quoted, say

WHOLE = (Fraction(0), Fraction(1))


@chart("criteria")
def criteria_chart(found: Criteria, *, about: str = "", language: str = "nl") -> Chart:
    """Draw each option's score on each criterion, the total first."""
    _ = say(language).gettext
    said = finding(found, language)
    empty = not found.options or not any(found.weights.values())
    return Chart(
        name="criteria",
        finding=said,
        subtitle=" ".join(part for part in (quoted(found.label, language), about) if part),
        caption="" if empty else caption(found, language),
        alt=in_words(
            said,
            [] if empty else [spoken(found, code, language) for code in order(found)],
            language,
        ),
        table=Table((), ()) if empty else table(found, language),
        figure=Note("", _("Geef criteria, scores en gewichten."))
        if empty
        else figure(found, language),
        language=language,
    )


def order(found: Criteria) -> list[str]:
    return sorted(found.options, key=lambda code: -found.total(code))


def figure(found: Criteria, language: str) -> Grid:
    _ = say(language).gettext
    highest = max(score for scores in found.scores.values() for score in scores.values())
    return Grid(
        rows=tuple(line(found, code, language) for code in order(found)),
        columns=(
            _("Totaal"),
            *(f"{name} ({percent(float(found.share(code)), language)})"
              for code, name in found.criteria.items()),
        ),
        top=float(highest) or 1.0,
        axis=_("Tussen haakjes: hoe zwaar het criterium weegt."),
        more=more_rows(language),
    )  # fmt: skip


def line(found: Criteria, code: str, language: str) -> Line:
    first = code in found.first() and len(found.first()) < len(found.options)
    values = (found.total(code), *(found.scores[code][c] for c in found.criteria))
    entries = tuple(
        Entry(float(value), decimal(float(value), 1, language), strong=first and n == 0)
        for n, value in enumerate(values)
    )
    return Line(found.options[code], entries, lit=first)


def finding(found: Criteria, language: str) -> str:
    _ = say(language).gettext
    if not found.options or not any(found.weights.values()):
        return _("Er zijn nog geen scores met gewichten")
    first = [found.options[code] for code in found.first()]
    if len(first) == len(found.options) > 1:
        return _("Alle keuzes scoren evenveel")
    if len(first) > NAMES_IN_A_SENTENCE:
        return _("Meer dan drie staan samen het hoogst")
    if len(first) > 1:
        return _("%(names)s staan samen bovenaan") % {"names": names(first, language)}
    if all(found.range_of(c) == WHOLE for c in found.criteria):
        return _("De hoogste score, welk criterium u ook zwaarder laat wegen: %(name)s") % {
            "name": named(first[0], language)
        }
    return _("De hoogste score met deze gewichten: %(name)s") % {"name": named(first[0], language)}


def caption(found: Criteria, language: str) -> str:
    """For each criterion, between which weights the first stays first."""
    _ = say(language).gettext
    ranges = []
    for code, name in found.criteria.items():
        low, high = found.range_of(code)
        if (low, high) != WHOLE and len(found.first()) == 1:
            words = {
                "name": name,
                "low": percent(float(low), language),
                "high": percent(float(high), language),
            }
            ranges.append(_("%(name)s %(low)s tot %(high)s") % words)
    told = _("Dat blijft zo bij deze gewichten: %(ranges)s.") % {"ranges": "; ".join(ranges)}
    return " ".join([*([told] if ranges else []), _("De gewichten zijn een keuze, geen meting.")])


def spoken(found: Criteria, code: str, language: str) -> str:
    return f"{found.options[code]}: {decimal(float(found.total(code)), 1, language)}"


def table(found: Criteria, language: str) -> Table:
    _ = say(language).gettext
    rows: list[tuple[Cell, ...]] = []
    for code in order(found):
        scores = (round(float(found.scores[code][c]), 2) for c in found.criteria)
        rows.append((found.options[code], round(float(found.total(code)), 2), *scores))
    return Table((_("Keuze"), _("Totaal"), *found.criteria.values()), tuple(rows))

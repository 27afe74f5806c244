"""Numbers and days along a line: how often each, or each range of them, was given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.axes import number_axis
from analysis.bins import Bin, day_bins, middle, number_bins
from analysis.chart import Cell, Table
from analysis.codebook import ItemCode
from analysis.distributions import People, days, values, whole
from analysis.figure import Column, Columns, Note
from analysis.plain_answers.draft import Draft, commonest, extra_rows, percents
from analysis.priorities import VERY_FEW
from analysis.words import number, say


def numbers(item: ItemCode, held: People, *, k: int, language: str) -> Draft:
    """A histogram of numbers; the middle answer is the finding."""
    given = values(held)
    draft = columns(item, held, number_bins(given, language), k=k, language=language)
    if isinstance(draft.figure, Note):
        return draft
    return replace(draft, finding=middle_words(given, language))


def middle_words(given: Mapping[float, int], language: str) -> str:
    _ = say(language).gettext
    words = {"value": number(round(middle(given), 2), language)}
    if len(given) == 1:
        return _("Iedereen antwoordde %(value)s") % words
    return _("Het middelste antwoord is %(value)s") % words


def dates(item: ItemCode, held: People, *, k: int, language: str) -> Draft:
    """How often each day, month or year was given."""
    return columns(item, held, day_bins(days(held), language), k=k, language=language)


def nothing(words: str) -> Draft:
    return Draft(words, Note("", f"{words}."), Table((), ()), ())


def columns(item: ItemCode, held: People, bins: Sequence[Bin], *, k: int, language: str) -> Draft:
    """Columns of people; a note instead when some of them may not be told."""
    _ = say(language).gettext
    if not bins:
        return nothing(_("Niemand gaf een antwoord"))
    if not whole(item, held, [one.n for one in bins], k=k):
        return nothing(_("Niet elk aantal mag getoond worden"))
    pairs = [(one.label, one.n) for one in bins]
    top, ticks = number_axis(0.0, float(max(n for _label, n in pairs)), language)
    figure = Columns(
        tuple(Column(label, float(n), number(n, language) if n else "") for label, n in pairs),
        top,
        ticks,
        _("Hoeveel mensen dit antwoordden."),
    )
    few = held.given < VERY_FEW
    rows: list[tuple[Cell, ...]] = [
        (label, n) if few else (label, n, percents(n, held.given)) for label, n in pairs
    ]
    names = (_("Antwoord"), _("Aantal"), *(() if few else (_("Deel (%)"),)))
    return Draft(
        commonest(pairs, held.given, language),
        figure,
        Table(names, (*rows, *extra_rows(held, len(names), language, held.dont_know))),
        tuple(f"{label}: {number(n, language)}" for label, n in pairs),
    )

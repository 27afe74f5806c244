"""Choices in the order of the question: one, several, a ranking's first places, points."""

from dataclasses import replace

from analysis.axes import number_axis, share_axis
from analysis.chart import Table
from analysis.codebook import ItemCode
from analysis.distributions import People, Row, Told, firsts, options, whole
from analysis.figure import Bar, Bars
from analysis.plain_answers.draft import Draft, commonest, extra_rows, part_words, percents
from analysis.priorities import VERY_FEW
from analysis.sentences import NAMES_IN_A_SENTENCE, names, too_few
from analysis.uncertainty import wilson
from analysis.words import mean_words, number, percent, say


def chosen(item: ItemCode, held: People, *, k: int, language: str) -> Draft:
    """How many people chose each option."""
    _ = say(language).gettext
    axis = _("Hoeveel van de 100 mensen dit kozen.")
    return counted(item, held, options(item, held, k=k), axis, language)


def first_places(item: ItemCode, held: People, *, k: int, language: str) -> Draft:
    """How many people put each option first."""
    _ = say(language).gettext
    axis = _("Hoeveel van de 100 mensen dit op plaats 1 zetten.")
    row = firsts(item, held, k=k)
    draft = counted(item, held, row, axis, language)
    labels = [option.label for option in item.options]
    pairs = list(zip(labels, row.counts, strict=True))
    return replace(draft, finding=commonest(pairs, held.n, language, first=True))


def counted(item: ItemCode, held: People, row: Row, axis: str, language: str) -> Draft:
    _ = say(language).gettext
    few = held.n < VERY_FEW
    pairs = list(zip([option.label for option in item.options], row.counts, strict=True))
    bars = tuple(bar(label, n, held.n, language) for label, n in pairs)
    unknown = unknown_bar(row.dont_know, held.n, language)
    every = (*bars, *unknown)
    longest = max((one.high or one.value or 0.0 for one in every), default=0.0)
    top, ticks = number_axis(0.0, longest, language) if few else share_axis(longest, language)
    line = "" if few else " " + _("Lijn: zo zeker zijn we (95 %).")
    figure = Bars(
        bars=bars,
        top=top,
        ticks=ticks,
        axis=(_("Hoeveel mensen dit kozen.") if few else axis) + line,
        apart=unknown,
        whole=float(held.n) if few else 1.0,
        more=_("En nog %(n)s antwoorden. Ze staan in de tabel."),
    )
    return Draft(
        commonest(pairs, held.n, language),
        figure,
        count_table(pairs, held, row.dont_know, language),
        tuple(f"{one.label}: {one.shown}" for one in every),
        lined=not few,
    )


def bar(label: str, n: Told, base: int, language: str) -> Bar:
    if n is None:
        return Bar(label, None, shown=too_few(language))
    if base < VERY_FEW:
        return Bar(label, float(n), shown=number(n, language))
    low, high = wilson(n, base)
    return Bar(label, n / base, low, high, percent(n / base, language))


def unknown_bar(n: Told, base: int, language: str) -> tuple[Bar, ...]:
    """Who does not know, as a bar that stands apart; nothing when nobody or too few."""
    if not n:
        return ()
    value = float(n) if base < VERY_FEW else n / base
    label = say(language).gettext("Weet ik niet")
    return (Bar(label, value, shown=part_words(n, base, language)),)


def count_table(pairs: list[tuple[str, Told]], held: People, unknown: Told, language: str) -> Table:
    _ = say(language).gettext
    if held.n < VERY_FEW:
        rows = [(label, n) for label, n in pairs]
        return Table((_("Antwoord"), _("Aantal")), (*rows, *extra_rows(held, 2, language, unknown)))
    told = [(label, n, percents(n, held.n)) for label, n in pairs]
    columns = (_("Antwoord"), _("Aantal"), _("Deel (%)"))
    return Table(columns, (*told, *extra_rows(held, 3, language, unknown)))


def divided(item: ItemCode, held: People, *, k: int, language: str) -> Draft:
    """The mean points of each option; of a sensitive item only when nobody can be told apart."""
    _ = say(language).gettext
    labels = [option.label for option in item.options]
    means = [mean_points(held, code) for code in item.option_codes]
    if not held.given or not whole(item, held, [held.given], k=k):
        means = []
    bars = tuple(
        Bar(label, mean, shown=mean_words(mean, language))
        for label, mean in zip(labels, means, strict=False)
    ) or tuple(Bar(label, None, shown=too_few(language)) for label in labels)
    top, ticks = number_axis(0.0, max(means, default=0.0), language)
    rows = tuple((label, round(mean, 2)) for label, mean in zip(labels, means, strict=False))
    return Draft(
        most_points(labels, means, language),
        Bars(bars, top, ticks, _("Gemiddeld aantal punten.")),
        Table((_("Antwoord"), _("Punten")), rows),
        tuple(f"{one.label}: {one.shown}" for one in bars),
    )


def mean_points(held: People, code: str) -> float:
    total: float = sum(answer.value.get(code, 0) * n for answer, n in held.answers)
    return total / (held.given or 1)


def most_points(labels: list[str], means: list[float], language: str) -> str:
    _ = say(language).gettext
    if not means:
        return _("Niet elk aantal mag getoond worden")
    best = [label for label, mean in zip(labels, means, strict=True) if mean == max(means)]
    if len(best) == len(labels) > 1:
        return _("Alles krijgt gemiddeld evenveel")
    if len(best) > NAMES_IN_A_SENTENCE:
        return _("Meer dan drie staan samen het hoogst")
    return _("Gemiddeld de meeste punten: %(names)s") % {"names": names(best, language)}

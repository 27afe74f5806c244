"""Answers on a scale, left and right of its middle; who does not know stands apart."""

from analysis.chart import Cell, Table
from analysis.codebook import ItemCode
from analysis.distributions import People, Row, grid, points, scale
from analysis.figure import Stack, Stacks
from analysis.plain_answers.draft import Draft, commonest, extra_rows, part_words, percents
from analysis.priorities import VERY_FEW
from analysis.sentences import NAMES_IN_A_SENTENCE, more_rows, names, too_few
from analysis.words import decimal, number, say


def rated(item: ItemCode, held: People, *, k: int, language: str) -> Draft:
    """One scale: how many people gave each point."""
    _ = say(language).gettext
    row = points(item, held, k=k)
    labels = point_labels(item, held)
    pairs = list(zip(labels, row.counts, strict=True))
    base = row.given
    few = base < VERY_FEW
    rows: list[tuple[Cell, ...]] = [
        (label, n) if few else (label, n, percents(n, base)) for label, n in pairs
    ]
    columns = (_("Antwoord"), _("Aantal"), *(() if few else (_("Deel (%)"),)))
    return Draft(
        commonest(pairs, base, language),
        figure((stack(row, "", language),), labels, language),
        Table(columns, (*rows, *extra_rows(held, len(columns), language, row.dont_know))),
        tuple(f"{label}: {part_words(n, base, language)}" for label, n in pairs),
    )


def rated_rows(item: ItemCode, held: People, *, k: int, language: str) -> Draft:
    """Several rows on one scale."""
    _ = say(language).gettext
    rows = grid(item, held, k=k)
    labels = point_labels(item, held)
    columns = (_("Rij"), _("Antwoorden"), *labels, _("Weet ik niet"), _("Gemiddelde"))
    means = [mean(row, item, held) for row in rows]
    table = Table(
        columns,
        tuple(
            (row.label, row.given if row.whole else None, *row.counts, row.dont_know, rounded(m))
            for row, m in zip(rows, means, strict=True)
        ),
    )
    lines = tuple(
        f"{row.label}: {too_few(language) if m is None else decimal(m, 1, language)}"
        for row, m in zip(rows, means, strict=True)
    )
    stacks = tuple(stack(row, row.label, language) for row in rows)
    return Draft(
        highest(rows, means, codes(item, held), language),
        figure(stacks, labels, language),
        table,
        lines,
    )


def figure(stacks: tuple[Stack, ...], labels: tuple[str, ...], language: str) -> Stacks:
    _ = say(language).gettext
    title = _("Weet ik niet") if any(row.apart for row in stacks) else ""
    return Stacks(
        stacks, labels, apart_title=title, hidden=too_few(language), more=more_rows(language)
    )


def stack(row: Row, label: str, language: str) -> Stack:
    """A row's shares among who gave a point; nothing of it when a part may not be told."""
    base = row.given
    unsure = number(row.dont_know, language) if row.dont_know else ""
    if not row.whole:
        return Stack(label, None)
    if not base:
        return Stack(label, (0.0,) * len(row.counts), apart=unsure)
    counts = [n or 0 for n in row.counts]
    note = say(language).ngettext("%(n)s antwoord", "%(n)s antwoorden", base) % {"n": base}
    return Stack(
        label,
        tuple(n / base for n in counts),
        tuple(part_words(n, base, language) for n in counts),
        unsure,
        note if label else "",
    )


def codes(item: ItemCode, held: People) -> tuple[str, ...]:
    """The scale's points, from those given when the codebook has none."""
    given: set[str] = set()
    for answer, _n in held.answers:
        values = answer.value.values() if isinstance(answer.value, dict) else [answer.value]
        given |= {str(value) for value in values if value is not None}
    return scale(item, given)


def point_labels(item: ItemCode, held: People) -> tuple[str, ...]:
    known = {point.code: point.label for point in item.points}
    return tuple(known.get(code, code) for code in codes(item, held))


def mean(row: Row, item: ItemCode, held: People) -> float | None:
    """The mean point of a row; None when it may not be told or nobody gave one."""
    if not row.whole or not row.given:
        return None
    total = sum(int(code) * (n or 0) for code, n in zip(codes(item, held), row.counts, strict=True))
    return total / row.given


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def highest(
    rows: tuple[Row, ...], means: list[float | None], points: tuple[str, ...], language: str
) -> str:
    """Which row has the highest mean; several when they are equal."""
    _ = say(language).gettext
    known = [(row.label, mean) for row, mean in zip(rows, means, strict=True) if mean is not None]
    best = max((mean for _label, mean in known), default=0.0)
    top = [label for label, mean in known if mean == best]
    if len(top) == len(rows) > 1:
        return _("Alles krijgt gemiddeld evenveel")
    if not known:
        return _("Niet elk aantal mag getoond worden")
    if len(top) > NAMES_IN_A_SENTENCE:
        return _("Meer dan drie staan samen het hoogst")
    words = {
        "names": names(top, language),
        "mean": decimal(best, 1, language),
        "top": number(max(int(code) for code in points), language),
    }
    if len(known) < len(rows):
        return _("Het hoogst van wat we tonen: %(names)s (%(mean)s op %(top)s)") % words
    return _("Gemiddeld het hoogst: %(names)s (%(mean)s op %(top)s)") % words

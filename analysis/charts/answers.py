"""A plain chart of one item's answers: points of a scale, numbers in bins, days, how many words."""

from collections import Counter
from collections.abc import Iterable, Mapping

from analysis.chart import Bar, Bars, Chart, Table, chart
from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST, protect
from analysis.uncertainty import wilson
from analysis.words import decimal, percent, say
from question_banks import patterns
from question_banks.answer import Status
from question_banks.measures import Measure

VERY_FEW = 10
FEW = 30
BINS = 8


@chart("answers")
def answers_chart(
    item: ItemCode,
    counts: Iterable[PatternCount],
    *,
    k: int = LEAST,
    about: str = "",
    language: str = "nl",
) -> Chart:
    """Show how often each answer was given, in the order of the question; never text itself."""
    _ = say(language).gettext
    held = [count for count in counts if count.item == item.code]
    tally, unknown, skipped = tallied(item, held)
    n = sum(tally.values())
    hidden = n + unknown < k
    shown: Mapping[str, int | None] = {} if hidden else told(item, tally, k=k)
    bars = tuple(bar(label, m, n, language) for label, m in shown.items())
    finding = (
        finding_of(item, tally, shown, n, language)
        if not hidden
        else _("Te weinig antwoorden om te tonen")
    )
    top = max([*(b.high or b.value for b in bars), 0.1])
    top = min(1.0, 0.2 * (int(top / 0.2 - 1e-9) + 1))
    ticks = tuple((i * 0.2, percent(i * 0.2, language)) for i in range(round(top / 0.2) + 1))
    rest = [_("“Weet ik niet”: %(n)s.") % {"n": unknown}] if unknown and not hidden else []
    rest += [_("Overgeslagen: %(n)s.") % {"n": skipped}] if skipped and not hidden else []
    lines = "; ".join(f"{b.label}: {b.shown}" for b in bars)
    return Chart(
        name="answers",
        finding=finding,
        subtitle=" ".join(p for p in (f"“{item.label}”", n_words(n, hidden, language), about) if p),
        caption=" ".join([caption(item, hidden, language), *rest]),
        alt=f"{finding}. {lines}." if lines else finding,
        table=Table(
            (_("Antwoord"), _("Aantal"), _("Deel")),
            tuple((label, m, None if m is None else round(m / n, 4)) for label, m in shown.items()),
        ),
        figure=Bars(bars, top, ticks, _("Hoeveel van de 100 gaven dit antwoord.")),
        caution=caution(n, hidden, language),
    )


def tallied(item: ItemCode, held: list[PatternCount]) -> tuple[dict[str, int], int, int]:
    """Counts by the answer's words in the order of the question, don't knows and skips apart."""
    found: Counter[str] = Counter()
    unknown = skipped = 0
    if item.measure in {Measure.TEXT, Measure.NONE}:
        return {}, 0, 0
    for count in held:
        answer = patterns.read(item.measure, count.pattern)
        if answer.status is Status.SKIPPED:
            skipped += count.n
        elif answer.status is Status.DONT_KNOW:
            unknown += count.n
        else:
            found[str(answer.value)] += count.n
    return in_order(item, found), unknown, skipped


def in_order(item: ItemCode, found: Counter[str]) -> dict[str, int]:
    if item.measure is Measure.ORDINAL and item.points:
        return {point.label: found[point.code] for point in reversed(item.points)}
    if item.measure is Measure.NUMERIC:
        return binned({float(value): n for value, n in found.items()})
    months: Counter[str] = Counter()
    for value, n in found.items():
        months[value[:7]] += n
    return dict(sorted(months.items()))


def binned(values: Mapping[float, int]) -> dict[str, int]:
    """At most eight bins of a round width; whole numbers that fit stay themselves."""
    if not values:
        return {}
    low, high = min(values), max(values)
    if high - low < BINS and all(value == int(value) for value in values):
        return {f"{x:g}": values.get(float(x), 0) for x in range(int(low), int(high) + 1)}
    step = nice((high - low) / BINS)
    start = step * int(low // step)
    bins: dict[str, int] = {}
    edge = start
    while edge <= high:
        inside = sum(n for value, n in values.items() if edge <= value < edge + step)
        bins[f"{edge:g} – {edge + step:g}"] = inside
        edge += step
    return bins


def nice(width: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50 … that is at least ``width``."""
    size = 1.0
    while True:
        for factor in (1, 2, 5):
            if factor * size >= width:
                return factor * size
        size *= 10


def told(item: ItemCode, tally: Mapping[str, int], *, k: int) -> dict[str, int | None]:
    """Of a sensitive item small counts stay hidden, with their complements."""
    if not item.sensitive or not tally:
        return dict(tally)
    [row] = protect([list(tally.values())], k=k)
    return dict(zip(tally, row, strict=True))


def bar(label: str, m: int | None, n: int, language: str) -> Bar:
    if m is None:
        return Bar(label, 0.0, shown=say(language).gettext("te weinig antwoorden"))
    low, high = wilson(m, n)
    few = n < VERY_FEW
    return Bar(
        label,
        m / n if n else 0.0,
        None if few else low,
        None if few else high,
        str(m) if few else percent(m / n if n else 0.0, language),
    )


def finding_of(
    item: ItemCode, tally: Mapping[str, int], shown: Mapping[str, int | None], n: int, language: str
) -> str:
    """What one may say: the mean and the commonest answer, or how many wrote something."""
    _ = say(language).gettext
    if item.measure is Measure.TEXT:
        return _("Open antwoorden: die leest u na het goedkeuren")
    if not n:
        return _("Nog niemand antwoordde")
    if any(m is None for m in shown.values()):
        return _("Niet elk cijfer mag getoond worden")
    commonest = max(tally, key=lambda label: tally[label])
    if item.measure is Measure.ORDINAL and item.points:
        codes = {point.label: int(point.code) for point in item.points}
        mean = sum(codes[label] * m for label, m in tally.items()) / n
        return _("Meest gekozen: %(label)s. Gemiddeld %(mean)s op %(top)s") % {
            "label": commonest.lower(),
            "mean": decimal(mean, 1, language),
            "top": max(codes.values()),
        }
    return _("Meest gegeven: %(label)s") % {"label": commonest}


def n_words(n: int, hidden: bool, language: str) -> str:  # noqa: FBT001 — two plain facts
    if hidden:
        return ""
    ngettext = say(language).ngettext
    return ngettext("%(n)s antwoord.", "%(n)s antwoorden.", n) % {"n": n}


def caption(item: ItemCode, hidden: bool, language: str) -> str:  # noqa: FBT001 — two plain facts
    _ = say(language).gettext
    if hidden:
        return _("We tonen cijfers pas als minstens vijf mensen antwoordden.")
    if item.measure is Measure.TEXT:
        return _("Woorden van mensen tonen we nooit zomaar in een grafiek.")
    return _("De lijn toont hoe zeker het cijfer is (95 %). Wie meedeed, koos daar zelf voor.")


def caution(n: int, hidden: bool, language: str) -> str:  # noqa: FBT001 — two plain facts
    _ = say(language).gettext
    if hidden or n >= FEW or not n:
        return ""
    if n < VERY_FEW:
        return _("Minder dan tien antwoorden: we tonen aantallen, geen percentages.")
    return _("Minder dan dertig antwoorden: lees dit voorzichtig.")

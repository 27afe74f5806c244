"""Count a live question: bars by measure, words for open answers, groups from five people up."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from analysis.codebook import ItemCode, item_code
from analysis.dataset import PatternCount
from analysis.tally import USUAL, Tally
from question_banks.item import Item
from question_banks.measures import Measure
from question_banks.text import Text
from survey_app.activities.ask.words import Word, words_in
from survey_app.activities.bars import Bar, Group, groups_that_may_show, shares
from survey_app.activities.base import Countable, Given, Hand, Result, Standing

PEOPLE = frozenset({Measure.NOMINAL, Measure.MULTIPLE, Measure.ORDINAL})
"""Where a bar is a number of people, and so a share of everybody."""

ONE_EACH = frozenset({Measure.NOMINAL, Measure.ORDINAL})
"""Where each person counts in one bar only, so that raised hands can be added."""

BY_SELF = frozenset({Measure.ORDINAL, Measure.NUMERIC, Measure.DATE})
"""Where one line of the tally stands for the whole item and its spread makes the bars."""


@dataclass(frozen=True, slots=True)
class AskResult(Result):
    """What a question gives back; ``unit`` says what a bar's length means.

    ``people``, ``points`` given, a ``mean`` point or a mean ``place`` (a longer bar is a better
    place). ``dont_know`` people stand apart. ``texts`` and ``words`` are of open answers.
    """

    bars: tuple[Bar, ...] = ()
    unit: str = "people"
    dont_know: int = 0
    middle: Fraction | None = None
    texts: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    groups: tuple[Group, ...] = ()


def hands_for(item: Item) -> tuple[Countable, ...]:
    """What hands can be raised for: the options of a choice, the points of a scale."""
    if item.measure not in ONE_EACH:
        return ()
    return tuple(Countable(code, text) for code, text, _picture in parts_of(item))


def count(item: Item, given: Sequence[Given], hands: Sequence[Hand], *, k: int) -> AskResult:
    """Count one round. Under ``k`` people nothing but their number is told."""
    if item.measure is Measure.TEXT:
        return written(given, k=k)
    raised = Counter[str]()
    for hand in hands:
        raised[hand.option] += hand.n
    n = sum(one.n for one in given)
    by_hand = raised.total() if item.measure in ONE_EACH else 0
    if n + by_hand < k:
        return AskResult(n, by_hand, enough=False, unit=unit_of(item))
    whole = counted(item, given, raised)
    return replace(whole, groups=tuple(groups_of(item, given, k=k)))


def counted(item: Item, given: Sequence[Given], raised: Counter[str]) -> AskResult:
    """Count everybody together; hands are added to shares only where a bar is people."""
    code = item_code(item, "nl")
    tally = tally_of(code, given)
    bars = bars_of(item, tally, raised)
    by_hand = raised.total() if item.measure in ONE_EACH else 0
    middle = tally.lines[0].score if item.measure in BY_SELF and tally.lines else None
    if item.measure in PEOPLE:
        bars = shares(bars, tally.n + by_hand)
    return AskResult(
        n=sum(one.n for one in given),
        hands=by_hand,
        bars=bars,
        unit=unit_of(item),
        dont_know=tally.dont_know,
        middle=middle,
    )


def tally_of(code: ItemCode, given: Sequence[Given]) -> Tally:
    patterns = [
        PatternCount(code.code, one.pattern, one.n) for one in given if one.pattern is not None
    ]
    return USUAL[code.measure].count(code, patterns)


def unit_of(item: Item) -> str:
    units = {Measure.POINTS: "points", Measure.GRID: "mean", Measure.RANKING: "place"}
    return units.get(item.measure, "people")


def parts_of(item: Item) -> list[tuple[str, Text, str | None]]:
    """Code, words and pictogram of each option, row or point; the best point on top."""
    if item.measure is Measure.ORDINAL:
        points = reversed(getattr(item, "points", ()))
        return [(str(point.code), point.text, point.pictogram) for point in points]
    parts = getattr(item, "options", ()) or getattr(item, "rows", ())
    return [(part.code, part.text, part.pictogram) for part in parts]


def bars_of(item: Item, tally: Tally, raised: Counter[str]) -> tuple[Bar, ...]:
    """One bar a part of the question; for numbers and days one a value that was given."""
    if item.measure in {Measure.NUMERIC, Measure.DATE}:
        return tuple(
            Bar(value, Text({"nl": value.replace(".", ",")}), Fraction(n))
            for value, n in tally.lines[0].spread
        )
    values = values_of(item, tally)
    return tuple(
        Bar(
            code,
            text,
            values.get(code, Fraction(0)) + raised[code],
            by_hand=raised[code],
            pictogram=picture,
        )
        for code, text, picture in parts_of(item)
    )


def values_of(item: Item, tally: Tally) -> dict[str, Fraction]:
    """How long each bar is. A mean place is turned round: the longest bar is the best place."""
    if item.measure is Measure.ORDINAL:
        return {point: Fraction(n) for point, n in tally.lines[0].spread}
    if item.measure is Measure.RANKING:
        last = len(tally.lines) + 1
        return {line.option: last + line.score for line in tally.lines if line.n}
    if item.measure in {Measure.POINTS, Measure.GRID}:
        return {line.option: line.score for line in tally.lines}
    return {line.option: Fraction(line.count) for line in tally.lines}


def groups_of(item: Item, given: Sequence[Given], *, k: int) -> list[Group]:
    """A line for each role with enough people, when what is left is enough too."""
    sizes: Counter[str] = Counter()
    for one in given:
        sizes[one.group] += one.n
    shown = groups_that_may_show(sizes, k=k)
    if len(shown) < 2 or item.measure not in PEOPLE:  # noqa: PLR2004 — one group alone compares with nothing
        return []
    return [
        Group(role, sizes[role], part.bars)
        for role in sizes
        if role in shown
        for part in [counted(item, [one for one in given if one.group == role], Counter())]
    ]


def written(given: Sequence[Given], *, k: int) -> AskResult:
    """Open answers that the facilitator showed, in an order that tells nothing, and their words."""
    people = {one.participant for one in given}
    if len(people) < k:
        return AskResult(len(people), enough=False, unit="words")
    shown = [one for one in given if one.standing == Standing.SHOWN]
    texts = sorted(str(one.body["answer"].get("value", "")) for one in shown)
    return AskResult(len(people), unit="words", texts=tuple(texts), words=words_in(texts))

"""What each pattern says about each option: the table of scores that priorities are counted from.

For each measure a pattern gives every option a score (1 or 0 for a choice, the point for a scale,
points given, places gained for a ranking) or none, when that person was not asked or did not say.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount, answer_in
from analysis.measures import RULES
from question_banks.answer import Status
from question_banks.measures import Measure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

UNITS = {measure: rule.unit for measure, rule in RULES.items() if rule.unit}
"""Unit of the value by measure; a measure that does not stand here has nothing to put in order."""

ONE_FIGURE = frozenset({Measure.ORDINAL})
"""Measures whose one figure is the item's own: their only option is the item's code."""

NAN = float("nan")
Key = tuple[str, tuple[str, ...] | None]
"""A pattern and what was offered to those who gave it."""


@dataclass(frozen=True, slots=True)
class Scores:
    """``table[pattern, option]`` are scores, NaN where there is none; ``weights[pattern]`` people.

    ``shown[pattern, option]`` says whether those people could choose the option; they are its base.
    ``dont_know`` and ``skipped`` count people over the whole item, ``n`` those who did not skip.
    """

    options: tuple[str, ...]
    table: "NDArray[np.float64]"
    shown: "NDArray[np.bool_]"
    weights: "NDArray[np.float64]"
    dont_know: int
    skipped: int
    n: int


@dataclass(frozen=True, slots=True)
class Laid:
    """Every different pattern of an item, read once: its row of the tables, its kind of answer."""

    options: tuple[str, ...]
    keys: tuple[Key, ...]
    table: "NDArray[np.float64]"
    shown: "NDArray[np.bool_]"
    dont_know: "NDArray[np.bool_]"
    skipped: "NDArray[np.bool_]"

    def people(self, totals: Mapping[Key, int]) -> "NDArray[np.float64]":
        """How many gave each pattern, in the order of the rows."""
        import numpy as np  # noqa: PLC0415 — slow import

        return np.array([totals.get(key, 0) for key in self.keys], dtype=np.float64)

    def of(self, people: "NDArray[np.float64]") -> Scores:
        """The scores of these people; patterns that nobody of them gave are not in it."""
        rows = (people > 0) & ~self.skipped
        weights = people[rows]
        return Scores(
            self.options,
            self.table[rows],
            self.shown[rows],
            weights,
            round(people[self.dont_know].sum()),
            round(people[self.skipped].sum()),
            round(weights.sum()),
        )


def scores(item: ItemCode, counts: Iterable[PatternCount]) -> Scores:
    """Lay an item's patterns out as scores; raise ValueError for a measure without options."""
    totals = totals_of(item, counts)
    laid = laid_out(item, totals)
    return laid.of(laid.people(totals))


def scores_beside(
    item: ItemCode, whole: Iterable[PatternCount], parts: Iterable[Iterable[PatternCount]]
) -> tuple[Scores, Scores, tuple[Scores, ...]]:
    """Lay out the whole, who of it stands in no part, and each part; every pattern is read once.

    Raise ValueError when parts overlap or hold answers that the whole does not.
    """
    totals, of_parts = totals_of(item, whole), [totals_of(item, part) for part in parts]
    laid = laid_out(item, totals)
    people, of_each = laid.people(totals), [laid.people(part) for part in of_parts]
    rest = people - sum(of_each)
    known = sum(sum(part.values()) for part in of_parts) == sum(each.sum() for each in of_each)
    if (rest < 0).any() or not known:
        raise ValueError("groups overlap, or hold answers that the whole does not")
    return laid.of(people), laid.of(rest), tuple(laid.of(each) for each in of_each)


def totals_of(item: ItemCode, counts: Iterable[PatternCount]) -> Counter[Key]:
    """Add up equal patterns of an item over collectors, modes, groups and alike versions."""
    totals: Counter[Key] = Counter()
    for count in counts:
        if count.item == item.code and count.n > 0:
            totals[count.pattern, count.offered] += count.n
    return totals


def laid_out(item: ItemCode, keys: Iterable[Key]) -> Laid:
    """Read every pattern; an option that was not shown has no score, whatever the pattern says."""
    import numpy as np  # noqa: PLC0415 — slow import

    if item.measure not in UNITS:
        raise ValueError(f"{item.code}: {item.measure} has nothing to put in order")
    options = (item.code,) if item.measure in ONE_FIGURE else item.option_codes
    ordered = tuple(sorted(keys, key=lambda key: (key[0], key[1] or ())))
    answers = [answer_in(item.measure, pattern) for pattern, _offered in ordered]
    seen = [offered_of(item, options, offered) for _pattern, offered in ordered]
    says, shape = RULES[item.measure].says, (len(ordered), len(options))
    said = (
        says(item, answer.value if answer.given else None, shown)
        for answer, shown in zip(answers, seen, strict=True)
    )
    table = np.array([[one.get(code, NAN) for code in options] for one in said]).reshape(shape)
    places = {shown: [code in shown for code in options] for shown in set(seen)}
    shown = np.array([places[one] for one in seen], dtype=bool).reshape(shape)
    return Laid(
        options,
        ordered,
        np.where(shown, table, NAN),
        shown,
        np.array([answer.status is Status.DONT_KNOW for answer in answers], dtype=bool),
        np.array([answer.status is Status.SKIPPED for answer in answers], dtype=bool),
    )


def offered_of(
    item: ItemCode, options: tuple[str, ...], offered: tuple[str, ...] | None
) -> tuple[str, ...]:
    """The options that these people could choose from, in the codebook's order."""
    if offered is None or item.measure in ONE_FIGURE:
        return options
    return tuple(code for code in options if code in offered)

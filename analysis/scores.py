"""What each pattern says about each option: the table of scores that priorities are counted from.

For each measure a pattern gives every option a score (1 or 0 for a choice, the point for a scale,
points given, places gained for a ranking) or none, when that person was not asked or did not say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount, answer_in, pooled
from analysis.measures import RULES
from question_banks.answer import Answer, Status
from question_banks.measures import Measure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

UNITS = {measure: rule.unit for measure, rule in RULES.items() if rule.unit}
"""Unit of the value by measure; a measure that does not stand here has nothing to put in order."""

ONE_FIGURE = frozenset({Measure.ORDINAL})
"""Measures whose one figure is the item's own: their only option is the item's code."""

NAN = float("nan")


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


def scores(item: ItemCode, counts: Iterable[PatternCount]) -> Scores:
    """Lay an item's patterns out as scores; raise ValueError for a measure without options."""
    import numpy as np  # noqa: PLC0415 — slow import

    if item.measure not in UNITS:
        raise ValueError(f"{item.code}: {item.measure} has nothing to put in order")
    options = (item.code,) if item.measure in ONE_FIGURE else item.option_codes
    read = [
        (answer_in(item.measure, count.pattern), count)
        for count in pooled(count for count in counts if count.item == item.code)
    ]
    answered = [(answer, count) for answer, count in read if answer.status is not Status.SKIPPED]
    shown = [offered_of(item, options, count) for _answer, count in answered]
    table = [
        row_of(item, options, answer, could)
        for (answer, _count), could in zip(answered, shown, strict=True)
    ]
    weights = np.array([count.n for _answer, count in answered], dtype=np.float64)
    shape = (len(answered), len(options))
    return Scores(
        options,
        np.array(table, dtype=np.float64).reshape(shape),
        np.array([[code in could for code in options] for could in shown], dtype=bool).reshape(
            shape
        ),
        weights,
        sum(count.n for answer, count in answered if not answer.given),
        sum(count.n for answer, count in read if answer.status is Status.SKIPPED),
        sum(count.n for _answer, count in answered),
    )


def offered_of(item: ItemCode, options: tuple[str, ...], count: PatternCount) -> tuple[str, ...]:
    """The options that these people could choose from, in the codebook's order."""
    if count.offered is None or item.measure in ONE_FIGURE:
        return options
    return tuple(code for code in options if code in count.offered)


def row_of(
    item: ItemCode, options: tuple[str, ...], answer: Answer, shown: tuple[str, ...]
) -> list[float]:
    """One pattern's scores; an option that was not shown has none, whatever the pattern says."""
    said = RULES[item.measure].says(item, answer.value if answer.given else None, shown)
    return [said.get(code, NAN) if code in shown else NAN for code in options]

"""What each pattern says about each option: the table of scores that priorities are counted from.

For each measure a pattern gives every option a score (1 or 0 for a choice, the point for a scale,
points given, places gained for a ranking) or none, when that person was not asked or did not say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount, answer_in, pooled
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
    """One pattern's row of the tables, and what kind of answer it is."""

    status: Status
    scores: list[float]
    shown: list[bool]


def scores(item: ItemCode, counts: Iterable[PatternCount]) -> Scores:
    """Lay an item's patterns out as scores; raise ValueError for a measure without options."""
    return scores_of_parts(item, [counts])[0]


def scores_of_parts(item: ItemCode, parts: Sequence[Iterable[PatternCount]]) -> tuple[Scores, ...]:
    """Lay several parts of the answers out, such as groups; each different pattern is read once."""
    if item.measure not in UNITS:
        raise ValueError(f"{item.code}: {item.measure} has nothing to put in order")
    options = (item.code,) if item.measure in ONE_FIGURE else item.option_codes
    held: dict[Key, Laid] = {}
    return tuple(scores_of_part(item, options, counts, held) for counts in parts)


def scores_of_part(
    item: ItemCode,
    options: tuple[str, ...],
    counts: Iterable[PatternCount],
    held: dict[Key, Laid],
) -> Scores:
    import numpy as np  # noqa: PLC0415 — slow import

    read = [
        (laid_out(item, options, count, held), count.n)
        for count in pooled(count for count in counts if count.item == item.code)
    ]
    answered = [(laid, n) for laid, n in read if laid.status is not Status.SKIPPED]
    shape = (len(answered), len(options))
    return Scores(
        options,
        np.array([laid.scores for laid, _n in answered], dtype=np.float64).reshape(shape),
        np.array([laid.shown for laid, _n in answered], dtype=bool).reshape(shape),
        np.array([n for _laid, n in answered], dtype=np.float64),
        sum(n for laid, n in answered if laid.status is Status.DONT_KNOW),
        sum(n for laid, n in read if laid.status is Status.SKIPPED),
        sum(n for _laid, n in answered),
    )


def laid_out(
    item: ItemCode, options: tuple[str, ...], count: PatternCount, held: dict[Key, Laid]
) -> Laid:
    """One pattern's row; an option that was not shown has no score, whatever the pattern says."""
    key = count.pattern, count.offered
    if key not in held:
        answer = answer_in(item.measure, count.pattern)
        shown = offered_of(item, options, count)
        said = RULES[item.measure].says(item, answer.value if answer.given else None, shown)
        held[key] = Laid(
            answer.status,
            [said.get(code, NAN) if code in shown else NAN for code in options],
            [code in shown for code in options],
        )
    return held[key]


def offered_of(item: ItemCode, options: tuple[str, ...], count: PatternCount) -> tuple[str, ...]:
    """The options that these people could choose from, in the codebook's order."""
    if count.offered is None or item.measure in ONE_FIGURE:
        return options
    return tuple(code for code in options if code in count.offered)

"""What one person's pattern says about each option: the table of scores that priorities count.

For each measure a pattern gives every option a score (1 or 0 for a choice, the point for a scale,
points given, places gained for a ranking) or nothing, when that person was not asked or did not say.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount, pooled
from question_banks import patterns
from question_banks.answer import Status
from question_banks.measures import Measure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

UNITS = {
    Measure.NOMINAL: "share",
    Measure.MULTIPLE: "share",
    Measure.ORDINAL: "mean",
    Measure.GRID: "mean",
    Measure.RANKING: "rank",
    Measure.POINTS: "points",
}
NAN = float("nan")


@dataclass(frozen=True, slots=True)
class Scores:
    """``table[pattern, option]`` are scores (NaN where there is none), ``weights[pattern]`` people.

    ``base[option]`` counts who was shown the option and did not skip; ``dont_know`` and ``skipped``
    count people over the whole item.
    """

    options: tuple[str, ...]
    table: "NDArray[np.float64]"
    weights: "NDArray[np.float64]"
    dont_know: int
    skipped: int
    n: int


def scores(item: ItemCode, counts: Iterable[PatternCount]) -> Scores:
    """Lay an item's patterns out as scores; raise ValueError for a measure without options."""
    import numpy as np  # noqa: PLC0415 — slow import

    if item.measure not in UNITS:
        raise ValueError(f"{item.code}: {item.measure} has nothing to put in order")
    options = tuple(option.code for option in item.options) or (item.code,)
    rows: list[list[float]] = []
    weights: list[int] = []
    unknown = skipped = 0
    for count in pooled(c for c in counts if c.item == item.code):
        answer = patterns.read(item.measure, count.pattern)
        if answer.status is Status.SKIPPED:
            skipped += count.n
            continue
        unknown += count.n if answer.status is Status.DONT_KNOW else 0
        shown = set(options if count.offered is None else count.offered) or {item.code}
        given = SAYS[item.measure](item, answer.value if answer.given else None)
        rows.append([given.get(code, NAN) if code in shown else NAN for code in options])
        weights.append(count.n)
    table = np.array(rows, dtype=np.float64).reshape(len(rows), len(options))
    return Scores(
        options, table, np.array(weights, dtype=np.float64), unknown, skipped, sum(weights)
    )


Says = Callable[[ItemCode, Any], dict[str, float]]


def says_nominal(item: ItemCode, value: str | None) -> dict[str, float]:
    """A don't know chose none of the options: it counts in the base."""
    return {option.code: float(option.code == value) for option in item.options}


def says_multiple(item: ItemCode, value: tuple[str, ...] | None) -> dict[str, float]:
    return {option.code: float(option.code in (value or ())) for option in item.options}


def says_ordinal(item: ItemCode, value: int | None) -> dict[str, float]:
    """A don't know is no point of the scale: it stays out of the mean."""
    return {} if value is None else {item.code: float(value)}


def says_grid(_item: ItemCode, value: dict[str, int | None] | None) -> dict[str, float]:
    return {row: float(point) for row, point in (value or {}).items() if point is not None}


def says_points(_item: ItemCode, value: dict[str, int] | None) -> dict[str, float]:
    return {code: float(points) for code, points in (value or {}).items()}


def says_ranking(item: ItemCode, value: tuple[str, ...] | None) -> dict[str, float]:
    """Places gained, 1 for first and 0 for last; options left out share the places that remain.

    This is the Borda score with averaged places for a truncated ranking (Emerson, P. (2013), Social
    Choice and Welfare 40, 353-358, discusses the variants), scaled to 0..1.
    """
    if value is None:
        return {}
    m = len(item.options)
    if m < 2:  # noqa: PLR2004 — one option has no order
        return dict.fromkeys(value, 1.0)
    left = [option.code for option in item.options if option.code not in value]
    rest = (m - len(value) - 1) / 2 / (m - 1)
    placed = {code: (m - 1 - place) / (m - 1) for place, code in enumerate(value)}
    return placed | dict.fromkeys(left, rest)


SAYS: dict[Measure, Says] = {
    Measure.NOMINAL: says_nominal,
    Measure.MULTIPLE: says_multiple,
    Measure.ORDINAL: says_ordinal,
    Measure.GRID: says_grid,
    Measure.POINTS: says_points,
    Measure.RANKING: says_ranking,
}

"""Priorities: each option's place, how sure it is, and which places are really shared."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST
from analysis.scores import UNITS, Scores, scores
from analysis.uncertainty import (
    DRAWS,
    SEED,
    chance_first,
    percentiles,
    resample,
    shared_places,
    wilson,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEW = 30
VERY_FEW = 10


@dataclass(frozen=True, slots=True)
class Priority:
    """One option's place.

    ``count`` people chose it (shares) or judged it (means) of ``n`` who were shown it; ``value`` is
    a share 0..1, a mean on the item's scale, points, or places gained 0..1; ``low`` and ``high``
    bound it with 95 % confidence; ``p_first`` 0..1; ``place`` is (first, last) of the shared place.
    """

    option: str
    label: str
    topic: str | None
    n: int
    count: int
    value: float
    low: float
    high: float
    p_first: float
    place: tuple[int, int]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Priorities:
    """An item's options from first to last. ``hidden`` says that too few people answered to show."""

    item: str
    label: str
    unit: str
    n: int
    dont_know: int
    skipped: int
    rows: tuple[Priority, ...]
    top: float = 1.0
    hidden: bool = False

    @property
    def few(self) -> bool:
        """Fewer than 30 answers: to be read with caution."""
        return self.n < FEW

    @property
    def very_few(self) -> bool:
        """Fewer than 10 answers: counts, no percentages."""
        return self.n < VERY_FEW

    def first(self) -> tuple[Priority, ...]:
        """The options that share the first place."""
        return tuple(row for row in self.rows if row.place[0] == 1)


def priorities(
    item: ItemCode,
    counts: Iterable[PatternCount],
    *,
    k: int = LEAST,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Priorities:
    """Put an item's options in order, with intervals, chances and shared places.

    Shares have Wilson intervals; means, points and places have bootstrap percentile intervals over
    patterns. An item that fewer than ``k`` people answered is hidden: no rows, no counts.
    """
    table = scores(item, counts)
    unit, top = UNITS[item.measure], top_of(item)
    if table.n < k:
        return Priorities(item.code, item.label, unit, 0, 0, 0, (), top, hidden=True)
    rows = ordered(item, table, draws=draws, seed=seed) if len(table.weights) else ()
    return Priorities(
        item.code, item.label, unit, table.n, table.dont_know, table.skipped, rows, top
    )


def top_of(item: ItemCode) -> float:
    """The highest value there can be, for the axis."""
    unit = UNITS[item.measure]
    if unit == "mean" and item.points:
        return float(max(int(point.code) for point in item.points))
    return float(item.total or 10) if unit == "points" else 1.0


def ordered(item: ItemCode, table: Scores, *, draws: int, seed: int) -> tuple[Priority, ...]:
    """Sort by value, the codebook's order where values are equal, and add what is uncertain."""
    import numpy as np  # noqa: PLC0415 — slow import

    known = ~np.isnan(table.table)
    filled = np.where(known, table.table, 0.0)
    base = known.T @ table.weights
    value = divided(filled.T @ table.weights, base)
    sampled = resample(table.weights, draws=draws, seed=seed)
    drawn = divided(sampled @ filled, sampled @ known)
    order = np.argsort(-np.nan_to_num(value, nan=-1.0), kind="stable")
    first = chance_first(drawn[:, order])
    places = shared_places(value[order], drawn[:, order])
    return tuple(
        priority(item, table.options[column], float(base[column]), float(value[column]),
                 drawn[:, column], float(first[rank]), places[rank])
        for rank, column in enumerate(order)
    )  # fmt: skip


def divided(above: "NDArray[np.float64]", below: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Divide where there is something to divide by, NaN elsewhere."""
    import numpy as np  # noqa: PLC0415 — slow import

    with np.errstate(invalid="ignore", divide="ignore"):
        result: NDArray[np.float64] = np.where(below > 0, above / below, np.nan)
    return result


def priority(
    item: ItemCode, code: str, n: float, value: float,
    drawn: "NDArray[np.float64]", first: float, place: tuple[int, int],
) -> Priority:  # fmt: skip
    option = next((o for o in item.options if o.code == code), None)
    label = option.label if option else item.label
    topic = option.topic if option else item.topic
    if n <= 0:
        return Priority(code, label, topic, 0, 0, 0.0, 0.0, 0.0, 0.0, place, "nobody")
    share = UNITS[item.measure] == "share"
    chosen = round(value * n) if share else round(n)
    low, high = wilson(chosen, n) if share else percentiles(drawn)
    note = "few" if n < FEW else ""
    return Priority(code, label, topic, round(n), chosen, value, low, high, first, place, note)

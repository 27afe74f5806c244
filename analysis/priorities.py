"""Priorities: each option's place, how sure it is, and which places are really shared."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST, may_show
from analysis.scores import UNITS, Scores, scores
from analysis.tellable import DONT_KNOW, SKIPPED, Told, tellable
from analysis.uncertainty import (
    DRAWS,
    SEED,
    chance_first,
    means,
    percentiles,
    resampled_means,
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

    ``count`` people chose it (shares) or judged it (means) of ``n`` who were shown it and did not
    skip; ``value`` is a share 0..1, a mean on the item's scale, points, or places gained 0..1;
    ``low`` and ``high`` bound it with 95 % confidence; ``p_first`` 0..1; ``place`` is (first, last)
    of the shared place; ``note`` is "few" when fewer than 30 people stand behind the value.
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
    """An item's options from first to last.

    ``hidden`` says that too few people answered to show anything. ``left_out`` names options that
    too few people were asked about or that would single somebody out; they have no row, though
    places and chances count them where they can be ordered, so that nobody may have the first place
    here. A ``dont_know`` or ``skipped`` of 0 may also be a number too small to tell.
    """

    item: str
    label: str
    unit: str
    n: int
    dont_know: int
    skipped: int
    rows: tuple[Priority, ...]
    top: float = 1.0
    hidden: bool = False
    left_out: tuple[str, ...] = ()
    least: float = 0.0

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

    ``counts`` are those of everybody; ``groups.priorities_by`` is for parts. Shares have Wilson
    intervals; means, points and places have bootstrap percentile intervals. An item that fewer than
    ``k`` people answered is hidden: no rows, no counts. Raise ValueError for a measure without
    options.
    """
    table = scores(item, counts)
    return told_priorities(
        item, table, tellable(item, [table], k=k)[0], k=k, draws=draws, seed=seed
    )


def told_priorities(
    item: ItemCode, table: Scores, told: Told, *, k: int, draws: int, seed: int
) -> Priorities:
    """The same of scores already laid out, of which no more than ``told`` may be said."""
    unit, (least, top) = UNITS[item.measure], scale_of(item)
    if not may_show(table.n, k=k):
        return Priorities(item.code, item.label, unit, 0, 0, 0, (), top, hidden=True, least=least)
    ranked = ordered(item, table, k=k, draws=draws, seed=seed)
    rows = tuple(row for row in ranked if row.option in told)
    gone = set(table.options) - {row.option for row in rows}
    return Priorities(
        item.code,
        item.label,
        unit,
        table.n,
        table.dont_know if DONT_KNOW in told else 0,
        table.skipped if SKIPPED in told else 0,
        rows,
        top,
        left_out=tuple(own_words(item, code) for code in table.options if code in gone),
        least=least,
    )


def scale_of(item: ItemCode) -> tuple[float, float]:
    """The least and the highest value there can be; 1 to 5 for a scale that is not known."""
    unit = UNITS[item.measure]
    if unit == "mean":
        points = [int(point.code) for point in item.points] or [1, 5]
        return float(min(points)), float(max(points))
    return 0.0, float(item.total or 10) if unit == "points" else 1.0


def ordered(
    item: ItemCode, table: Scores, *, k: int, draws: int, seed: int
) -> tuple[Priority, ...]:
    """Sort by value, the codebook's order where values are equal, and add what is uncertain.

    Options on which fewer than ``k`` people stand are not in it. Places are among all the others,
    also when some of those may not be told.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    value, judged = means(table.table, table.weights)
    by_value = np.argsort(-np.round(np.nan_to_num(value), 12), kind="stable")
    order = [int(column) for column in by_value if may_show(int(judged[column]), k=max(1, k))]
    if not order:
        return ()
    shown = table.shown.T @ table.weights
    drawn = resampled_means(table.table[:, order], table.weights, draws=draws, seed=seed)
    first, places = chance_first(drawn), shared_places(drawn)
    return tuple(
        priority(
            item,
            table.options[column],
            asked=round(shown[column]),
            judged=round(judged[column]),
            value=float(value[column]),
            drawn=drawn[:, rank],
            p_first=float(first[rank]),
            place=places[rank],
        )
        for rank, column in enumerate(order)
    )


def priority(
    item: ItemCode,
    code: str,
    *,
    asked: int,
    judged: int,
    value: float,
    drawn: "NDArray[np.float64]",
    p_first: float,
    place: tuple[int, int],
) -> Priority:
    topic = next((o.topic for o in item.options if o.code == code), item.topic)
    share = UNITS[item.measure] == "share"
    count = round(value * judged) if share else judged
    low, high = wilson(count, judged) if share else percentiles(drawn)
    note = "few" if judged < FEW else ""
    label = own_words(item, code)
    return Priority(code, label, topic, asked, count, value, low, high, p_first, place, note)


def own_words(item: ItemCode, code: str) -> str:
    """An option's words; the item's own when its one figure is its own."""
    return item.label if code == item.code else item.label_of(code)

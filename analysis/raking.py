"""An item's results raw and weighted to the village, together; never weighted alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST
from analysis.groups import parted
from analysis.priorities import own_words, scale_of
from analysis.scores import UNITS, Key, Laid, laid_out
from analysis.tellable import Told
from analysis.uncertainty import Z95, means, wilson
from analysis.weighting import CannotWeighError, Margin, weights_for

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Profiled(NamedTuple):
    """``n`` people of one profile, a group in each margin, who gave one pattern."""

    profile: tuple[str, ...]
    pattern: str
    n: int
    offered: tuple[str, ...] | None = None


def profiled(
    whole: Iterable[PatternCount], groups: Mapping[str, Iterable[PatternCount]]
) -> list[Profiled]:
    """Everybody by one margin; whoever of the whole stands in no group has no group's name.

    They belong with the others: without them a weighted figure would tell what they answered.
    """
    left: Counter[Key] = Counter()
    for count in whole:
        left[count.pattern, count.offered] += count.n
    cells = [Profiled((name,), c.pattern, c.n, c.offered) for name in groups for c in groups[name]]
    for cell in cells:
        left[cell.pattern, cell.offered] -= cell.n
    rest = [Profiled(("",), pattern, n, offered) for (pattern, offered), n in left.items() if n > 0]
    return [*cells, *rest]


class Value(NamedTuple):
    """A figure with its bounds."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Both:
    """An option's figure as people answered, and as the village would have by weights."""

    option: str
    label: str
    raw: Value
    weighted: Value | None


@dataclass(frozen=True, slots=True)
class Raked:
    """An item weighted; ``effective`` of ``n`` answers are as many as it is worth.

    A row has no weighted figure where that would tell how few of a group chose the option.
    """

    item: str
    label: str
    unit: str
    least: float
    top: float
    n: int
    effective: float
    design: float
    trimmed: int
    rows: tuple[Both, ...]

    @property
    def whole(self) -> bool:
        """Every option has its weighted figure."""
        return all(row.weighted is not None for row in self.rows)


def raked(
    item: ItemCode, cells: Iterable[Profiled], margins: Sequence[Margin], *, k: int = LEAST
) -> Raked:
    """Weigh an item's answers to the margins; raise CannotWeighError when that cannot be.

    Raw and weighted figures together tell something of each group, so that an option is weighted
    only where its figure in every group of every margin might be told beside the whole.
    """
    held = [cell for cell in cells if cell.n > 0]
    laid = laid_out(item, {(cell.pattern, cell.offered) for cell in held})
    told = told_in_all(item, held, margins, k=k)
    small = sum(cell.n for cell in held) < k
    if small or not told & set(laid.options):
        raise CannotWeighError(few=True)
    found = weights_for([c.profile for c in held], [c.n for c in held], margins)
    place = {key: row for row, key in enumerate(laid.keys)}
    people, weighted = zeros(laid), zeros(laid)
    for cell, weight in zip(held, found.values, strict=True):
        row = place[cell.pattern, cell.offered]
        people[row] += cell.n
        weighted[row] += cell.n * weight
    raw, fair = figures(item, laid, people, 1.0), figures(item, laid, weighted, 1 / found.design)
    rows = [
        Both(code, own_words(item, code), raw[code], fair.get(code) if code in told else None)
        for code in laid.options
        if code in raw and (code in told or not item.sensitive)
    ]
    least, top = scale_of(item)
    return Raked(
        item.code, item.label, UNITS[item.measure], least, top,
        round(float(people[~laid.skipped].sum())), found.effective, found.design, found.trimmed,
        tuple(sorted(rows, key=lambda row: -row.raw.value)),
    )  # fmt: skip


def zeros(laid: Laid) -> "NDArray[np.float64]":
    import numpy as np  # noqa: PLC0415 — slow import

    return np.zeros(len(laid.keys))


def told_in_all(
    item: ItemCode, cells: Sequence[Profiled], margins: Sequence[Margin], *, k: int
) -> Told:
    """The options that may be told in every group of every margin; none when a group is small."""
    told = set(item.option_codes or (item.code,))
    whole = [PatternCount(item.code, c.pattern, c.n, offered=c.offered) for c in cells]
    for n, margin in enumerate(margins):
        groups: defaultdict[str, list[PatternCount]] = defaultdict(list)
        for cell, count in zip(cells, whole, strict=True):
            if margin.people.get(cell.profile[n]):
                groups[cell.profile[n]].append(count)
        held = parted(item, whole, groups, k=k)
        told &= frozenset.intersection(
            *(held.told.get(name, frozenset()) for name in groups), frozenset(told)
        )
    return frozenset(told)


def figures(
    item: ItemCode, laid: Laid, people: "NDArray[np.float64]", worth: float
) -> dict[str, Value]:
    """Every option's figure with bounds; ``worth`` is the part of the people that counts."""
    import numpy as np  # noqa: PLC0415 — slow import

    rows = ~laid.skipped
    table, weights = laid.table[rows], people[rows]
    value, judged = means(table, weights)
    share = UNITS[item.measure] == "share"
    found = {}
    for column, code in enumerate(laid.options):
        n, mean = float(judged[column]) * worth, float(value[column])
        if not n:
            continue
        scores_of = np.nan_to_num(table[:, column], nan=mean)
        spread = float(((scores_of - mean) ** 2) @ weights) / float(judged[column])
        half = Z95 * (spread / n) ** 0.5
        low, high = wilson(mean * n, n) if share else (mean - half, mean + half)
        found[code] = Value(mean, low, high)
    return found

"""The same item at several times or in several villages, side by side, and what really changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST
from analysis.exact import corrected, fisher_p, two_sided
from analysis.groups import priorities_by
from analysis.priorities import VERY_FEW, Priorities, Priority, own_words, priorities
from analysis.scores import UNITS
from analysis.uncertainty import DRAWS, Z95

REAL = 0.05


@dataclass(frozen=True, slots=True)
class Compared:
    """An item's options in several columns; a column of too few people has no figures.

    ``rows`` follow the mean over the columns; ``cells[option][column]`` is None where nothing may
    be told. ``changed`` are options whose first and last column really differ, when those are two
    waves of one village.
    """

    item: str
    label: str
    unit: str
    least: float
    top: float
    columns: tuple[str, ...]
    bases: tuple[int, ...]
    options: tuple[str, ...]
    labels: Mapping[str, str]
    cells: Mapping[str, tuple[Priority | None, ...]]
    changed: Mapping[str, int]
    waves: bool


def villages(
    item: ItemCode,
    held: Mapping[str, Iterable[PatternCount]],
    *,
    k: int = LEAST,
    draws: int = DRAWS,
) -> Compared:
    """The same item in several villages: each whole, ungrouped, where at least ``k`` answered."""
    found = {name: priorities(item, counts, k=k, draws=draws) for name, counts in held.items()}
    return compared(item, found, waves=False, changed={})


def waves(
    item: ItemCode,
    held: Mapping[str, Iterable[PatternCount]],
    *,
    k: int = LEAST,
    draws: int = DRAWS,
) -> Compared:
    """The same item at several times, in order; every wave is a cell beside the others."""
    parts = {name: tuple(counts) for name, counts in held.items()}
    whole = [count for counts in parts.values() for count in counts]
    found = priorities_by(item, whole, parts, k=k, draws=draws)
    ends = list(found.values())
    changed = changes(ends[0], ends[-1]) if len(ends) > 1 else {}
    return compared(item, found, waves=True, changed=changed)


def compared(
    item: ItemCode, found: Mapping[str, Priorities], *, waves: bool, changed: Mapping[str, int]
) -> Compared:
    codes = (item.code,) if not item.option_codes else item.option_codes
    by_column = [{row.option: row for row in one.rows} for one in found.values()]
    cells = {code: tuple(rows.get(code) for rows in by_column) for code in codes}
    shown = [code for code in codes if any(cells[code])]
    any_column = next(iter(found.values()))
    return Compared(
        item.code,
        item.label,
        UNITS[item.measure],
        any_column.least,
        any_column.top,
        tuple(found),
        tuple(one.n for one in found.values()),
        tuple(sorted(shown, key=lambda code: -mean_of(cells[code]))),
        {code: own_words(item, code) for code in codes},
        cells,
        changed,
        waves,
    )


def mean_of(row: Sequence[Priority | None]) -> float:
    """The mean over the columns that may be told."""
    known = [cell.value for cell in row if cell is not None]
    return sum(known) / len(known)


def changes(before: Priorities, after: Priorities) -> dict[str, int]:
    """Options that really rose (1) or fell (-1): the waves are other people, so no pairing.

    The chances are corrected for the number of options.
    """
    then = {row.option: row for row in before.rows}
    pairs = [(then[row.option], row) for row in after.rows if row.option in then]
    chances = corrected([chance_of(one, other, before.unit) for one, other in pairs])
    return {
        one.option: 1 if other.value > one.value else -1
        for (one, other), p in zip(pairs, chances, strict=True)
        if p <= REAL
    }


def chance_of(one: Priority, other: Priority, unit: str) -> float:
    """The chance of so wide a difference between two groups of other people when nothing changed.

    Whoever answered twice is not known, so pairs cannot be tested; that makes a change harder to
    call real, never easier. Means of a handful of people tell nothing.
    """
    if unit != "share" and min(one.count, other.count) < VERY_FEW:
        return 1.0
    if unit == "share":
        return fisher_p([[row.count, row.n - row.count] for row in (one, other)])
    wide = [(row.high - row.low) / (2 * Z95) for row in (one, other)]
    return two_sided(abs(one.value - other.value), hypot(*wide))

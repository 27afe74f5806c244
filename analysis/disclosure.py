"""Small cells stay hidden: one rule under every output, so that nobody can be singled out.

A *cell* is a figure by group, channel, hamlet, wave, version or filter, or any figure of an item
marked sensitive. It is shown only if the people in it, and those left over in its row and column,
are 0 or at least ``k``. An ungrouped total needs a base of at least ``k`` and is then whole.
Suppressed and empty look alike to whoever reads.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from analysis.solving import Cell, bounds

LEAST = 5
LEAST_SCHOOL = 10
PAIR = 2
"""One hidden cell alone is the total less the rest."""

Counts = Sequence[Sequence[int]]
Profile = tuple[str, ...]
Shown = tuple[tuple[int | None, ...], ...]


def may_show(n: int, *, k: int = LEAST) -> bool:
    """An ungrouped figure needs ``k`` people beneath it."""
    return n >= k


def protect(table: Counts, *, k: int = LEAST, column_totals: bool = True) -> Shown:
    """Hide small cells of a table of counts, and as many more as keep them from being solved.

    ``table`` is rows of counts of people (0 or more, rows of one length), whose row totals a reader
    knows, and whose column totals too unless ``column_totals`` is False. The result has the same
    shape with None for hidden cells. Nothing shown, with the totals, tells that a hidden cell holds
    1 to k - 1 people: it may still be empty, or hold ``k``. Rows (and columns, when totals are
    known) must together be 0 or at least ``k`` people for that to be possible; where it is not,
    everything is hidden.
    """
    rows = [list(row) for row in table]
    lines = list(lines_of(rows, column_totals=column_totals))
    hidden = {cell for line in lines for cell in line if at_risk(rows, line, cell, k=k)}
    while (more := next_to_hide(rows, lines, hidden, k=k, column_totals=column_totals)) is not None:
        hidden.add(more)
    return tuple(
        tuple(None if (i, j) in hidden else n for j, n in enumerate(row))
        for i, row in enumerate(rows)
    )


def lines_of(rows: Counts, *, column_totals: bool) -> Iterator[list[Cell]]:
    """The rows and columns whose totals are known, as lists of cells."""
    width = len(rows[0]) if rows else 0
    yield from ([(i, j) for j in range(width)] for i in range(len(rows)))
    if column_totals and len(rows) > 1:
        yield from ([(i, j) for i in range(len(rows))] for j in range(width))


def at_risk(rows: Counts, line: Sequence[Cell], cell: Cell, *, k: int) -> bool:
    """Few people stand in the cell, or are left over in its line."""
    n = rows[cell[0]][cell[1]]
    left = sum(rows[i][j] for i, j in line) - n
    return 0 < n < k or 0 < left < k


def next_to_hide(
    rows: Counts, lines: Sequence[list[Cell]], hidden: set[Cell], *, k: int, column_totals: bool
) -> Cell | None:
    """The next cell that must be hidden as well, the smallest that helps; None when all is safe."""
    for line in lines:
        inside = [cell for cell in line if cell in hidden]
        people = sum(rows[i][j] for i, j in inside)
        if inside and (len(inside) < PAIR or people < k) and len(inside) < len(line):
            return smallest(rows, (cell for cell in line if cell not in hidden))
    if not column_totals or len(rows) < PAIR:
        return None
    return next_beside_solved(rows, hidden, k=k)


def next_beside_solved(rows: Counts, hidden: set[Cell], *, k: int) -> Cell | None:
    """A cell that loosens a small one which the totals still tell; one beside it when possible."""
    for cell in sorted(hidden):
        if 0 < rows[cell[0]][cell[1]] < k:
            least, most = bounds(rows, hidden, cell, enough=k)
            if least > 0 and most < k:
                everywhere = {(i, j) for i, row in enumerate(rows) for j in range(len(row))}
                beside = {(i, j) for i, j in everywhere if i == cell[0] or j == cell[1]}
                return smallest(rows, beside - hidden) or smallest(rows, everywhere - hidden)
    return None


def smallest(rows: Counts, cells: Iterable[Cell]) -> Cell | None:
    """The cell with the fewest people, an empty one only when there is no other."""
    return min(cells, key=lambda c: (rows[c[0]][c[1]] == 0, rows[c[0]][c[1]], c), default=None)


def protect_groups(sizes: Mapping[str, int], *, k: int = LEAST, rest: int = 0) -> frozenset[str]:
    """Which groups may have figures of their own beside the total.

    ``rest`` are people of the total who stand in no group, such as those who did not say. A group
    is hidden when it is small; when what all hidden groups and the rest hold together is small, the
    smallest shown group is hidden too, so that the total less the shown groups tells nothing.
    """
    shown = {name: n for name, n in sizes.items() if n >= k}
    while shown and 0 < sum(sizes.values()) + rest - sum(shown.values()) < k:
        del shown[min(shown, key=lambda name: (shown[name], name))]
    return frozenset(shown)


def protect_filter(
    part: Sequence[int], whole: Sequence[int], *, k: int = LEAST
) -> tuple[int | None, ...]:
    """Counts of a filtered part that may stand beside the counts of the whole.

    Whoever knows both knows those outside the filter: they are protected alike. ``part`` is not
    shown at all when it, or what is outside, is 1 to k - 1 people.
    """
    outside = [all_ - some for some, all_ in zip(part, whole, strict=True)]
    if any(0 < sum(side) < k for side in (part, outside)):
        return (None,) * len(part)
    return protect([part, outside], k=k)[0]


def band(rows: Sequence[Profile], *, k: int = LEAST, rest: str = "") -> list[Profile]:
    """Blur profile columns until every combination stands for ``k`` people; order is kept.

    Where a combination is rarer than ``k``, its columns are emptied (``rest``) from the last to the
    first: put the column that matters most first. If the rows that end up wholly empty are still
    fewer than ``k``, the rarest other combinations are emptied too. Fewer than ``k`` rows in all
    keep nothing.
    """
    blurred = [tuple(row) for row in rows]
    width = len(blurred[0]) if blurred else 0
    for column in reversed(range(width)):
        rare = rarer(blurred, k=k)
        blurred = [
            (*row[:column], rest, *row[column + 1 :]) if row in rare else row for row in blurred
        ]
    while rarer(blurred, k=k) and len(set(blurred)) > 1:
        counts = Counter(blurred)
        rarest = min(counts, key=lambda row: (row == (rest,) * width, counts[row], row))
        blurred = [(rest,) * width if row == rarest else row for row in blurred]
    return blurred


def rarer(rows: Sequence[Profile], *, k: int) -> frozenset[Profile]:
    """Combinations that fewer than ``k`` rows share."""
    return frozenset(row for row, n in Counter(rows).items() if n < k)

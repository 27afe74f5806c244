"""Small cells stay hidden: one rule under every output, so that nobody can be singled out.

A *cell* is a figure by group, channel, hamlet, wave, version or filter, or any figure of a sensitive
item. It is shown only if the people in it, and those left over in its row and its column, are 0 or at
least ``k``. An ungrouped total needs a base of at least ``k`` and is then whole. Suppressed and empty
look alike to whoever reads.
"""

from collections.abc import Mapping, Sequence

LEAST = 5
LEAST_SCHOOL = 10

Counts = Sequence[Sequence[int]]
Shown = tuple[tuple[int | None, ...], ...]


def may_show(n: int, *, k: int = LEAST) -> bool:
    """An ungrouped figure needs ``k`` people beneath it."""
    return n >= k


def protect(table: Counts, *, k: int = LEAST) -> Shown:
    """Hide small cells of a table of counts, and as many more as keep them from being solved.

    ``table`` is rows of counts of people, whose row and column totals a reader knows. The result
    has the same shape with None for hidden cells. After it, in every row and every column the
    hidden cells are none, or at least two that together hold ``k`` people or more.
    """
    rows = [list(row) for row in table]
    hidden = {(i, j) for i, row in enumerate(rows) for j, n in enumerate(row) if 0 < n < k}
    while True:
        more = exposed(rows, hidden, k=k)
        if more is None:
            break
        hidden.add(more)
    return tuple(
        tuple(None if (i, j) in hidden else n for j, n in enumerate(row))
        for i, row in enumerate(rows)
    )


def exposed(
    rows: Sequence[Sequence[int]], hidden: set[tuple[int, int]], *, k: int
) -> tuple[int, int] | None:
    """The next cell that must be hidden as well, the smallest that helps; None when all is safe."""
    n_rows, n_columns = len(rows), len(rows[0]) if rows else 0
    lines = [[(i, j) for j in range(n_columns)] for i in range(n_rows)]
    lines += [[(i, j) for i in range(n_rows)] for j in range(n_columns)]
    for line in lines:
        inside = [cell for cell in line if cell in hidden]
        people = sum(rows[i][j] for i, j in inside)
        if inside and (len(inside) < 2 or people < k):  # noqa: PLR2004 — one hidden cell is the total less the rest
            outside = [cell for cell in line if cell not in hidden]
            if outside:
                return min(
                    outside,
                    key=lambda cell: (rows[cell[0]][cell[1]] == 0, rows[cell[0]][cell[1]], cell),
                )
    return None


def protect_groups(sizes: Mapping[str, int], *, k: int = LEAST) -> frozenset[str]:
    """Which groups may have figures of their own beside the total.

    A group is hidden when it is small; when what all hidden groups hold together is small, the
    smallest shown group is hidden too, so that the total less the shown groups tells nothing.
    """
    [row] = protect([list(sizes.values())], k=k) if sizes else [()]
    return frozenset(name for name, n in zip(sizes, row, strict=True) if n is not None and n >= k)


def band(
    rows: Sequence[tuple[str, ...]], *, k: int = LEAST, rest: str = ""
) -> list[tuple[str, ...]]:
    """Blur profile columns of row-level data until every combination stands for ``k`` people.

    Columns are emptied from the last to the first for the rows whose combination is rarer than
    ``k``, then for whole columns as long as a rare combination is left.
    """
    blurred = [tuple(row) for row in rows]
    width = len(blurred[0]) if blurred else 0
    for column in reversed(range(width)):
        rare = rare_ones(blurred, k=k)
        if not rare:
            return blurred
        blurred = [
            (*row[:column], rest, *row[column + 1 :]) if row in rare else row for row in blurred
        ]
    if rare_ones(blurred, k=k):
        return [(rest,) * width for _row in blurred]
    return blurred


def rare_ones(rows: Sequence[tuple[str, ...]], *, k: int) -> frozenset[tuple[str, ...]]:
    counts: dict[tuple[str, ...], int] = {}
    for row in rows:
        counts[row] = counts.get(row, 0) + 1
    return frozenset(row for row, n in counts.items() if n < k)

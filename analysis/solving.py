"""What a clever reader can work out about a hidden cell from the totals and the cells shown."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

Cell = tuple[int, int]
Node = tuple[str, int]


def bounds(
    rows: Sequence[Sequence[int]], hidden: Iterable[Cell], cell: Cell, *, enough: int
) -> tuple[int, int]:
    """The least and most people that a hidden cell can hold, given every row and column total.

    The true table is one solution; from it, people can move round a ring of hidden cells without
    changing a total (a transport problem, solved by augmenting paths: Ford & Fulkerson, 1956, and
    for this use Gusfield, D. (1988), SIAM J. Computing 17, 552-571). Looking stops at ``enough``:
    the most is exact below it, and at least it otherwise.
    """
    i, j = cell
    row, column = ("row", i), ("column", j)
    n = rows[i][j]
    others = [other for other in hidden if other != cell]
    fewer = moves(rows, others, row, column, limit=n)
    more = moves(rows, others, column, row, limit=max(0, enough - n))
    return n - fewer, n + more


def moves(
    rows: Sequence[Sequence[int]], others: Sequence[Cell], start: Node, end: Node, *, limit: int
) -> int:
    """How many people can go from one line to another through the other hidden cells, one by one.

    Going from a row to a column adds a person to their cell, which is always possible; going from a
    column to a row takes one away, so somebody must be there.
    """
    held = {other: rows[other[0]][other[1]] for other in others}
    lines: defaultdict[Node, list[Cell]] = defaultdict(list)
    for i, j in others:
        lines["row", i].append((i, j))
        lines["column", j].append((i, j))
    for moved in range(limit):
        path = shortest(held, lines, start, end)
        if path is None:
            return moved
        for kind, cell in path:
            held[cell] += 1 if kind == "row" else -1
    return limit


def shortest(
    held: Mapping[Cell, int], lines: Mapping[Node, Sequence[Cell]], start: Node, end: Node
) -> list[tuple[str, Cell]] | None:
    """The fewest steps from one line to another; None when there is no way.

    A step is the kind of line it leaves, and the cell through which it goes.
    """
    came: dict[Node, tuple[Node, Cell]] = {}
    waiting = deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for there, cell in steps(held, lines, here):
            if there not in came and there != start:
                came[there] = (here, cell)
                waiting.append(there)
    return walked(came, start, end) if end in came else None


def steps(
    held: Mapping[Cell, int], lines: Mapping[Node, Sequence[Cell]], here: Node
) -> Iterator[tuple[Node, Cell]]:
    """Where one can go from a line, and through which cell."""
    for cell in lines.get(here, ()):
        if here[0] == "row":
            yield ("column", cell[1]), cell
        elif held[cell] > 0:
            yield ("row", cell[0]), cell


def walked(
    came: Mapping[Node, tuple[Node, Cell]], start: Node, end: Node
) -> list[tuple[str, Cell]]:
    path: list[tuple[str, Cell]] = []
    here = end
    while here != start:
        here, cell = came[here]
        path.append((here[0], cell))
    return path

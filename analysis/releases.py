"""What outsiders were shown stays known: later figures may follow only in steps of ``k`` people.

Two publications tell more than one: the second less the first is what the people in between
answered. So each chart for outsiders is counted from the newest *release* that may follow the one
it was counted from before, and stays where it was when it may not (ADR 0018).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from analysis.disclosure import LEAST, protect

Cells = Mapping[tuple[str, str], int]
"""People by group and answer: the cells that a chart shows."""

Release = TypeVar("Release")


def newest_shown(
    releases: Sequence[Release], cells: Callable[[Release], Cells], *, k: int = LEAST
) -> Release:
    """The release a chart is counted from, given everything published before, oldest first.

    It is worked out anew each time, the same for every page and every format.
    """
    held = releases[0]
    for later in releases[1:]:
        if may_follow(cells(held), cells(later), k=k):
            held = later
    return held


def may_follow(before: Cells, after: Cells, *, k: int = LEAST) -> bool:
    """Whether what changed between two publications stands for nobody, or for ``k`` everywhere.

    People may come and go (a receipt deletes an answer): those who came and those who went are
    each a table whose cells are 0 or at least ``k``.
    """
    groups, answers = axes((before, after))
    came = [[max(0, after.get((g, a), 0) - before.get((g, a), 0)) for a in answers] for g in groups]
    went = [[max(0, before.get((g, a), 0) - after.get((g, a), 0)) for a in answers] for g in groups]
    return all(safe(table, k=k) for table in (came, went))


def axes(tables: Iterable[Cells]) -> tuple[list[str], list[str]]:
    keys = {key for table in tables for key in table}
    return sorted({group for group, _ in keys}), sorted({answer for _, answer in keys})


def safe(table: Sequence[Sequence[int]], *, k: int) -> bool:
    """Nothing of a table would have to be hidden."""
    if not table or not table[0]:
        return True
    return all(n is not None for row in protect(table, k=k) for n in row)


def only_people(n: int) -> Cells:
    """An ungrouped chart is whole when its base is: only its people count as a cell."""
    return {("", ""): n}


def by_answer(counts: Iterable[tuple[str, str, int]]) -> Cells:
    """Cells of rows of (group, answer, people)."""
    held: Counter[tuple[str, str]] = Counter()
    for group, answer, n in counts:
        held[group, answer] += n
    return held

"""The village on the wall of the lobby: every participant lights one window."""

import random
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

GROUND = 232
WIDTH = 1920
SEED = 7
PANE, SILL = 20, 26
"""Width and height of a window."""


class Window(NamedTuple):
    x: int
    y: int


class House(NamedTuple):
    """A building as one line, and its windows."""

    line: str
    windows: tuple[Window, ...]


def gable(x: int, *, width: int = 104, wall: int = 118, door: bool = True) -> House:
    """A narrow house with its gable to the street."""
    top, middle = GROUND - wall, x + width // 2
    line = (
        f"M{x} {GROUND}V{top}L{middle} {top - 44}L{x + width} {top}V{GROUND}"
        f"M{x + width - 28} {top - 24}V{top - 46}h14V{top - 12}"
    )
    rows = [top + 22, top + 68]
    windows = [Window(middle - 10, top - 18)]
    windows += [Window(x + 20, row) for row in rows] + [Window(x + width - 40, rows[0])]
    if door:
        line += f"M{x + width - 44} {GROUND}v-42h26v42"
    return House(line, tuple(windows))


def long_house(x: int, *, width: int = 168) -> House:
    """A low farmhouse with its long side to the street."""
    eaves, ridge = GROUND - 84, GROUND - 132
    line = (
        f"M{x} {GROUND}V{eaves}L{x + 26} {ridge}H{x + width - 26}L{x + width} {eaves}V{GROUND}"
        f"M{x} {eaves}H{x + width}M{x + width - 50} {ridge}v-16h14v16"
        f"M{x + 92} {GROUND}v-48h26v48"
    )
    windows = [Window(x + 40, ridge + 14), Window(x + 82, ridge + 14)]
    windows += [Window(x + dx, eaves + 22) for dx in (18, 54, width - 38)]
    return House(line, tuple(windows))


def hall(x: int, *, width: int = 184) -> House:
    """The place where everybody meets."""
    eaves = GROUND - 74
    line = (
        f"M{x} {GROUND}V{eaves}L{x + 66} {eaves - 52}h{width - 132}L{x + width} {eaves}V{GROUND}"
        f"M{x + width // 2 - 24} {GROUND}v-46h48v46M{x + width // 2} {GROUND}v-46"
    )
    windows = [Window(x + width // 2 - 10, eaves - 28)]
    windows += [Window(x + dx, eaves + 24) for dx in (22, width - 42)]
    return House(line, tuple(windows))


def church(x: int) -> House:
    """Tower and nave; its windows are lit too."""
    line = (
        f"M{x} {GROUND}V96L{x + 28} 8L{x + 56} 96V{GROUND}M{x + 14} 132a14 14 0 1 1 28 0"
        f"a14 14 0 1 1 -28 0M{x + 18} {GROUND}v-34a10 10 0 0 1 20 0v34"
        f"M{x + 56} {GROUND - 92}l24 -40H{x + 212}l24 40V{GROUND}"
        f"M{x + 56} {GROUND - 92}H{x + 236}"
    )
    return House(line, tuple(Window(x + dx, GROUND - 66) for dx in (88, 136, 184)))


def tree(x: int, *, height: int = 70) -> House:
    top = GROUND - height - 44
    line = (
        f"M{x} {GROUND}V{top + 40}M{x} {top + 74}l11 -11M{x} {top + 62}l-10 -10"
        f"M{x - 28} {top + 36}a28 36 0 1 1 56 0a28 36 0 1 1 -56 0"
    )
    return House(line, ())


def buildings() -> Iterator[House]:
    """The street from left to right."""
    yield tree(8)
    yield gable(46)
    yield long_house(150)
    yield gable(318, wall=104)
    yield tree(456)
    yield gable(494, wall=126)
    yield church(598)
    yield tree(872, height=82)
    yield long_house(910)
    yield gable(1078, wall=126)
    yield hall(1182)
    yield tree(1418, height=82)
    yield gable(1458)
    yield gable(1562, wall=126)
    yield long_house(1666)
    yield tree(1872)


@cache
def lines() -> str:
    return "".join(house.line for house in buildings()) + f"M0 {GROUND}H{WIDTH}"


@cache
def windows() -> tuple[Window, ...]:
    """Every window, in a shuffled order that never changes: nothing jumps when somebody joins."""
    found = [window for house in buildings() for window in house.windows]
    random.Random(SEED).shuffle(found)  # noqa: S311 — a drawing
    return tuple(found)

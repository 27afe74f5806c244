"""A crowd of any size: how many people gave which pattern, drawn all at once.

Like the tally of a real survey: every question has its own patterns, and those of a grid or of
points to divide are many thousands when a million people answer.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from question_banks.item import Item
from question_banks.measures import Measure
from question_banks.patterns import LEFT_OUT, UNKNOWN

Codes = NDArray[np.int64]
Chance = np.random.Generator
SILENT = 0.04
"""One in twenty-five skips a question, and as many do not know."""


class Line(NamedTuple):
    """``n`` people who came in by one way gave this pattern."""

    item: str
    way: int
    pattern: str
    n: int


def crowd(items: tuple[Item, ...], people: int, *, ways: int, seed: int) -> Iterator[Line]:
    """Draw everybody's answer to every question that has patterns."""
    chance = np.random.default_rng(seed)
    came_by = chance.choice(ways, people, p=weights(ways))
    for item in items:
        if item.measure in DRAWN:
            yield from lines_of(item, came_by, chance)


def lines_of(item: Item, came_by: Codes, chance: Chance) -> Iterator[Line]:
    codes, say = DRAWN[item.measure](item, len(came_by), chance)
    luck = chance.random(len(codes))
    codes[luck < SILENT] = -1
    if item.dont_know:
        codes[luck > 1 - SILENT] = -2
    ways = int(came_by.max()) + 1
    kept, numbers = np.unique((codes + 2) * ways + came_by, return_counts=True)
    for key, n in zip(kept.tolist(), numbers.tolist(), strict=True):
        code, way = key // ways - 2, key % ways
        yield Line(item.code, way, {-1: LEFT_OUT, -2: UNKNOWN}.get(code) or say(code), n)


def weights(n: int) -> NDArray[np.float64]:
    """Unequal shares, as in life: the first is three times the last."""
    falling = np.linspace(3, 1, n)
    return falling / falling.sum()


def places(chance: Chance, people: int, options: int) -> Codes:
    """Everybody's own order of the options, the liked ones more often in front."""
    liking = np.log(weights(options)) + chance.gumbel(size=(people, options))
    return np.argsort(-liking, axis=1)


def packed(digits: Codes, base: int) -> Codes:
    """Rows of digits as one number each."""
    return digits @ base ** np.arange(digits.shape[1], dtype=np.int64)


def digits_of(code: int, base: int, n: int) -> list[int]:
    return [code // base**place % base for place in range(n)]


Drawn = tuple[Codes, Callable[[int], str]]


def draw_nominal(item: Any, people: int, chance: Chance) -> Drawn:
    names = item.offered()
    return chance.choice(len(names), people, p=weights(len(names))), names.__getitem__


def draw_multiple(item: Any, people: int, chance: Chance) -> Drawn:
    names = [option.code for option in item.options if not option.exclusive]
    most = min(item.max or 4, len(names))
    wanted = chance.integers(1, most, people, endpoint=True)
    ranked = places(chance, people, len(names))[:, :most]
    kept = np.arange(most) < wanted[:, None]
    codes = (kept * (1 << ranked)).sum(axis=1)
    return codes, lambda code: "+".join(n for place, n in enumerate(names) if code >> place & 1)


def draw_ordinal(item: Any, people: int, chance: Chance) -> Drawn:
    points = [str(point.code) for point in item.points]
    return chance.choice(len(points), people, p=weights(len(points))), points.__getitem__


def draw_grid(item: Any, people: int, chance: Chance) -> Drawn:
    points, rows = [*(str(point.code) for point in item.points), UNKNOWN], item.offered()
    drawn = chance.choice(len(points), (people, len(rows)), p=weights(len(points)))
    return packed(drawn, len(points)), lambda code: "+".join(
        f"{row}={points[digit]}"
        for row, digit in zip(rows, digits_of(code, len(points), len(rows)), strict=True)
    )


def draw_ranking(item: Any, people: int, chance: Chance) -> Drawn:
    names, n = item.offered(), item.places
    drawn = places(chance, people, len(names))[:, :n]
    return packed(drawn, len(names)), lambda code: ">".join(
        names[digit] for digit in digits_of(code, len(names), n)
    )


def draw_points(item: Any, people: int, chance: Chance) -> Drawn:
    names, step = item.offered(), item.total // 10
    given = chance.multinomial(10, weights(len(names)), people)
    return packed(given, 11), lambda code: "+".join(
        f"{name}={step * digit}"
        for name, digit in zip(names, digits_of(code, 11, len(names)), strict=True)
    )


def draw_number(item: Any, people: int, chance: Chance) -> Drawn:
    top = min(item.max, 90)
    return chance.triangular(item.min, top / 3, top, people).astype(np.int64), str


def draw_date(_item: Any, people: int, chance: Chance) -> Drawn:
    first = np.datetime64("2026-06-01")
    return chance.integers(0, 120, people), lambda code: str(first + code)


DRAWN: dict[Measure, Callable[[Any, int, Chance], Drawn]] = {
    Measure.NOMINAL: draw_nominal,
    Measure.MULTIPLE: draw_multiple,
    Measure.ORDINAL: draw_ordinal,
    Measure.GRID: draw_grid,
    Measure.RANKING: draw_ranking,
    Measure.POINTS: draw_points,
    Measure.NUMERIC: draw_number,
    Measure.DATE: draw_date,
}

"""Where the words beside dots go, so that none lies on another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Protocol

from analysis.draw import ink
from analysis.draw.looks import Look
from analysis.draw.widths import widest, wrap

LABEL_SHARE, TIGHT_SHARE = 0.3, 0.42
MOST_LINES = 2
WIDER = 1.25
"""How much wider a dot with a number in it is."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def at(cls, left: float, top: float, wide: float, high: float) -> "Box":
        return cls(left, top, left + wide, top + high)

    def meets(self, other: "Box") -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def within(self, other: "Box") -> bool:
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot in the drawing with the ends of its cross."""

    label: str
    grey: bool
    x: float
    y: float
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Label:
    """The words of one dot: where they stand, or the number under which a list has them.

    Dots at one spot share a number, that stands in the ``first`` of them.
    """

    text: str
    lines: tuple[str, ...] = ()
    x: float = 0.0
    y: float = 0.0
    number: int = 0
    grey: bool = False
    first: bool = False

    def parts(self, look: Look) -> list[str]:
        return ink.lines(
            list(self.lines), self.x, self.y, look.text,
            font_weight=ink.SEMI, fill=ink.SOFT if self.grey else ink.INK,
            **ink.halo(look.text),
        )  # fmt: skip


class Ground(Protocol):
    """What the words must stay within."""

    @property
    def look(self) -> Look: ...
    @property
    def left(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def wide(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def radius(self) -> float: ...


def labels(spots: Sequence[Spot], ground: Ground, *, taken: Sequence[Box]) -> list[Label]:
    """Give each dot its words in the first free corner of its cross, else a number.

    Words lie on no other words, dot or corner; if they can they lie on no cross either.
    """
    dots = [square(one, ground.radius * 1.1) for one in spots]
    crosses = [box for one in spots for box in arms(one, ground.look)]
    held = [*taken, *dots]
    given: list[Label] = []
    for one in spots:
        found = placed(one, ground, held + crosses) or placed(one, ground, held)
        if found is None:
            given.append(numbered(one, [label for label in given if label.first], ground.radius))
        else:
            label, box = found
            given.append(label)
            held.append(box)
    return given


def numbered(one: Spot, earlier: Sequence[Label], radius: float) -> Label:
    """A number of its own, or that of a numbered dot so near that one would cover the other."""
    reach = 2 * WIDER * radius
    for label in earlier:
        if hypot(one.x - label.x, one.y - label.y) < reach:
            return Label(one.label, x=one.x, y=one.y, number=label.number, grey=one.grey)
    number = len(earlier) + 1
    return Label(one.label, x=one.x, y=one.y, number=number, grey=one.grey, first=True)


def square(one: Spot, radius: float) -> Box:
    return Box.at(one.x - radius, one.y - radius, 2 * radius, 2 * radius)


def arms(one: Spot, look: Look) -> tuple[Box, Box]:
    half = look.text / 8
    return (
        Box(one.left, one.y - half, one.right, one.y + half),
        Box(one.x - half, one.top, one.x + half, one.bottom),
    )


def placed(one: Spot, ground: Ground, held: Sequence[Box]) -> tuple[Label, Box] | None:
    """The first of the four corners, then above and below, where the words have room."""
    look = ground.look
    share = TIGHT_SHARE if look.tight else LABEL_SHARE
    lines = wrap(one.label, look.text * look.stretch, ground.wide * share)
    if len(lines) > MOST_LINES:
        return None
    wide = widest(lines, look.text * look.stretch)
    high = ink.leading(look.text) * len(lines)
    field = Box.at(ground.left, ground.top, ground.wide, ground.high)
    for left, top in corners(one, ground.radius, wide, high):
        box = Box.at(left, top, wide, high)
        if box.within(field) and not any(box.meets(other) for other in held):
            label = Label(one.label, tuple(lines), left, top + look.text, grey=one.grey)
            return label, box
    return None


def corners(one: Spot, radius: float, wide: float, high: float) -> Iterator[tuple[float, float]]:
    """Right above, right below, left above, left below the dot; then straight above and below."""
    gap = radius * 1.15
    for left in (one.x + gap, one.x - gap - wide):
        yield left, one.y - radius * 0.3 - high
        yield left, one.y + radius * 0.3
    for far in (1.2, 1.9):
        yield one.x - wide / 2, one.y - radius * far - high
        yield one.x - wide / 2, one.y + radius * far

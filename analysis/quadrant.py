"""Importance against feasibility: what people want, beside what they think can be done."""

from dataclasses import dataclass

MIDDLE = 50.0
"""The cut lines stand at the middle of the scale: a mean would always make four quarters."""


@dataclass(frozen=True, slots=True)
class Side:
    """One coordinate, 0..100, with its 95 % interval.

    ``n`` is the number of people behind it; ``unit`` is "share" when it is a share of people who
    chose the topic, "mean" when it is a place on a scale, points or a ranking.
    """

    value: float
    low: float
    high: float
    n: int
    unit: str = "mean"

    @property
    def undecided(self) -> bool:
        """The interval holds the middle, so that the side of the line is not certain."""
        return self.low <= MIDDLE <= self.high


@dataclass(frozen=True, slots=True)
class QuadrantPoint:
    """A topic: ``x`` is its feasibility, ``y`` its importance; grey is too close to a line."""

    topic: str
    label: str
    x: Side
    y: Side
    grey: bool


@dataclass(frozen=True, slots=True)
class Lacking:
    """A topic that cannot be placed, and the side that is missing: importance or feasibility."""

    topic: str
    label: str
    side: str


@dataclass(frozen=True, slots=True)
class Quadrant:
    """Every topic that was asked about on both sides, and those that lack one."""

    points: tuple[QuadrantPoint, ...]
    lacking: tuple[Lacking, ...]

"""Importance against feasibility: what people want, beside what they think can be done."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from analysis.dataset import Dataset
from analysis.disclosure import LEAST
from analysis.priorities import Priorities, Priority, priorities
from analysis.scores import UNITS

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


Held = dict[str, tuple[Side, str]]


def quadrant(*datasets: Dataset, labels: Mapping[str, str], k: int = LEAST) -> Quadrant:
    """Join items on topic; ``labels`` names topics, else the option's own words do.

    A side is a share, or a mean or number of points put on 0..100 of its own scale, so that the
    middle of the scale is the line. Where several items speak of one topic, the one that most
    people answered counts: figures of different questions, and of one question asked at different
    moments (one dataset each), are never averaged.
    """
    sides: defaultdict[str, Held] = defaultdict(dict)
    for role, found in placeable(datasets, k=k):
        for row in found.rows:
            if row.topic:
                keep_fullest(sides[row.topic], role, side_of(found, row), row.label)
    points, lacking = [], []
    for topic, held in sides.items():
        label = labels.get(topic) or next(iter(held.values()))[1]
        missing = sorted({"importance", "feasibility"} - set(held))
        if missing:
            lacking.append(Lacking(topic, label, missing[0]))
        else:
            x, y = held["feasibility"][0], held["importance"][0]
            points.append(QuadrantPoint(topic, label, x, y, x.undecided or y.undecided))
    points.sort(key=lambda point: (-(point.x.value + point.y.value), point.label))
    return Quadrant(tuple(points), tuple(sorted(lacking, key=lambda one: (one.side, one.label))))


def placeable(datasets: Iterable[Dataset], *, k: int) -> Iterator[tuple[str, Priorities]]:
    """The priorities of every item that gives a topic a coordinate, with the item's role."""
    for dataset in datasets:
        for item in dataset.codebook.items:
            if item.role != "none" and item.measure in UNITS:
                yield item.role, priorities(item, dataset.of(item.code), k=k)


def keep_fullest(held: Held, role: str, side: Side, label: str) -> None:
    if role not in held or held[role][0].n < side.n:
        held[role] = (side, label)


def side_of(found: Priorities, row: Priority) -> Side:
    """Put a value and its bounds on 0..100 of the item's own scale."""
    width = (found.top - found.least) or 1.0

    def scaled(value: float) -> float:
        return min(100.0, max(0.0, 100 * (value - found.least) / width))

    value, low, high = scaled(row.value), scaled(row.low), scaled(row.high)
    if found.unit == "share":
        return Side(value, low, high, row.n, "share")
    return Side(value, low, high, row.count)

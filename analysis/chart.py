"""A chart: the finding, the words, the numbers. How it is drawn is somebody else's business."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a chart: column names and rows of the same length; None is not shown."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar: ``value``, ``low`` and ``high`` on the axis, ``shown`` what stands beside."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    shown: str = ""
    side: str = ""
    place: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from zero to ``top``; ``groups`` are how many bars share each place, from the top."""

    bars: tuple[Bar, ...]
    top: float
    ticks: tuple[tuple[float, str], ...]
    axis: str
    side_title: str = ""
    place_title: str = ""
    groups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """One topic on two axes of 0..100 with the bounds of both."""

    label: str
    x: float
    y: float
    x_low: float
    x_high: float
    y_low: float
    y_high: float
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Plane:
    """Importance upward, feasibility to the right; corners are the words of the four quadrants."""

    dots: tuple[Dot, ...]
    x_title: str
    y_title: str
    corners: tuple[str, str, str, str]


Figure = Bars | Plane


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything a reader needs: on screen, on paper, with eyes or with a screen reader."""

    name: str
    finding: str
    subtitle: str
    caption: str
    alt: str
    table: Table
    figure: Figure
    caution: str = ""


Build = Callable[..., Chart]
CHARTS: dict[str, Build] = {}


def chart(name: str) -> Callable[[Build], Build]:
    """Register how a chart is built; a second chart of the same name is refused."""

    def register(build: Build) -> Build:
        if name in CHARTS:
            raise ValueError(f"two charts are called {name}")
        CHARTS[name] = build
        return build

    return register


def to_json(built: Chart) -> dict[str, Any]:
    """The chart as plain data, for a worker that draws it; ``from_json`` reads it back."""
    figure = built.figure
    parts = figure.bars if isinstance(figure, Bars) else figure.dots
    own = {name: getattr(figure, name) for name in figure.__slots__ if name not in {"bars", "dots"}}
    return {
        **{
            name: getattr(built, name)
            for name in built.__slots__
            if name not in {"table", "figure"}
        },
        "table": {"columns": built.table.columns, "rows": built.table.rows},
        "kind": type(figure).__name__,
        "figure": own,
        "parts": [{name: getattr(part, name) for name in part.__slots__} for part in parts],
    }


def from_json(document: dict[str, Any]) -> Chart:
    """Read what ``to_json`` wrote, also after a journey as JSON text."""
    own = {name: as_tuple(value) for name, value in document["figure"].items()}
    figure: Figure
    if document["kind"] == "Bars":
        figure = Bars(bars=tuple(Bar(**part) for part in document["parts"]), **own)
    else:
        figure = Plane(dots=tuple(Dot(**part) for part in document["parts"]), **own)
    table = document["table"]
    words = {name: document[name] for name in Chart.__slots__ if name not in {"table", "figure"}}
    rows = tuple(tuple(row) for row in table["rows"])
    return Chart(**words, table=Table(tuple(table["columns"]), rows), figure=figure)


def as_tuple(value: Any) -> Any:
    return tuple(as_tuple(one) for one in value) if isinstance(value, list | tuple) else value

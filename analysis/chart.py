"""A chart: the finding, the words, the numbers. How it is drawn is somebody else's business."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from analysis.figure import (
    Bar,
    Bars,
    Column,
    Columns,
    Dot,
    Entry,
    Figure,
    Gathering,
    Grid,
    Hourglass,
    Line,
    Note,
    Pair,
    Pairs,
    Plane,
    Stack,
    Stacks,
    figure_from,
    figure_json,
)

__all__ = [
    "CHARTS", "Bar", "Bars", "Cell", "Chart", "Column", "Columns", "Dot", "Entry", "Figure",
    "Gathering", "Grid", "Hourglass", "Line", "Note", "Pair", "Pairs", "Plane", "Stack", "Stacks",
    "Table", "chart", "from_json", "to_json",
]  # fmt: skip

Cell = str | int | float | None
WORDS = ("name", "finding", "subtitle", "caption", "alt", "caution", "language")


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a chart: column names and rows of the same length; None is not shown."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


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
    language: str = "nl"


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
    return {
        **{name: getattr(built, name) for name in WORDS},
        "table": {"columns": built.table.columns, "rows": built.table.rows},
        "figure": figure_json(built.figure),
    }


def from_json(document: dict[str, Any]) -> Chart:
    """Read what ``to_json`` wrote, also after a journey as JSON text."""
    table = document["table"]
    return Chart(
        **{name: document[name] for name in WORDS},
        table=Table(tuple(table["columns"]), tuple(tuple(row) for row in table["rows"])),
        figure=figure_from(document["figure"]),
    )

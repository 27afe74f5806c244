"""What can be drawn: a few kinds of figure, each nothing but numbers and the words beside them."""

from dataclasses import asdict, dataclass
from typing import Any

Ticks = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar: ``value``, ``low`` and ``high`` on the axis, ``shown`` beside it.

    A ``value`` of None has no bar: ``shown`` says why. ``note`` stands small under the label.
    """

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    shown: str = ""
    side: str = ""
    place: str = ""
    strong: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from zero to ``top``; ``groups`` are how many bars share each place, from the top.

    ``apart`` are bars that do not compete, such as "I don't know": drawn under the others. With
    ``dots`` a value is a place on a scale that begins at ``base``: a dot, for a bar would lie.
    ``whole`` is the value that all would be, such as everybody, where there is one. ``more`` says
    that ``%(n)s`` rows found no room.
    """

    bars: tuple[Bar, ...]
    top: float
    ticks: Ticks
    axis: str
    side_title: str = ""
    place_title: str = ""
    groups: tuple[int, ...] = ()
    apart: tuple[Bar, ...] = ()
    dots: bool = False
    base: float = 0.0
    whole: float | None = None
    more: str = ""


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
    """Importance upward, feasibility to the right; corners are the words of the four quadrants.

    Corners go left to right, the upper ones first. ``lists`` are titles with the topics that could
    not be placed.
    """

    dots: tuple[Dot, ...]
    x_title: str
    y_title: str
    corners: tuple[str, str, str, str]
    x_least: str = ""
    y_least: str = ""
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Stack:
    """One row on a scale: a share 0..1 for each point and what stands in it; None is not shown.

    ``apart`` is what stands at the right: who does not know.
    """

    label: str
    shares: tuple[float, ...] | None
    shown: tuple[str, ...] = ()
    apart: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stacks:
    """Rows on one scale, from its least to its most, on both sides of its middle."""

    rows: tuple[Stack, ...]
    points: tuple[str, ...]
    axis: str = ""
    apart_title: str = ""
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One upright column over a range of numbers or days."""

    label: str
    value: float
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns that touch, from zero to ``top``: how often each range was given."""

    columns: tuple[Column, ...]
    top: float
    ticks: Ticks
    axis: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Nothing to draw: one number, or none, and what it means."""

    big: str
    line: str


Figure = Bars | Plane | Stacks | Columns | Note
KINDS: dict[str, type[Figure]] = {
    kind.__name__: kind for kind in (Bars, Plane, Stacks, Columns, Note)
}
PARTS: dict[str, dict[str, type]] = {
    "Bars": {"bars": Bar, "apart": Bar},
    "Plane": {"dots": Dot},
    "Stacks": {"rows": Stack},
    "Columns": {"columns": Column},
    "Note": {},
}
"""Which fields of a figure hold parts, and of what kind."""


def figure_json(figure: Figure) -> dict[str, Any]:
    """The figure as plain data; ``figure_from`` reads it back, also from JSON text."""
    return {"kind": type(figure).__name__, **asdict(figure)}


def figure_from(document: dict[str, Any]) -> Figure:
    """Read what ``figure_json`` wrote."""
    fields = {name: as_tuple(value) for name, value in document.items() if name != "kind"}
    for name, part in PARTS[document["kind"]].items():
        fields[name] = tuple(
            part(**{key: as_tuple(value) for key, value in one.items()}) for one in document[name]
        )
    return KINDS[document["kind"]](**fields)


def as_tuple(value: Any) -> Any:
    """Lists, as JSON knows them, back to tuples."""
    return tuple(as_tuple(one) for one in value) if isinstance(value, list | tuple) else value

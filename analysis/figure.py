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
    ``whole`` is the value that all would be, such as everybody, where there is one. ``zero`` is
    where bars begin when that is not ``base``: bars to its left fall short. ``more`` says that
    ``%(n)s`` rows found no room.
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
    zero: float | None = None
    more: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bars under one label: a full one, and an outlined one to hold it against.

    Either is None where it may not be told. ``lit`` rows stand out; ``side`` says what follows.
    """

    label: str
    value: float | None
    other: float | None
    shown: str = ""
    other_shown: str = ""
    side: str = ""
    lit: bool = False
    low: float | None = None
    high: float | None = None
    other_low: float | None = None
    other_high: float | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of bars from zero to ``top``, the full ones and the outlined ones each with a name."""

    rows: tuple[Pair, ...]
    top: float
    ticks: Ticks
    name: str
    other_name: str
    side_title: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell of a grid: its value, if it has one to draw, and what stands beside it."""

    value: float | None
    shown: str
    low: float | None = None
    high: float | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a grid, an entry for each column; ``note`` stands small under the label."""

    label: str
    entries: tuple[Entry, ...]
    note: str = ""
    lit: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The same rows in several columns: villages, waves, groups or rules side by side.

    Values run from ``base`` to ``top``; with ``dots`` they are places on a scale.
    """

    rows: tuple[Line, ...]
    columns: tuple[str, ...]
    top: float
    axis: str = ""
    base: float = 0.0
    dots: bool = False
    more: str = ""


@dataclass(frozen=True, slots=True)
class Gathering:
    """One moment: how many came; None when nobody counted. ``note`` is its day and place."""

    label: str
    value: float | None
    shown: str
    note: str = ""
    lit: bool = False


@dataclass(frozen=True, slots=True)
class Hourglass:
    """Moments under each other, each as wide as its people, around one middle.

    ``mark`` is how many would be a fair number, with words; 0 when nobody knows.
    """

    rows: tuple[Gathering, ...]
    top: float
    mark: float = 0.0
    mark_words: str = ""
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
    """Rows on one scale, from its least to its most, on both sides of its middle.

    With ``rivals`` the points are two sides of which neither is the better one.
    """

    rows: tuple[Stack, ...]
    points: tuple[str, ...]
    axis: str = ""
    apart_title: str = ""
    hidden: str = ""
    rivals: bool = False
    more: str = ""


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


Figure = Bars | Pairs | Grid | Hourglass | Plane | Stacks | Columns | Note
KINDS: dict[str, type[Figure]] = {
    kind.__name__: kind for kind in (Bars, Pairs, Grid, Hourglass, Plane, Stacks, Columns, Note)
}
PARTS: dict[str, dict[str, type]] = {
    "Bars": {"bars": Bar, "apart": Bar},
    "Pairs": {"rows": Pair},
    "Grid": {"rows": Line},
    "Hourglass": {"rows": Gathering},
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
        fields[name] = tuple(part_from(part, one) for one in document[name])
    return KINDS[document["kind"]](**fields)


def part_from(part: type, one: dict[str, Any]) -> Any:
    """A bar, a row or a dot; the entries of a line are parts themselves."""
    fields = {name: as_tuple(value) for name, value in one.items()}
    if part is Line:
        fields["entries"] = tuple(Entry(**entry) for entry in one["entries"])
    return part(**fields)


def as_tuple(value: Any) -> Any:
    """Lists, as JSON knows them, back to tuples."""
    return tuple(as_tuple(one) for one in value) if isinstance(value, list | tuple) else value

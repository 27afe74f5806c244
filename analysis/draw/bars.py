"""Bars with intervals: places and labels to the left, the chance of being first to the right."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.draw import ink, marks, narrow
from analysis.draw.ink import Drawn
from analysis.draw.looks import Look
from analysis.draw.marks import Axis
from analysis.draw.widths import widest, wrap
from analysis.figure import Bar, Bars

MOST_LINES = 3
LABELS_SHARE = 0.36
"""Labels may take so much of the width before they are broken."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where everything stands from left to right."""

    look: Look
    label: float
    room: float
    axis: Axis
    right: float


@dataclass(frozen=True, slots=True)
class Row:
    """One bar with its broken label, from ``top`` down."""

    bar: Bar
    label: list[str]
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def draw(figure: Bars, look: Look) -> Drawn:
    """Draw bars on a wide page, or hand them to a narrow one."""
    if look.tight:
        return narrow.draw(figure, look)
    place = placed(figure, look)
    head = heading(figure, place)
    rows, below = rows_of(figure, place, head.height)
    competing = [row for row in rows if row.bar in figure.bars]
    parts = [
        *head.parts,
        *grid(figure, place, head.height, below),
        *brackets(figure, place, competing),
        *(part for row in rows for part in one(row, figure, place)),
    ]
    foot = below + ink.leading(look.small) + 2
    if len(competing) < len(figure.bars):
        more = figure.more % {"n": len(figure.bars) - len(competing)}
        foot += ink.leading(look.small)
        parts.append(ink.words(more, place.label, foot, look.small, fill=ink.SOFT))
    return Drawn(tuple(parts), foot + look.small * 0.4)


def placed(figure: Bars, look: Look) -> Place:
    """Share the width out over places, labels, bars, values and chances."""
    every = (*figure.bars, *figure.apart)
    inside = look.width - 2 * look.margin
    gap = look.text
    places = widest([bar.place for bar in figure.bars], look.text) if figure.place_title else 0.0
    titles = widest(figure.place_title.split(), look.small)
    label = look.margin + (max(places + gap * 1.9, titles + gap) if figure.place_title else 0.0)
    longest = widest([bar.label for bar in every], look.text) * look.stretch
    room = min(max(longest, look.text * 4), inside * LABELS_SHARE)
    sides = [bar.side for bar in every if look.sides]
    side = max(widest(sides, look.text), look.small * 5.4) + gap if any(sides) else 0.0
    right = look.width - look.margin
    start = label + room + gap
    end = right - side - marks.value_room(every, look)
    return Place(look, label, room, Axis(start, end, figure.base, figure.top), right)


def heading(figure: Bars, place: Place) -> Drawn:
    """What the columns are, in small words above them."""
    look = place.look
    small: ink.Style = {"fill": ink.SOFT, "font_weight": ink.SEMI}
    y = look.small
    has_side = look.sides and any(bar.side for bar in figure.bars)
    side = wrap(figure.side_title, look.small, look.small * 5.6) if has_side else []
    right_of_axis = place.right - (look.small * 7 if side else 0)
    axis = wrap(figure.axis, look.small, (right_of_axis - place.axis.start) / look.stretch)
    parts = ink.lines(axis, place.axis.start, y, look.small, **small)
    parts += ink.lines(side, place.right, y, look.small, text_anchor="end", **small)
    if figure.place_title:
        parts.append(ink.words(figure.place_title, look.margin, y, look.small, **small))
    height = ink.leading(look.small) * max(len(axis), len(side), 1)
    return Drawn(tuple(parts), height + look.small * 0.7)


def rows_of(figure: Bars, place: Place, top: float) -> tuple[list[Row], float]:
    """Rows under each other with a breath between places; what is too tall is left out."""
    look = place.look
    starts = set(first_of_each(figure.groups))
    kept: list[Row] = []
    y = top
    apart = [row_of(bar, place, 0.0) for bar in figure.apart]
    reserved = sum(row.height for row in apart) + ink.leading(look.small) * 3
    for n, bar in enumerate(figure.bars):
        y += look.text * 0.4 if n in starts and n else 0.0
        row = row_of(bar, place, y)
        if look.tallest and kept and y + row.height + reserved > look.tallest:
            break
        kept.append(row)
        y += row.height
    y += look.text * 0.8 if apart else 0.0
    for row in apart:
        kept.append(Row(row.bar, row.label, y, row.height))
        y += row.height
    return kept, y + look.small * 0.4


def row_of(bar: Bar, place: Place, top: float) -> Row:
    look = place.look
    label = wrap(bar.label, look.text * look.stretch, place.room, most=MOST_LINES)
    lines = len(label) * ink.leading(look.text) + (ink.leading(look.small) if bar.note else 0.0)
    return Row(bar, label, top, max(look.row, lines + look.text * 0.7))


def first_of_each(groups: tuple[int, ...]) -> Iterator[int]:
    row = 0
    for size in groups:
        yield row
        row += size


def grid(figure: Bars, place: Place, top: float, below: float) -> list[str]:
    """Light lines at the ticks, the axis itself in ink; its words beneath."""
    look, axis = place.look, place.axis
    thick = look.text / 16
    parts = []
    for value, label in figure.ticks:
        x = axis.x(value)
        base = value == (figure.base if figure.zero is None else figure.zero)
        colour, wide = (ink.SOFT, 1.8) if base else (ink.LINE, 1.0)
        parts.append(
            ink.line(x, top - look.small * 0.2, x, below, colour=colour, thick=thick * wide)
        )
        y = below + ink.leading(look.small)
        parts.append(ink.words(label, x, y, look.small, fill=ink.SOFT, text_anchor="middle"))
    return parts


def brackets(figure: Bars, place: Place, rows: list[Row]) -> list[str]:
    """A bracket round each shared place, and a hairline between places."""
    look, parts, n = place.look, [], 0
    for size in figure.groups:
        held = rows[n : n + size]
        if not held:
            break
        top, end = held[0].top, held[-1].top + held[-1].height
        if n:
            y = top - look.text * 0.2
            parts.append(
                ink.line(look.margin, y, place.right, y, colour=ink.LINE, thick=look.text / 16)
            )
        y = (top + end) / 2 + look.text * 0.35
        parts.append(ink.words(held[0].bar.place, look.margin, y, look.text, font_weight=ink.BOLD))
        if size > 1:
            parts.append(bracket(place.label - look.text * 0.55, top, end, look))
        n += size
    return parts


def bracket(x: float, top: float, end: float, look: Look) -> str:
    arm, inset = look.text * 0.45, look.row * 0.14
    left = ink.written(x - arm)
    d = f"M{ink.at(x, top + inset)}H{left}V{ink.written(end - inset)}H{ink.written(x)}"
    return ink.path(d, ink.INK, look.text / 8)


def one(row: Row, figure: Bars, place: Place) -> list[str]:
    """A bar with its label before it, its value behind it, its chance at the side."""
    look, bar, y = place.look, row.bar, row.middle
    soft = bar.value is None or bar in figure.apart
    weight = ink.SEMI if bar.strong else 400
    fill = ink.SOFT if soft else ink.INK
    parts = label_of(row, place, font_weight=weight, fill=fill)
    drawn, reach = marks.mark(bar, figure, place.axis, y, look)
    gap = look.text * (0.5 if bar.value is None else 0.6)
    parts += [*drawn, marks.value(bar, reach + gap, y, look)]
    if bar.side and look.sides:
        base = y + look.text * 0.35
        parts.append(
            ink.words(
                bar.side, place.right, base, look.text,
                text_anchor="end", font_weight=weight, fill=ink.INK if bar.strong else ink.SOFT,
            )
        )  # fmt: skip
    return parts


def label_of(row: Row, place: Place, **attributes: str | float) -> list[str]:
    """The broken label, as high as its bar's middle; a note small beneath it."""
    look = place.look
    lines = len(row.label)
    first = row.middle + look.text * 0.35 - ink.leading(look.text) * (lines - 1) / 2
    first -= ink.leading(look.small) / 2 if row.bar.note else 0.0
    parts = ink.lines(row.label, place.label, first, look.text, **attributes)
    if row.bar.note:
        y = first + ink.leading(look.text) * (lines - 1) + ink.leading(look.small)
        parts.append(ink.words(row.bar.note, place.label, y, look.small, fill=ink.SOFT))
    return parts

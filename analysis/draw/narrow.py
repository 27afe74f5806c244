"""Bars on a phone: the label above its bar, the value at the end of the label's first line.

Where there is a whole, a bar lies on a track as long as it, so that more than half looks so.
"""

from analysis.draw import ink, marks
from analysis.draw.ink import Drawn
from analysis.draw.looks import Look
from analysis.draw.marks import Axis
from analysis.draw.widths import width, wrap
from analysis.figure import Bar, Bars

MOST_LINES = 3


def draw(figure: Bars, look: Look) -> Drawn:
    """Draw bars under each other with a small heading for each shared place."""
    top = figure.top if figure.whole is None else figure.whole
    axis = Axis(look.margin, look.width - look.margin, figure.base, top)
    room = (axis.end - axis.start) / look.stretch
    head = wrap(figure.axis, look.small, room)
    parts = ink.lines(head, axis.start, look.small, look.small, fill=ink.SOFT)
    y = ink.leading(look.small) * len(head) + look.small * 0.3
    starts = dict(zip(starts_of(figure.groups), figure.groups, strict=True))
    for n, bar in enumerate(figure.bars):
        if n in starts and figure.place_title:
            place = group(f"{figure.place_title} {bar.place}", y, axis, look)
            parts += place.parts
            y += place.height
        row = one(bar, figure, axis, y, look)
        parts += row.parts
        y += row.height
    if figure.apart:
        y += look.small * 0.5
        parts.append(ink.line(axis.start, y, axis.end, y, colour=ink.LINE))
        y += look.small * 0.4
    for bar in figure.apart:
        row = one(bar, figure, axis, y, look)
        parts += row.parts
        y += row.height
    return Drawn(tuple(parts), y + look.small * 0.5)


def starts_of(groups: tuple[int, ...]) -> list[int]:
    return [sum(groups[:n]) for n in range(len(groups))]


def group(text: str, y: float, axis: Axis, look: Look) -> Drawn:
    """A shared place as a heading over its bars."""
    base = y + look.small * 1.7
    line = ink.line(axis.start, base + 6, axis.end, base + 6, colour=ink.LINE)
    words = ink.words(text, axis.start, base, look.small, font_weight=ink.BOLD)
    return Drawn((words, line), look.small * 1.7 + 10)


def one(bar: Bar, figure: Bars, axis: Axis, top: float, look: Look) -> Drawn:
    """A label with its value at the end, over a bar with its interval."""
    shown = "" if bar.value is None else bar.shown
    value_room = width(shown, look.text) * look.stretch + look.text * 0.8
    room = (axis.end - axis.start - value_room) / look.stretch
    label = wrap(bar.label, look.text, room, most=MOST_LINES)
    first = top + look.text * 1.25
    weight = ink.SEMI if bar.strong else 400
    fill = ink.SOFT if bar in figure.apart or bar.value is None else ink.INK
    parts = ink.lines(label, axis.start, first, look.text, font_weight=weight, fill=fill)
    y = first + ink.leading(look.text) * (len(label) - 1)
    for text in under(bar):
        y += ink.leading(look.small)
        parts.append(ink.words(text, axis.start, y, look.small, fill=ink.SOFT))
    if bar.value is None:
        return Drawn(tuple(parts), y - top + look.small * 0.6)
    parts.append(
        ink.words(shown, axis.end, first, look.text, text_anchor="end", font_weight=ink.BOLD)
    )
    middle = y + look.text * 0.45 + look.bar / 2
    track = ink.rect(
        axis.start, middle - look.bar / 2, axis.end - axis.start, look.bar,
        rx=look.bar / 9, fill=ink.LINE, fill_opacity=0.35,
    )  # fmt: skip
    drawn, _reach = marks.mark(bar, figure, axis, middle, look)
    if figure.whole is not None:
        parts.append(track)
    if figure.zero is not None:
        x, half = axis.x(figure.zero), look.bar / 2 + 4
        parts.append(ink.line(x, middle - half, x, middle + half, colour=ink.SOFT, thick=2))
    return Drawn((*parts, *drawn), middle + look.bar / 2 + look.small * 0.5 - top)


def under(bar: Bar) -> list[str]:
    """The small words under a label: what the bar's absence means, who was asked."""
    return [text for text in (bar.shown if bar.value is None else "", bar.note) if text]

"""Pairs of bars: a full one, and under it an outlined one to hold it against."""

from analysis.draw import ink, marks, rows
from analysis.draw.ink import Drawn
from analysis.draw.looks import Look
from analysis.draw.marks import Axis
from analysis.draw.widths import widest, width, wrap
from analysis.figure import Pair, Pairs

SLIM = 0.78
"""The height of a bar of a pair, in bars."""


def draw(figure: Pairs, look: Look) -> Drawn:
    """Draw a key, then a pair a row, the lit ones on their own ground."""
    head = key(figure, look)
    if look.tight:
        axis = Axis(look.margin, look.width - look.margin - value_room(figure, look), 0, figure.top)
        drawn = [tight_row(row, figure, axis, look) for row in figure.rows]
        return under(head, rows.stacked(drawn, look, top=head.height, more=figure.more))
    room = rows.label_room([row.label for row in figure.rows], look)
    sides = [row.side for row in figure.rows]
    side = (widest(sides, look.text) * look.stretch + look.text) if any(sides) else 0.0
    start = look.margin + room + look.text * 1.2
    axis = Axis(start, look.width - look.margin - side - value_room(figure, look), 0, figure.top)
    drawn = [wide_row(row, room, axis, look) for row in figure.rows]
    return under(head, rows.stacked(drawn, look, top=head.height, more=figure.more))


def under(head: Drawn, body: Drawn) -> Drawn:
    return Drawn((*head.parts, *body.parts), body.height)


def key(figure: Pairs, look: Look) -> Drawn:
    """What a full and an outlined bar stand for, and what the words at the side say."""
    size, x, y = look.small * 0.9, look.margin, look.small
    parts = []
    for name, filled in ((figure.name, True), (figure.other_name, False)):
        if not name:
            continue
        wide = size * 2 + width(name, look.small) * look.stretch
        if x > look.margin and x + wide > look.width - look.margin:
            x, y = look.margin, y + ink.leading(look.small) * 1.15
        parts.append(bar_at(x, size * 1.5, y - size * 0.45, size * 0.9, filled=filled))
        parts.append(ink.words(name, x + size * 2, y, look.small, font_weight=ink.SEMI))
        x += wide + look.small * 1.6
    if figure.side_title and not look.tight:
        last: ink.Style = {"text_anchor": "end", "font_weight": ink.SEMI, "fill": ink.SOFT}
        parts.append(ink.words(figure.side_title, look.width - look.margin, y, look.small, **last))
    return Drawn(tuple(parts), y + look.small)


def bar_at(x: float, wide: float, y: float, high: float, *, filled: bool) -> str:
    """A full bar, or one in outline, around the line ``y``."""
    if filled:
        return ink.rect(x, y - high / 2, wide, high, rx=high / 7, fill=ink.TOP)
    edge = high / 9
    return ink.rect(
        x + edge / 2, y - high / 2 + edge / 2, wide - edge, high - edge,
        rx=high / 7, fill=ink.WHITE, stroke=ink.SOFT, stroke_width=edge,
    )  # fmt: skip


def value_room(figure: Pairs, look: Look) -> float:
    shown = [row.shown for row in figure.rows if row.value is not None]
    shown += [row.other_shown for row in figure.rows if row.other is not None]
    return widest(shown, look.text) * look.stretch + look.text * 0.8


def wide_row(row: Pair, room: float, axis: Axis, look: Look) -> Drawn:
    """A label, the pair beside it, what follows at the right."""
    label = rows.label(row.label, "", room, look)
    thick = look.bar * SLIM
    height = max(thick * 2.4 + look.text * 0.7, label.height + look.text * 0.7)
    middle = height / 2
    parts = [rows.ground(2, height - 4, look)] if row.lit else []
    parts += label.parts(look.margin, middle, strong=row.lit)
    parts += pair(row, axis, middle, look)
    parts.append(ink.line(axis.start, 0, axis.start, height, colour=ink.SOFT, thick=look.text / 9))
    if row.side:
        parts.append(
            ink.words(
                row.side, look.width - look.margin, middle + look.text * 0.35, look.text,
                text_anchor="end", font_weight=ink.BOLD if row.lit else 400,
                fill=ink.INK if row.lit else ink.SOFT,
            )
        )  # fmt: skip
    return Drawn(tuple(parts), height)


def tight_row(row: Pair, figure: Pairs, axis: Axis, look: Look) -> Drawn:
    """A label over its pair, and under it what follows."""
    label = rows.label(row.label, "", look.width - 2 * look.margin, look)
    thick = look.bar * SLIM
    top = look.text * 0.4
    middle = top + label.height + look.text * 0.3 + thick * 1.2
    low = middle + thick * 1.2 + look.text * 0.2
    title = f"{figure.side_title}: " if figure.side_title and row.side else ""
    side = wrap(title + row.side, look.small, (look.width - 2 * look.margin) / look.stretch)
    beneath = side if row.side else []
    height = low + ink.leading(look.small) * len(beneath) + look.text * 0.5
    parts = [rows.ground(2, height - 4, look)] if row.lit else []
    parts += label.parts(look.margin, top + label.height / 2, strong=row.lit)
    parts += pair(row, axis, middle, look)
    parts += ink.lines(beneath, look.margin, low + look.small, look.small)
    return Drawn(tuple(parts), height)


def pair(row: Pair, axis: Axis, middle: float, look: Look) -> list[str]:
    """The full bar over the outlined one, each with its own value."""
    thick = look.bar * SLIM
    apart = 0.0 if row.other is None and not row.other_shown else thick * 0.6
    full = (row.value, row.low, row.high, row.shown)
    outlined = (row.other, row.other_low, row.other_high, row.other_shown)
    parts = []
    for (value, low, high, shown), filled, y in (
        (full, True, middle - apart),
        (outlined, False, middle + apart),
    ):
        reach = axis.start if value is None else axis.x(value)
        if value is not None:
            parts.append(bar_at(axis.start, reach - axis.start, y, thick, filled=filled))
        if low is not None and high is not None:
            parts.append(marks.whiskers(axis.x(low), axis.x(high), y, look))
            reach = axis.x(high)
        weight = ink.BOLD if filled and value is not None else 400
        soft: ink.Style = {"fill": ink.INK if filled and value is not None else ink.SOFT}
        size = look.text if value is not None else look.small
        base = y + size * 0.35
        parts.append(
            ink.words(shown, reach + look.text * 0.5, base, size, font_weight=weight, **soft)
        )
    return parts

"""Bars with intervals, shared places in brackets, a chance at the side."""

from dataclasses import dataclass

from analysis.chart import Bar, Bars, Chart
from analysis.draw import ink

ROW = 44.0
BAR = 24.0
HEAD = 40.0
FOOT = 36.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Where everything stands from left to right."""

    wide: float
    place: float
    label: float
    label_room: float
    zero: float
    end: float
    size: float

    def x(self, value: float, top: float) -> float:
        return self.zero + (self.end - self.zero) * min(1.0, max(0.0, value / top if top else 0.0))


def columns(figure: Bars, wide: float) -> Columns:
    """Share the width out: a phone gets labels above its bars, a page gets them beside."""
    size = 15.0 if wide >= 640 else 14.0  # noqa: PLR2004 — a phone's width
    place = 56.0 if figure.groups and wide >= 640 else 0.0  # noqa: PLR2004 — a phone's width
    longest = max((ink.width(bar.label, size, bold=True) for bar in figure.bars), default=0.0)
    room = min(max(longest + 12, 90.0), wide * 0.34)
    side = 110.0 if figure.side_title and wide >= 640 else 0.0  # noqa: PLR2004 — a phone's width
    zero = place + room + 12
    return Columns(wide, 0.0, place + 8, room, zero, wide - side - 56, size)


def draw(chart: Chart, figure: Bars, *, wide: float) -> str:
    at = columns(figure, wide)
    high = HEAD + ROW * len(figure.bars) + FOOT
    parts = [
        *heads(figure, at),
        *grid(figure, at, high),
        *brackets(figure, at),
        *(part for row, bar in enumerate(figure.bars) for part in one(bar, figure, at, row)),
    ]
    return ink.document(parts, wide=wide, high=high, title=chart.finding, alt=chart.alt)


def heads(figure: Bars, at: Columns) -> list[str]:
    small = {"fill": ink.SOFT, "font_weight": 600}
    parts = [
        ink.words(line, at.zero, 14 + 15 * n, 13, **small)
        for n, line in enumerate(ink.wrapped(figure.axis, 13, at.end - at.zero + 40, bold=True))
    ]
    if at.label > 40 and figure.place_title:  # noqa: PLR2004 — there is a column for places
        parts.append(ink.words(figure.place_title, at.place, 14, 13, **small))
    if at.wide - at.end > 100:  # noqa: PLR2004 — there is a column at the side
        parts.append(ink.words(figure.side_title, at.wide, 14, 13, text_anchor="end", **small))
    return parts


def grid(figure: Bars, at: Columns, high: float) -> list[str]:
    parts = []
    for value, label in figure.ticks:
        x = at.x(value, figure.top)
        colour, thick = (ink.INK, 2) if value == 0 else (ink.LINE, 1)
        parts.append(
            ink.tag(
                "line", x1=x, x2=x, y1=HEAD, y2=high - FOOT + 4, stroke=colour, stroke_width=thick
            )
        )
        parts.append(ink.words(label, x, high - 10, 13, fill=ink.SOFT, text_anchor="middle"))
    return parts


def brackets(figure: Bars, at: Columns) -> list[str]:
    """A bracket for each shared place and a hairline between places."""
    parts, row = [], 0
    for size in figure.groups:
        top, bottom = HEAD + ROW * row + 6, HEAD + ROW * (row + size) - 6
        if row:
            y = HEAD + ROW * row
            parts.append(ink.tag("line", x1=0, x2=at.wide, y1=y, y2=y, stroke=ink.LINE))
        if at.label > 40:  # noqa: PLR2004 — there is a column for places
            middle = (top + bottom) / 2 + 5
            text = figure.bars[row].place
            parts.append(ink.words(text, at.place, middle, 15, font_weight=700))
            if size > 1:
                x = at.label - 16
                path = f"M{x + 7:g} {top:g}H{x:g}V{bottom:g}H{x + 7:g}"
                parts.append(ink.tag("path", d=path, fill="none", stroke=ink.INK, stroke_width=2))
        row += size
    return parts


def one(bar: Bar, figure: Bars, at: Columns, row: int) -> list[str]:
    """A bar with its label, its interval with a halo, its value right of everything."""
    y = HEAD + ROW * row + ROW / 2
    weight = 700 if bar.strong else 400
    lines = ink.wrapped(bar.label, at.size, at.label_room - 8, bold=bar.strong)
    start = y + 5 - 8.5 * (len(lines) - 1)
    parts = [
        ink.words(line, at.label, start + 17 * n, at.size, font_weight=weight)
        for n, line in enumerate(lines)
    ]
    end = at.x(bar.value, figure.top)
    colour = ink.TOP if bar.strong else ink.REST
    parts.append(
        ink.tag(
            "rect",
            x=at.zero,
            y=y - BAR / 2,
            width=max(end - at.zero, 0.0),
            height=BAR,
            rx=2,
            fill=colour,
        )
    )
    reach = end
    if bar.low is not None and bar.high is not None:
        low, reach = at.x(bar.low, figure.top), at.x(bar.high, figure.top)
        parts += whisker(low, reach, y)
    parts.append(ink.words(bar.shown, max(end, reach) + 8, y + 5, at.size, font_weight=700))
    if bar.side and at.wide - at.end > 100:  # noqa: PLR2004 — there is a column at the side
        parts.append(
            ink.words(bar.side, at.wide, y + 5, at.size, text_anchor="end", font_weight=weight,
                      fill=ink.INK if bar.strong else ink.SOFT)
        )  # fmt: skip
    return parts


def whisker(low: float, high: float, y: float) -> list[str]:
    """The interval: ink on a white halo, so that it reads on the bar and beside it, in grey too."""
    line = f"M{low:g} {y - 6:g}V{y + 6:g}M{low:g} {y:g}H{high:g}M{high:g} {y - 6:g}V{y + 6:g}"
    return [
        ink.tag("path", d=line, stroke=ink.WHITE, stroke_width=6, fill="none"),
        ink.tag("path", d=line, stroke=ink.INK, stroke_width=2.5, fill="none"),
    ]

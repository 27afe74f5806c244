"""The same rows in several columns: a small bar or dot in each cell, or only its words."""

from analysis.draw import ink, marks, rows
from analysis.draw.ink import Drawn
from analysis.draw.looks import Look
from analysis.draw.marks import Axis
from analysis.draw.widths import widest, wrap
from analysis.figure import Entry, Grid, Line

MOST_COLUMNS = 6
"""More than so many columns are listed under each label instead."""

MOST_LINES = 4
HEAD_LINES = 5
"""A name of a column is hardly ever cut: its weight or number of people stands at its end."""
SLIM = 0.8
GAP = 0.6
"""Between a bar and its value, in sizes of text."""


def draw(figure: Grid, look: Look) -> Drawn:
    """Draw a table of small bars; on a phone, and for many columns, a short list under each row."""
    if look.tight or len(figure.columns) > MOST_COLUMNS:
        return listed(figure, look)
    room = rows.label_room([row.label for row in figure.rows], look)
    left = look.margin + room + look.text
    step = (look.width - look.margin + look.text - left) / max(len(figure.columns), 1)
    spans = [
        (left + step * n, left + step * (n + 1) - look.text) for n in range(len(figure.columns))
    ]
    head = heading(figure, spans, look)
    drawn = [table_row(row, figure, room, spans, look) for row in figure.rows]
    body = rows.stacked(drawn, look, top=head.height, more=figure.more)
    return Drawn((*head.parts, *body.parts), body.height)


Span = tuple[float, float]
"""Where a column begins and ends."""


def heading(figure: Grid, spans: list[Span], look: Look) -> Drawn:
    """What the bars mean, then a name over each column, its last line just above the rows."""
    said = wrap(figure.axis, look.small, (look.width - 2 * look.margin) / look.stretch)
    said = said if figure.axis else []
    parts = ink.lines(said, look.margin, look.small, look.small, fill=ink.SOFT)
    y = ink.leading(look.small) * len(said) + (look.small * 0.4 if said else 0)
    names = [
        wrap(name, look.small * look.stretch, end - start, most=HEAD_LINES)
        for name, (start, end) in zip(figure.columns, spans, strict=True)
    ]
    most = max((len(lines) for lines in names), default=0)
    for (x, _end), lines in zip(spans, names, strict=True):
        first = y + look.small + ink.leading(look.small) * (most - len(lines))
        parts += ink.lines(lines, x, first, look.small, font_weight=ink.SEMI)
    low = y + ink.leading(look.small) * most + look.small * 0.5
    edge = ink.line(
        look.margin, low, look.width - look.margin, low, colour=ink.SOFT, thick=look.text / 12
    )
    return Drawn((*parts, edge), low + look.small * 0.2)


def table_row(row: Line, figure: Grid, room: float, spans: list[Span], look: Look) -> Drawn:
    """A label and its cells, as high as the one with most lines."""
    label = rows.label(row.label, row.note, room, look)
    cells = list(zip(row.entries, spans, strict=True))
    lines = max((len(told(entry, end - start, look)) for entry, (start, end) in cells), default=1)
    height = max(look.row, max(label.height, ink.leading(look.text) * lines) + look.text * 0.7)
    parts = [rows.ground(1, height - 2, look)] if row.lit else []
    parts += label.parts(look.margin, height / 2, strong=row.lit)
    for entry, span in cells:
        parts += cell(entry, figure, span, height / 2, look)
    low = ink.line(look.margin, height, look.width - look.margin, height, colour=ink.LINE)
    return Drawn((*parts, low), height)


def told(entry: Entry, room: float, look: Look) -> list[str]:
    """The words of a cell, on as many lines as they need where no bar stands before them."""
    if entry.value is not None:
        return [entry.shown]
    return wrap(entry.shown, look.text * look.stretch, room, most=MOST_LINES)


def value_room(figure: Grid, look: Look) -> float:
    """What the longest value beside a bar needs; cells of words alone need none."""
    shown = [e.shown for row in figure.rows for e in row.entries if e.value is not None]
    return widest(shown, look.text) * look.stretch + look.text * GAP if shown else 0.0


def cell(entry: Entry, figure: Grid, span: Span, middle: float, look: Look) -> list[str]:
    """A bar from the base or a dot on a line, its interval, its value; or only words."""
    start, end = span
    if entry.value is None:
        lines = told(entry, end - start, look)
        first = middle - ink.leading(look.text) * (len(lines) - 1) / 2 + look.text * 0.35
        plain: ink.Style = {"font_weight": ink.BOLD} if entry.strong else {"fill": ink.SOFT}
        return ink.lines(lines, start, first, look.text, **plain)
    reach = max(end - value_room(figure, look), start + look.text)
    axis = Axis(start, reach, figure.base, figure.top)
    parts = [track(axis, middle, look), *mark(entry, figure, axis, middle, look)]
    weight = ink.BOLD if entry.strong else ink.SEMI
    x, base = reach + look.text * GAP, middle + look.text * 0.35
    return [*parts, ink.words(entry.shown, x, base, look.text, font_weight=weight)]


def track(axis: Axis, middle: float, look: Look) -> str:
    """The length that a bar could have, so that cells can be compared across columns."""
    thick = look.bar * SLIM
    wide = axis.end - axis.start
    return ink.rect(axis.start, middle - thick / 2, wide, thick, fill=ink.LINE, fill_opacity=0.3)


def mark(entry: Entry, figure: Grid, axis: Axis, middle: float, look: Look) -> list[str]:
    thick, x = look.bar * SLIM, axis.x(entry.value or 0.0)
    colour = ink.TOP if entry.strong else ink.REST
    bounds = (
        marks.whiskers(axis.x(entry.low), axis.x(entry.high), middle, look)
        if entry.low is not None and entry.high is not None
        else ""
    )
    if figure.dots:
        dot = ink.tag("circle", cx=x, cy=middle, r=thick * 0.42, fill=colour, stroke=ink.WHITE)
        return [bounds, dot]
    wide = max(0.0, x - axis.start)
    return [ink.rect(axis.start, middle - thick / 2, wide, thick, fill=colour), bounds]


def listed(figure: Grid, look: Look) -> Drawn:
    """Each row as a heading with its columns under it, one a line."""
    said = wrap(figure.axis, look.small, (look.width - 2 * look.margin) / look.stretch)
    said = said if figure.axis else []
    head = ink.lines(said, look.margin, look.small, look.small, fill=ink.SOFT)
    longest = widest(list(figure.columns), look.small) * look.stretch + 1
    room = min(longest, (look.width - 2 * look.margin) * 0.42)
    drawn = [list_row(row, figure, room, look) for row in figure.rows]
    body = rows.stacked(drawn, look, top=ink.leading(look.small) * len(said), more=figure.more)
    return Drawn((*head, *body.parts), body.height)


def list_row(row: Line, figure: Grid, room: float, look: Look) -> Drawn:
    label = rows.label(row.label, row.note, look.width - 2 * look.margin, look)
    top = look.text * 0.6
    parts = label.parts(look.margin, top + label.height / 2, strong=True)
    y = top + label.height + look.small * 0.2
    span = (look.margin + room + look.small, look.width - look.margin)
    for name, entry in zip(figure.columns, row.entries, strict=True):
        words = wrap(name, look.small * look.stretch, room, most=HEAD_LINES)
        lines = told(entry, span[1] - span[0], look)
        tall = max(ink.leading(look.small) * len(words), ink.leading(look.text) * len(lines))
        height = max(look.bar * 1.35, tall + look.small * 0.3)
        first = y + height / 2 - ink.leading(look.small) * (len(words) - 1) / 2 + look.small * 0.35
        parts += ink.lines(words, look.margin, first, look.small)
        parts += cell(entry, figure, span, y + height / 2, look)
        y += height
    line = ink.line(look.margin, y + 3, look.width - look.margin, y + 3, colour=ink.LINE)
    return Drawn((*parts, line), y + look.small * 0.4)

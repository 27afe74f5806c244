"""A picture that stands alone says everything: the finding above, how to read it below."""

from analysis.chart import Chart
from analysis.draw import ink
from analysis.draw.ink import Drawn
from analysis.draw.looks import Look
from analysis.draw.widths import balanced, wrap

MOST_LINES = 24
"""What a chart says of itself is never cut; a text without end is."""


def frame(chart: Chart, drawn: Drawn, look: Look) -> Drawn:
    """Set finding, subtitle and caution above a drawing, the caption under it, on white."""
    top = above(chart, look)
    y = top.height + drawn.height + look.small * 0.8
    foot = wrap(chart.caption, look.small, room(look), most=MOST_LINES)
    height = y + ink.leading(look.small) * len(foot) + edge(look)
    parts = [
        ink.rect(0, 0, look.width, height, fill=ink.WHITE),
        *top.parts,
        ink.moved(drawn.parts, top.height),
        *ink.lines(foot, look.margin, y + look.small, look.small, fill=ink.SOFT),
    ]
    return Drawn(tuple(parts), height)


def above(chart: Chart, look: Look) -> Drawn:
    """The finding as a title, the question under it, and the caution on its own ground."""
    y = edge(look)
    title = balanced(chart.finding, look.title, room(look), most=MOST_LINES)
    parts = ink.lines(title, look.margin, y + look.title * 0.8, look.title, font_weight=ink.BOLD)
    y += ink.leading(look.title) * len(title)
    under = wrap(chart.subtitle, look.text, room(look), most=MOST_LINES)
    parts += ink.lines(under, look.margin, y + look.text, look.text, fill=ink.SOFT)
    y += ink.leading(look.text) * len(under) + look.text * 0.8
    if chart.caution:
        warned = caution(chart.caution, y, look)
        parts += warned.parts
        y += warned.height
    return Drawn(tuple(parts), y + look.text * 0.4)


def caution(text: str, y: float, look: Look) -> Drawn:
    """A sentence on sun-coloured ground with a sign before it: colour is never the only sign."""
    inset = look.text * 0.6
    words = wrap(text, look.text, room(look) - look.text * 2.6)
    height = ink.leading(look.text) * len(words) + inset
    ground = ink.rect(
        look.margin, y, look.width - 2 * look.margin, height, rx=look.text / 3, fill=ink.SUN_TINT
    )
    x, base = look.margin + inset, y + inset / 2 + look.text
    parts = [ground, sign(x, base, look.text)]
    parts += ink.lines(words, x + look.text * 1.5, base, look.text)
    return Drawn(tuple(parts), height + look.text * 0.6)


def sign(x: float, base: float, size: float) -> str:
    """A triangle with an exclamation mark."""
    top, wide = base - size * 0.85, size
    d = f"M{ink.at(x, base)}L{ink.at(x + wide / 2, top)}L{ink.at(x + wide, base)}Z"
    middle = x + wide / 2
    mark = (
        f"M{ink.at(middle, top + size * 0.32)}V{ink.written(base - size * 0.3)}"
        f"M{ink.at(middle, base - size * 0.16)}V{ink.written(base - size * 0.14)}"
    )
    triangle = ink.path(d, ink.INK, size / 10, stroke_linejoin="round")
    return triangle + ink.path(mark, ink.INK, size / 9, stroke_linecap="round")


def room(look: Look) -> float:
    return (look.width - 2 * look.margin) / look.stretch


def edge(look: Look) -> float:
    """White above and below."""
    return max(look.margin * 0.8, look.text * 0.4)

"""Draw a chart as SVG: real text, a name and a description, nothing that a strict policy bars."""

from collections.abc import Callable
from typing import Any

from analysis.chart import Chart
from analysis.draw import bars, columns, framing, grid, hourglass, ink, note, pairs, plane, stacks
from analysis.draw.ink import Drawn
from analysis.draw.looks import LOOKS, Look
from analysis.figure import Bars, Columns, Figure, Grid, Hourglass, Note, Pairs, Plane, Stacks

DRAWERS: dict[type, Callable[[Any, Look], Drawn]] = {
    Bars: bars.draw,
    Pairs: pairs.draw,
    Grid: grid.draw,
    Hourglass: hourglass.draw,
    Plane: plane.draw,
    Stacks: stacks.draw,
    Columns: columns.draw,
    Note: note.draw,
}


def draw(chart: Chart, look: str = "desk", *, framed: bool = False) -> str:
    """Return the drawing for a ``phone``, a ``desk``, a ``projector`` or ``print``.

    ``framed`` adds the finding, the subtitle, the caution and the caption, for a picture that
    stands alone; without it the page around says those.
    """
    chosen = LOOKS[look]
    drawn = inside(chart.figure, chosen)
    if framed:
        drawn = framing.frame(chart, drawn, chosen)
    return ink.document(drawn, wide=chosen.width, title=chart.finding, alt=chart.alt)


def inside(figure: Figure, look: Look) -> Drawn:
    """The drawing itself, without the words around it."""
    return DRAWERS[type(figure)](figure, look)


def height(figure: Figure, look: str) -> float:
    """How tall a drawing becomes."""
    return inside(figure, LOOKS[look]).height

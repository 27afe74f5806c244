"""The same chart for the coach's screen: a Plotly figure as plain data, without loading Plotly."""

from collections.abc import Callable
from typing import Any

from analysis.chart import Chart
from analysis.draw import ink
from analysis.draw.plotly_axes import Json
from analysis.draw.plotly_bars import bars
from analysis.draw.plotly_plane import plane
from analysis.draw.plotly_rows import grid, hourglass, pairs
from analysis.draw.plotly_scales import columns, note, stacks
from analysis.figure import Bars, Columns, Grid, Hourglass, Note, Pairs, Plane, Stacks

FONT = {"family": "'Source Sans Pro', 'Source Sans 3', sans-serif", "size": 15, "color": ink.INK}


def figure(chart: Chart) -> Json:
    """Return ``{"data", "layout"}`` for ``Plotly.newPlot``; every text is escaped."""
    data, own = BUILDERS[type(chart.figure)](chart.figure)
    layout = {
        "template": None,
        "font": FONT,
        "margin": {"l": 10, "r": 30, "t": 40, "b": 50},
        "plot_bgcolor": ink.WHITE,
        "paper_bgcolor": ink.WHITE,
        "showlegend": False,
        "hoverlabel": {"align": "left", "font": {"family": FONT["family"]}},
        "dragmode": False,
    }
    return {"data": data, "layout": layout | own}


BUILDERS: dict[type, Callable[[Any], tuple[list[Json], Json]]] = {
    Bars: bars,
    Pairs: pairs,
    Grid: grid,
    Hourglass: hourglass,
    Plane: plane,
    Stacks: stacks,
    Columns: columns,
    Note: note,
}

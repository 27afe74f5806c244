"""The same chart for the coach's screen: a Plotly figure as plain data, without loading Plotly."""

from typing import Any

from analysis.chart import Bars, Chart, Plane
from analysis.draw import ink

FONT = {"family": ink.FONT, "size": 15, "color": ink.INK}


def figure(chart: Chart) -> dict[str, Any]:
    """Return ``{"data", "layout"}`` for ``Plotly.newPlot``; every text is escaped."""
    if isinstance(chart.figure, Bars):
        return bar_figure(chart.figure)
    return plane_figure(chart.figure)


def plain(text: str) -> str:
    """Plotly reads a little markup in labels: none of it may come from people."""
    return ink.tidy(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bar_figure(bars: Bars) -> dict[str, Any]:
    rows = bars.bars[::-1]
    known = [bar.low is not None and bar.high is not None for bar in rows]
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": [plain(bar.label) for bar in rows],
        "x": [bar.value for bar in rows],
        "text": [plain(bar.shown) for bar in rows],
        "textposition": "inside",
        "insidetextanchor": "start",
        "marker": {"color": [ink.TOP if bar.strong else ink.REST for bar in rows]},
        "hovertext": [
            plain(" · ".join(p for p in (bar.label, bar.shown, bar.side) if p)) for bar in rows
        ],
        "hoverinfo": "text",
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [
                bar.high - bar.value if ok else 0 for bar, ok in zip(rows, known, strict=True)
            ],
            "arrayminus": [
                bar.value - bar.low if ok else 0 for bar, ok in zip(rows, known, strict=True)
            ],
            "color": ink.INK,
            "thickness": 2.5,
            "width": 6,
        },
    }
    layout = {
        "font": FONT,
        "height": 120 + 44 * len(rows),
        "margin": {"l": 10, "r": 30, "t": 10, "b": 60},
        "plot_bgcolor": ink.WHITE,
        "paper_bgcolor": ink.WHITE,
        "yaxis": {"automargin": True, "fixedrange": True},
        "xaxis": {
            "range": [0, bars.top],
            "tickvals": [value for value, _label in bars.ticks],
            "ticktext": [plain(label) for _value, label in bars.ticks],
            "gridcolor": ink.LINE,
            "zerolinecolor": ink.INK,
            "fixedrange": True,
            "title": {"text": plain(bars.axis), "font": {"size": 13}},
        },
    }
    return {"data": [trace], "layout": layout}


def plane_figure(plane: Plane) -> dict[str, Any]:
    dots = plane.dots
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [dot.x for dot in dots],
        "y": [dot.y for dot in dots],
        "text": [plain(dot.label) for dot in dots],
        "textposition": "top center",
        "hoverinfo": "text",
        "marker": {"size": 14, "color": [ink.GREY if dot.grey else ink.TOP for dot in dots]},
        "error_x": spread([(d.x, d.x_low, d.x_high) for d in dots]),
        "error_y": spread([(d.y, d.y_low, d.y_high) for d in dots]),
    }
    axis = {"range": [0, 100], "gridcolor": ink.LINE, "zeroline": False, "fixedrange": True}
    line = {"type": "line", "line": {"color": ink.SOFT, "width": 1}}
    layout = {
        "font": FONT,
        "height": 640,
        "margin": {"l": 60, "r": 20, "t": 20, "b": 60},
        "plot_bgcolor": ink.WHITE,
        "paper_bgcolor": ink.WHITE,
        "xaxis": {**axis, "title": {"text": plain(plane.x_title)}},
        "yaxis": {**axis, "title": {"text": plain(plane.y_title)}},
        "shapes": [
            {**line, "x0": 50, "x1": 50, "y0": 0, "y1": 100},
            {**line, "x0": 0, "x1": 100, "y0": 50, "y1": 50},
        ],
    }
    return {"data": [trace], "layout": layout}


def spread(values: list[tuple[float, float, float]]) -> dict[str, Any]:
    return {
        "type": "data",
        "symmetric": False,
        "array": [max(0.0, high - value) for value, _low, high in values],
        "arrayminus": [max(0.0, value - low) for value, low, _high in values],
        "color": ink.GREY,
        "thickness": 1.5,
    }

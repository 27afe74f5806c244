"""Importance against feasibility, for the coach's screen."""

from collections.abc import Sequence

from analysis.draw import ink
from analysis.draw.plotly_axes import Json, plain, told
from analysis.figure import Dot, Plane


def plane(shape: Plane) -> tuple[list[Json], Json]:
    """Dots with both intervals; an open dot is too close to a line."""
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [dot.x for dot in shape.dots],
        "y": [dot.y for dot in shape.dots],
        "text": [plain(dot.label) for dot in shape.dots],
        "textposition": "top right",
        "hovertext": [dot_told(dot, shape) for dot in shape.dots],
        "hoverinfo": "text",
        "marker": {
            "size": 15,
            "color": [ink.WHITE if dot.grey else ink.TOP for dot in shape.dots],
            "line": {"color": [ink.SOFT if d.grey else ink.WHITE for d in shape.dots], "width": 2},
        },
        "error_x": cross([(d.x, d.x_low, d.x_high) for d in shape.dots]),
        "error_y": cross([(d.y, d.y_low, d.y_high) for d in shape.dots]),
    }
    layout = {
        "height": 620,
        "xaxis": half_axis(shape.x_title, shape.x_least),
        "yaxis": half_axis(shape.y_title, shape.y_least),
        "shapes": [best_corner(), *middle_lines()],
        "annotations": [corner(n, text) for n, text in enumerate(shape.corners)],
    }
    return [trace], layout


def dot_told(dot: Dot, shape: Plane) -> str:
    return told(dot.label, f"{shape.y_title}: {dot.y:.0f}", f"{shape.x_title}: {dot.x:.0f}")


def cross(sides: Sequence[tuple[float, float, float]]) -> Json:
    return {
        "type": "data",
        "symmetric": False,
        "array": [high - value for value, _low, high in sides],
        "arrayminus": [value - low for value, low, _high in sides],
        "color": ink.REST,
        "thickness": 2,
        "width": 0,
    }


def half_axis(most: str, least: str) -> Json:
    title = f"{least} → {most}" if least else most
    return {
        "range": [-2, 102],
        "title": {"text": plain(title)},
        "showticklabels": False,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def best_corner() -> Json:
    return {
        "type": "rect", "x0": 50, "x1": 102, "y0": 50, "y1": 102,
        "fillcolor": ink.LEAF_TINT, "line": {"width": 0}, "layer": "below",
    }  # fmt: skip


def middle_lines() -> list[Json]:
    line = {"color": ink.SOFT, "width": 1}
    return [
        {"type": "line", "x0": 50, "x1": 50, "y0": -2, "y1": 102, "line": line, "layer": "below"},
        {"type": "line", "x0": -2, "x1": 102, "y0": 50, "y1": 50, "line": line, "layer": "below"},
    ]


def corner(n: int, text: str) -> Json:
    """The word of a quarter in its outer corner: left to right, the upper ones first."""
    right, low = n % 2, n // 2
    return {
        "x": 101 if right else -1, "y": -1 if low else 101, "text": plain(text),
        "showarrow": False, "xanchor": "right" if right else "left",
        "yanchor": "bottom" if low else "top",
        "font": {"size": 17, "color": ink.LEAF if n == 1 else ink.SOFT},
    }  # fmt: skip

"""Importance against feasibility, for the coach's screen, its names placed as in the drawing."""

from collections.abc import Sequence

from analysis.draw import ink, placing
from analysis.draw.looks import DESK
from analysis.draw.placing import Box, Label
from analysis.draw.plane import Field, free_place, name_lists, number_list, spot
from analysis.draw.plotly_axes import LINE, NOTE_SIZE, Json, plain, told
from analysis.figure import Dot, Plane

FIELD = Field(DESK, 0.0, 0.0, 840.0, 500.0)
"""The plane on a screen of 1024 wide; on a wider one the names keep their distance."""

ABOVE, BELOW = 20, 70


def plane(shape: Plane) -> tuple[list[Json], Json]:
    """Dots with both intervals; an open dot is too close to a line."""
    spots = [spot(dot, FIELD) for dot in shape.dots]
    corners = [free_place(n, text, FIELD, spots) for n, text in enumerate(shape.corners)]
    names = placing.labels(spots, FIELD, taken=corners)
    below = beneath(shape, names)
    layout = {
        "height": round(FIELD.high) + ABOVE + BELOW + LINE * (len(below) + 1),
        "margin": {"l": 40, "r": 20, "t": ABOVE, "b": BELOW + LINE * (len(below) + 1)},
        "xaxis": half_axis(shape.x_title, shape.x_least),
        "yaxis": half_axis(shape.y_title, shape.y_least),
        "shapes": [best_corner(), *middle_lines()],
        "annotations": [
            *(
                corner(n, text, box)
                for n, (text, box) in enumerate(zip(shape.corners, corners, strict=True))
            ),
            *(name(dot, one) for dot, one in zip(shape.dots, names, strict=True) if one.lines),
            *below,
        ],
    }
    return [trace(shape, names)], layout


def trace(shape: Plane, names: Sequence[Label]) -> Json:
    """Every topic on its place; a number where its name stands in the list below."""
    dots = shape.dots
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [dot.x for dot in dots],
        "y": [dot.y for dot in dots],
        "text": [str(one.number) if one.first else "" for one in names],
        "textposition": "middle center",
        "textfont": {"color": [ink.INK if dot.grey else ink.WHITE for dot in dots], "size": 12},
        "hovertext": [dot_told(dot, shape) for dot in dots],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "size": [20 if one.number else 15 for one in names],
            "opacity": 1,
            "color": [ink.WHITE if dot.grey else ink.TOP for dot in dots],
            "line": {"color": [ink.SOFT if dot.grey else ink.WHITE for dot in dots], "width": 2},
        },
        "error_x": cross([(d.x, d.x_low, d.x_high) for d in dots]),
        "error_y": cross([(d.y, d.y_low, d.y_high) for d in dots]),
    }


def name(dot: Dot, label: Label) -> Json:
    """A topic's name at the corner of its cross that is free."""
    at = spot(dot, FIELD)
    return {
        "x": dot.x, "y": dot.y, "showarrow": False, "align": "left",
        "xanchor": "left", "xshift": round(label.x - at.x),
        "yanchor": "top", "yshift": round(at.y - label.y + DESK.text),
        "text": "<br>".join(plain(line) for line in label.lines),
        "font": {"color": ink.SOFT if dot.grey else ink.INK},
    }  # fmt: skip


def beneath(shape: Plane, names: Sequence[Label]) -> list[Json]:
    """The lists under the drawing, a line each."""
    lists = [*number_list([one for one in names if one.number], DESK), *name_lists(shape, DESK)]
    return [
        {"x": 0, "y": 0, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top",
         "yshift": -BELOW - LINE * n, "text": plain(text), "showarrow": False,
         "align": "left", "font": {"size": NOTE_SIZE, "weight": weight}}
        for n, (text, weight) in enumerate(lists)
    ]  # fmt: skip


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
        "range": [0, 100],
        "title": {"text": plain(title)},
        "showticklabels": False,
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "mirror": True,
        "linecolor": ink.LINE,
        "fixedrange": True,
    }


def best_corner() -> Json:
    return {
        "type": "rect", "x0": 50, "x1": 100, "y0": 50, "y1": 100,
        "fillcolor": ink.LEAF_TINT, "line": {"width": 0}, "layer": "below",
    }  # fmt: skip


def middle_lines() -> list[Json]:
    line = {"color": ink.SOFT, "width": 1}
    return [
        {"type": "line", "x0": 50, "x1": 50, "y0": 0, "y1": 100, "line": line, "layer": "below"},
        {"type": "line", "x0": 0, "x1": 100, "y0": 50, "y1": 50, "line": line, "layer": "below"},
    ]


def corner(n: int, text: str, box: Box) -> Json:
    """The word of a quarter in its outer corner: left to right, the upper ones first."""
    right = n % 2 == 1
    x = box.right if right else box.left
    return {
        "x": 100 * x / FIELD.wide, "y": 100 - 100 * box.top / FIELD.high, "text": plain(text),
        "showarrow": False, "xanchor": "right" if right else "left", "yanchor": "top",
        "font": {"size": 17, "color": ink.LEAF if n == 1 else ink.SOFT},
    }  # fmt: skip

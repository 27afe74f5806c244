"""Bars and dots with intervals, for the coach's screen."""

from collections.abc import Sequence
from itertools import accumulate

from analysis.draw import ink
from analysis.draw.plotly_axes import (
    Json,
    at_right,
    plain,
    room_for,
    row_height,
    rows_axis,
    told,
    value_axis,
)
from analysis.figure import Bar, Bars

ROWS_AROUND = 110


def bars(shape: Bars) -> tuple[list[Json], Json]:
    """Bars or dots with their intervals; what stands apart is an outlined bar at the end."""
    every = (*shape.bars, *shape.apart)
    drawn = [(row, bar) for row, bar in enumerate(every) if bar.value is not None]
    values = [bar.value for _row, bar in drawn]
    trace: Json = {
        "y": [row for row, _bar in drawn],
        "x": values,
        "hovertext": [bar_told(bar, shape) for _row, bar in drawn],
        "hoverinfo": "text",
        "error_x": interval([bar for _row, bar in drawn]),
    }
    if shape.dots:
        colours = [colour(bar) for _row, bar in drawn]
        trace |= {"type": "scatter", "mode": "markers", "marker": {"size": 15, "color": colours}}
    else:
        start = shape.zero or 0.0
        trace |= {
            "type": "bar", "orientation": "h", "width": 0.6, "marker": faces(drawn, shape),
            "base": start, "x": [(bar.value or 0.0) - start for _row, bar in drawn],
        }  # fmt: skip
    rows = [(f"{bar.place}. {bar.label}" if bar.place else bar.label, bar.note) for bar in every]
    sides = at_right(shape.side_title, [bar.side for bar in every])
    layout = {
        "height": ROWS_AROUND + row_height(rows) * len(every),
        "yaxis": rows_axis(rows),
        "xaxis": value_axis(shape.ticks, shape.base, shape.top, shape.axis) | room_for(sides),
        "annotations": [*(beside(row, bar, shape) for row, bar in enumerate(every)), *sides],
        "shapes": [between(row) for row in accumulate(shape.groups[:-1])],
    }
    return [trace], layout


def bar_told(bar: Bar, shape: Bars) -> str:
    place = f"{shape.place_title} {bar.place}" if bar.place else ""
    chance = f"{shape.side_title}: {bar.side}" if bar.side else ""
    return told(bar.label, bar.shown, bar.note, place, chance)


def between(row: int) -> Json:
    """A hairline between one place and the next."""
    return {
        "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": row - 0.5, "y1": row - 0.5,
        "line": {"color": ink.LINE, "width": 1},
    }  # fmt: skip


def colour(bar: Bar) -> str:
    return ink.TOP if bar.strong else ink.REST


def faces(drawn: list[tuple[int, Bar]], shape: Bars) -> Json:
    """Filled bars; white ones with an edge for what does not compete."""
    apart = [row >= len(shape.bars) for row, _bar in drawn]
    fills = [
        ink.WHITE if out else colour(bar) for out, (_row, bar) in zip(apart, drawn, strict=True)
    ]
    return {"color": fills, "line": {"color": ink.SOFT, "width": [1.5 * out for out in apart]}}


def interval(drawn: Sequence[Bar]) -> Json:
    """Whiskers from the low to the high bound; none where there are no bounds."""
    up = [None if bar.high is None else bar.high - (bar.value or 0.0) for bar in drawn]
    down = [None if bar.low is None else (bar.value or 0.0) - bar.low for bar in drawn]
    return {
        "type": "data",
        "symmetric": False,
        "array": up,
        "arrayminus": down,
        "color": ink.INK,
        "thickness": 2.5,
        "width": 6,
        "visible": any(reach is not None for reach in up),
    }


def beside(row: int, bar: Bar, shape: Bars) -> Json:
    """What a bar says, right of its interval."""
    start = shape.base if shape.zero is None else shape.zero
    far = max(value for value in (bar.value, bar.high, start) if value is not None)
    weight = 600 if bar.value is not None else 400
    return {
        "x": far, "y": row, "text": plain(bar.shown), "showarrow": False,
        "xanchor": "left", "xshift": 8, "font": {"weight": weight},
    }  # fmt: skip

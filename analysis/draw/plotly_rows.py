"""Pairs, grids and hourglasses for the coach's screen."""

from analysis.draw import ink
from analysis.draw.plotly_axes import (
    Json,
    at_right,
    beneath,
    label,
    plain,
    room_for,
    row_height,
    rows_axis,
    told,
    value_axis,
)
from analysis.draw.plotly_bars import ROWS_AROUND
from analysis.figure import Entry, Grid, Hourglass, Line, Pairs

HIDDEN = {"visible": False, "fixedrange": True}
TWO_BARS = 60
FIELDS = 560.0
"""How wide the columns of a grid are together, when their words are broken."""

Bound = float | None
Mark = tuple[Bound, Bound, Bound, str]
Marks = list[Mark]
"""Value, low, high and words of each bar."""


def pairs(shape: Pairs) -> tuple[list[Json], Json]:
    """Two bars a row; the words beside them are the same as in the drawing."""
    full = [(row.value, row.low, row.high, row.shown) for row in shape.rows]
    outlined = [(row.other, row.other_low, row.other_high, row.other_shown) for row in shape.rows]
    rows = [(row.label, "") for row in shape.rows]
    sides = at_right(shape.side_title, [row.side for row in shape.rows])
    layout = {
        "height": ROWS_AROUND + max(TWO_BARS, row_height(rows)) * len(rows),
        "barmode": "overlay",
        "showlegend": True,
        "legend": {"orientation": "h", "y": 1.0, "yanchor": "bottom", "traceorder": "normal"},
        "yaxis": rows_axis(rows),
        "xaxis": value_axis(shape.ticks, 0.0, shape.top, "") | room_for(sides),
        "annotations": [
            *(
                beside({"x": far(one, 0.0), "y": n + apart, "text": plain(one[-1])})
                for held, apart in ((full, -0.2), (outlined, 0.2))
                for n, one in enumerate(held)
            ),
            *sides,
        ],
    }
    data = [
        half(shape, full, shape.name, {"color": ink.TOP}) | {"offset": -0.38},
        half(
            shape, outlined, shape.other_name,
            {"color": ink.WHITE, "line": {"color": ink.SOFT, "width": 1.5}},
        ) | {"offset": 0.02},
    ]  # fmt: skip
    return data, layout


def beside(place: Json) -> Json:
    """Words just right of what is drawn."""
    return {"xanchor": "left", "xshift": 6, "showarrow": False, **place}


def far(bounds: Mark, start: float) -> float:
    """How far to the right a mark and its whiskers reach."""
    return max(x for x in (bounds[0], bounds[2], start) if x is not None)


def half(shape: Pairs, held: Marks, name: str, marker: Json) -> Json:
    """The full bars, or the outlined ones."""
    return {
        "type": "bar", "orientation": "h", "width": 0.36, "name": plain(name), "marker": marker,
        "y": list(range(len(held))),
        "x": [value or 0.0 for value, _low, _high, _shown in held],
        "hovertext": [
            told(row.label, f"{name}: {one[-1]}", row.side)
            for row, one in zip(shape.rows, held, strict=True)
        ],
        "hoverinfo": "text",
        "error_x": reaches([(value, low, high) for value, low, high, _shown in held]),
    }  # fmt: skip


def reaches(bounds: list[tuple[Bound, Bound, Bound]]) -> Json:
    """Whiskers; none where there are no bounds."""
    up = [None if high is None else high - (value or 0.0) for value, _low, high in bounds]
    down = [None if low is None else (value or 0.0) - low for value, low, _high in bounds]
    return {
        "type": "data", "symmetric": False, "array": up, "arrayminus": down, "color": ink.INK,
        "thickness": 2, "width": 5, "visible": any(one is not None for one in up),
    }  # fmt: skip


def grid(shape: Grid) -> tuple[list[Json], Json]:
    """A small field for each column, all with the same rows; words alone stand as text."""
    data: list[Json] = []
    words = beneath(shape.axis)
    rows = [(row.label, row.note) for row in shape.rows]
    layout: Json = {
        "height": ROWS_AROUND + 30 + row_height(rows) * len(rows),
        "margin": {"l": 10, "r": 30, "t": 90, "b": 30},
        "yaxis": rows_axis(rows),
        "annotations": words,
    }
    wide = 1 / max(len(shape.columns), 1)
    for n, name in enumerate(shape.columns):
        axis = f"x{n + 1}" if n else "x"
        field = {"range": [shape.base, shape.top + (shape.top - shape.base) * 0.55]}
        layout["xaxis" + axis[1:]] = {
            **HIDDEN, **field, "domain": [wide * n, wide * (n + 1) - 0.02], "anchor": "y",
        }  # fmt: skip
        words.append(
            {"x": wide * n, "y": 1.0, "xref": "paper", "yref": "paper", "xanchor": "left",
             "yanchor": "bottom", "showarrow": False, "align": "left",
             "text": label(name, FIELDS * wide), "font": {"weight": 600}}
        )  # fmt: skip
        data.append(column(shape, n, axis))
        words += [
            cell_words(shape, row.entries[n], at, axis, wide) for at, row in enumerate(shape.rows)
        ]
    return data, layout


def cell_words(shape: Grid, entry: Entry, at: int, axis: str, wide: float) -> Json:
    """What a cell says, right of its bar; without a bar from the start, on several lines."""
    font = {"weight": 700 if entry.strong else 400}
    place = {"y": at, "xref": axis, "yref": "y", "align": "left", "font": font}
    if entry.value is None:
        text = label(entry.shown, FIELDS * wide)
        return beside({**place, "x": shape.base, "xshift": 0, "text": text})
    reach = far((entry.value, None, entry.high, ""), shape.base)
    shift = 12 if shape.dots else 6
    return beside({**place, "x": reach, "xshift": shift, "text": plain(entry.shown)})


def column(shape: Grid, n: int, axis: str) -> Json:
    """One column's bars or dots."""
    held = [(at, row, row.entries[n]) for at, row in enumerate(shape.rows)]
    known = [(at, row, entry) for at, row, entry in held if entry.value is not None]
    colours = [ink.TOP if entry.strong else ink.REST for _at, _row, entry in known]
    trace: Json = {
        "xaxis": axis,
        "y": [at for at, _row, _entry in known],
        "x": [entry.value for _at, _row, entry in known],
        "hovertext": [cell_told(row, shape.columns[n], entry.shown) for _at, row, entry in known],
        "hoverinfo": "text",
        "cliponaxis": False,
        "error_x": reaches([(entry.value, entry.low, entry.high) for _at, _row, entry in known]),
    }
    if shape.dots:
        marker = {"size": 13, "color": colours}
        return trace | {"type": "scatter", "mode": "markers", "marker": marker}
    return trace | {
        "type": "bar", "orientation": "h", "width": 0.55, "base": shape.base,
        "x": [(entry.value or 0.0) - shape.base for _at, _row, entry in known],
        "marker": {"color": colours},
    }  # fmt: skip


def cell_told(row: Line, name: str, shown: str) -> str:
    return told(row.label, f"{name}: {shown}", row.note)


def hourglass(shape: Hourglass) -> tuple[list[Json], Json]:
    """Bars around a middle, dashed lines for a fair number."""
    known = [(n, row) for n, row in enumerate(shape.rows) if row.value is not None]
    most = max(shape.top, shape.mark, 1.0)
    trace = {
        "type": "bar", "orientation": "h", "width": 0.6,
        "y": [n for n, _row in known],
        "x": [2 * (row.value or 0.0) for _n, row in known],
        "base": [-(row.value or 0.0) for _n, row in known],
        "text": [plain(row.shown) for _n, row in known],
        "textposition": "auto", "insidetextanchor": "middle",
        "hovertext": [told(row.label, row.shown, row.note) for _n, row in known],
        "hoverinfo": "text",
        "marker": {"color": [ink.TOP if row.lit else ink.REST for _n, row in known]},
    }  # fmt: skip
    fair = [
        {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "x0": x, "x1": x,
         "line": {"color": ink.SOFT, "width": 2, "dash": "dash"}}
        for x in (-shape.mark, shape.mark) if shape.mark
    ]  # fmt: skip
    words = [
        {"x": 0, "y": n, "text": plain(row.shown), "showarrow": False,
         "font": {"color": ink.SOFT, "size": 13}}
        for n, row in enumerate(shape.rows) if row.value is None
    ]  # fmt: skip
    rows = [(row.label, row.note) for row in shape.rows]
    layout = {
        "height": ROWS_AROUND + row_height(rows) * len(rows),
        "yaxis": rows_axis(rows),
        "xaxis": {**HIDDEN, "range": [-most * 1.15, most * 1.15]},
        "shapes": fair,
        "annotations": [*words, *fair_words(shape)],
    }
    return [trace], layout


def fair_words(shape: Hourglass) -> list[Json]:
    if not shape.mark:
        return []
    return [
        {"x": 0, "y": 1.0, "xref": "x", "yref": "paper", "yanchor": "bottom", "showarrow": False,
         "text": plain(shape.mark_words), "font": {"color": ink.SOFT, "size": 13}}
    ]  # fmt: skip

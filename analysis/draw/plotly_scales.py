"""Scales, columns and notes, for the coach's screen."""

from analysis.draw import ink
from analysis.draw.columns import spacing
from analysis.draw.looks import DESK
from analysis.draw.plotly_axes import (
    NOTE_SIZE,
    Json,
    at_right,
    plain,
    room_for,
    row_height,
    rows_axis,
    told,
    value_axis,
)
from analysis.draw.plotly_bars import ROWS_AROUND
from analysis.draw.stacks import colours_of, halves
from analysis.figure import Columns, Note, Stack, Stacks

HEAD, WIDE = 24, 820.0
"""The title over what stands apart; how wide columns are together on a screen of 1024."""

FEWEST = 6
"""Room for so many columns: one alone is no wall."""


def stacks(shape: Stacks) -> tuple[list[Json], Json]:
    """A trace for each point of the scale, laid end to end from the left of the middle."""
    known = [(row, one) for row, one in enumerate(shape.rows) if one.shares is not None]
    colours = colours_of(shape)
    data = [point(n, text, known, colours[n]) for n, text in enumerate(shape.points)]
    rows = [(row.label, row.note) for row in shape.rows]
    sides = at_right(shape.apart_title, [row.apart for row in shape.rows])
    whole = ROWS_AROUND + 20 + HEAD * bool(sides) + row_height(rows) * len(rows)
    layout = {
        "height": whole,
        "barmode": "overlay",
        "uniformtext": {"mode": "hide", "minsize": 12},
        "showlegend": True,
        "margin": {"l": 10, "r": 30, "t": 40 + HEAD * bool(sides), "b": 50},
        "legend": {"orientation": "h", "y": 1.0 + HEAD * bool(sides) / whole, "yanchor": "bottom",
                   "traceorder": "normal"},
        "yaxis": rows_axis(rows),
        "xaxis": {"showticklabels": False, "showgrid": False, "zerolinecolor": ink.SOFT,
                  "fixedrange": True, **room_for(sides)},
        "annotations": [*hidden(shape), *sides],
    }  # fmt: skip
    return data, layout


def hidden(shape: Stacks) -> list[Json]:
    """What stands where a row may not be told."""
    font = {"size": NOTE_SIZE, "color": ink.SOFT}
    return [
        {"x": 0, "y": n, "text": plain(shape.hidden), "showarrow": False, "font": font,
         "xanchor": "left", "xshift": 8}
        for n, row in enumerate(shape.rows) if row.shares is None
    ]  # fmt: skip


def point(n: int, text: str, known: list[tuple[int, Stack]], tint: tuple[str, str]) -> Json:
    """One point's segment in every row."""
    shares = [one.shares or () for _row, one in known]
    shown = [one.shown[n] if one.shown else "" for _row, one in known]
    return {
        "type": "bar",
        "orientation": "h",
        "name": plain(text),
        "y": [row for row, _one in known],
        "x": [share[n] for share in shares],
        "base": [sum(share[:n]) - halves(share)[0] for share in shares],
        "width": 0.6,
        "text": [plain(words) for words in shown],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": tint[1]},
        "marker": {"color": tint[0], "line": {"color": ink.WHITE, "width": 1}},
        "hovertext": [
            told(one.label, f"{text}: {words}", one.note)
            for (_row, one), words in zip(known, shown, strict=True)
        ],
        "hoverinfo": "text",
    }


def columns(shape: Columns) -> tuple[list[Json], Json]:
    """Upright bars that touch."""
    trace = {
        "type": "bar",
        "x": list(range(len(shape.columns))),
        "y": [one.value for one in shape.columns],
        "text": [plain(one.shown) for one in shape.columns],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": [told(one.label, one.shown) for one in shape.columns],
        "hoverinfo": "text",
        "marker": {"color": ink.REST},
    }
    names = [plain(one.label) for one in shape.columns]
    every = spacing(names, WIDE / max(len(names), 1), DESK)
    places = list(range(0, len(names), every))
    layout = {
        "height": 380,
        "bargap": 0.03,
        "xaxis": {"tickvals": places, "ticktext": names[::every], "fixedrange": True,
                  "range": [-0.5, max(len(names), FEWEST) - 0.5],
                  "automargin": True},
        "yaxis": value_axis(shape.ticks, 0.0, shape.top, shape.axis),
    }  # fmt: skip
    return [trace], layout


def note(shape: Note) -> tuple[list[Json], Json]:
    """Nothing to draw: the sentence in the middle of an empty field."""
    away = {"visible": False, "fixedrange": True}
    words = {
        "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False,
        "text": told(shape.big, shape.line),
    }  # fmt: skip
    return [], {"height": 160, "xaxis": away, "yaxis": away, "annotations": [words]}

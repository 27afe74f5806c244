"""The interactive chart says what the drawing says: values, order, intervals, what is not told."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from analysis.charts import CHARTS
from analysis.draw import plotly, svg
from analysis.draw.plotly_axes import label, plain, row_label
from analysis.figure import Bars, Columns, Grid, Hourglass, Note, Pairs, Plane, Stacks
from tests.analysis.examples import ALL, EXAMPLES

SVG = "{http://www.w3.org/2000/svg}"
EACH = pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())
Mark = tuple[int, float, float | None, float | None]
"""A row, its value, and its bounds where there are any."""


def rounded(*values):
    return tuple(None if one is None else round(one, 9) for one in values)


def columns_of(grid):
    for column in range(len(grid.columns)):
        cells = [row.entries[column] for row in grid.rows]
        yield told((one.value, one.low, one.high) for one in cells)


def points_of(stacks):
    for point in range(len(stacks.points)):
        yield told((row.shares and row.shares[point], None, None) for row in stacks.rows)


MARKS = {
    Bars: lambda f: [told((b.value, b.low, b.high) for b in (*f.bars, *f.apart))],
    Pairs: lambda f: [
        told((row.value, row.low, row.high) for row in f.rows),
        told((row.other, row.other_low, row.other_high) for row in f.rows),
    ],
    Grid: columns_of,
    Hourglass: lambda f: [told((row.value, None, None) for row in f.rows)],
    Stacks: points_of,
    Columns: lambda f: [told((one.value, None, None) for one in f.columns)],
    Plane: lambda f: [
        told((dot.x, dot.x_low, dot.x_high) for dot in f.dots),
        told((dot.y, dot.y_low, dot.y_high) for dot in f.dots),
    ],
    Note: lambda _f: [],
}
"""What each kind of figure holds, a list for each trace: suppressed cells are not there."""


def told(marks) -> list[Mark]:
    return [(n, *rounded(*one)) for n, one in enumerate(marks) if one[0] is not None]


def marks_in(figure, data) -> Iterator[list[Mark]]:
    """The same, read back from what the chart library is given."""
    if isinstance(figure, Plane):
        for side in "xy":
            rows = range(len(data[0][side]))
            yield list(read(rows, data[0][side], data[0][f"error_{side}"]))
        return
    for n, trace in enumerate(data):
        if isinstance(figure, Columns):
            yield list(read(trace["x"], trace["y"], {}))
            continue
        values = [x + start for x, start in zip(trace["x"], starts(figure, trace), strict=True)]
        if isinstance(figure, Pairs):
            absent = {i for i, r in enumerate(figure.rows) if (r.other if n else r.value) is None}
            assert all(values[i] == 0 for i in absent)
            held = list(read(trace["y"], values, trace["error_x"]))
            yield [mark for mark in held if mark[0] not in absent]
        else:
            yield list(read(trace["y"], values, trace.get("error_x", {})))


def starts(figure, trace) -> list[float]:
    """Where a bar begins counts in its value; not for segments and moments around a middle."""
    if isinstance(figure, Hourglass):
        return [-x / 2 for x in trace["x"]]
    base = 0.0 if isinstance(figure, Stacks) else trace.get("base", 0.0)
    return [base] * len(trace["x"])


def read(rows, values, error) -> Iterator[Mark]:
    none = [None] * len(values)
    bounds = zip(error.get("arrayminus", none), error.get("array", none), strict=True)
    for n, value, (down, up) in zip(rows, values, bounds, strict=True):
        low = None if down is None else value - down
        high = None if up is None else value + up
        yield (n, *rounded(value, low, high))


def rows_of(figure) -> list[tuple[str, str]]:
    """The labels of a figure from the top down, with what stands small under them."""
    if isinstance(figure, Bars):
        every = (*figure.bars, *figure.apart)
        return [(f"{b.place}. {b.label}" if b.place else b.label, b.note) for b in every]
    return [(row.label, getattr(row, "note", "")) for row in getattr(figure, "rows", ())]


WORDS = {
    Bars: lambda f: [word for b in (*f.bars, *f.apart) for word in (b.shown, b.side)],
    Pairs: lambda f: [word for row in f.rows for word in (row.shown, row.other_shown, row.side)],
    Grid: lambda f: [e.shown for row in f.rows for e in row.entries if e.value is not None],
    Hourglass: lambda f: [row.shown for row in f.rows],
    Stacks: lambda f: [
        word for row in f.rows for word in ("" if row.shares else f.hidden, row.apart)
    ],
}
"""What stands beside the marks, also where there is none."""


def words_of(figure) -> list[str]:
    return [word for word in WORDS.get(type(figure), lambda _f: [])(figure) if word]


def test_every_chart_is_tried():
    assert {chart.name for chart in ALL.values()} == set(CHARTS) == set(EXAMPLES)


@EACH
def test_the_interactive_chart_has_the_same_values_in_the_same_order(chart):
    data = plotly.figure(chart)["data"]

    assert list(marks_in(chart.figure, data)) == [
        [pytest.approx(mark) for mark in marks] for marks in MARKS[type(chart.figure)](chart.figure)
    ]


@EACH
def test_the_interactive_chart_has_the_same_labels_and_words(chart):
    made = plotly.figure(chart)
    beside = [one["text"] for one in made["layout"].get("annotations", ())]
    inside = [text for trace in made["data"] for text in trace.get("text", ())]

    if rows := rows_of(chart.figure):
        assert made["layout"]["yaxis"]["ticktext"] == [row_label(row) for row in rows]
    for word in words_of(chart.figure):
        assert plain(word) in beside + inside
    if isinstance(chart.figure, Grid):
        heads = {
            label(name, 560 / max(1, len(chart.figure.columns))) for name in chart.figure.columns
        }
        assert heads <= set(beside)


@EACH
def test_the_drawing_has_the_same_words(chart):
    root = ET.fromstring(svg.draw(chart, "desk"))
    said = "".join(plain("".join(node.itertext())) for node in root.iter(f"{SVG}text"))

    for word in words_of(chart.figure):
        assert "".join(plain(word).split()) in "".join(said.split())

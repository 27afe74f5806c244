"""Rows in pairs, in several columns, and moments, as native charts on slides."""

from collections.abc import Sequence
from typing import Any

from analysis.draw.pptx_parts import (
    GREY,
    MOST_BARS,
    REST,
    TOP,
    Box,
    clean,
    colour,
    in_cell,
    plain,
    say_how_sure,
    scale,
)
from analysis.figure import Grid, Hourglass, Pairs

SERIES = (TOP, REST, "E69F00", "009E73", "CC79A7", "D55E00", GREY)
"""One colour for each column; the legend names them in the same order."""


def pairs(slide: Any, figure: Pairs, box: Box) -> Any:
    """Two bars under each label: the answers, and what they are held against."""
    rows = figure.rows[:MOST_BARS]
    labels = [f"{row.label}: {row.shown}" if row.shown else row.label for row in rows]
    columns = [(figure.name, [row.value for row in rows])]
    if figure.other_name:
        columns.append((figure.other_name, [row.other for row in rows]))
    frame = clustered(slide, labels, columns, box, top=figure.top)
    if any(row.low is not None for row in rows):
        say_how_sure(frame.chart.plots[0].series[0], rows)
    return frame


def grid(slide: Any, figure: Grid, box: Box) -> Any:
    """Every column a series, so that rows can be compared across them; words become a table."""
    rows = figure.rows[:MOST_BARS]
    drawn = [n for n in range(len(figure.columns)) if any(row.entries[n].value for row in rows)]
    if len(drawn) < len(figure.columns):
        return table(slide, figure, box)
    columns = [(figure.columns[n], [row.entries[n].value for row in rows]) for n in drawn]
    labels = [row.label for row in rows]
    frame = clustered(slide, labels, columns, box, top=figure.top, base=figure.base)
    for n, series in zip(drawn, frame.chart.plots[0].series, strict=True):
        if any(row.entries[n].low is not None for row in rows):
            say_how_sure(series, [row.entries[n] for row in rows])
    return frame


def hourglass(slide: Any, figure: Hourglass, box: Box) -> Any:
    """Moments in order of time, each as wide as its people."""
    rows = figure.rows[:MOST_BARS]
    labels = [f"{row.label}: {row.shown}" for row in rows]
    columns = [(figure.mark_words or "-", [row.value for row in rows])]
    return clustered(slide, labels, columns, box, top=figure.top)


def clustered(
    slide: Any,
    labels: Sequence[str],
    columns: Sequence[tuple[str, Sequence[float | None]]],
    box: Box,
    *,
    top: float,
    base: float = 0.0,
) -> Any:
    """Horizontal bars, a series for each column, named in a legend when there are several."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415 — slow import
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION  # noqa: PLC0415 — slow import

    data = CategoryChartData()
    data.categories = [in_cell(label) for label in labels]
    for name, values in columns:
        data.add_series(in_cell(name), values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    held = frame.chart
    plain(held)
    held.category_axis.reverse_order = True
    scale(held.value_axis, least=base, most=top)
    held.value_axis.visible = False
    held.plots[0].gap_width, held.plots[0].overlap = 50, 0
    for n, series in enumerate(held.plots[0].series):
        colour(series.format.fill, SERIES[n % len(SERIES)])
    if len(columns) > 1:
        held.has_legend = True
        held.legend.position = XL_LEGEND_POSITION.BOTTOM
        held.legend.include_in_layout = False
    return frame


def table(slide: Any, figure: Grid, box: Box) -> Any:
    """A table of PowerPoint's own, its first row and column as heads."""
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    rows = figure.rows[:MOST_BARS]
    frame = slide.shapes.add_table(len(rows) + 1, len(figure.columns) + 1, *box)
    held = frame.table
    texts = [("", *figure.columns)]
    texts += [(row.label, *(entry.shown for entry in row.entries)) for row in rows]
    for at, line in enumerate(texts):
        held.rows[at].height = box.height // (len(rows) + 2)
        for column, text in enumerate(line):
            cell = held.cell(at, column)
            cell.text = clean(text)
            for paragraph in cell.text_frame.paragraphs:
                paragraph.font.size = Pt(14)
    return frame

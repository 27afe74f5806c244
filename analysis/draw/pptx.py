"""Draw a chart on a slide as PowerPoint's own chart, so that a coach can still change it."""

from collections.abc import Callable
from typing import Any

from analysis.chart import Chart
from analysis.draw import pptx_plane, pptx_rows
from analysis.draw.paging import length
from analysis.draw.pptx_parts import (
    MOST_BARS,
    MOST_LINES,
    REST,
    TOP,
    Box,
    beneath,
    beside_rows,
    clean,
    colour,
    in_cell,
    letters,
    outlined,
    plain,
    rows_axis,
    say_beside,
    say_how_sure,
    scale,
    words,
)
from analysis.draw.stacks import colours_of
from analysis.figure import (
    Bars,
    Columns,
    Figure,
    Grid,
    Hourglass,
    Note,
    Pairs,
    Plane,
    Stack,
    Stacks,
)

ABOVE, FEWEST = 1.12, 4
"""Room over the tallest column for its figure; fewer columns stand apart."""

LEAST_SHARE = 0.05
"""A smaller segment has no room for its figure; the notes have it."""


def draw(slide: Any, chart: Chart, box: Box) -> None:
    """Add the chart to a slide with its alternative text."""
    room = beneath(slide, under(chart.figure), box)
    frame = DRAWERS[type(chart.figure)](slide, chart.figure, room)
    about = frame._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001 — there is no other way to name a shape's description
    about.set("descr", clean(chart.alt))
    about.set("title", clean(chart.finding))


def under(figure: Figure) -> str:
    """What the chart has no place for: topics without a dot, how many rows are left out."""
    if isinstance(figure, Plane):
        return " ".join(f"{title} {', '.join(names)}." for title, names in figure.lists)
    left = length(figure) - (MOST_LINES if isinstance(figure, Grid) else MOST_BARS)
    more: str = getattr(figure, "more", "")
    return more % {"n": left} if left > 0 else ""


def bars(slide: Any, figure: Bars, box: Box) -> Any:
    """Horizontal bars, the first on top, each with its figure in words and how sure it is."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415 — slow import
    from pptx.enum.chart import XL_CHART_TYPE  # noqa: PLC0415 — slow import

    shown = (*figure.bars[:MOST_BARS], *figure.apart)
    names = [f"{bar.place}. {bar.label}" if bar.place else bar.label for bar in shown]
    data = CategoryChartData()
    data.categories = [in_cell(x) for x in beside_rows(names, box, [bar.shown for bar in shown])]
    data.add_series(in_cell(figure.axis), [bar.value for bar in shown])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    held = frame.chart
    plain(held)
    rows_axis(held.category_axis, len(shown))
    scale(held.value_axis, least=figure.base, most=figure.top)
    if figure.dots:
        ends(held)
    else:
        held.value_axis.visible = False
    held.plots[0].gap_width = 60 if len(shown) > 2 else 200  # noqa: PLR2004 — a bar or two are no walls
    series = held.plots[0].series[0]
    for n, bar in enumerate(shown):
        if bar in figure.apart:
            outlined(series.points[n].format)
        else:
            colour(series.points[n].format.fill, TOP if bar.strong else REST)
    if any(bar.low is not None for bar in shown):
        say_how_sure(series, shown)
    return frame


def ends(held: Any) -> None:
    """A scale that does not begin at zero says where it begins and ends, under the bars."""
    from pptx.enum.chart import XL_AXIS_CROSSES  # noqa: PLC0415 — slow import

    held.category_axis.crosses = XL_AXIS_CROSSES.MAXIMUM
    held.value_axis.crosses = XL_AXIS_CROSSES.MINIMUM
    held.value_axis.major_unit = 1
    held.value_axis.tick_labels.number_format = "0"
    held.value_axis.tick_labels.number_format_is_linked = False


def stacks(slide: Any, figure: Stacks, box: Box) -> Any:
    """Rows on one scale, each a whole; a row that may not be shown is empty and says why."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415 — slow import
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION  # noqa: PLC0415 — slow import

    rows = figure.rows[:MOST_BARS]
    beside = beside_rows([row.label for row in rows], box, [apart(figure, row) for row in rows])
    data = CategoryChartData(number_format="0%")
    data.categories = [in_cell(text.removeprefix(": ")) if text else "\u00a0" for text in beside]
    for n, point in enumerate(figure.points):
        data.add_series(in_cell(point), [row.shares[n] if row.shares else None for row in rows])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED_100, *box, data)
    held = frame.chart
    plain(held)
    rows_axis(held.category_axis, len(rows))
    scale(held.value_axis, least=0.0, most=1.0)
    held.value_axis.visible = False
    held.has_legend = True
    held.legend.position = XL_LEGEND_POSITION.BOTTOM
    held.legend.include_in_layout = False
    held.plots[0].gap_width = 45 if len(rows) > 2 else 200  # noqa: PLR2004 — a bar or two are no walls
    for n, (series, tint) in enumerate(zip(held.plots[0].series, colours_of(figure), strict=True)):
        ground, ink = (one.removeprefix("#") for one in tint)
        colour(series.format.fill, ground)
        for at, row in enumerate(rows):
            if row.shares and row.shares[n] >= LEAST_SHARE:
                say_beside(series.points[at], row.shown[n], size=letters(len(rows)), hexes=ink)
    return frame


def apart(figure: Stacks, row: Stack) -> str:
    """Who does not know, or that a row may not be told."""
    if row.shares is None:
        return figure.hidden
    return f"{figure.apart_title} {row.apart}" if row.apart else ""


def columns(slide: Any, figure: Columns, box: Box) -> Any:
    """Upright columns that touch."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415 — slow import
    from pptx.enum.chart import XL_CHART_TYPE  # noqa: PLC0415 — slow import

    data = CategoryChartData()
    data.categories = [in_cell(one.label) for one in figure.columns]
    data.add_series(in_cell(figure.axis), [one.value for one in figure.columns])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, data)
    held = frame.chart
    plain(held)
    scale(held.value_axis, least=0.0, most=figure.top * ABOVE)
    held.value_axis.visible = False
    held.plots[0].gap_width = 4 if len(figure.columns) > FEWEST else 150
    series = held.plots[0].series[0]
    colour(series.format.fill, REST)
    for n, one in enumerate(figure.columns):
        say_beside(series.points[n], one.shown, size=letters(len(figure.columns)))
    return frame


DRAWERS: dict[type, Callable[[Any, Any, Box], Any]] = {
    Bars: bars,
    Pairs: pptx_rows.pairs,
    Grid: pptx_rows.grid,
    Hourglass: pptx_rows.hourglass,
    Stacks: stacks,
    Columns: columns,
    Plane: pptx_plane.plane,
    Note: words,
}

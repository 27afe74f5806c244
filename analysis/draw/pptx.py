"""Draw a chart on a slide as PowerPoint's own chart, so that a coach can still change it."""

from collections.abc import Callable
from typing import Any

from analysis.chart import Chart
from analysis.draw import pptx_rows
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
    say_beside,
    say_how_sure,
    scale,
    words,
)
from analysis.figure import (
    Bar,
    Bars,
    Columns,
    Dot,
    Grid,
    Hourglass,
    Note,
    Pairs,
    Plane,
    Stacks,
)

SCALE = ("B0540A", "E69F00", "D9D2C5", "56B4E9", "0072B2")
"""From against to for, as in the drawings."""

RIVALS = (TOP, "E69F00")
"""Two options that compete, as in the drawings."""

APART, FAR = 9.0, 40.0
"""Names of dots so close lie over each other."""


def draw(slide: Any, chart: Chart, box: Box) -> None:
    """Add the chart to a slide with its alternative text."""
    frame = DRAWERS[type(chart.figure)](slide, chart.figure, box)
    about = frame._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001 — there is no other way to name a shape's description
    about.set("descr", clean(chart.alt))
    about.set("title", clean(chart.finding))


def bars(slide: Any, figure: Bars, box: Box) -> Any:
    """Horizontal bars, the first on top, each with its figure in words and how sure it is."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415 — slow import
    from pptx.enum.chart import (  # noqa: PLC0415 — slow import
        XL_CHART_TYPE,
        XL_TICK_LABEL_POSITION,
    )

    shown = (*figure.bars[:MOST_BARS], *figure.apart)
    data = CategoryChartData()
    data.categories = [in_cell(label_of(bar)) for bar in shown]
    data.add_series(in_cell(figure.axis), [bar.value for bar in shown])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    held = frame.chart
    plain(held)
    held.category_axis.reverse_order = True
    scale(held.value_axis, least=figure.base, most=figure.top)
    held.value_axis.visible = False
    held.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    held.plots[0].gap_width = 60
    series = held.plots[0].series[0]
    for n, bar in enumerate(shown):
        tint = TOP if bar.strong else GREY if bar in figure.apart else REST
        colour(series.points[n].format.fill, tint)
    if any(bar.low is not None for bar in shown):
        say_how_sure(series, shown)
    return frame


def label_of(bar: Bar) -> str:
    """A label with its shared place, which PowerPoint has no bracket for, and its figure."""
    named = f"{bar.place}. {bar.label}" if bar.place else bar.label
    return f"{named}: {bar.shown}" if bar.shown else named


def stacks(slide: Any, figure: Stacks, box: Box) -> Any:
    """Rows on one scale, each a whole; a row that may not be shown is empty."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415 — slow import
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION  # noqa: PLC0415 — slow import

    rows = figure.rows[:MOST_BARS]
    data = CategoryChartData(number_format="0%")
    data.categories = [in_cell(row.label) for row in rows]
    for n, point in enumerate(figure.points):
        data.add_series(in_cell(point), [row.shares[n] if row.shares else None for row in rows])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED_100, *box, data)
    held = frame.chart
    plain(held)
    held.category_axis.reverse_order = True
    scale(held.value_axis, least=0.0, most=1.0)
    held.has_legend = True
    held.legend.position = XL_LEGEND_POSITION.BOTTOM
    held.legend.include_in_layout = False
    held.plots[0].gap_width = 45
    colours = RIVALS if figure.rivals else tints(len(figure.points))
    for n, series in enumerate(held.plots[0].series):
        colour(series.format.fill, colours[n % len(colours)])
        for at, row in enumerate(rows):
            say_beside(series.points[at], row.shown[n] if n < len(row.shown) else "")
    return frame


def tints(n: int) -> list[str]:
    """Colours for a scale of ``n`` points, spread over the five."""
    return [SCALE[round(place * (len(SCALE) - 1) / max(1, n - 1))] for place in range(n)]


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
    scale(held.value_axis, least=0.0, most=figure.top)
    held.plots[0].gap_width = 4
    colour(held.plots[0].series[0].format.fill, REST)
    return frame


def plane(slide: Any, figure: Plane, box: Box) -> Any:
    """Importance upward, feasibility to the right, cut in the middle; the first dots are named."""
    from pptx.chart.data import XyChartData  # noqa: PLC0415 — slow import
    from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE  # noqa: PLC0415 — slow import

    if not figure.dots:
        return words(slide, Note("", "; ".join(title for title, _labels in figure.lists)), box)
    data = XyChartData()
    series = data.add_series(in_cell(figure.y_title))
    for dot in figure.dots:
        series.add_data_point(dot.x, dot.y)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *box, data)
    held = frame.chart
    plain(held)
    across(held.category_axis, figure.x_title)
    across(held.value_axis, figure.y_title)
    only = held.plots[0].series[0]
    only.format.line.fill.background()
    only.marker.style = XL_MARKER_STYLE.CIRCLE
    only.marker.size = 11
    named = named_dots(figure)
    for n, dot in enumerate(figure.dots):
        colour(only.points[n].marker.format.fill, GREY if dot.grey else TOP)
        say_beside(only.points[n], dot.label if dot in named else "")
    return frame


def named_dots(figure: Plane) -> list[Dot]:
    """As many names as do not lie over each other: the sure ones first, then the highest."""
    ranked = sorted(figure.dots, key=lambda dot: (dot.grey, -dot.y))
    named: list[Dot] = []
    for dot in ranked:
        if all(abs(dot.y - one.y) > APART or abs(dot.x - one.x) > FAR for one in named):
            named.append(dot)
    return named


def across(axis: Any, title: str) -> None:
    """An axis from 0 to 100 that the other one crosses in the middle."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION  # noqa: PLC0415 — slow import

    scale(axis, least=0.0, most=100.0)
    axis.major_unit = 50
    axis.crosses_at = 50
    axis.format.line.fill.solid()
    axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    axis.has_title = True
    axis.axis_title.text_frame.text = clean(title)


DRAWERS: dict[type, Callable[[Any, Any, Box], Any]] = {
    Bars: bars,
    Pairs: pptx_rows.pairs,
    Grid: pptx_rows.grid,
    Hourglass: pptx_rows.hourglass,
    Stacks: stacks,
    Columns: columns,
    Plane: plane,
    Note: words,
}

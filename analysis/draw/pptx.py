"""Draw a chart on a slide as PowerPoint's own chart, so that a coach can still change it."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from analysis.chart import Chart
from analysis.figure import Bar, Bars, Columns, Dot, Note, Plane, Stacks
from question_banks.tidy import tidy

INK, SOFT, TOP, REST, GREY = "1B2A30", "4A5A61", "0072B2", "56B4E9", "899498"
SCALE = ("B0540A", "E69F00", "D9D2C5", "56B4E9", "0072B2")
"""From against to for, as in the drawings."""

MOST_BARS = 16
"""More bars cannot be read on one slide; the table in the notes has them all."""

SPACES = re.compile(r"[ \t\n]+")
RUNS = re.compile(r"[=+\-@{＝＋－＠]|[a-z]+:", re.IGNORECASE)
"""What a workbook takes for a formula or a link (CWE-1236)."""

APART, FAR = 9.0, 40.0
"""Names of dots so close lie over each other."""


class Box(NamedTuple):
    """Where on the slide, in EMU."""

    left: int
    top: int
    width: int
    height: int


def draw(slide: Any, chart: Chart, box: Box) -> None:
    """Add the chart to a slide with its alternative text."""
    frame = DRAWERS[type(chart.figure)](slide, chart.figure, box)
    about = frame._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001 — there is no other way to name a shape's description
    about.set("descr", clean(chart.alt))
    about.set("title", clean(chart.finding))


def bars(slide: Any, figure: Bars, box: Box) -> Any:
    """Horizontal bars, the first on top, each with its figure in words and how sure it is."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415 — slow import
    from pptx.enum.chart import XL_CHART_TYPE  # noqa: PLC0415 — slow import

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


def say_how_sure(series: Any, shown: Sequence[Bar]) -> None:
    """Lines from the lower to the upper bound, as PowerPoint's own error bars."""
    from pptx.oxml import parse_xml  # noqa: PLC0415 — slow import
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415 — slow import

    up = [(bar.high or 0.0) - (bar.value or 0.0) if bar.high is not None else 0 for bar in shown]
    down = [(bar.value or 0.0) - (bar.low or 0.0) if bar.low is not None else 0 for bar in shown]
    line = (
        f'<c:errBars {nsdecls("c", "a")}><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/><c:plus>{numbers(up)}</c:plus><c:minus>{numbers(down)}</c:minus>'
        f'<c:spPr><a:ln w="25400"><a:solidFill><a:srgbClr val="{INK}"/></a:solidFill></a:ln>'
        "</c:spPr></c:errBars>"
    )
    element = series._element  # noqa: SLF001 — there is no other way to error bars
    element.xpath("c:cat")[0].addprevious(parse_xml(line))


def numbers(values: Sequence[float]) -> str:
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{round(max(0.0, value), 6)}</c:v></c:pt>'
        for n, value in enumerate(values)
    )
    head = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>'
    return f"<c:numLit>{head}{points}</c:numLit>"


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
    for series, tint in zip(held.plots[0].series, tints(len(figure.points)), strict=True):
        colour(series.format.fill, tint)
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


def words(slide: Any, figure: Note, box: Box) -> Any:
    """Nothing to draw: one number, and what it means."""
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    frame = slide.shapes.add_textbox(*box)
    frame.text_frame.word_wrap = True
    for n, (text, size) in enumerate(((figure.big, 60), (figure.line, 20))):
        held = frame.text_frame.paragraphs[0] if n == 0 else frame.text_frame.add_paragraph()
        held.text = clean(text)
        held.font.size = Pt(size)
    return frame


DRAWERS: dict[type, Callable[[Any, Any, Box], Any]] = {
    Bars: bars,
    Stacks: stacks,
    Columns: columns,
    Plane: plane,
    Note: words,
}


def plain(held: Any) -> None:
    """No title inside, no legend, letters that can be read from the back."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415 — slow import
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    held.has_title = False
    held.has_legend = False
    held.font.size = Pt(14)
    held.font.color.rgb = RGBColor.from_string(INK)


def scale(axis: Any, *, least: float, most: float) -> None:
    axis.minimum_scale, axis.maximum_scale = least, most or 1.0
    axis.has_major_gridlines = False
    axis.format.line.fill.background()


def colour(fill: Any, hexes: str) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415 — slow import

    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(hexes)


def say_beside(point: Any, text: str) -> None:
    """Own words as the label of one point: what stands beside the bar in the drawing."""
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    if not text:
        return
    frame = point.data_label.text_frame
    frame.text = clean(text)
    frame.paragraphs[0].runs[0].font.size = Pt(14)


def clean(text: str) -> str:
    """What XML can hold, on one line."""
    return SPACES.sub(" ", tidy(text))


def in_cell(text: str) -> str:
    """The same for the workbook inside the chart, which would run a formula or follow a link."""
    told = clean(text)
    return f"'{told}" if RUNS.match(told) else told or "-"

"""The plane of importance and feasibility on a slide: numbers in the dots, their names beside."""

from collections.abc import Sequence
from typing import Any

from analysis.draw.pptx_parts import (
    EMU,
    INK,
    REST,
    SOFT,
    TOP,
    Box,
    clean,
    colour,
    in_cell,
    numbers,
    plain,
    say_beside,
    scale,
    words,
)
from analysis.draw.widths import cut
from analysis.figure import Dot, Note, Plane

PALE = "D3DADC"
"""A dot too near a line to be sure of."""

CHART_SHARE = 0.58
LIST_SIZES = ((12, 12), (20, 10), (30, 8))
"""The size of the names, for so many dots at most."""


def plane(slide: Any, figure: Plane, box: Box) -> Any:
    """Importance upward, feasibility to the right, cut in the middle; the list has every name."""
    from pptx.chart.data import XyChartData  # noqa: PLC0415 — slow import
    from pptx.enum.chart import XL_CHART_TYPE  # noqa: PLC0415 — slow import

    if not figure.dots:
        return words(slide, Note("", "; ".join(title for title, _labels in figure.lists)), box)
    parts = [part for grey in (False, True) if (part := numbered(figure, grey=grey))]
    data = XyChartData()
    for n, part in enumerate(parts):
        series = data.add_series(in_cell(figure.y_title if n == 0 else figure.x_title))
        for _number, dot in part:
            series.add_data_point(dot.x, dot.y)
    wide = round(box.width * CHART_SHARE)
    left = Box(box.left, box.top, wide, box.height)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *left, data)
    held = frame.chart
    plain(held)
    across(held.category_axis, f"{figure.x_least} → {figure.x_title}")
    across(held.value_axis, f"{figure.y_least} → {figure.y_title}")
    for series, part in zip(held.plots[0].series, parts, strict=True):
        mark(series, part)
    corners(slide, figure, left)
    names(slide, figure, Box(box.left + wide, box.top, box.width - wide, box.height))
    return frame


def numbered(figure: Plane, *, grey: bool) -> list[tuple[int, Dot]]:
    """The sure dots, or those too near a line, each with its number in the list."""
    return [(n, dot) for n, dot in enumerate(figure.dots, start=1) if dot.grey == grey]


def mark(series: Any, part: Sequence[tuple[int, Dot]]) -> None:
    """Full or open dots with their crosses and a number in each."""
    from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE  # noqa: PLC0415 — slow import

    grey = part[0][1].grey
    series.format.line.fill.background()
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 18
    colour(series.marker.format.fill, PALE if grey else TOP)
    crosses(series, [dot for _number, dot in part])
    for n, (number, _dot) in enumerate(part):
        say_beside(series.points[n], str(number), size=10, hexes=INK if grey else "FFFFFF")
        series.points[n].data_label.position = XL_LABEL_POSITION.CENTER


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


def crosses(series: Any, dots: Sequence[Dot]) -> None:
    """How sure each dot is, to both sides."""
    from pptx.oxml import parse_xml  # noqa: PLC0415 — slow import
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415 — slow import

    sides = {
        "x": ([d.x_high - d.x for d in dots], [d.x - d.x_low for d in dots]),
        "y": ([d.y_high - d.y for d in dots], [d.y - d.y_low for d in dots]),
    }
    before = series._element.xpath("c:xVal")[0]  # noqa: SLF001 — there is no other way to error bars
    for side, (up, down) in sides.items():
        before.addprevious(
            parse_xml(
                f'<c:errBars {nsdecls("c", "a")}><c:errDir val="{side}"/>'
                '<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
                f"<c:plus>{numbers(up)}</c:plus><c:minus>{numbers(down)}</c:minus>"
                f'<c:spPr><a:ln w="19050"><a:solidFill><a:srgbClr val="{REST}"/></a:solidFill>'
                "</a:ln></c:spPr></c:errBars>"
            )
        )


def corners(slide: Any, figure: Plane, box: Box) -> None:
    """The word of each quarter in its outer corner."""
    from pptx.enum.text import PP_ALIGN  # noqa: PLC0415 — slow import

    wide, high = box.width // 2 - 30 * EMU, 24 * EMU
    for n, text in enumerate(figure.corners):
        right, low = n % 2 == 1, n > 1
        left = box.left + box.width - wide - 4 * EMU if right else box.left + 44 * EMU
        top = box.top + (box.height - high - 40 * EMU if low else 0)
        held = said(slide, [text], Box(left, top, wide, high), size=13, bold=n == 1)
        held.paragraphs[0].alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT


def names(slide: Any, figure: Plane, box: Box) -> None:
    """Every dot's name by its number; those that are not sure in grey."""
    size = next((small for most, small in LIST_SIZES if len(figure.dots) <= most), 7)
    room = box.width / EMU * (1.7 if len(figure.dots) <= LIST_SIZES[0][0] else 0.85)
    texts = [f"{n}. {dot.label}" for n, dot in enumerate(figure.dots, start=1)]
    lines = [cut(clean(text), size, room) for text in texts]
    frame = said(slide, lines, box, size=size)
    for paragraph, dot in zip(frame.paragraphs, figure.dots, strict=True):
        if dot.grey:
            paint(paragraph, SOFT)


def said(slide: Any, lines: Sequence[str], box: Box, *, size: int, bold: bool = False) -> Any:
    """Lines of text under each other."""
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    frame = slide.shapes.add_textbox(*box).text_frame
    frame.word_wrap = True
    for n, text in enumerate(lines):
        held = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        held.text = clean(text)
        held.font.size, held.font.bold = Pt(size), bold
    return frame


def paint(paragraph: Any, hexes: str) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415 — slow import

    paragraph.font.color.rgb = RGBColor.from_string(hexes)

"""What native charts on slides share: box, colours, axes, lines of uncertainty, safe text."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.draw.widths import cut, width, wrap
from analysis.figure import Bar, Entry, Note, Pair
from question_banks.tidy import tidy

INK, SOFT, TOP, REST, GREY = "1B2A30", "4A5A61", "0072B2", "56B4E9", "899498"
MOST_BARS = 16
MOST_LINES = 12
"""More bars, or lines of a table, cannot be read on one slide; the notes have them all."""

EMU = 12700
MANY, CROWD = 7, 11
"""From so many rows on the letters are smaller."""

LABEL_SHARE = 0.42
"""How much of a slide the labels may take."""

SPACES = re.compile(r"[ \t\n]+")
RUNS = re.compile(
    r"[=+\-@{＝＋－＠]|(?:https?|ftps?|mailto|internal|external|file):", re.IGNORECASE
)
"""What a workbook takes for a formula or a link (CWE-1236)."""


class Box(NamedTuple):
    """Where on the slide, in EMU."""

    left: int
    top: int
    width: int
    height: int


Sure = Bar | Entry | Pair
"""Anything with a value and two bounds."""


def say_how_sure(series: Any, shown: Sequence[Sure]) -> None:
    """Lines from the lower to the upper bound, as PowerPoint's own error bars."""
    from pptx.oxml import parse_xml  # noqa: PLC0415 — slow import
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415 — slow import

    up = [(one.high or 0.0) - (one.value or 0.0) if one.high is not None else 0 for one in shown]
    down = [(one.value or 0.0) - (one.low or 0.0) if one.low is not None else 0 for one in shown]
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


def plain(held: Any) -> None:
    """No title inside, no legend, letters that can be read from the back."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415 — slow import
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    held.has_title = False
    held.has_legend = False
    held.font.size = Pt(14)
    held.font.color.rgb = RGBColor.from_string(INK)


def letters(rows: int) -> int:
    """The size of labels beside so many rows."""
    return 14 if rows < MANY else 12 if rows < CROWD else 10


def rows_axis(axis: Any, rows: int) -> None:
    """Every row bears its label, the first on top; PowerPoint leaves none out."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION  # noqa: PLC0415 — slow import
    from pptx.oxml import parse_xml  # noqa: PLC0415 — slow import
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415 — slow import
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    axis.reverse_order = True
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.font.size = Pt(letters(rows))
    last = axis._element.xpath("c:noMultiLvlLbl")[0]  # noqa: SLF001 — there is no other way to show every label
    last.addprevious(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))


def beside_rows(texts: Sequence[str], box: Box, figures: Sequence[str]) -> list[str]:
    """Labels that fit on a line where there are many, each followed by its figures in full."""
    size = letters(len(texts))
    room = box.width / EMU * LABEL_SHARE * (1 if len(texts) >= MANY else 2)
    told = []
    for text, figure in zip(texts, figures, strict=True):
        end = f": {figure}" if figure else ""
        told.append(cut(clean(text), size, room - width(end, size)) + end)
    return told


def scale(axis: Any, *, least: float, most: float) -> None:
    axis.minimum_scale, axis.maximum_scale = least, most or 1.0
    axis.has_major_gridlines = False
    axis.format.line.fill.background()


def outlined(format_: Any) -> None:
    """White with an edge: what the full bars are held against."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415 — slow import
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    colour(format_.fill, "FFFFFF")
    format_.line.color.rgb = RGBColor.from_string(SOFT)
    format_.line.width = Pt(1.5)


def colour(fill: Any, hexes: str) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415 — slow import

    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(hexes)


def say_beside(point: Any, text: str, *, size: int = 14, hexes: str = INK) -> None:
    """Own words as the label of one point: what stands in or beside the bar in the drawing."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415 — slow import
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    if not text:
        return
    frame = point.data_label.text_frame
    frame.text = clean(text)
    font = frame.paragraphs[0].runs[0].font
    font.size, font.color.rgb = Pt(size), RGBColor.from_string(hexes)


def beneath(slide: Any, text: str, box: Box) -> Box:
    """Set words under a chart that the chart itself has no place for; what is left for it."""
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    if not text:
        return box
    lines = wrap(clean(text), 12, box.width / EMU - 20, most=3)
    high = (len(lines) * 16 + 8) * EMU
    frame = slide.shapes.add_textbox(box.left, box.top + box.height - high, box.width, high)
    frame.text_frame.word_wrap = True
    frame.text_frame.text = clean(text)
    frame.text_frame.paragraphs[0].font.size = Pt(12)
    return Box(box.left, box.top, box.width, box.height - high)


def clean(text: str) -> str:
    """What XML can hold, on one line."""
    return SPACES.sub(" ", tidy(text))


def in_cell(text: str) -> str:
    """The same for the workbook inside the chart, which would run a formula or follow a link."""
    told = clean(text)
    return f"'{told}" if RUNS.match(told) else told or "-"


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

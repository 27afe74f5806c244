"""Slides whose charts stay editable: the finding as title, the numbers and the limits in the notes.

The same content always gives the same bytes: every date in the file, and in the workbooks that hold
the charts' numbers, is one fixed moment.
"""

import io
import re
import zipfile
from typing import Any

from analysis.chart import Cell, Chart
from analysis.draw import pptx as drawing
from analysis.draw.pptx_parts import EMU, INK, SOFT, Box, clean
from analysis.draw.widths import wrap
from analysis.export.registry import export
from analysis.words import number

KIND = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FIXED = (2026, 1, 1, 0, 0, 0)
MOMENT = b"2026-01-01T00:00:00Z"
DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
SUBTITLE = 14
WIDE, HIGH, EDGE = 960 * EMU, 540 * EMU, 44 * EMU
MOST_NOTES = 60


@export("pptx", "pptx", KIND)
def as_pptx(chart: Chart) -> bytes:
    """One chart as one slide."""
    deck = new_deck(chart.finding, chart.language)
    add_chart(deck, chart)
    return written(deck)


def new_deck(title: str, language: str) -> Any:
    """An empty wide presentation."""
    from pptx import Presentation  # noqa: PLC0415 — slow import

    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    deck.core_properties.title = clean(title)[:255]
    deck.core_properties.author = "Dorpsstem"
    deck.core_properties.language = language
    return deck


def add_slide(deck: Any, title: str, *, size: int = 30) -> Any:
    """A slide with nothing but its title, which every reader can jump to."""
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    slide = deck.slides.add_slide(deck.slide_layouts[5])
    held = slide.shapes.title
    held.left, held.top, held.width, held.height = EDGE, 24 * EMU, WIDE - 2 * EDGE, 84 * EMU
    frame = held.text_frame
    frame.word_wrap = True
    frame.text = clean(title)
    style(frame.paragraphs[0], size=size, bold=True)
    frame.paragraphs[0].font.size = Pt(fitting(title, size))
    return slide


def fitting(title: str, size: int) -> int:
    """A smaller size for a longer title, so that it stays on two lines."""
    return size if len(title) < 60 else size - 6 if len(title) < 110 else size - 12  # noqa: PLR2004 — signs on two lines


def add_chart(deck: Any, chart: Chart) -> None:
    """The finding, the question, the chart, and in the notes how to read it with every number."""
    slide = add_slide(deck, chart.finding)
    lines = len(wrap(clean(chart.subtitle), SUBTITLE, (WIDE - 2 * EDGE) / EMU - 24))
    top = 112 + 20 * max(1, lines)
    add_text(slide, chart.subtitle, Box(EDGE, 106 * EMU, WIDE - 2 * EDGE, 30 * EMU), size=SUBTITLE)
    low = 470 if chart.caution else 494
    drawing.draw(slide, chart, Box(EDGE, top * EMU, WIDE - 2 * EDGE, (low - top) * EMU))
    if chart.caution:
        add_text(slide, chart.caution, Box(EDGE, 472 * EMU, WIDE - 2 * EDGE, 26 * EMU), size=14)
    add_text(slide, chart.caption, Box(EDGE, 498 * EMU, WIDE - 2 * EDGE, 34 * EMU), size=11)
    slide.notes_slide.notes_text_frame.text = "\n".join(notes(chart))


def add_text(slide: Any, text: str, box: Box, *, size: int, bold: bool = False) -> Any:
    """One paragraph in a box of its own."""
    frame = slide.shapes.add_textbox(*box).text_frame
    frame.word_wrap = True
    frame.text = clean(text)
    style(frame.paragraphs[0], size=size, bold=bold, soft=not bold)
    return frame


def style(paragraph: Any, *, size: int, bold: bool = False, soft: bool = False) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415 — slow import
    from pptx.enum.text import PP_ALIGN  # noqa: PLC0415 — slow import
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    paragraph.alignment = PP_ALIGN.LEFT
    paragraph.font.size, paragraph.font.bold = Pt(size), bold
    paragraph.font.color.rgb = RGBColor.from_string(SOFT if soft else INK)


def notes(chart: Chart) -> list[str]:
    """What a speaker needs: what to be careful about, how to read it, the table as lines."""
    lines = [chart.caution, chart.caption, ""]
    if chart.table.rows:
        lines.append(" | ".join(clean(name) for name in chart.table.columns))
        rows = chart.table.rows[:MOST_NOTES]
        lines += [" | ".join(cell(value, chart.language) for value in row) for row in rows]
    return [line for n, line in enumerate(lines) if line or n == 2]  # noqa: PLR2004 — the line between words and numbers


def cell(value: Cell, language: str) -> str:
    if value is None:
        return "–"
    return clean(value) if isinstance(value, str) else number(value, language)


def written(deck: Any) -> bytes:
    """The file, its parts and dates brought into one fixed form."""
    body = io.BytesIO()
    deck.save(body)
    return settled(body.getvalue())


def settled(body: bytes) -> bytes:
    """The same zip with fixed dates, also in the workbooks inside it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xlsx"):
                part = settled(part)
            elif name.endswith("core.xml"):
                part = DATES.sub(rb"\g<1>" + MOMENT + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return made.getvalue()

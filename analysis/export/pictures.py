"""A chart as SVG, PNG and tagged PDF, from one drawing."""

from pathlib import Path

from analysis import typeset
from analysis.chart import Cell, Chart
from analysis.draw import svg
from analysis.draw.paging import pages
from analysis.export.registry import export
from analysis.words import number

TEMPLATE = Path(__file__).with_name("chart.typ")
PICTURE = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#set text(font: "Source Sans Pro")
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt)
"""
TWICE = 192.0
"""Dots an inch that make a picture twice as fine as the drawing's own units."""

PAGE = 1040.0
"""As many units of a drawing for print fit under the finding on one page."""


@export("svg", "svg", "image/svg+xml")
def as_svg(chart: Chart) -> bytes:
    """The drawing with its words: it opens in a browser and in a drawing program."""
    return svg.draw(chart, framed=True).encode()


@export("png", "png", "image/png")
def as_png(chart: Chart) -> bytes:
    """The same picture at twice the size of a screen."""
    drawing = typeset.drawable_text(svg.draw(chart, framed=True))
    alt = typeset.drawable_text(chart.alt)
    return typeset.png(PICTURE, {"svg": drawing, "alt": alt}, ppi=TWICE)


@export("pdf", "pdf", "application/pdf")
def as_pdf(chart: Chart) -> bytes:
    """Pages to print: the finding, the drawing with its words, how to read it, the numbers."""
    data = {
        "language": typeset.text_language(chart.language),
        "drawings": pages(chart, "print", tallest=PAGE),
        "finding": chart.finding,
        "subtitle": chart.subtitle,
        "caption": chart.caption,
        "caution": chart.caution,
        "alt": chart.alt,
        "columns": list(chart.table.columns),
        "numeric": [is_numeric(chart, n) for n in range(len(chart.table.columns))],
        "rows": [[shown(cell, chart.language) for cell in row] for row in chart.table.rows],
    }
    return typeset.pdf(TEMPLATE, data)


def is_numeric(chart: Chart, column: int) -> bool:
    """A column of numbers stands to the right."""
    cells = [row[column] for row in chart.table.rows if row[column] is not None]
    return all(isinstance(cell, int | float) for cell in cells)


def shown(value: Cell, language: str) -> str:
    """A cell in the reader's way of writing numbers; what is not shown is an en dash."""
    if value is None:
        return "–"
    return value if isinstance(value, str) else number(value, language)

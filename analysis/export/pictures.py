"""A chart as SVG, PNG and tagged PDF, from one drawing."""

from pathlib import Path

from analysis import typeset
from analysis.chart import Chart
from analysis.draw import svg
from analysis.export.registry import export

TEMPLATE = Path(__file__).with_name("chart.typ")
PICTURE = b"""
#set page(width: auto, height: auto, margin: 12pt, fill: white)
#set text(font: "Source Sans Pro")
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt)
"""


@export("svg", "svg", "image/svg+xml")
def as_svg(chart: Chart) -> bytes:
    return svg.draw(chart).encode()


@export("png", "png", "image/png")
def as_png(chart: Chart) -> bytes:
    """The drawing at twice the size of a screen."""
    drawing = typeset.drawable_text(svg.draw(chart))
    return typeset.png(PICTURE, {"svg": drawing, "alt": typeset.drawable_text(chart.alt)})


@export("pdf", "pdf", "application/pdf")
def as_pdf(chart: Chart) -> bytes:
    """One page: the finding, the drawing with its words, how to read it, the numbers."""
    data = {
        "svg": svg.draw(chart),
        "finding": chart.finding,
        "subtitle": chart.subtitle,
        "caption": chart.caption,
        "caution": chart.caution,
        "alt": chart.alt,
        "columns": chart.table.columns,
        "rows": [
            ["" if cell is None else number(cell) for cell in row] for row in chart.table.rows
        ],
    }
    return typeset.pdf(TEMPLATE, data)


def number(value: str | float) -> str:
    return f"{value:.3g}".replace(".", ",") if isinstance(value, float) else str(value)

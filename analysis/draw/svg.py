"""Draw a chart as SVG: real text, a name and a description, nothing that a strict policy bars."""

from analysis.chart import Bars, Chart
from analysis.draw import bars, plane

PAGE = 1040.0
PHONE = 360.0


def draw(chart: Chart, *, wide: float = PAGE) -> str:
    """Return the drawing, ``wide`` units across; 360 for a phone, 1040 for a page or a screen."""
    if isinstance(chart.figure, Bars):
        return bars.draw(chart, chart.figure, wide=wide)
    return plane.draw(chart, chart.figure, wide=wide)

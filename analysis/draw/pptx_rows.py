"""Rows in pairs, in several columns, and moments, as native charts on slides."""

from collections.abc import Sequence
from typing import Any

from analysis.draw.pptx_parts import (
    EMU,
    GREY,
    INK,
    MANY,
    MOST_BARS,
    MOST_LINES,
    REST,
    TOP,
    Box,
    beside_rows,
    clean,
    colour,
    in_cell,
    letters,
    outlined,
    plain,
    rows_axis,
    say_how_sure,
    scale,
)
from analysis.draw.widths import cut, wrap
from analysis.figure import Entry, Grid, Hourglass, Pair, Pairs

SERIES = (TOP, "9FD2F2", "5A4A00", "E69F00", "004D36", GREY)
"""A colour for each column, dark and light in turn so that they differ in grey too."""

MOST_CELLS = 24
"""More bars than this in clusters are a forest: a table is read better."""

ROW_HIGH, FIRST_SHARE = 34, 0.4
PLAIN_SHARE, BOLD_SHARE = 0.8, 0.7
"""How much of its column a label may fill to stay on one line."""

PAPER, HEAD, LIT = "FFFFFF", "EBF2EF", "FCECC8"


def pairs(slide: Any, figure: Pairs, box: Box) -> Any:
    """Two bars under each label: the answers, and white what they are held against."""
    rows = figure.rows[:MOST_BARS]
    both = [" | ".join(figures_of(row, figure)) for row in rows]
    labels = beside_rows([row.label for row in rows], box, both)
    columns = [(figure.name, [row.value for row in rows])]
    if figure.other_name:
        columns.append((figure.other_name, [row.other for row in rows]))
    frame = clustered(slide, labels, columns, box, top=figure.top)
    series = frame.chart.plots[0].series
    if any(row.low is not None for row in rows):
        say_how_sure(series[0], rows)
    if figure.other_name:
        outlined(series[1].format)
        others = [Entry(r.other, r.other_shown, r.other_low, r.other_high) for r in rows]
        if any(one.low is not None for one in others):
            say_how_sure(series[1], others)
    return frame


def figures_of(row: Pair, figure: Pairs) -> list[str]:
    """What stands beside a row: both figures, a dash where the other may not be told."""
    other = row.other_shown if row.other is not None else "–"
    return [text for text in (row.shown, other if figure.other_name else "") if text]


def grid(slide: Any, figure: Grid, box: Box) -> Any:
    """Every column a series, so that rows can be compared; words, or very many, become a table."""
    rows = figure.rows[:MOST_LINES]
    columns = len(figure.columns)
    bare = [n for n in range(columns) if not any(row.entries[n].value for row in rows)]
    if bare or columns > len(SERIES) or len(rows) * columns > MOST_CELLS:
        return table(slide, figure, box)
    drawn = [
        (name, [row.entries[n].value for row in rows]) for n, name in enumerate(figure.columns)
    ]
    told = [" | ".join(entry.shown for entry in row.entries) for row in rows]
    labels = beside_rows([row.label for row in rows], box, told)
    frame = clustered(slide, labels, drawn, box, top=figure.top, base=figure.base)
    for n, series in enumerate(frame.chart.plots[0].series):
        if any(row.entries[n].low is not None for row in rows):
            say_how_sure(series, [row.entries[n] for row in rows])
    return frame


def hourglass(slide: Any, figure: Hourglass, box: Box) -> Any:
    """Moments in order of time, each as wide as its people; the fullest stands out."""
    rows = figure.rows[:MOST_BARS]
    labels = beside_rows([row.label for row in rows], box, [row.shown for row in rows])
    frame = clustered(slide, labels, [("-", [row.value for row in rows])], box, top=figure.top)
    for n, row in enumerate(rows):
        fill = frame.chart.plots[0].series[0].points[n].format.fill
        colour(fill, TOP if row.lit else REST)
    return frame


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
    rows_axis(held.category_axis, len(labels))
    scale(held.value_axis, least=base, most=top)
    held.value_axis.visible = False
    held.plots[0].gap_width = 50 if len(labels) > 2 else 150  # noqa: PLR2004 — a row or two are no walls
    held.plots[0].overlap = 0
    for n, series in enumerate(held.plots[0].series):
        colour(series.format.fill, SERIES[n % len(SERIES)])
    if len(columns) > 1:
        held.has_legend = True
        held.legend.position = XL_LEGEND_POSITION.BOTTOM
        held.legend.include_in_layout = False
    return frame


def table(slide: Any, figure: Grid, box: Box) -> Any:
    """A table of PowerPoint's own, its first row and column as heads, in the house's colours."""
    rows = figure.rows[:MOST_LINES]
    frame = slide.shapes.add_table(len(rows) + 1, len(figure.columns) + 1, *box)
    held = frame.table
    held.horz_banding = False
    first = round(box.width * FIRST_SHARE)
    for n, column in enumerate(held.columns):
        column.width = first if n == 0 else (box.width - first) // len(figure.columns)
    size = letters(len(rows))
    high = head_height(figure, size, held.columns[1].width / EMU)
    held.rows[0].height = high
    for row in list(held.rows)[1:]:
        row.height = min(ROW_HIGH * EMU, (box.height - high) // max(1, len(rows)))
    for n, name in enumerate(("", *figure.columns)):
        write(held.cell(0, n), name, size=size, bold=True, ground=HEAD)
    for at, row in enumerate(rows, start=1):
        ground = LIT if row.lit else PAPER
        label = (
            cut(clean(row.label), size, first / EMU * (BOLD_SHARE if row.lit else 0.8))
            if len(rows) >= MANY
            else row.label
        )
        write(held.cell(at, 0), label, size=size, bold=row.lit, ground=ground)
        for n, entry in enumerate(row.entries, start=1):
            write(held.cell(at, n), entry.shown, size=size, bold=entry.strong, ground=ground)
    return frame


def head_height(figure: Grid, size: int, room: float) -> int:
    """As many lines as the longest name of a column takes."""
    lines = [len(wrap(clean(name), size * 1.2, room - 16)) for name in figure.columns]
    return round((max(lines, default=1) * size * 1.2 + 8) * EMU)


def write(cell: Any, text: str, *, size: int, bold: bool, ground: str) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415 — slow import
    from pptx.util import Pt  # noqa: PLC0415 — slow import

    cell.text = clean(text)
    colour(cell.fill, ground)
    cell.margin_top = cell.margin_bottom = Pt(2)
    font = cell.text_frame.paragraphs[0].font
    font.size, font.bold, font.color.rgb = Pt(size), bold, RGBColor.from_string(INK)

"""A drawing that is too tall for a page goes on on the next, with its heading again."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from analysis.chart import Chart
from analysis.draw import svg
from analysis.figure import Bars, Figure, Grid, Hourglass, Pairs, Stacks

LONG = (Bars, Pairs, Grid, Hourglass, Stacks)
"""Figures of rows, which may be parted."""


def pages(chart: Chart, look: str, *, tallest: float) -> list[str]:
    """Draw a chart as one drawing, or its rows as several of at most ``tallest`` units each."""
    most = length(chart.figure)
    whole = list(slices(chart.figure, max(1, most)))
    while most > 1 and any(svg.height(part, look) > tallest for part in whole):
        most -= 1
        whole = list(slices(chart.figure, most))
    evenly = -(-length(chart.figure) // len(whole))
    parts = slices(chart.figure, max(1, evenly))
    return [svg.draw(replace(chart, figure=part), look) for part in parts]


def length(figure: Figure) -> int:
    """How many rows there are to part."""
    if isinstance(figure, Bars):
        return len(figure.bars)
    return len(figure.rows) if isinstance(figure, LONG) else 0


def slices(figure: Figure, most: int) -> Iterator[Figure]:
    """The same rows, at most so many at a time."""
    if isinstance(figure, Bars):
        yield from of_bars(figure, most)
    elif isinstance(figure, LONG) and figure.rows:
        for start in range(0, len(figure.rows), most):
            rows: dict[str, Any] = {"rows": figure.rows[start : start + most]}
            yield replace(figure, **rows)
    else:
        yield figure


def of_bars(figure: Bars, most: int) -> Iterator[Bars]:
    """The same bars, at most so many at a time; what stands apart comes last."""
    total = len(figure.bars)
    for start in range(0, max(total, 1), most):
        held = figure.bars[start : start + most]
        places = tuple(len(list(same)) for _place, same in groupby(held, lambda bar: bar.place))
        yield replace(
            figure,
            bars=held,
            groups=places if figure.groups else (),
            apart=figure.apart if start + most >= total else (),
        )

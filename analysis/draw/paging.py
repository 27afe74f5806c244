"""A drawing that is too tall for a page goes on on the next, with its axis again."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from analysis.chart import Chart
from analysis.draw import svg
from analysis.figure import Bars


def pages(chart: Chart, look: str, *, tallest: float) -> list[str]:
    """Draw a chart as one drawing, or bars as several of at most ``tallest`` units each."""
    whole = [chart.figure]
    if isinstance(chart.figure, Bars):
        most = len(chart.figure.bars)
        whole = list(slices(chart.figure, max(1, most)))
        while most > 1 and any(svg.height(part, look) > tallest for part in whole):
            most -= 1
            whole = list(slices(chart.figure, most))
        evenly = -(-len(chart.figure.bars) // len(whole))
        whole = list(slices(chart.figure, max(1, evenly)))
    return [svg.draw(replace(chart, figure=part), look) for part in whole]


def slices(figure: Bars, most: int) -> Iterator[Bars]:
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

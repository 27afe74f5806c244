"""Charts that look further into one question: other rules, other answers, other opinions."""

from collections.abc import Callable, Iterator
from typing import Any

from analysis.agreement import agreement
from analysis.budgeting import budgeting
from analysis.chart import Chart
from analysis.charts import CHARTS
from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.duelling import duelling
from analysis.opinions import opinions
from analysis.priorities import priorities
from analysis.report import days
from analysis.scores import UNITS
from analysis.sensitivity import what_would_change
from analysis.themes import from_json
from question_banks.measures import Measure
from survey_app.reports.sources import Source, Village, asked_in, source

Work = Callable[..., Any]
OF_ONE_ITEM: dict[str, tuple[frozenset[Measure], Work]] = {
    "agreement": (frozenset({Measure.RANKING}), agreement),
    "strengths": (frozenset({Measure.RANKING}), duelling),
    "opinions": (frozenset({Measure.GRID}), opinions),
    "profile": (frozenset({Measure.GRID}), priorities),
}
"""By the name of the chart: of which questions it can be made, and what works it out."""


def of_one_item(name: str) -> None:
    measures, work = OF_ONE_ITEM[name]

    @source(name)
    def build(village: Village, asked: Source, language: str) -> Iterator[Chart]:
        found = asked_in(village, asked)
        if found is None or found[1].measure not in measures or found[1].sensitive:
            return
        survey, item = found
        held = survey.dataset()
        told = work(item, held.of(item.code), k=survey.k)
        yield CHARTS[name](told, about=days(held, language), language=language)


for _name in OF_ONE_ITEM:
    of_one_item(_name)


@source("themes")
def of_themes(village: Village, asked: Source, language: str) -> Iterator[Chart]:
    """What people wrote about, as the coach named it; nobody named it, no chart."""
    found = asked_in(village, asked)
    if found is None or found[1].sensitive:
        return
    survey, item = found
    kept = survey.namings.get(item.code)
    if kept is not None:
        yield CHARTS["themes"](from_json(kept, label=item.label), language=language)


@source("change")
def of_change(village: Village, asked: Source, language: str) -> Iterator[Chart]:
    """How many people would turn the first two around, and what each channel does to the order."""
    found = asked_in(village, asked)
    if found is None or not may_change(found[1]):
        return
    survey, item = found
    whole, parts = survey.split(item.code, "collector")
    named: dict[str, tuple[PatternCount, ...]] = {
        whole.collectors.get(code, code): held for code, held in parts.items()
    }
    told = what_would_change(item, whole.of(item.code), named, k=survey.k)
    yield CHARTS["change"](told, about=days(whole, language), language=language)


@source("budget")
def of_budget(village: Village, asked: Source, language: str) -> Iterator[Chart]:
    """What the coach's budget buys by two rules; without prices there is nothing to buy."""
    found, costs = asked_in(village, asked), asked.get("costs")
    if found is None or not costs or not may_budget(found[1]):
        return
    survey, item = found
    held = survey.dataset()
    told = budgeting(item, held.of(item.code), costs=costs, budget=asked["budget"], k=survey.k)
    yield CHARTS["budget"](told, about=days(held, language), language=language)


def may_budget(item: ItemCode) -> bool:
    approving = {Measure.MULTIPLE, Measure.POINTS}
    return item.measure in approving and item.role == "importance" and not item.sensitive


def may_change(item: ItemCode) -> bool:
    return item.measure in UNITS and item.role != "none" and not item.sensitive

"""Everything a set of answers can tell: priorities and charts, by item and by group."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.chart import Chart
from analysis.charts import CHARTS
from analysis.codebook import ItemCode
from analysis.dataset import Dataset, PatternCount, by
from analysis.disclosure import LEAST
from analysis.groups import priorities_by
from analysis.priorities import Priorities, priorities
from analysis.quadrant import quadrant
from analysis.scores import UNITS
from analysis.words import day_words, say
from question_banks.measures import Measure


@dataclass(frozen=True, slots=True)
class Told:
    """One item: its priorities where there are options to put in order, and its chart."""

    item: ItemCode
    found: Priorities | None
    chart: Chart


@dataclass(frozen=True, slots=True)
class Report:
    """What a dataset tells. ``plane`` is None when no topic has both sides.

    ``groups`` pairs the name of a group with what it says of an item.
    """

    items: tuple[Told, ...]
    plane: Chart | None
    groups: tuple[tuple[str, Told], ...]
    language: str

    def main(self) -> Told | None:
        """The item that stands for all: the first about importance that shows any option."""
        ranked = [told for told in self.items if told.found is not None and told.found.rows]
        about = [told for told in ranked if told.item.role == "importance"]
        return next(iter(about or ranked or self.items), None)


def report(dataset: Dataset, *, k: int = LEAST, what: str = "", language: str = "nl") -> Report:
    """Work out every item; ``what`` also splits by "collector", "mode" or "group".

    No figure of 1 to k - 1 people is in it.
    """
    items = [item for item in dataset.codebook.items if item.measure is not Measure.NONE]
    found = quadrant(dataset, labels={}, k=k)
    return Report(
        tuple(told_of(item, dataset, k=k, language=language) for item in items),
        CHARTS["quadrant"](found, language=language) if found.points else None,
        tuple(told_by(dataset, what, k=k, language=language)) if what else (),
        language,
    )


def told_of(item: ItemCode, dataset: Dataset, *, k: int, language: str) -> Told:
    """What a dataset tells of one item."""
    return told(item, dataset.of(item.code), about=days(dataset, language), k=k, language=language)


def told(
    item: ItemCode, counts: tuple[PatternCount, ...], *, about: str, k: int, language: str
) -> Told:
    """An item whose options compete, put in order; any other as how often each answer was given."""
    found = priorities(item, counts, k=k) if item.measure in UNITS else None
    if found is not None and competes(item):
        return Told(item, found, CHARTS["priorities"](found, about=about, language=language))
    return Told(item, found, CHARTS["answers"](item, counts, k=k, about=about, language=language))


def competes(item: ItemCode) -> bool:
    """Whether a first place means something: of ages, or the points of a scale, none is first."""
    if item.measure is Measure.NOMINAL:
        return item.role != "none"
    return item.measure is not Measure.ORDINAL


def told_by(dataset: Dataset, what: str, *, k: int, language: str) -> Iterator[tuple[str, Told]]:
    """Each item with options, for each group, small cells hidden."""
    for item in dataset.codebook.items:
        if item.measure not in UNITS:
            continue
        counts = dataset.of(item.code)
        for group, found in priorities_by(item, counts, by(counts, what), k=k).items():
            chart = CHARTS["priorities"](found, about=group, language=language)
            yield group, Told(item, found, chart)


def days(dataset: Dataset, language: str) -> str:
    """When the answers were given, as people write days."""
    if not dataset.first_day:
        return ""
    first, last = day_words(dataset.first_day), day_words(dataset.last_day)
    if first == last:
        return f"{first}."
    return say(language).gettext("%(first)s tot %(last)s.") % {"first": first, "last": last}

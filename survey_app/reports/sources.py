"""Where a dossier's charts come from: a chart of one question, of a group, of all topics together.

``SOURCES`` maps the kind of a source to what builds its charts from the releases of a project.
A new kind is one function here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.chart import Chart
from analysis.charts import CHARTS
from analysis.codebook import ItemCode
from analysis.dataset import Dataset, PatternCount
from analysis.dataset import by as by_field
from analysis.disclosure import LEAST
from analysis.groups import priorities_by
from analysis.quadrant import Quadrant, quadrant
from analysis.releases import Cells, by_answer, newest_shown, only_people
from analysis.report import days, told_of
from analysis.scores import UNITS
from question_banks.loader import load_library
from survey_app.reports.charts import alike
from survey_app.reports.releases import Counts, dataset_in, group_counts

Source = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """A survey as outsiders may see it: its releases, oldest first, and the words of its items."""

    id: int
    title: str
    k: int
    codebook: Mapping[str, Any]
    releases: tuple[Counts, ...]
    namings: Mapping[str, Any] = field(default_factory=dict)

    def counted_from(self, cells: Callable[[Counts], Cells]) -> Counts:
        return newest_shown(self.releases, cells, k=self.k)

    @property
    def newest(self) -> Counts:
        """The release from which everything ungrouped is counted."""
        return self.counted_from(all_people)

    def dataset(self) -> Dataset:
        """Everybody's answers, ungrouped."""
        return self.reading(self.newest)

    def reading(self, counts: Counts) -> Dataset:
        """One release with the words of this language."""
        return dataset_in(counts, self.codebook)

    def sensitive(self, item: str) -> Dataset:
        """Everybody's answers to an item of which every figure is a cell."""
        return self.reading(self.counted_from(lambda counts: cells_of(item_rows(counts, item))))

    def split(self, item: str, by: str) -> tuple[Dataset, dict[str, tuple[PatternCount, ...]]]:
        """One item's answers, whole and by channel or group, from one and the same release."""

        def parts(counts: Counts) -> dict[str, tuple[PatternCount, ...]]:
            if by != "collector":
                return group_counts(counts, by, item)
            return by_field(dataset_in(counts, self.codebook).of(item), "collector")

        def cells(counts: Counts) -> Cells:
            return cells_of(
                (part, one.pattern, one.n) for part, held in parts(counts).items() for one in held
            )

        chosen = self.counted_from(cells)
        return dataset_in(chosen, self.codebook), parts(chosen)


@dataclass(frozen=True, slots=True)
class Village:
    """Everything charts of a village are made of: its surveys, its inhabitants, its moments."""

    surveys: tuple[Shown, ...]
    inhabitants: int | None = None
    population: Mapping[str, int] = field(default_factory=dict)
    moments: tuple[Mapping[str, Any], ...] = ()
    votes: tuple[Mapping[str, Any], ...] = ()
    weighings: tuple[Mapping[str, Any], ...] = ()

    def survey_in(self, source: Source) -> Shown | None:
        return next((one for one in self.surveys if one.id == source.get("survey")), None)


Build = Callable[[Village, Source, str], Iterator[Chart]]
SOURCES: dict[str, Build] = {}


def source(kind: str) -> Callable[[Build], Build]:
    """Register how the charts of one kind of source are built."""

    def register(build: Build) -> Build:
        if kind in SOURCES:
            raise ValueError(f"two sources are called {kind}")
        SOURCES[kind] = build
        return build

    return register


def all_people(counts: Counts) -> Cells:
    """How many people a release counts."""
    return only_people(sum(counts["people"].values()))


def item_rows(counts: Counts, item: str) -> Iterator[tuple[str, str, int]]:
    return (("", pattern, n) for code, pattern, n, *_rest in counts["counts"] if code == item)


def cells_of(rows: Iterator[tuple[str, str, int]]) -> Cells:
    """People by group and by each code of their answer, so that a choice of several counts each."""
    return by_answer((group, code, n) for group, pattern, n in rows for code in pattern.split("+"))


def charts_from(village: Village, source: Source, language: str) -> list[Chart]:
    """The charts of one source; none when its survey or question is no longer there."""
    build = SOURCES.get(str(source.get("kind")))
    return [] if build is None else list(build(village, source, language))


def asked_in(village: Village, source: Source) -> tuple[Shown, ItemCode] | None:
    """The survey and the question of a source; None when either is gone."""
    survey = village.survey_in(source)
    item = item_in(survey, str(source.get("item", ""))) if survey else None
    return None if survey is None or item is None else (survey, item)


def item_in(survey: Shown, code: str) -> ItemCode | None:
    held = dataset_in({**survey.releases[-1], "counts": []}, survey.codebook)
    return next((item for item in held.codebook.items if item.code == code), None)


@source("item")
def of_item(village: Village, source: Source, language: str) -> Iterator[Chart]:
    """One question: everybody's answers, or those of one channel or group beside the whole."""
    found = asked_in(village, source)
    if found is None:
        return
    survey, item = found
    by, group = str(source.get("by", "")), str(source.get("group", ""))
    if not by:
        held = survey.sensitive(item.code) if item.sensitive else survey.dataset()
        yield told_of(item, held, k=survey.k, language=language).chart
    elif item.measure in UNITS:
        whole, parts = survey.split(item.code, by)
        ranked = priorities_by(item, whole.of(item.code), parts, k=survey.k)
        if group in ranked:
            words = " ".join(filter(None, (days(whole, language), label_of(whole, by, group))))
            yield CHARTS["priorities"](alike(ranked[group]), about=words, language=language)


def label_of(held: Dataset, by: str, group: str) -> str:
    if by == "collector":
        return held.collectors.get(group, group)
    return held.codebook.item(by).label_of(group)


@source("quadrant")
def of_quadrant(village: Village, _source: Source, language: str) -> Iterator[Chart]:
    """Importance against feasibility over every survey of the village."""
    yield CHARTS["quadrant"](plane_of(village, language), language=language)


def plane_of(village: Village, language: str) -> Quadrant:
    topics = load_library().topics.items()
    labels = {code: text.wording(language).text for code, text in topics}
    least = max((one.k for one in village.surveys), default=LEAST)
    return quadrant(*(one.dataset() for one in village.surveys), labels=labels, k=least)

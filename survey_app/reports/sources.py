"""Where a dossier's charts come from: a chart of one question, of a group, of all topics together.

``SOURCES`` maps the kind of a source to what builds its charts from the releases of a project.
A new kind is one function here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.chart import Chart
from analysis.charts import CHARTS
from analysis.codebook import ItemCode
from analysis.dataset import Dataset, PatternCount
from analysis.dataset import by as by_field
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

    def counted_from(self, cells: Callable[[Counts], Cells]) -> Counts:
        return newest_shown(self.releases, cells, k=self.k)

    @property
    def newest(self) -> Counts:
        """The release from which everything ungrouped is counted."""
        return self.counted_from(all_people)

    def dataset(self) -> Dataset:
        """Everybody's answers, ungrouped."""
        return dataset_in(self.newest, self.codebook)

    def sensitive(self, item: str) -> Dataset:
        """Everybody's answers to an item of which every figure is a cell."""
        held = self.counted_from(lambda counts: cells_of(item_rows(counts, item)))
        return dataset_in(held, self.codebook)

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


Build = Callable[[Sequence[Shown], Source, str], Iterator[Chart]]
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


def charts_from(surveys: Sequence[Shown], source: Source, language: str) -> list[Chart]:
    """The charts of one source; none when its survey or question is no longer there."""
    build = SOURCES.get(str(source.get("kind")))
    return [] if build is None else list(build(surveys, source, language))


def survey_in(surveys: Sequence[Shown], source: Source) -> Shown | None:
    return next((one for one in surveys if one.id == source.get("survey")), None)


def item_in(survey: Shown, code: str) -> ItemCode | None:
    held = dataset_in({**survey.releases[-1], "counts": []}, survey.codebook)
    return next((item for item in held.codebook.items if item.code == code), None)


@source("item")
def of_item(surveys: Sequence[Shown], source: Source, language: str) -> Iterator[Chart]:
    """One question: everybody's answers, or those of one channel or group beside the whole."""
    survey = survey_in(surveys, source)
    item = item_in(survey, source["item"]) if survey else None
    if survey is None or item is None:
        return
    by, group = source.get("by", ""), source.get("group", "")
    if not by:
        held = survey.sensitive(item.code) if item.sensitive else survey.dataset()
        yield told_of(item, held, k=survey.k, language=language).chart
    elif item.measure in UNITS:
        whole, parts = survey.split(item.code, by)
        found = priorities_by(item, whole.of(item.code), parts, k=survey.k)
        if group in found:
            words = " ".join(filter(None, (days(whole, language), label_of(whole, by, group))))
            yield CHARTS["priorities"](alike(found[group]), about=words, language=language)


def label_of(held: Dataset, by: str, group: str) -> str:
    if by == "collector":
        return held.collectors.get(group, group)
    return held.codebook.item(by).label_of(group)


@source("quadrant")
def of_quadrant(surveys: Sequence[Shown], _source: Source, language: str) -> Iterator[Chart]:
    """Importance against feasibility over every survey of the village."""
    yield CHARTS["quadrant"](plane_of(surveys, language), language=language)


def plane_of(surveys: Sequence[Shown], language: str) -> Quadrant:
    topics = load_library().topics.items()
    labels = {code: text.wording(language).text for code, text in topics}
    least = max((one.k for one in surveys), default=5)
    return quadrant(*(one.dataset() for one in surveys), labels=labels, k=least)

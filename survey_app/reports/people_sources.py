"""Charts about who took part: who answered, who is missing, what groups want apart, over time."""

from collections.abc import Iterator
from typing import Any

from analysis.chart import Chart
from analysis.charts import CHARTS
from analysis.codebook import ItemCode
from analysis.comparing import waves
from analysis.dataset import Dataset
from analysis.gaps import gaps
from analysis.participation import Moment, participation
from analysis.raking import profiled, raked
from analysis.releases import by_answer
from analysis.report import days
from analysis.representation import Part, Representation, representation
from analysis.scores import UNITS
from analysis.weighting import CannotWeighError, Margin
from analysis.words import kind_of_group
from survey_app.reports.rules import band_of
from survey_app.reports.sources import (
    Shown,
    Source,
    Village,
    asked_in,
    item_in,
    label_of,
    source,
)

AGE, HAMLET = "profile_age", "profile_hamlet"
KINDS = {AGE: "age", HAMLET: "hamlet"}


@source("who")
def of_who(village: Village, source: Source, language: str) -> Iterator[Chart]:
    """Who answered a survey, by age, hamlet or channel, beside the village where that is known."""
    survey = village.survey_in(source)
    if survey is not None:
        found, held = represented(village, survey, str(source.get("by") or AGE), language)
        if found is not None:
            yield CHARTS["who_answered"](found, about=days(held, language), language=language)


@source("not_heard")
def of_not_heard(village: Village, source: Source, language: str) -> Iterator[Chart]:
    """Whom to look for next, and where to stand."""
    survey = village.survey_in(source)
    if survey is not None:
        pairs = [represented(village, survey, by, language) for by in KINDS]
        known = [found for found, _held in pairs if found is not None]
        if known:
            yield CHARTS["not_heard"](known, language=language)


def represented(
    village: Village, survey: Shown, by: str, language: str
) -> tuple[Representation | None, Dataset]:
    """One kind of groups with who answered in each, and the answers it was counted from."""
    if by == "collector":
        counts = survey.counted_from(
            lambda one: by_answer((way, "", n) for way, n in one["people"].items())
        )
        held = survey.reading(counts)
        people = counts["people"]
        parts = [Part(way, held.collectors[way], people.get(way, 0)) for way in held.collectors]
        what = kind_of_group("channel", language)
        return representation(parts, what=what, kind="channel", k=survey.k), held
    item, held = item_in(survey, by), survey.sensitive(by)
    if item is None:
        return None, held
    said = {count.pattern: 0 for count in held.of(by)}
    for count in held.of(by):
        said[count.pattern] += count.n
    parts = [
        Part(one.code, one.label, said.get(one.code, 0), living(village, by, one.code))
        for one in item.options
    ]
    kind, rest = KINDS.get(by, "other"), sum(said.values()) - sum(part.n for part in parts)
    what = kind_of_group(kind, language) or item.label
    return representation(parts, what=what, kind=kind, k=survey.k, rest=rest), held


def living(village: Village, by: str, code: str) -> int | None:
    """How many people of a group live in the village, where somebody filled that in."""
    return village.population.get(band_of(code)) if by == AGE else None


@source("gaps")
def of_gaps(village: Village, source: Source, language: str) -> Iterator[Chart]:
    """What one group wants more or less than all others."""
    found, by = asked_in(village, source), str(source.get("by", ""))
    if found is None or found[1].measure not in UNITS:
        return
    survey, item = found
    whole, parts = survey.split(item.code, by)
    group = str(source.get("group", ""))
    if group in parts:
        made = gaps(
            item,
            whole.of(item.code),
            parts,
            group=group,
            name=label_of(whole, by, group),
            lives=share_of(village, by, group),
            k=survey.k,
        )
        yield CHARTS["gaps"](made, about=days(whole, language), language=language)


def share_of(village: Village, by: str, group: str) -> float | None:
    people, all_ = living(village, by, group), sum(village.population.values())
    return None if people is None or not all_ else people / all_


@source("weighted")
def of_weighted(village: Village, source: Source, language: str) -> Iterator[Chart]:
    """Raw and weighted to the ages of the village, together."""
    found = asked_in(village, source)
    if found is None or found[1].measure not in UNITS:
        return
    survey, item = found
    whole, parts = survey.split(item.code, AGE)
    made: Any
    try:
        cells = profiled(whole.of(item.code), parts)
        made = raked(item, cells, [margin_of(village, survey)], k=survey.k)
    except CannotWeighError as cannot:
        made = cannot
    about = days(whole, language)
    yield CHARTS["weighted"](made, item=item, about=about, language=language)


def margin_of(village: Village, survey: Shown) -> Margin:
    """How many people live in each age band that could be answered."""
    item = item_in(survey, AGE)
    labels = {one.code: one.label for one in item.options} if item else {}
    people = {code: living(village, AGE, code) for code in labels}
    return Margin({code: n for code, n in people.items() if n}, labels)


@source("waves")
def of_waves(village: Village, source: Source, language: str) -> Iterator[Chart]:
    """The same question at several times, oldest first."""
    asked = [(one, item_in(one, str(source.get("item", "")))) for one in village.surveys]
    pairs: list[tuple[Shown, ItemCode]] = [(one, item) for one, item in asked if item is not None]
    pairs.sort(key=lambda pair: (pair[0].dataset().first_day, pair[0].id))
    if len(pairs) > 1 and pairs[0][1].measure in UNITS:
        item = pairs[-1][1]
        held = {one.title: one.sensitive(item.code).of(item.code) for one, _item in pairs}
        k = max(one.k for one, _item in pairs)
        yield CHARTS["compared"](waves(item, held, k=k), language=language)


@source("moments")
def of_moments(village: Village, _source: Source, language: str) -> Iterator[Chart]:
    """How many people came to each moment."""
    told = [Moment(one["title"], one["day"], one["people"]) for one in village.moments]
    found = participation(told, inhabitants=village.inhabitants)
    yield CHARTS["participation"](found, language=language)

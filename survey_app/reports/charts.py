"""What the worker makes of a survey's counts: every chart, drawn and in words."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from analysis.chart import Chart, to_json
from analysis.charts import CHARTS
from analysis.codebook import ItemCode
from analysis.comparing import waves
from analysis.dataset import Dataset, PatternCount
from analysis.dataset import by as by_field
from analysis.gaps import gaps
from analysis.groups import priorities_by
from analysis.priorities import Priorities
from analysis.quadrant import quadrant
from analysis.report import days, told_of
from analysis.scores import UNITS
from question_banks.loader import load_library
from survey_app.core.db import db
from survey_app.core.jobs import Spec, file_kind, progress
from survey_app.reports.datasets import dataset_of, grouped_counts, shown

FIELDS = ("collector", "mode", "version")
"""What a count itself knows of where it comes from; anything else is a question about people."""

WAVE = "wave"
"""The time of asking: before and after, each a survey of its own."""


@file_kind("chart-set", "json")
def chart_set(spec: Spec) -> bytes:
    """Every item's chart for one survey, as JSON: a list of what ``drawn_set`` gives."""
    return json.dumps(list(drawn_set(spec)), ensure_ascii=False).encode()


def drawn_set(spec: Spec) -> Iterator[dict[str, Any]]:
    whole = dataset_of(spec["data"])
    for done, item in enumerate(whole.codebook.items):
        progress(done, len(whole.codebook.items))
        if spec.get("item") and item.code != spec["item"]:
            continue
        for part, chart in charts_of(item, whole, spec):
            yield drawn(chart, item=item.code, group=part.code, group_label=part.label)


def drawn(chart: Chart, **names: str) -> dict[str, Any]:
    """One chart as a page of the desk needs it."""
    from analysis.draw import plotly, svg  # noqa: PLC0415 — slow import

    return {
        **names,
        "chart": to_json(chart),
        "svg": svg.draw(chart),
        "phone": svg.draw(chart, "phone"),
        "plotly": plotly.figure(chart),
    }


@dataclass(frozen=True, slots=True)
class Part:
    """A channel or a group of people: its code, its words, its answers."""

    code: str
    label: str
    counts: tuple[PatternCount, ...] = ()
    held: Dataset | None = None
    """Where the answers of another time stand, with their days."""


def charts_of(item: ItemCode, whole: Dataset, spec: Spec) -> Iterator[tuple[Part, Chart]]:
    """An item's chart for everybody, or one for each part that may be shown beside the whole."""
    language, k, by = spec["language"], spec["k"], spec.get("by") or ""
    if not by:
        yield Part("", ""), told_of(item, whole, k=k, language=language).chart
    elif item.measure in UNITS and item.code != by:
        parts = {part.code: part for part in parts_of(item, whole, spec)}
        if by == WAVE and len(parts) < 2:  # noqa: PLR2004 — asked once only
            return
        wanted = [p for code, p in parts.items() if spec.get("group") in {"", None, code}]
        if spec.get("view") == "gaps" and by == WAVE:
            yield Part(spec.get("group") or "", ""), over_time(item, parts, spec)
            return
        if spec.get("view") == "gaps":
            yield from ((part, gap_chart(item, whole, part, parts, spec)) for part in wanted)
            return
        found = priorities_by(
            item, everybody(item, whole, parts, by), {c: p.counts for c, p in parts.items()}, k=k
        )
        for part in wanted:
            words = " ".join(filter(None, (days(part.held or whole, language), part.label)))
            told = alike(found[part.code])
            yield part, CHARTS["priorities"](told, about=words, language=language)


def gap_chart(
    item: ItemCode, whole: Dataset, part: Part, parts: dict[str, Part], spec: Spec
) -> Chart:
    """What one part wants more or less than all others."""
    held = {code: one.counts for code, one in parts.items()}
    k, language = spec["k"], spec["language"]
    found = gaps(item, whole.of(item.code), held, group=part.code, name=part.label, k=k)
    return CHARTS["gaps"](found, about=days(whole, language), language=language)


def over_time(item: ItemCode, parts: dict[str, Part], spec: Spec) -> Chart:
    """What really changed from the first time of asking to the last."""
    held = {part.label: part.counts for part in parts.values()}
    return CHARTS["compared"](waves(item, held, k=spec["k"]), language=spec["language"])


def everybody(
    item: ItemCode, whole: Dataset, parts: dict[str, Part], by: str
) -> tuple[PatternCount, ...]:
    """All answers that the parts are parts of: this survey's, or those of every time together."""
    if by != WAVE:
        return tuple(whole.of(item.code))
    return tuple(count for part in parts.values() for count in part.counts)


def alike(found: Priorities) -> Priorities:
    """A group of nobody looks like a group too small to show."""
    return found if found.n else replace(found, rows=(), hidden=True)


def parts_of(item: ItemCode, whole: Dataset, spec: Spec) -> list[Part]:
    """The channels, ways or versions, or the groups by somebody's answer to one question."""
    by, labels = spec["by"], spec.get("parts") or whole.collectors
    if by == WAVE:
        return list(times_of(item, labels, spec["waves"]))
    if by in FIELDS:
        split = by_field(whole.of(item.code), by)
        return [Part(code, label, split.get(code, ())) for code, label in labels.items()]
    counted = grouped_counts(db.session, spec["survey_id"], by, item.code)
    offered = spec["data"]["offered"]
    return [
        Part(
            code,
            label,
            tuple(
                PatternCount(item.code, pattern, n, offered=shown(offered, version, item.code))
                for pattern, n, group, version in counted
                if group == code
            ),
        )
        for code, label in labels.items()
    ]


def times_of(item: ItemCode, labels: Mapping[str, str], waves: Mapping[str, Any]) -> Iterator[Part]:
    """Each survey that asked the same question in the same way, as one part."""
    for code, described in waves.items():
        held = dataset_of(described)
        same = next((one for one in held.codebook.items if one.code == item.code), None)
        if same is not None and same.measure == item.measure:
            yield Part(code, labels[code], tuple(held.of(item.code)), held)


@file_kind("quadrant", "json")
def quadrant_set(spec: Spec) -> bytes:
    """Importance x feasibility over every survey of a project."""
    datasets = [dataset_of(described) for described in spec["data"]]
    labels = {
        code: text.wording(spec["language"]).text for code, text in load_library().topics.items()
    }
    chart = CHARTS["quadrant"](
        quadrant(*datasets, labels=labels, k=spec["k"]), language=spec["language"]
    )
    return json.dumps([drawn(chart, item="quadrant", group="", group_label="")]).encode()

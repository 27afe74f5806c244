"""What the worker makes of a survey's counts: every chart, drawn and in words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from analysis.chart import Chart, to_json
from analysis.charts import CHARTS
from analysis.codebook import ItemCode
from analysis.dataset import Dataset, PatternCount
from analysis.dataset import by as by_field
from analysis.groups import priorities_by
from analysis.priorities import Priorities
from analysis.quadrant import quadrant
from analysis.report import days, told_of
from analysis.scores import UNITS
from question_banks.loader import load_library
from survey_app.core.db import db
from survey_app.core.jobs import Spec, file_kind
from survey_app.reports.datasets import dataset_of, grouped_counts, shown


@file_kind("chart-set", "json")
def chart_set(spec: Spec) -> bytes:
    """Every item's chart for one survey, as JSON: a list of what ``drawn_set`` gives."""
    return json.dumps(list(drawn_set(spec)), ensure_ascii=False).encode()


def drawn_set(spec: Spec) -> Iterator[dict[str, Any]]:
    from analysis.draw import plotly, svg  # noqa: PLC0415 — slow import

    whole = dataset_of(spec["data"])
    for item in whole.codebook.items:
        if spec.get("item") and item.code != spec["item"]:
            continue
        for part, chart in charts_of(item, whole, spec):
            yield {
                "item": item.code,
                "group": part.code,
                "group_label": part.label,
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


def charts_of(item: ItemCode, whole: Dataset, spec: Spec) -> Iterator[tuple[Part, Chart]]:
    """An item's chart for everybody, or one for each part that may be shown beside the whole."""
    language, k = spec["language"], spec["k"]
    counts = whole.of(item.code)
    if not spec.get("by") and not spec.get("collector"):
        yield Part("", ""), told_of(item, whole, k=k, language=language).chart
    elif item.measure in UNITS:
        parts = {part.code: part for part in parts_of(item, whole, spec)}
        found = priorities_by(item, counts, {code: p.counts for code, p in parts.items()}, k=k)
        for code, part in parts.items():
            if spec.get("collector") in {"", None, code}:
                words = " ".join(filter(None, (days(whole, language), part.label)))
                yield part, CHARTS["priorities"](alike(found[code]), about=words, language=language)


def alike(found: Priorities) -> Priorities:
    """A group of nobody looks like a group too small to show."""
    return found if found.n else replace(found, rows=(), hidden=True)


def parts_of(item: ItemCode, whole: Dataset, spec: Spec) -> list[Part]:
    """The channels, or the groups by somebody's answer to one question."""
    by = spec.get("by") or "collector"
    if by == "collector":
        split = by_field(whole.of(item.code), "collector")
        return [Part(code, label, split.get(code, ())) for code, label in whole.collectors.items()]
    counted = grouped_counts(db.session, spec["survey_id"], by, item.code)
    offered = spec["data"]["offered"]
    return [
        Part(
            option.code,
            option.label,
            tuple(
                PatternCount(item.code, pattern, n, offered=shown(offered, version, item.code))
                for pattern, n, group, version in counted
                if group == option.code
            ),
        )
        for option in whole.codebook.item(by).options
    ]


@file_kind("quadrant", "json")
def quadrant_set(spec: Spec) -> bytes:
    """Importance x feasibility over every survey of a project."""
    from analysis.draw import plotly, svg  # noqa: PLC0415 — slow import

    datasets = [dataset_of(described) for described in spec["data"]]
    labels = {
        code: text.wording(spec["language"]).text for code, text in load_library().topics.items()
    }
    chart = CHARTS["quadrant"](
        quadrant(*datasets, labels=labels, k=spec["k"]), language=spec["language"]
    )
    made = {
        "item": "quadrant",
        "group": "",
        "group_label": "",
        "chart": to_json(chart),
        "svg": svg.draw(chart),
        "phone": svg.draw(chart, "phone"),
        "plotly": plotly.figure(chart),
    }
    return json.dumps([made]).encode()

"""What the worker makes of a survey's counts: every chart, drawn and in words."""

import json
from collections.abc import Iterator
from typing import Any

from analysis.chart import Chart, to_json
from analysis.charts import CHARTS
from analysis.codebook import ItemCode
from analysis.dataset import Dataset, PatternCount
from analysis.disclosure import protect_groups
from analysis.priorities import priorities
from analysis.quadrant import quadrant
from analysis.scores import UNITS
from analysis.words import say
from question_banks.loader import load_library
from question_banks.measures import Measure
from survey_app.core.db import db
from survey_app.core.jobs import Spec, file_kind
from survey_app.reports.datasets import dataset_of, grouped_counts


@file_kind("chart-set", "json")
def chart_set(spec: Spec) -> bytes:
    """Every item's chart for one survey, as JSON: ``[{item, role, group, chart, svg, plotly}]``."""
    return json.dumps(list(drawn_set(spec)), ensure_ascii=False).encode()


def drawn_set(spec: Spec) -> Iterator[dict[str, Any]]:
    from analysis.draw import plotly, svg  # noqa: PLC0415 — slow import

    for group, label, dataset in parts(spec):
        for item in dataset.codebook.items:
            if spec.get("item") and item.code != spec["item"]:
                continue
            chart = chart_of(
                item, dataset, about=about(dataset, spec["language"], label), spec=spec
            )
            if chart is None:
                continue
            yield {
                "item": item.code,
                "group": group,
                "group_label": label,
                "chart": to_json(chart),
                "svg": svg.draw(chart),
                "plotly": plotly.figure(chart),
            }


def parts(spec: Spec) -> Iterator[tuple[str, str, Dataset]]:
    """The whole, or each group that may be shown beside it."""
    described, by, k = spec["data"], spec.get("by", ""), spec["k"]
    if not by:
        wanted = spec.get("collector", "")
        allowed = channels(dataset_of(described), k) if wanted else frozenset()
        data = dataset_of(described, collector=wanted)
        yield "", "", data if not wanted or wanted in allowed else Dataset(data.codebook, ())
        return
    whole = dataset_of(described)
    groups = by_channel(whole) if by == "collector" else by_answer(spec, whole, by)
    sizes = {name: people(data) for name, (_label, data) in groups.items()}
    shown = protect_groups(sizes, k=k)
    for name, (label, data) in groups.items():
        yield name, label, data if name in shown else Dataset(whole.codebook, ())


def channels(whole: Dataset, k: int) -> frozenset[str]:
    """Ways in that enough people used to be shown apart."""
    return protect_groups({name: people(d) for name, (_l, d) in by_channel(whole).items()}, k=k)


def by_channel(whole: Dataset) -> dict[str, tuple[str, Dataset]]:
    return {code: (label, whole.where(collector=code)) for code, label in whole.collectors.items()}


def by_answer(spec: Spec, whole: Dataset, by: str) -> dict[str, tuple[str, Dataset]]:
    """Split by the answers to one item; the documents are read here, in the worker."""
    held: dict[str, list[PatternCount]] = {}
    for item, pattern, n, group in grouped_counts(db.session, spec["survey_id"], by):
        held.setdefault(group, []).append(PatternCount(item, pattern, n, group=group))
    item_code = whole.codebook.item(by)
    return {
        option.code: (
            option.label,
            Dataset(
                whole.codebook, tuple(held.get(option.code, ())), whole.first_day, whole.last_day
            ),
        )
        for option in item_code.options
        if option.code in held
    }


def people(dataset: Dataset) -> int:
    """How many people a part holds: the most that any one item counts, skipped ones too."""
    totals: dict[str, int] = {}
    for count in dataset.counts:
        totals[count.item] = totals.get(count.item, 0) + count.n
    return max(totals.values(), default=0)


def chart_of(item: ItemCode, dataset: Dataset, *, about: str, spec: Spec) -> Chart | None:
    language, k = spec["language"], spec["k"]
    counts = dataset.of(item.code)
    if item.measure in UNITS and item.measure is not Measure.ORDINAL:
        found = priorities(item, counts, k=k)
        return CHARTS["priorities"](found, about=about, language=language)
    return CHARTS["answers"](item, counts, k=k, about=about, language=language)


def about(dataset: Dataset, language: str, label: str) -> str:
    """Where the answers come from: the days, and the channel or group."""
    _ = say(language).gettext
    days = ""
    if dataset.first_day:
        first, last = (written(day) for day in (dataset.first_day, dataset.last_day))
        days = (
            _("%(first)s tot %(last)s.") % {"first": first, "last": last}
            if first != last
            else f"{first}."
        )
    return " ".join(part for part in (days, label) if part)


def written(day: str) -> str:
    return "/".join(reversed(day.split("-")))


@file_kind("quadrant", "json")
def quadrant_set(spec: Spec) -> bytes:
    """Importance x feasibility over every survey of a project."""
    from analysis.draw import plotly, svg  # noqa: PLC0415 — slow import

    datasets = [dataset_of(described) for described in spec["data"]]
    joined = Dataset(
        type(datasets[0].codebook)(tuple(i for d in datasets for i in d.codebook.items)),
        tuple(count for d in datasets for count in d.counts),
    )
    labels = {
        code: text.wording(spec["language"]).text for code, text in load_library().topics.items()
    }
    chart = CHARTS["quadrant"](
        quadrant(joined, labels=labels, k=spec["k"]), language=spec["language"]
    )
    made = {"chart": to_json(chart), "svg": svg.draw(chart), "plotly": plotly.figure(chart)}
    return json.dumps([{"item": "quadrant", "group": "", "group_label": "", **made}]).encode()

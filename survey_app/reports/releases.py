"""The counts that outsiders see: taken in steps, so that no two publications tell of a few people.

``counted`` makes them in the worker; the web keeps them as a release when enough people were added
since the last one (ADR 0018).
"""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.dataset import Dataset, PatternCount
from analysis.scores import UNITS
from question_banks.questionnaire import Questionnaire
from survey_app.answers.queries import documents, responses_by_day
from survey_app.core.db import db
from survey_app.core.jobs import Spec, file_kind
from survey_app.reports import datasets
from survey_app.responses.models import Collector

Counts = Mapping[str, Any]


@file_kind("survey-counts", "json")
def counted(spec: Spec) -> bytes:
    """Everything that charts for outsiders need of one survey, without words in any language."""
    return json.dumps(described(db.session, spec["survey_id"]), ensure_ascii=False).encode()


def described(session: Session, survey_id: int) -> dict[str, Any]:
    """A survey's counts as they are now: in all, by channel, by what people said of themselves."""
    counts = datasets.describe(session, survey_id, language="nl")
    del counts["codebook"]
    counts["people"] = people(session, survey_id)
    counts["groups"] = grouped(session, survey_id)
    return counts


def people(session: Session, survey_id: int) -> dict[str, int]:
    """How many people came in through each channel, by its code."""
    mine = select(Collector.id, Collector.code).where(Collector.survey_id == survey_id)
    codes = {row.id: row.code for row in session.execute(mine)}
    totals: Counter[str] = Counter()
    for row in responses_by_day(session, survey_id):
        totals[codes[row.collector_id]] += row.n
    return totals


def grouped(session: Session, survey_id: int) -> dict[str, list[tuple[str, str, int, str, int]]]:
    """By question about the person: (item, pattern, n, group, version), in one walk."""
    by, wanted = datasets.group_items(session, survey_id), scored(session, survey_id)
    counts: dict[str, Counter[tuple[str, str, str, int]]] = {code: Counter() for code in by}
    for held in documents(session, survey_id):
        patterns = {
            item: answer["pattern"]
            for item, answer in held.answers.items()
            if item in wanted and answer.get("pattern")
        }
        for code in by:
            said = held.answers.get(code, {})
            if said.get("status") == "given":
                group = str(said["value"])
                counts[code].update(
                    (item, pattern, group, held.version_id) for item, pattern in patterns.items()
                )
    return {
        code: [
            (item, pattern, n, group, version)
            for (item, pattern, group, version), n in sorted(found.items())
        ]
        for code, found in counts.items()
    }


def scored(session: Session, survey_id: int) -> set[str]:
    """Items whose answers can be put in order, in any version."""
    asked: dict[int, Questionnaire] = datasets.questionnaires(session, survey_id)
    return {item.code for one in asked.values() for item in one.items() if item.measure in UNITS}


def dataset_in(counts: Counts, codebook: Mapping[str, Any]) -> Dataset:
    """A release as analysis reads it, with the words of one language."""
    return datasets.dataset_of({**counts, "codebook": codebook})


def group_counts(counts: Counts, by: str, item: str) -> dict[str, tuple[PatternCount, ...]]:
    """One item's patterns by somebody's answer to ``by``, as the release keeps them."""
    held: dict[str, list[PatternCount]] = {}
    for code, pattern, n, group, version in counts["groups"].get(by, ()):
        if code == item:
            offered = datasets.shown(counts["offered"], version, item)
            held.setdefault(group, []).append(PatternCount(item, pattern, n, offered=offered))
    return {group: tuple(found) for group, found in held.items()}

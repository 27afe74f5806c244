"""From the tally and the published versions to what analysis reads, as data for the worker."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.codebook import Codebook, from_items, from_json, merge
from analysis.dataset import Dataset, PatternCount
from question_banks.measures import Measure
from question_banks.questionnaire import Questionnaire
from survey_app.answers.queries import documents, responses_by_day, tally_of, tally_together
from survey_app.responses.models import Collector
from survey_app.surveys.models import SurveyVersion

Document = Mapping[str, Any]
ITEM, VERSION = 0, -1
"""Where these stand in a row of counts."""


def questionnaires(session: Session, survey_id: int) -> dict[int, Questionnaire]:
    """Every published version of a survey by its id, oldest first."""
    rows = session.execute(
        select(SurveyVersion.id, SurveyVersion.questionnaire)
        .where(SurveyVersion.survey_id == survey_id)
        .order_by(SurveyVersion.number)
    )
    return {version_id: Questionnaire.from_json(document) for version_id, document in rows}


def describe(
    session: Session, survey_id: int, *, language: str, by_way: bool = True
) -> dict[str, Any]:
    """A survey's counted answers with their codebook, as JSON; a few hundred rows.

    Without ``by_way`` equal answers of all channels are one row.
    """
    versions, read = questionnaires(session, survey_id), tally_of if by_way else tally_together
    days = [row.day for row in responses_by_day(session, survey_id)]
    collectors = session.execute(
        select(Collector.code, Collector.id, Collector.label).where(
            Collector.survey_id == survey_id
        )
    ).all()
    codes = {row.id: row.code for row in collectors}
    return {
        "codebook": codebook_of(versions.values(), language).to_json(),
        "counts": [
            (item, pattern, n, codes.get(way, ""), mode, version)
            for item, version, way, mode, pattern, n in read(session, survey_id)
        ],
        "offered": offered_of(versions),
        "collectors": {row.code: row.label for row in collectors},
        "days": [str(min(days)), str(max(days))] if days else ["", ""],
    }


def codebook_of(versions: Iterable[Questionnaire], language: str) -> Codebook:
    return merge(from_items(version.items(), language) for version in versions)


def offered_of(versions: Mapping[int, Questionnaire]) -> dict[str, dict[str, list[str]]]:
    """By version and item the options that were shown, so that each has its own base."""
    return {
        str(version_id): {
            item.code: list(item.offered()) for item in questionnaire.items() if item.offered()
        }
        for version_id, questionnaire in versions.items()
    }


def dataset_of(described: Document) -> Dataset:
    """Read ``describe``'s JSON back."""
    options = partial(shown, described["offered"])
    known = {(row[VERSION], row[ITEM]) for row in described["counts"]}
    offered = {place: options(*place) for place in known}
    counts = tuple(
        PatternCount(item, pattern, n, where, mode, version, "", offered[version, item])
        for item, pattern, n, where, mode, version in described["counts"]
    )
    first, last = described["days"]
    return Dataset(from_json(described["codebook"]), counts, first, last, described["collectors"])


def shown(
    offered: Mapping[str, Mapping[str, list[str]]], version: int, item: str
) -> tuple[str, ...] | None:
    options = offered.get(str(version), {}).get(item)
    return tuple(options) if options else None


def grouped_counts(
    session: Session, survey_id: int, group_item: str, item: str
) -> list[tuple[str, int, str, int]]:
    """Count one item's patterns by somebody's choice at ``group_item``; reads every document.

    Rows are (pattern, n, group, version id); who chose nothing there is in no group.
    """
    counts: Counter[tuple[str, str, int]] = Counter()
    for held in documents(session, survey_id):
        said = held.answers.get(group_item, {})
        pattern = held.answers.get(item, {}).get("pattern")
        if said.get("status") == "given" and pattern:
            counts[pattern, str(said["value"]), held.version_id] += 1
    return [(pattern, n, group, version) for (pattern, group, version), n in sorted(counts.items())]


def group_items(session: Session, survey_id: int) -> dict[str, str]:
    """Items by which results may be split: one choice each, so that groups never overlap."""
    found: dict[str, str] = {}
    for questionnaire in questionnaires(session, survey_id).values():
        for item in questionnaire.items():
            if item.measure is Measure.NOMINAL and item.role == "none":
                found[item.code] = item.text.wording("nl").text
    return found

"""Read what a resident's page needs: one query for the door, the questionnaire from memory."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from question_banks.questionnaire import Questionnaire
from survey_app.core.errors import NotFoundError
from survey_app.projects.models import Project
from survey_app.responses.models import Collector
from survey_app.surveys.models import Survey, SurveyVersion


class Entry(NamedTuple):
    """A way in: the collector, its survey's state, and the version that is asked now."""

    collector_id: int
    code: str
    label: str
    kind: str
    place: str
    opens_on: date | None
    closes_on: date | None
    quota: int | None
    taken: int
    survey_id: int
    state: str
    closed_on: date | None
    retention_until: date
    project_id: int
    village: str
    organiser: str
    invented: bool
    version_id: int | None
    number: int | None
    sha256: str | None
    slug: str


COLLECTOR, SURVEY, PROJECT, VERSION = (
    model.__table__.c for model in (Collector, Survey, Project, SurveyVersion)
)
NEWEST = (
    select(
        COLLECTOR.id,
        COLLECTOR.code,
        COLLECTOR.label,
        COLLECTOR.kind,
        COLLECTOR.place,
        COLLECTOR.opens_on,
        COLLECTOR.closes_on,
        COLLECTOR.quota,
        COLLECTOR.taken,
        SURVEY.id,
        SURVEY.state,
        SURVEY.closed_on,
        SURVEY.retention_until,
        PROJECT.id,
        PROJECT.village,
        PROJECT.organiser,
        PROJECT.invented,
        VERSION.id,
        VERSION.number,
        VERSION.sha256,
        PROJECT.slug,
    )
    .select_from(Collector.__table__)
    .join(Survey.__table__, SURVEY.id == COLLECTOR.survey_id)
    .join(Project.__table__, PROJECT.id == SURVEY.project_id)
    .outerjoin(SurveyVersion.__table__, VERSION.survey_id == SURVEY.id)
    .where(COLLECTOR.code == bindparam("code"))
    .order_by(VERSION.number.desc())
    .limit(1)
)
OF_VERSION = NEWEST.where(VERSION.number == bindparam("version"))
"""Written once for the whole process: building them anew cost a third of every answer."""


def entry_by_code(session: Session, code: str, *, version: int | None = None) -> Entry:
    """Find the collector of a code, with its newest version or the ``version`` that is named."""
    statement = NEWEST if version is None else OF_VERSION
    row = session.connection().execute(statement, {"code": code, "version": version}).first()
    if row is None:
        raise NotFoundError(f"no collector has the code {code!r}")
    return Entry._make(row)


def questionnaire_of(session: Session, entry: Entry) -> Questionnaire:
    """The questionnaire of an entry's version, read from the database once a process."""
    if entry.version_id is None or entry.sha256 is None:
        raise NotFoundError(f"survey {entry.survey_id} was never published")
    held = cached(entry.sha256)
    if held.questionnaire is None:
        document = session.scalar(
            select(SurveyVersion.questionnaire).where(SurveyVersion.id == entry.version_id)
        )
        held.questionnaire = Questionnaire.from_json(document)
    return held.questionnaire


class Held:
    """A place in the cache that the first reader fills."""

    questionnaire: Questionnaire | None = None


@lru_cache(maxsize=256)
def cached(_sha256: str) -> Held:
    return Held()


def collectors_of(session: Session, survey_id: int) -> list[Collector]:
    """Every collector of a survey, oldest first."""
    statement = select(Collector).where(Collector.survey_id == survey_id).order_by(Collector.id)
    return list(session.scalars(statement))

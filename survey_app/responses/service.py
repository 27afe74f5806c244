"""Take answers in, give a receipt, forget on request."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, update
from sqlalchemy.orm import Session

from question_banks.answer import Answer
from question_banks.path import on_path
from question_banks.questionnaire import Questionnaire
from survey_app.answers.service import NewResponse, Sent, delete_by_receipt, store
from survey_app.core.errors import StateError
from survey_app.responses.models import Collector, Contact

PLACES = Collector.__table__.c
TAKE_PLACE = (
    update(Collector)
    .where(PLACES.id == bindparam("collector"))
    .where(PLACES.quota.is_(None) | (PLACES.taken < PLACES.quota))
    .values(taken=PLACES.taken + 1)
)
"""Written once for the whole process, as every answer needs it."""


class SurveyFullError(StateError):
    """The collector took as many responses as its quota allows."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a response belongs: the survey, the version that was shown, the way it came in."""

    survey_id: int
    version_id: int
    collector_id: int
    mode: str = "self"


def new_response(
    questionnaire: Questionnaire,
    *,
    uuid: str,
    place: Place,
    answers: Mapping[str, Answer],
    language: str,
    day: date,
    receipt_digest: str,
) -> NewResponse:
    """Make the document that is kept: only answers on the respondent's own path."""
    kept, patterns = {}, {}
    for code, answer in on_path(questionnaire, answers).items():
        pattern = questionnaire.item(code).pattern(answer)
        kept[code] = answer.to_json() | ({"pattern": pattern} if pattern else {})
        if pattern:
            patterns[code] = pattern
    return NewResponse(
        uuid=uuid,
        survey_id=place.survey_id,
        version_id=place.version_id,
        collector_id=place.collector_id,
        mode=place.mode,
        language=language,
        day=day,
        receipt_digest=receipt_digest,
        answers=kept,
        patterns=patterns,
    )


def submit_response(session: Session, *, response: NewResponse, replace: bool = False) -> Sent:
    """Store a response exactly once and take one place of the collector's quota with it."""
    sent = store(session, response=response, replace=replace)
    if sent is Sent.STORED:
        take_place(session, response.collector_id)
    return sent


def take_place(session: Session, collector_id: int) -> None:
    """Count one more, atomically; raise SurveyFullError when the quota is reached."""
    taken = session.connection().execute(TAKE_PLACE, {"collector": collector_id})
    if not taken.rowcount:
        raise SurveyFullError(f"collector {collector_id} has reached its quota")


def delete_response(session: Session, *, receipt_digest: str) -> None:
    """Delete what somebody answered, on their word alone; the quota gets its place back."""
    collector_id = delete_by_receipt(session, receipt_digest=receipt_digest)
    session.execute(
        update(Collector)
        .where(Collector.id == collector_id, Collector.taken > 0)
        .values(taken=Collector.taken - 1)
        .execution_options(synchronize_session=False)
    )


def leave_contact(
    session: Session, *, project_id: int, name: str, reach: str, wish: str, delete_on: date
) -> None:
    """Keep how to reach somebody who wants to hear more; nothing leads from it to answers."""
    session.add(
        Contact(
            id=secrets.randbits(62),
            project_id=project_id,
            name=name,
            reach=reach,
            wish=wish,
            delete_on=delete_on,
        )
    )

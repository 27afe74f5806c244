"""What was answered in a workshop, into the project's own answers: a closed survey of its own.

One person's answers are one response, as of any survey, so every chart, export and priority reads
them. Hands that were counted stay out: they are no persons with patterns (ADR 0011).
"""

import secrets
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from question_banks.answer import Answer
from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.questionnaire import Questionnaire
from survey_app.answers.models import Collector, Response, Tally
from survey_app.answers.service import NewResponse, store
from survey_app.core.audit import Actor
from survey_app.core.errors import StateError
from survey_app.core.tokens import new_code
from survey_app.surveys import editing
from survey_app.surveys.models import Survey, SurveyVersion
from survey_app.surveys.service import (
    close_survey,
    create_survey,
    edit_draft,
    publish_survey,
    survey_for,
)
from survey_app.workshops.course import Course, Stop, read_course
from survey_app.workshops.models import Activity, Contribution, Participant, Workshop
from survey_app.workshops.planning import log
from survey_app.workshops.rules import Phase, State
from survey_app.workshops.steering import workshop_for
from workshop_templates.roles import roles

ROLE_ITEM = "workshop_role"
HALL = "In de zaal"

Sheet = dict[str, Answer]


class NothingToFlowError(StateError):
    """Nothing was asked that the project's answers know."""


def flow(session: Session, *, workshop_id: int, actor: Actor, now: datetime, today: date) -> int:
    """Put every participant's answers into the workshop's survey, anew; return how many people."""
    workshop = workshop_for(session, workshop_id, actor)
    if workshop.state != Phase.ENDED:
        raise StateError("answers flow once the workshop has ended")
    course = read_course(workshop.script, workshop.items)
    sheets = sheets_of(session, workshop, course)
    items = items_of(course, sheets)
    if not items:
        raise NothingToFlowError("nothing was answered that the project's answers know")
    version, collector = survey_of(session, workshop, items, actor=actor, now=now)
    for sheet in sheets.values():
        day = workshop.started_on or today
        store(session, response=response_of(version, collector, items, sheet, day))
    close_survey(session, survey_id=version.survey_id, actor=actor, now=now, today=today)
    log(session, workshop, actor=actor, action="workshop.answers_flowed", now=now)
    return len(sheets)


def flowing(course: Course) -> Iterator[Stop]:
    """The steps whose answers the project knows."""
    for stop in course.collecting():
        if stop.activity is not None and stop.activity.items_answered():
            yield stop


def sheets_of(session: Session, workshop: Workshop, course: Course) -> dict[int, Sheet]:
    """What each participant answered in the last round of each step, and the role, when said."""
    sheets: dict[int, Sheet] = {}
    for stop in flowing(course):
        assert stop.activity is not None  # noqa: S101 — a step that flows has one
        for participant, body in bodies(session, workshop.id, stop.code):
            sheet = sheets.setdefault(participant, {})
            for code, answer in stop.activity.answers(body):
                sheet[code] = answer
    said = session.execute(
        select(Participant.id, Participant.role).where(Participant.workshop_id == workshop.id)
    )
    for participant, role in said:
        if role and participant in sheets:
            sheets[participant][ROLE_ITEM] = role_item(course).clean({"": (role,)})
    return {participant: sheet for participant, sheet in sheets.items() if sheet}


def bodies(session: Session, workshop_id: int, step: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """What was sent to the last round of a step, in the random order of the keys."""
    rows = session.execute(
        select(Contribution.participant_id, Contribution.body)
        .join(Activity, Activity.id == Contribution.activity_id)
        .where(
            Activity.workshop_id == workshop_id,
            Activity.step == step,
            Activity.state != State.READY,
            Contribution.round == Activity.round,
        )
        .order_by(Contribution.id)
    )
    for row in rows:
        yield row.participant_id, row.body


def items_of(course: Course, sheets: Mapping[int, Sheet]) -> dict[str, Item]:
    """The items that somebody answered, in the order of the script, without conditions."""
    codes = {code for sheet in sheets.values() for code in sheet}
    known = {item.code: item for stop in flowing(course) for item in answered(stop)}
    found = {
        code: parse_item(item.to_json() | {"show_if": None})
        for code, item in known.items()
        if code in codes
    }
    if found and ROLE_ITEM in codes:
        found[ROLE_ITEM] = role_item(course)
    return found


def answered(stop: Stop) -> tuple[Item, ...]:
    return tuple(stop.activity.items_answered()) if stop.activity is not None else ()


def role_item(course: Course) -> Item:
    """Who people said they were, as a question by which results may be split."""
    words = roles()
    options = [
        {"code": code, "text": words[code].root} for code in (*course.script.roles, "resident")
    ]
    unique = list({option["code"]: option for option in options}.values())
    spare = [{"code": "care_user", "text": words["care_user"].root}] if len(unique) < 2 else []  # noqa: PLR2004 — a choice has two
    return parse_item(
        {
            "type": "choice",
            "code": ROLE_ITEM,
            "text": {
                "nl": "Wie bent u hier?",
                "fr": "Qui êtes-vous ici ?",
                "de": "Wer sind Sie hier?",
                "en": "Who are you here?",
            },
            "options": [*unique, *spare],
            "dont_know": False,
        }
    )


def survey_of(
    session: Session, workshop: Workshop, items: Mapping[str, Item], *, actor: Actor, now: datetime
) -> tuple[SurveyVersion, int]:
    """The workshop's own survey with these items, published and empty, and its one way in."""
    if workshop.survey_id is None:
        made = create_survey(
            session,
            project_id=workshop.project_id,
            title=workshop.title,
            moment_id=workshop.moment_id,
            least_cell=workshop.least_cell,
            actor=actor,
            now=now,
        )
        workshop.survey_id = made.id
        session.flush()
        session.add(hall(session, made.id))
    survey = survey_for(session, workshop.survey_id, actor)
    empty(session, survey)

    def fill(draft: Questionnaire) -> Questionnaire:
        for code in list(draft.by_code):
            draft = editing.remove_item(draft, code)
        for item in items.values():
            draft = editing.add_item(draft, item)
        return draft

    given: dict[str, Any] = {"survey_id": survey.id, "actor": actor}
    edit_draft(session, revision=survey.draft_revision, edit=fill, **given)
    version = publish_survey(session, now=now, **given)
    session.flush()
    way = session.scalars(select(Collector.id).where(Collector.survey_id == survey.id)).first()
    assert way is not None  # noqa: S101 — made with the survey
    return version, way


def hall(session: Session, survey_id: int) -> Collector:
    """The one way in: everybody was in the room."""
    code = new_code()
    while session.scalar(select(Collector.id).where(Collector.code == code)) is not None:
        code = new_code()
    return Collector(
        survey_id=survey_id,
        code=code,
        label=HALL,
        kind="other",
        place="",
        opens_on=None,
        closes_on=None,
        quota=None,
        taken=0,
    )


def empty(session: Session, survey: Survey) -> None:
    """Take away what flowed before: it comes anew, also what was answered since."""
    session.execute(delete(Response).where(Response.survey_id == survey.id))
    session.execute(delete(Tally).where(Tally.survey_id == survey.id))


def response_of(
    version: SurveyVersion, collector_id: int, items: Mapping[str, Item], sheet: Sheet, day: date
) -> NewResponse:
    """One participant's answers as any response: a new random uuid, which nobody can trace."""
    kept: dict[str, Any] = {}
    patterns: dict[str, str] = {}
    for code, answer in sheet.items():
        pattern = items[code].pattern(answer)
        kept[code] = answer.to_json() | ({"pattern": pattern} if pattern else {})
        if pattern:
            patterns[code] = pattern
    return NewResponse(
        uuid=str(UUID(bytes=secrets.token_bytes(16), version=4)),
        survey_id=version.survey_id,
        version_id=version.id,
        collector_id=collector_id,
        mode="self",
        language="nl",
        day=day,
        receipt_digest=secrets.token_hex(32),
        answers=kept,
        patterns=patterns,
    )

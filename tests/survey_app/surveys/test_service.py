"""A survey's life: a draft that moves, versions that never do."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from question_banks.item_types import parse_item
from question_banks.questionnaire import Questionnaire
from survey_app.core.audit import Actor, AuditEntry
from survey_app.core.db import db
from survey_app.core.errors import InvalidInputError, NotFoundError, StateError
from survey_app.core.writer import write
from survey_app.projects.service import ProjectFacts, create_project
from survey_app.surveys import editing, service
from survey_app.surveys.models import Survey, SurveyVersion
from survey_app.workspaces.models import Workspace

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
RATING = {"type": "rating", "code": "feel", "text": "Hoe voelt u zich?", "scale": "smiley5"}
FACTS = ProjectFacts("Plus-plek Lafelt", "Lafelt", "Riemst", "Gemeente Riemst")


@pytest.fixture(autouse=True)
def inside(any_app):
    with any_app.app_context():
        yield


def workspace(name: str) -> Actor:
    def make(session):
        held = Workspace(slug=name, name=name, created_at=NOW)
        session.add(held)
        session.flush()
        return Actor(None, held.id)

    return write(make)


@pytest.fixture
def actor() -> Actor:
    return workspace("dorpen")


@pytest.fixture
def survey(actor: Actor) -> int:
    def make(session):
        project = create_project(session, facts=FACTS, actor=actor, now=NOW)
        return service.create_survey(
            session, project_id=project.id, title="Wat mist u?", actor=actor, now=NOW
        ).id

    return write(make)


def edit(survey: int, actor: Actor, change) -> int:
    revision = db.session.scalar(select(Survey.draft_revision).where(Survey.id == survey))
    return write(
        lambda session: service.edit_draft(
            session, survey_id=survey, revision=revision, edit=change, actor=actor
        )
    )


def publish(survey: int, actor: Actor) -> int:
    return write(
        lambda session: (
            service.publish_survey(session, survey_id=survey, actor=actor, now=NOW).number
        )
    )


def newest(survey: int) -> Questionnaire:
    document = db.session.scalar(
        select(SurveyVersion.questionnaire)
        .where(SurveyVersion.survey_id == survey)
        .order_by(SurveyVersion.number.desc())
    )
    return Questionnaire.from_json(document)


def test_an_empty_survey_cannot_be_published(survey, actor):
    with pytest.raises(StateError):
        publish(survey, actor)


def test_publishing_twice_without_a_change_makes_one_version(survey, actor):
    edit(survey, actor, lambda q: editing.add_item(q, parse_item(RATING)))

    assert [publish(survey, actor), publish(survey, actor)] == [1, 1]


def test_a_published_version_refuses_to_change(survey, actor):
    edit(survey, actor, lambda q: editing.add_item(q, parse_item(RATING)))
    publish(survey, actor)

    def tamper(session):
        session.scalars(select(SurveyVersion)).one().number = 7

    with pytest.raises(RuntimeError, match="cannot change"):
        write(tamper)


def test_other_words_keep_the_code_and_a_changed_meaning_gets_its_own(survey, actor):
    edit(survey, actor, lambda q: editing.add_item(q, parse_item(RATING)))
    publish(survey, actor)
    edit(survey, actor, lambda q: editing.replace_item(q, "feel", {"text": {"nl": "Hoe is het?"}}))
    publish(survey, actor)
    assert list(newest(survey).by_code) == ["feel"]

    edit(survey, actor, lambda q: editing.replace_item(q, "feel", {"role": "importance"}))

    assert publish(survey, actor) == 3
    assert list(newest(survey).by_code) == ["feel_v2"]


def test_a_draft_that_moved_meanwhile_is_not_written_over(survey, actor):
    edit(survey, actor, lambda q: editing.add_item(q, parse_item(RATING)))

    with pytest.raises(service.DraftMovedError):
        write(
            lambda session: service.edit_draft(
                session, survey_id=survey, revision=1, edit=lambda q: q, actor=actor
            )
        )


def test_an_edit_that_cannot_be_leaves_the_draft_as_it_was(survey, actor):
    with pytest.raises(InvalidInputError):
        edit(survey, actor, lambda q: editing.replace_item(q, "gone", {}))

    assert db.session.scalar(select(Survey.draft_revision)) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda session, survey, actor: service.publish_survey(
            session, survey_id=survey, actor=actor, now=NOW
        ),
        lambda session, survey, actor: service.close_survey(
            session, survey_id=survey, actor=actor, now=NOW, today=NOW.date()
        ),
        lambda session, survey, actor: service.delete_survey(
            session, survey_id=survey, actor=actor, now=NOW
        ),
        lambda session, survey, actor: service.edit_draft(
            session, survey_id=survey, revision=1, edit=lambda q: q, actor=actor
        ),
    ],
)
def test_somebody_elses_survey_is_not_there(survey, change):
    stranger = workspace("elders")

    with pytest.raises(NotFoundError):
        write(lambda session: change(session, survey, stranger))


def test_a_closed_survey_opens_again_and_the_logbook_knows(survey, actor):
    edit(survey, actor, lambda q: editing.add_item(q, parse_item(RATING)))
    publish(survey, actor)
    given = {"survey_id": survey, "actor": actor, "now": NOW}

    write(lambda session: service.close_survey(session, today=NOW.date(), **given))
    write(lambda session: service.reopen_survey(session, **given))

    done = list(db.session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))
    assert done[-3:] == ["survey.published", "survey.closed", "survey.reopened"]


def test_a_copy_has_the_questions_and_no_versions(survey, actor):
    edit(survey, actor, lambda q: editing.add_item(q, parse_item(RATING)))
    publish(survey, actor)
    project = db.session.scalar(select(Survey.project_id))

    copy = write(
        lambda session: (
            service.duplicate_survey(
                session,
                survey_id=survey,
                project_id=project,
                title="Nog eens",
                actor=actor,
                now=NOW,
            ).id
        )
    )

    held = db.session.get_one(Survey, copy)
    assert (held.state, held.draft["title"]["nl"]) == ("draft", "Nog eens")
    assert list(Questionnaire.from_json(held.draft).by_code) == ["feel"]
    versions = select(func.count()).where(SurveyVersion.survey_id == copy)
    assert db.session.scalar(versions) == 0

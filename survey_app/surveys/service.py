"""Change surveys: draft, publish, close, open again, copy, delete."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from question_banks.item import Item
from question_banks.questionnaire import Questionnaire
from question_banks.text import Text
from survey_app.core import audit
from survey_app.core.audit import Actor
from survey_app.core.errors import InvalidInputError, NotFoundError, StateError
from survey_app.projects.models import Project
from survey_app.surveys.editing import Edit, replace_item
from survey_app.surveys.models import Survey, SurveyVersion
from survey_app.surveys.rules import Change, Kind, State, apart, changes
from survey_app.workspaces.models import OwnItem

KEPT_DAYS = 548
LANGUAGES = ("nl", "nl-x-easy", "fr", "de", "en")
MORE_LANGUAGES = (
    "ar",
    "bg",
    "es",
    "fa",
    "it",
    "pl",
    "ps",
    "pt",
    "ro",
    "ru",
    "so",
    "ti",
    "tr",
    "uk",
)
"""Languages a coach may add; their words are the coach's own, what lacks is shown in Dutch."""


class DraftMovedError(StateError):
    """Somebody else, or another tab, changed the draft meanwhile."""


def create_survey(
    session: Session,
    *,
    project_id: int,
    title: str,
    moment_id: int | None = None,
    least_cell: int = 5,
    actor: Actor,
    now: datetime,
) -> Survey:
    """Begin a survey with an empty draft in the program's four languages and easy Dutch."""
    in_workspace(session, project_id, actor)
    survey = Survey(
        project_id=project_id,
        moment_id=moment_id,
        title=title,
        state=State.DRAFT,
        draft=Questionnaire(title=Text({"nl": title}), languages=LANGUAGES).to_json(),
        draft_revision=1,
        closed_on=None,
        retention_until=now.date() + timedelta(days=KEPT_DAYS),
        least_cell=least_cell,
        created_at=now,
    )
    session.add(survey)
    session.flush()
    log(session, survey, actor=actor, action="survey.created", now=now)
    return survey


def in_workspace(session: Session, project_id: int, actor: Actor) -> None:
    found = session.scalar(
        select(Project.id).where(
            Project.id == project_id, Project.workspace_id == actor.workspace_id
        )
    )
    if found is None:
        raise NotFoundError(f"no project {project_id} in this workspace")


def survey_for(session: Session, survey_id: int, actor: Actor) -> Survey:
    """The survey, locked for this change; another workspace's survey is not there."""
    survey = session.scalar(
        select(Survey)
        .join(Project, Project.id == Survey.project_id)
        .where(Survey.id == survey_id, Project.workspace_id == actor.workspace_id)
        .with_for_update(of=Survey)
    )
    if survey is None:
        raise NotFoundError(f"no survey {survey_id} in this workspace")
    return survey


def edit_draft(session: Session, *, survey_id: int, revision: int, edit: Edit, actor: Actor) -> int:
    """Apply one edit to the draft as it stood at ``revision``; return the new revision."""
    survey = survey_for(session, survey_id, actor)
    if survey.draft_revision != revision:
        raise DraftMovedError(f"draft of survey {survey_id} is at {survey.draft_revision}")
    try:
        survey.draft = edit(Questionnaire.from_json(survey.draft)).to_json()
    except (ValueError, KeyError, StopIteration) as error:
        raise InvalidInputError(str(error)) from error
    survey.draft_revision += 1
    return survey.draft_revision


def set_facts(
    session: Session,
    *,
    survey_id: int,
    actor: Actor,
    now: datetime,
    **facts: str | date | int | None,
) -> None:
    """Change a survey's own facts: title, moment_id, retention_until, least_cell."""
    survey = survey_for(session, survey_id, actor)
    for name in ("title", "moment_id", "retention_until", "least_cell"):
        if name in facts:
            setattr(survey, name, facts[name])
    log(session, survey, actor=actor, action="survey.changed", now=now)


def publish_survey(
    session: Session, *, survey_id: int, actor: Actor, now: datetime
) -> SurveyVersion:
    """Make the draft the version that is asked from now on, and open the survey.

    An item whose meaning changed since the version before gets a new code, so that its results
    stay apart; everything else keeps its code and merges.
    """
    survey = survey_for(session, survey_id, actor)
    draft = Questionnaire.from_json(survey.draft)
    if not any(item.controls() for item in draft.items()):
        raise StateError("a survey without questions cannot be published")
    held = newest_version(session, survey_id)
    if held is not None:
        draft = set_apart(session, survey_id, Questionnaire.from_json(held.questionnaire), draft)
    version = held
    if held is None or held.sha256 != draft.sha256:
        version = SurveyVersion(
            survey_id=survey_id,
            number=1 if held is None else held.number + 1,
            questionnaire=draft.to_json(),
            sha256=draft.sha256,
            published_at=now,
        )
        session.add(version)
    assert version is not None  # noqa: S101 — one of the two branches made it
    survey.draft, survey.draft_revision = draft.to_json(), survey.draft_revision + 1
    survey.state, survey.closed_on = State.OPEN, None
    session.flush()
    log(session, survey, actor=actor, action="survey.published", now=now, version=version.number)
    return version


def newest_version(session: Session, survey_id: int) -> SurveyVersion | None:
    return session.scalar(
        select(SurveyVersion)
        .where(SurveyVersion.survey_id == survey_id)
        .order_by(SurveyVersion.number.desc())
        .limit(1)
    )


def set_apart(
    session: Session, survey_id: int, before: Questionnaire, after: Questionnaire
) -> Questionnaire:
    """Give every item with a changed meaning a code that no version of this survey used yet."""
    documents = session.scalars(
        select(SurveyVersion.questionnaire).where(SurveyVersion.survey_id == survey_id)
    )
    used = {code for one in documents for code in Questionnaire.from_json(one).by_code}
    for change in changes(before, after):
        if change.kind is Kind.MEANING:
            new = apart(change.item, frozenset(used | set(after.by_code)))
            after = renamed(after, change.item, new)
    return after


def renamed(questionnaire: Questionnaire, old: str, new: str) -> Questionnaire:
    """Give an item another code, in the conditions that look at it too."""
    changed = replace_item(questionnaire, old, {"code": new})
    for item in changed.items():
        if item.show_if is not None and old in item.show_if.items():
            rule = item.show_if.model_dump_json(by_alias=True, exclude_none=True)
            rule = rule.replace(f'"item":"{old}"', f'"item":"{new}"')
            parsed = type(item.show_if).model_validate_json(rule)
            changed = replace_item(changed, item.code, {"show_if": parsed})
    return changed


def pending_changes(session: Session, survey: Survey) -> tuple[Change, ...]:
    """What publishing the draft would change against the newest version; empty before the first."""
    held = newest_version(session, survey.id)
    if held is None:
        return ()
    return changes(
        Questionnaire.from_json(held.questionnaire), Questionnaire.from_json(survey.draft)
    )


def close_survey(
    session: Session, *, survey_id: int, actor: Actor, now: datetime, today: date
) -> None:
    """Take no new answers; who was answering today may still send today."""
    survey = survey_for(session, survey_id, actor)
    if survey.state != State.OPEN:
        raise StateError(f"survey {survey_id} is {survey.state}")
    survey.state, survey.closed_on = State.CLOSED, today
    log(session, survey, actor=actor, action="survey.closed", now=now)


def reopen_survey(session: Session, *, survey_id: int, actor: Actor, now: datetime) -> None:
    survey = survey_for(session, survey_id, actor)
    if survey.state != State.CLOSED:
        raise StateError(f"survey {survey_id} is {survey.state}")
    survey.state, survey.closed_on = State.OPEN, None
    log(session, survey, actor=actor, action="survey.reopened", now=now)


def duplicate_survey(
    session: Session, *, survey_id: int, project_id: int, title: str, actor: Actor, now: datetime
) -> Survey:
    """Begin a new survey with the questions of another, in this or another project; no answers."""
    source = survey_for(session, survey_id, actor)
    copy = create_survey(
        session,
        project_id=project_id,
        title=title,
        least_cell=source.least_cell,
        actor=actor,
        now=now,
    )
    copy.draft = source.draft | {"title": source.draft["title"] | {"nl": title}}
    return copy


def delete_survey(session: Session, *, survey_id: int, actor: Actor, now: datetime) -> None:
    """Delete a survey with every version, collector and answer."""
    survey = survey_for(session, survey_id, actor)
    log(session, survey, actor=actor, action="survey.deleted", now=now)
    session.execute(delete(Survey).where(Survey.id == survey.id))


def import_questionnaire(data: Mapping[str, object]) -> Questionnaire:
    """Read a questionnaire from a file's data; raise InvalidInputError that says what is wrong."""
    try:
        return Questionnaire.from_json(data)
    except ValueError as error:
        raise InvalidInputError(str(error)) from error


def log(
    session: Session, survey: Survey, *, actor: Actor, action: str, now: datetime, **data: int | str
) -> None:
    target, facts = f"survey {survey.id}", {"title": survey.title, **data}
    audit.note(session, actor=actor, action=action, target=target, now=now, **facts)


def keep_own_item(session: Session, *, item: Item, actor: Actor, now: datetime) -> None:
    """Keep a question in the workspace's own bank; the same code is written over."""
    question = item.text.wording("nl").text
    target = f"item {item.code}"
    audit.note(
        session, actor=actor, action="bank.item_kept", target=target, now=now, question=question
    )
    held = session.scalar(
        select(OwnItem).where(OwnItem.workspace_id == actor.workspace_id, OwnItem.code == item.code)
    )
    if held is None:
        session.add(OwnItem(workspace_id=actor.workspace_id, code=item.code, item=item.to_json()))
    else:
        held.item = item.to_json()

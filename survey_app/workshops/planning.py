"""Plan a workshop: from a template in one press, adapted, kept for the next time, deleted."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.tidy import tidy
from survey_app.core import audit
from survey_app.core.audit import Actor
from survey_app.core.errors import InvalidInputError, NotFoundError, StateError
from survey_app.core.tokens import new_code, new_token
from survey_app.projects.models import Project
from survey_app.workshops.course import read_course
from survey_app.workshops.models import Activity, OwnTemplate, Workshop
from survey_app.workshops.rules import LOBBY, Phase, State
from survey_app.workshops.steering import workshop_for
from workshop_templates.model import WorkshopTemplate

KEPT_DAYS = 548
CODE_LENGTH = 5
LONGEST_TITLE = 160

Edit = Callable[[WorkshopTemplate], WorkshopTemplate]


def plan_workshop(
    session: Session,
    *,
    project_id: int,
    script: WorkshopTemplate,
    items: Mapping[str, Item],
    actor: Actor,
    now: datetime,
    title: str = "",
) -> Workshop:
    """Make a workshop of a script, with the bank's items as they stand today."""
    must_be_in_workspace(session, project_id, actor)
    workshop = Workshop(
        project_id=project_id,
        moment_id=None,
        survey_id=None,
        code=free_code(session),
        projector_token=new_token(),
        title=tidy(title)[:LONGEST_TITLE] or script.title.wording("nl").text[:LONGEST_TITLE],
        script=script.to_json(),
        items=documents_of(script, items),
        revision=1,
        state=Phase.PLANNED,
        step=LOBBY,
        blank=False,
        theme="night",
        ends_at=None,
        version=1,
        before=None,
        least_cell=10 if "pupil" in script.roles else 5,
        started_on=None,
        ended_on=None,
        retention_until=now.date() + timedelta(days=KEPT_DAYS),
        created_at=now,
    )
    session.add(workshop)
    session.flush()
    fit_activities(session, workshop)
    log(session, workshop, actor=actor, action="workshop.planned", now=now)
    return workshop


def must_be_in_workspace(session: Session, project_id: int, actor: Actor) -> None:
    found = session.scalar(
        select(Project.id).where(
            Project.id == project_id, Project.workspace_id == actor.workspace_id
        )
    )
    if found is None:
        raise NotFoundError(f"no project {project_id} in this workspace")


def free_code(session: Session) -> str:
    """A short code that no workshop has: people type it from the wall."""
    while True:
        code = new_code(CODE_LENGTH)
        if session.scalar(select(Workshop.id).where(Workshop.code == code)) is None:
            return code


def documents_of(script: WorkshopTemplate, items: Mapping[str, Item]) -> dict[str, Any]:
    """The items that a script names, as JSON; raise when one is in no bank."""
    missing = [code for code in script.items() if code not in items]
    if missing:
        raise InvalidInputError(f"no bank has {', '.join(missing)}")
    return {code: items[code].to_json() for code in script.items()}


def fit_activities(session: Session, workshop: Workshop) -> None:
    """Give every step with an activity its row; rows of steps that are gone go too."""
    course = read_course(workshop.script, workshop.items)
    wanted = {stop.code for stop in course.collecting()}
    held = set(session.scalars(select(Activity.step).where(Activity.workshop_id == workshop.id)))
    session.add_all(
        Activity(workshop_id=workshop.id, step=step, state=State.READY, round=1)
        for step in sorted(wanted - held)
    )
    gone = held - wanted
    session.execute(
        delete(Activity).where(Activity.workshop_id == workshop.id, Activity.step.in_(gone))
    )
    session.flush()


def edit_script(
    session: Session,
    *,
    workshop_id: int,
    revision: int,
    edit: Edit,
    items: Mapping[str, Item],
    actor: Actor,
    now: datetime,
) -> None:
    """Change the script as it stood at ``revision``; steps that were begun stay as they are."""
    workshop = workshop_for(session, workshop_id, actor)
    if workshop.revision != revision:
        raise StateError(f"the script of workshop {workshop_id} is at {workshop.revision}")
    before = WorkshopTemplate.from_json(workshop.script)
    try:
        after = edit(before)
    except (ValueError, KeyError) as error:
        raise InvalidInputError(str(error)) from error
    begun = workshop.step + 1
    if workshop.state != Phase.PLANNED and before.steps[:begun] != after.steps[:begun]:
        raise StateError("a step that was begun cannot change")
    held = {code: parse_item(document) for code, document in workshop.items.items()}
    workshop.items = documents_of(after, {**items, **held})
    workshop.script = after.to_json()
    workshop.revision += 1
    workshop.version += 1
    fit_activities(session, workshop)
    log(session, workshop, actor=actor, action="workshop.changed", now=now)


def rename(session: Session, *, workshop_id: int, title: str, actor: Actor, now: datetime) -> None:
    workshop = workshop_for(session, workshop_id, actor)
    workshop.title = tidy(title)[:LONGEST_TITLE] or workshop.title
    workshop.version += 1
    log(session, workshop, actor=actor, action="workshop.changed", now=now)


def keep_script(
    session: Session, *, workshop_id: int, title: str, actor: Actor, now: datetime
) -> OwnTemplate:
    """Keep a workshop's script in the organisation, under a title of its own."""
    workshop = workshop_for(session, workshop_id, actor)
    words = tidy(title)[:LONGEST_TITLE] or workshop.title
    script = workshop.script | {"title": {"nl": words}}
    kept = OwnTemplate(
        workspace_id=actor.workspace_id,
        code=f"own_{new_token()[:12]}",
        script=script,
        items=workshop.items,
        created_at=now,
    )
    session.add(kept)
    session.flush()
    log(session, workshop, actor=actor, action="workshop.script_kept", now=now)
    return kept


def forget_script(session: Session, *, template_id: int, actor: Actor, now: datetime) -> None:
    """Delete a script that the organisation kept; workshops made of it stay."""
    kept = session.scalar(
        select(OwnTemplate).where(
            OwnTemplate.id == template_id, OwnTemplate.workspace_id == actor.workspace_id
        )
    )
    if kept is None:
        raise NotFoundError(f"no script {template_id} in this workspace")
    session.delete(kept)
    audit.note(
        session,
        actor=actor,
        action="workshop.script_forgotten",
        target=f"script {template_id}",
        now=now,
    )


def delete_workshop(session: Session, *, workshop_id: int, actor: Actor, now: datetime) -> None:
    """Delete a workshop and everything that was sent to it."""
    workshop = workshop_for(session, workshop_id, actor)
    log(session, workshop, actor=actor, action="workshop.deleted", now=now)
    session.delete(workshop)


def log(session: Session, workshop: Workshop, *, actor: Actor, action: str, now: datetime) -> None:
    audit.note(
        session,
        actor=actor,
        action=action,
        target=f"workshop {workshop.id}",
        now=now,
        title=workshop.title,
    )

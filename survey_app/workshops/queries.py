"""Read workshops: where one is, who is there, what was given."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from survey_app.core.errors import NotFoundError
from survey_app.projects.models import Project
from survey_app.workshops.course import Course, held, read_course
from survey_app.workshops.models import (
    Activity,
    Contribution,
    OwnTemplate,
    Participant,
    Presence,
    Workshop,
)
from survey_app.workshops.rules import State

LATELY = timedelta(seconds=25)
"""Whoever was not heard of for so long is away."""


class Here(NamedTuple):
    """A workshop as every screen needs it, without its script."""

    id: int
    project_id: int
    moment_id: int | None
    survey_id: int | None
    code: str
    projector_token: str
    title: str
    state: str
    step: int
    blank: bool
    theme: str
    ends_at: datetime | None
    version: int
    revision: int
    least_cell: int
    started_on: date | None
    ended_on: date | None
    retention_until: date
    village: str
    organiser: str
    invented: bool
    workspace_id: int
    project: str


W, P = Workshop.__table__.c, Project.__table__.c
FACTS = (
    select(
        *(W[name] for name in Here._fields[:18]),
        P.village,
        P.organiser,
        P.invented,
        P.workspace_id,
        P.slug,
    )
    .select_from(Workshop.__table__)
    .join(Project.__table__, P.id == W.project_id)
)
BY_CODE = FACTS.where(W.code == bindparam("code"))
BY_TOKEN = FACTS.where(W.projector_token == bindparam("token"))
BY_ID = FACTS.where(W.id == bindparam("id"))
A, S = Activity.__table__.c, Participant.__table__.c
ACTIVITIES = select(A.id, A.step, A.state, A.round).where(A.workshop_id == bindparam("workshop"))
SEATED = BY_CODE.add_columns(S.id, S.seat, S.role).outerjoin(
    Participant.__table__, (S.workshop_id == W.id) & (S.device == bindparam("device"))
)
"""Written once for the whole process, as every vote needs them."""


def here_by_code(session: Session, code: str) -> Here:
    return found(session, BY_CODE, code=code)


def here_by_token(session: Session, token: str) -> Here:
    return found(session, BY_TOKEN, token=token)


def here_by_id(session: Session, workshop_id: int) -> Here:
    return found(session, BY_ID, id=workshop_id)


def here_in(session: Session, workspace_id: int, workshop_id: int) -> Here:
    """A workshop of this workspace; another one's is not there."""
    here = here_by_id(session, workshop_id)
    if here.workspace_id != workspace_id:
        raise NotFoundError(f"no workshop {workshop_id} in this workspace")
    return here


def found(session: Session, statement: Select[Any], **names: object) -> Here:
    row = session.execute(statement, names).first()
    if row is None:
        raise NotFoundError("no such workshop")
    return Here._make(row)


def course_of(session: Session, here: Here) -> Course:
    """A workshop's script, read from the database once a process."""
    place = held(here.code, here.revision)
    if place.course is None:
        row = session.execute(select(Workshop.script, Workshop.items).where(W.id == here.id)).one()
        place.course = read_course(row.script, row.items)
    return place.course


class At(NamedTuple):
    """Where one step's activity is."""

    id: int
    step: str
    state: State
    round: int


def activities_of(session: Session, workshop_id: int) -> dict[str, At]:
    """Every activity of a workshop by the code of its step."""
    rows = session.execute(ACTIVITIES, {"workshop": workshop_id})
    return {row.step: At(row.id, row.step, State(row.state), row.round) for row in rows}


class Seat(NamedTuple):
    """One participant: the key, and the role the person said."""

    id: int
    seat: int
    role: str


def seated_by_code(session: Session, code: str, device: str) -> tuple[Here, dict[int, Seat]]:
    """A workshop with the seats that one device holds in it, asked in one go."""
    rows = session.connection().execute(SEATED, {"code": code, "device": device}).all()
    if not rows:
        raise NotFoundError("no such workshop")
    border = len(Here._fields)
    seats = [Seat._make(row[border:]) for row in rows if row[border] is not None]
    return Here._make(rows[0][:border]), {seat.seat: seat for seat in seats}


def n_joined(session: Session, workshop_id: int) -> int:
    """How many people joined."""
    counting = select(func.count()).where(Participant.workshop_id == workshop_id)
    return session.scalar(counting) or 0


def joined_by_workshop(session: Session, project_id: int) -> dict[int, int]:
    """How many people joined each workshop of a project; one without any is left out."""
    rows = session.execute(
        select(Participant.workshop_id, func.count().label("people"))
        .join(Workshop, Workshop.id == Participant.workshop_id)
        .where(Workshop.project_id == project_id)
        .group_by(Participant.workshop_id)
    )
    return {row.workshop_id: row.people for row in rows}


def n_answered(session: Session, activity_id: int, number: int) -> int:
    """How many different people sent something to one round."""
    people = func.count(Contribution.participant_id.distinct())
    statement = select(people).where(
        Contribution.activity_id == activity_id, Contribution.round == number
    )
    return session.scalar(statement) or 0


def n_waiting(session: Session, workshop_id: int) -> dict[int, int]:
    """How many contributions wait for the facilitator, by activity."""
    rows = session.execute(
        select(Contribution.activity_id, func.count())
        .join(Activity, Activity.id == Contribution.activity_id)
        .where(Activity.workshop_id == workshop_id, Contribution.standing == "waiting")
        .group_by(Contribution.activity_id)
    )
    return {activity: n for activity, n in rows}  # noqa: C416 — rows are no pairs to mypy


def devices_without(session: Session, workshop_id: int, activity_id: int) -> list[str]:
    """The digests of devices that joined and have sent nothing to an activity yet."""
    sent = select(Contribution.participant_id).where(Contribution.activity_id == activity_id)
    rows = session.scalars(
        select(Participant.device)
        .where(Participant.workshop_id == workshop_id, Participant.id.not_in(sent))
        .order_by(Participant.id)
    )
    return list(rows)


def versions(session: Session, keys: Collection[str]) -> Mapping[str, int]:
    """The version of each of these workshops, by key."""
    ids = [int(key) for key in keys]
    rows = session.execute(select(W.id, W.version).where(W.id.in_(ids)))
    return {str(row.id): row.version for row in rows}


class Present(NamedTuple):
    phones: int
    projectors: int


def present(session: Session, workshop_id: int, now: datetime) -> Present:
    """How many phones and projectors every process together heard of lately."""
    row = session.execute(
        select(func.sum(Presence.phones), func.sum(Presence.projectors)).where(
            Presence.workshop_id == workshop_id, Presence.seen_at >= now - LATELY
        )
    ).one()
    return Present(int(row[0] or 0), int(row[1] or 0))


def workshops_of(session: Session, project_id: int) -> list[Workshop]:
    """A project's workshops, newest first."""
    statement = select(Workshop).where(Workshop.project_id == project_id)
    return list(session.scalars(statement.order_by(Workshop.id.desc())))


def own_templates(session: Session, workspace_id: int) -> list[OwnTemplate]:
    """The scripts an organisation keeps, by title."""
    statement = select(OwnTemplate).where(OwnTemplate.workspace_id == workspace_id)
    return list(session.scalars(statement.order_by(OwnTemplate.code)))

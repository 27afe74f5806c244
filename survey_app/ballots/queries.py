"""Read meetings and motions; nothing here tells a choice before the chair publishes."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey_app.ballots.models import (
    BallotBox,
    Conflict,
    Meeting,
    Motion,
    MotionOption,
    MotionRecord,
    Participation,
    Proxy,
    Voter,
    VotingCard,
)
from survey_app.ballots.rules import IN_THE_ROOM, VOTING, Kind, Rules, State
from survey_app.core.errors import NotFoundError
from survey_app.projects.models import Project


class Opened(NamedTuple):
    """A meeting with its project, as a page of the desk needs it."""

    meeting: Meeting
    project: Project


class Attendance(NamedTuple):
    """Who is there for one motion, in heads and in weight.

    ``members`` is everybody who votes in this meeting; who has a conflict of interest is neither
    ``entitled`` nor ``present``. Somebody represented by a proxy counts as present.
    """

    members: int
    entitled: int
    present: int
    weight_entitled: int
    weight_present: int


class Turnout(NamedTuple):
    """How many took part, by channel; never what."""

    entitled: int
    cast: int
    on_paper: int


def open_meeting(session: Session, workspace_id: int, meeting_id: int) -> Opened:
    row = session.execute(
        select(Meeting, Project)
        .join(Project, Project.id == Meeting.project_id)
        .where(Meeting.id == meeting_id, Project.workspace_id == workspace_id)
    ).first()
    if row is None:
        raise NotFoundError(f"no meeting {meeting_id} in this workspace")
    return Opened(*row)


def meetings_of(session: Session, project_id: int) -> list[Meeting]:
    """A project's meetings, oldest first."""
    statement = select(Meeting).where(Meeting.project_id == project_id)
    return list(session.scalars(statement.order_by(Meeting.held_on, Meeting.id)))


def voters_of(session: Session, meeting_id: int) -> list[Voter]:
    """The attendance list, in the order of the seats, then of the names."""
    statement = select(Voter).where(Voter.meeting_id == meeting_id)
    return list(
        session.scalars(statement.order_by(func.length(Voter.place), Voter.place, Voter.name))
    )


def proxies_of(session: Session, meeting_id: int) -> dict[int, int]:
    """Who votes for whom: the giver's id leads to the holder's."""
    rows = session.execute(
        select(Proxy.giver_id, Proxy.holder_id)
        .join(Voter, Voter.id == Proxy.giver_id)
        .where(Voter.meeting_id == meeting_id)
    )
    return dict(rows.all())


def motions_of(session: Session, meeting_id: int) -> list[Motion]:
    """The agenda: motions in order, each with its rounds after one another."""
    statement = select(Motion).where(Motion.meeting_id == meeting_id)
    return list(session.scalars(statement.order_by(Motion.position, Motion.round)))


def motion_in(session: Session, workspace_id: int, motion_id: int) -> Motion:
    motion = session.scalar(
        select(Motion)
        .join(Meeting, Meeting.id == Motion.meeting_id)
        .join(Project, Project.id == Meeting.project_id)
        .where(Motion.id == motion_id, Project.workspace_id == workspace_id)
    )
    if motion is None:
        raise NotFoundError(f"no motion {motion_id} in this workspace")
    return motion


def motion_by_public_id(session: Session, public_id: str) -> Motion:
    """The motion of a printed address; its result may be shown only once ``is_public``."""
    motion = session.scalar(select(Motion).where(Motion.public_id == public_id.upper()))
    if motion is None:
        raise NotFoundError(f"no motion {public_id}")
    return motion


def is_public(motion: Motion) -> bool:
    """Whether the chair published the result; a superseded or annulled motion keeps its record."""
    return motion.state == State.PUBLISHED


def options_of(session: Session, motion_id: int) -> list[MotionOption]:
    statement = select(MotionOption).where(MotionOption.motion_id == motion_id)
    return list(session.scalars(statement.order_by(MotionOption.position, MotionOption.code)))


def conflicts_of(session: Session, motion_id: int) -> dict[int, str]:
    """Who takes no part in this motion, and why."""
    rows = session.execute(
        select(Conflict.voter_id, Conflict.reason).where(Conflict.motion_id == motion_id)
    )
    return dict(rows.all())


def open_motion(session: Session, meeting_id: int) -> Motion | None:
    """The motion that is being voted on now; there is never more than one."""
    return session.scalar(
        select(Motion).where(Motion.meeting_id == meeting_id, Motion.state.in_(VOTING))
    )


def latest_motion(session: Session, meeting_id: int) -> Motion | None:
    """The motion a phone or projector shows: the open one, else the one that moved last."""
    return open_motion(session, meeting_id) or session.scalar(
        select(Motion)
        .where(Motion.meeting_id == meeting_id, Motion.opened_at.is_not(None))
        .order_by(Motion.opened_at.desc(), Motion.id.desc())
        .limit(1)
    )


def attendance(session: Session, motion: Motion) -> Attendance:
    """Count who is there for this motion now, by its rules on weights and proxies."""
    rules = Rules.from_json(motion.rules)
    voters = [voter for voter in voters_of(session, motion.meeting_id) if voter.votes]
    conflicted = conflicts_of(session, motion.id)
    entitled = [voter for voter in voters if voter.id not in conflicted]
    proxies = proxies_of(session, motion.meeting_id) if rules.proxies else {}
    there = in_the_room(entitled, proxies)
    return Attendance(
        members=len(voters),
        entitled=len(entitled),
        present=len(there),
        weight_entitled=sum(voter.weight if rules.weighted else 1 for voter in entitled),
        weight_present=sum(voter.weight if rules.weighted else 1 for voter in there),
    )


def present(session: Session, meeting_id: int) -> int:
    """How many members are there, in person or by proxy."""
    voters = [voter for voter in voters_of(session, meeting_id) if voter.votes]
    return len(in_the_room(voters, proxies_of(session, meeting_id)))


def in_the_room(voters: Iterable[Voter], proxies: dict[int, int]) -> list[Voter]:
    """Who is there in person, or is represented by somebody who is."""
    voters = list(voters)
    there = {voter.id for voter in voters if voter.presence in IN_THE_ROOM}
    return [voter for voter in voters if voter.id in there or proxies.get(voter.id) in there]


def turnout(session: Session, motion: Motion) -> Turnout:
    """How many took part until now."""
    cast, paper = session.execute(
        select(func.count(), func.count().filter(Participation.channel == "paper")).where(
            Participation.motion_id == motion.id
        )
    ).one()
    if motion.kind == Kind.POLL and motion.result:
        cast = motion.result["cast"]
    return Turnout(attendance(session, motion).entitled, cast, paper)


def participation_of(session: Session, motion_id: int) -> dict[int, Participation]:
    """Who took part and how, by voter; named choices are for the clerk's grid alone."""
    rows = session.scalars(
        select(Participation).where(
            Participation.motion_id == motion_id, Participation.voter_id.is_not(None)
        )
    )
    return {row.voter_id: row for row in rows if row.voter_id is not None}


def cards_of(session: Session, meeting_id: int) -> list[VotingCard]:
    """The cards that work."""
    statement = select(VotingCard).where(VotingCard.meeting_id == meeting_id)
    return list(session.scalars(statement.where(VotingCard.revoked.is_(False))))


def has_box(session: Session, motion_id: int) -> bool:
    """Whether key cards were made for this sealed vote."""
    return session.get(BallotBox, motion_id) is not None


def recorded(session: Session, meeting_id: int) -> set[int]:
    """The motions of a meeting whose result was published, so that its file is there for good."""
    statement = select(MotionRecord.motion_id).join(Motion, Motion.id == MotionRecord.motion_id)
    return set(session.scalars(statement.where(Motion.meeting_id == meeting_id)))


def agendas_of(session: Session, project_id: int) -> dict[int, list[Motion]]:
    """The motions of all a project's meetings, by meeting, in one question."""
    found: dict[int, list[Motion]] = {}
    statement = select(Motion).join(Meeting, Meeting.id == Motion.meeting_id)
    ordered = statement.where(Meeting.project_id == project_id).order_by(Motion.position)
    for motion in session.scalars(ordered):
        found.setdefault(motion.meeting_id, []).append(motion)
    return found


def record_of(session: Session, motion_id: int) -> MotionRecord:
    record = session.get(MotionRecord, motion_id)
    if record is None:
        raise NotFoundError(f"motion {motion_id} has no record yet")
    return record

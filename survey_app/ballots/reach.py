"""Reach a meeting, a motion or a voter to change it: within one workspace, and locked."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey_app.ballots.errors import NotReadyError, What
from survey_app.ballots.models import Meeting, Motion, Voter
from survey_app.ballots.rules import State
from survey_app.core.audit import Actor
from survey_app.core.errors import NotFoundError
from survey_app.projects.models import Project


def meeting_for(session: Session, meeting_id: int, actor: Actor) -> Meeting:
    """The meeting, locked for this change; another workspace's meeting is not there."""
    meeting = session.scalar(
        select(Meeting)
        .join(Project, Project.id == Meeting.project_id)
        .where(Meeting.id == meeting_id, Project.workspace_id == actor.workspace_id)
        .with_for_update(of=Meeting)
    )
    if meeting is None:
        raise NotFoundError(f"no meeting {meeting_id} in this workspace")
    return meeting


def motion_for(session: Session, motion_id: int, actor: Actor) -> Motion:
    """The motion, locked for this change: nobody casts while its state moves."""
    motion = session.scalar(
        select(Motion)
        .join(Meeting, Meeting.id == Motion.meeting_id)
        .join(Project, Project.id == Meeting.project_id)
        .where(Motion.id == motion_id, Project.workspace_id == actor.workspace_id)
        .with_for_update(of=Motion)
    )
    if motion is None:
        raise NotFoundError(f"no motion {motion_id} in this workspace")
    return motion


def draft_for(session: Session, motion_id: int, actor: Actor) -> Motion:
    motion = motion_for(session, motion_id, actor)
    if motion.state != State.DRAFT:
        raise NotReadyError(What.NOT_DRAFT)
    return motion


def voter_for(session: Session, voter_id: int, actor: Actor) -> Voter:
    voter = session.scalar(
        select(Voter)
        .join(Meeting, Meeting.id == Voter.meeting_id)
        .join(Project, Project.id == Meeting.project_id)
        .where(Voter.id == voter_id, Project.workspace_id == actor.workspace_id)
        .with_for_update(of=Voter)
    )
    if voter is None:
        raise NotFoundError(f"no voter {voter_id} in this workspace")
    return voter

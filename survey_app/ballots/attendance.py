"""Keep the attendance list: who is there, who has a conflict of interest, who votes for whom."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from survey_app.ballots.errors import NotReadyError, What
from survey_app.ballots.events import record_event
from survey_app.ballots.facts import VoterFacts
from survey_app.ballots.models import Conflict, Motion, Participation, Proxy, Voter
from survey_app.ballots.reach import meeting_for, motion_for, voter_for
from survey_app.ballots.rules import VOTING, Presence, State
from survey_app.ballots.service import log, log_motion
from survey_app.core import audit
from survey_app.core.audit import Actor
from survey_app.core.errors import InvalidInputError, NotFoundError


def add_voters(
    session: Session,
    *,
    meeting_id: int,
    voters: Iterable[VoterFacts],
    actor: Actor,
    now: datetime,
) -> list[Voter]:
    """Put people on the attendance list; who stands on it by name already gets the new facts."""
    meeting = meeting_for(session, meeting_id, actor)
    held = {
        voter.name: voter
        for voter in session.scalars(select(Voter).where(Voter.meeting_id == meeting.id))
    }
    added = []
    for facts in voters:
        voter = held.get(facts.name)
        if voter is None:
            voter = Voter(meeting_id=meeting.id, presence=Presence.EXPECTED)
            session.add(voter)
            held[facts.name] = voter
        for name, value in asdict(facts).items():
            setattr(voter, name, value)
        added.append(voter)
    session.flush()
    log(session, meeting, actor=actor, action="meeting.voters", now=now, people=len(added))
    return added


def change_voter(
    session: Session, *, voter_id: int, facts: VoterFacts, actor: Actor, now: datetime
) -> None:
    voter = voter_for(session, voter_id, actor)
    for name, value in asdict(facts).items():
        setattr(voter, name, value)
    log_voter(session, voter, actor=actor, action="voter.changed", now=now)


def remove_voter(session: Session, *, voter_id: int, actor: Actor, now: datetime) -> None:
    """Take somebody off the list; refused once this person took part in a vote."""
    voter = voter_for(session, voter_id, actor)
    took_part = select(func.count()).where(Participation.voter_id == voter.id)
    if session.scalar(took_part):
        raise NotReadyError(What.TOOK_PART)
    log_voter(session, voter, actor=actor, action="voter.removed", now=now)
    session.execute(delete(Voter).where(Voter.id == voter.id))


def set_presence(
    session: Session, *, voter_id: int, presence: Presence, actor: Actor, now: datetime
) -> None:
    """Say that a member is there, came late, left or is excused; a given vote stays counted."""
    voter = voter_for(session, voter_id, actor)
    voter.presence = presence
    log_voter(session, voter, actor=actor, action="voter.presence", now=now, presence=str(presence))
    motion = session.scalar(
        select(Motion).where(Motion.meeting_id == voter.meeting_id, Motion.state.in_(VOTING))
    )
    if motion is not None:
        record_event(
            session,
            motion_id=motion.id,
            what="presence",
            now=now,
            name=voter.name,
            presence=str(presence),
        )


def state_conflict(
    session: Session, *, motion_id: int, voter_id: int, reason: str, actor: Actor, now: datetime
) -> None:
    """Take a member out of one motion, with the reason; before it opens."""
    motion = motion_for(session, motion_id, actor)
    voter = voter_for(session, voter_id, actor)
    if motion.state != State.DRAFT:
        raise NotReadyError(What.NOT_DRAFT)
    if voter.meeting_id != motion.meeting_id:
        raise NotFoundError(f"voter {voter_id} is not in this meeting")
    session.merge(Conflict(motion_id=motion.id, voter_id=voter.id, reason=reason))
    session.flush()
    log_motion(session, motion, actor=actor, action="motion.conflict", now=now, voter=voter.id)


def withdraw_conflict(
    session: Session, *, motion_id: int, voter_id: int, actor: Actor, now: datetime
) -> None:
    motion = motion_for(session, motion_id, actor)
    if motion.state != State.DRAFT:
        raise NotReadyError(What.NOT_DRAFT)
    session.execute(
        delete(Conflict).where(Conflict.motion_id == motion.id, Conflict.voter_id == voter_id)
    )
    log_motion(session, motion, actor=actor, action="motion.no_conflict", now=now)


def give_proxy(
    session: Session, *, giver_id: int, holder_id: int, actor: Actor, now: datetime
) -> None:
    """Let one member vote for another. How many somebody may hold is a rule of each motion."""
    giver, holder = voter_for(session, giver_id, actor), voter_for(session, holder_id, actor)
    if giver.meeting_id != holder.meeting_id or giver.id == holder.id or not holder.votes:
        raise InvalidInputError("a proxy goes to another voting member of the same meeting")
    session.merge(Proxy(giver_id=giver.id, holder_id=holder.id))
    session.flush()
    log_voter(session, giver, actor=actor, action="voter.proxy", now=now, holder=holder.id)


def take_back_proxy(session: Session, *, giver_id: int, actor: Actor, now: datetime) -> None:
    giver = voter_for(session, giver_id, actor)
    session.execute(delete(Proxy).where(Proxy.giver_id == giver.id))
    log_voter(session, giver, actor=actor, action="voter.no_proxy", now=now)


def log_voter(
    session: Session, voter: Voter, *, actor: Actor, action: str, now: datetime, **data: str | int
) -> None:
    facts: dict[str, str | int] = {"meeting": voter.meeting_id, **data}
    target = f"voter {voter.id}"
    audit.note(session, actor=actor, action=action, target=target, now=now, **facts)

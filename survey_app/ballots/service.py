"""Set up meetings and their agenda: motions, options with their case, evidence from surveys."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from survey_app.ballots.errors import NotReadyError, What
from survey_app.ballots.facts import Evidence, MeetingFacts, MotionFacts, OptionFacts
from survey_app.ballots.models import Meeting, Motion, MotionOption
from survey_app.ballots.presets import PRESETS, Preset, Usual
from survey_app.ballots.reach import draft_for, meeting_for
from survey_app.ballots.rules import FIXED, VOTING, MeetingState, Method, State
from survey_app.core import audit
from survey_app.core.audit import Actor
from survey_app.core.errors import InvalidInputError
from survey_app.core.tokens import new_code
from survey_app.projects.service import project_for

KEPT = timedelta(days=2 * 365)
SIGN_LENGTH = 3
PUBLIC_ID_LENGTH = 6
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def create_meeting(
    session: Session, *, project_id: int, facts: MeetingFacts, actor: Actor, now: datetime
) -> Meeting:
    """Plan a meeting; its codes all begin with a sign that no other meeting has."""
    project = project_for(session, project_id, actor)
    meeting = Meeting(
        project_id=project.id,
        sign=free_sign(session),
        state=MeetingState.PLANNED,
        wrong_codes=0,
        delete_on=facts.held_on + KEPT,
        created_at=now,
        **asdict(facts),
    )
    session.add(meeting)
    session.flush()
    log(session, meeting, actor=actor, action="meeting.created", now=now)
    return meeting


def free_sign(session: Session) -> str:
    taken = set(session.scalars(select(Meeting.sign)))
    return next(sign for sign in iter(lambda: new_code(SIGN_LENGTH), "") if sign not in taken)


def change_meeting(
    session: Session, *, meeting_id: int, facts: MeetingFacts, actor: Actor, now: datetime
) -> None:
    meeting = meeting_for(session, meeting_id, actor)
    for name, value in asdict(facts).items():
        setattr(meeting, name, value)
    log(session, meeting, actor=actor, action="meeting.changed", now=now)


def start_meeting(session: Session, *, meeting_id: int, actor: Actor, now: datetime) -> None:
    """Begin: from now on motions can be opened."""
    meeting = meeting_for(session, meeting_id, actor)
    meeting.state = MeetingState.RUNNING
    log(session, meeting, actor=actor, action="meeting.started", now=now)


def finish_meeting(session: Session, *, meeting_id: int, actor: Actor, now: datetime) -> None:
    """End: voting cards stop working. Refused while a vote is open."""
    meeting = meeting_for(session, meeting_id, actor)
    if any(motion.state in VOTING for motion in agenda(session, meeting)):
        raise NotReadyError(What.OTHER_VOTE_OPEN)
    meeting.state = MeetingState.FINISHED
    log(session, meeting, actor=actor, action="meeting.finished", now=now)


def delete_meeting(session: Session, *, meeting_id: int, actor: Actor, now: datetime) -> None:
    """Delete a meeting with its attendance, votes and records."""
    meeting = meeting_for(session, meeting_id, actor)
    log(session, meeting, actor=actor, action="meeting.deleted", now=now)
    session.execute(delete(Meeting).where(Meeting.id == meeting.id))


def agenda(session: Session, meeting: Meeting) -> list[Motion]:
    return list(session.scalars(select(Motion).where(Motion.meeting_id == meeting.id)))


def create_motion(
    session: Session, *, meeting_id: int, facts: MotionFacts, actor: Actor, now: datetime
) -> Motion:
    """Put a motion at the end of the agenda."""
    meeting = meeting_for(session, meeting_id, actor)
    last = session.scalar(select(func.max(Motion.position)).where(Motion.meeting_id == meeting.id))
    motion = Motion(
        meeting_id=meeting.id,
        public_id=free_public_id(session),
        position=(last or 0) + 1,
        round=1,
        state=State.DRAFT,
        reason="",
        evidence=[],
        **asked(meeting, facts),
    )
    session.add(motion)
    session.flush()
    put_options(session, motion, facts.options)
    log_motion(session, motion, actor=actor, action="motion.created", now=now)
    return motion


def asked(meeting: Meeting, facts: MotionFacts) -> dict[str, object]:
    """The columns of what is asked; the preset gives what was left out."""
    usual: Usual = PRESETS[Preset(meeting.preset)]
    return {
        "title": facts.title,
        "text": facts.text,
        "kind": facts.kind or usual.kind,
        "method": facts.method or usual.method,
        "rules": (facts.rules or usual.rules).to_json(),
        "criteria": [asdict(criterion) for criterion in facts.criteria],
    }


def free_public_id(session: Session) -> str:
    taken = set(session.scalars(select(Motion.public_id)))
    draw = iter(lambda: new_code(PUBLIC_ID_LENGTH), "")
    return next(code for code in draw if code not in taken)


def change_motion(
    session: Session, *, motion_id: int, facts: MotionFacts, actor: Actor, now: datetime
) -> None:
    """Change what is asked, while nobody could vote yet; evidence stays where its option stays."""
    motion = draft_for(session, motion_id, actor)
    meeting = meeting_for(session, motion.meeting_id, actor)
    for name, value in asked(meeting, facts).items():
        setattr(motion, name, value)
    session.execute(delete(MotionOption).where(MotionOption.motion_id == motion.id))
    put_options(session, motion, facts.options)
    log_motion(session, motion, actor=actor, action="motion.changed", now=now)


def put_options(session: Session, motion: Motion, options: Sequence[OptionFacts]) -> None:
    """Keep the options in order; those of the method itself when it has its own."""
    fixed = FIXED.get(Method(motion.method))
    if fixed:
        options = [OptionFacts(title="", code=code) for code in fixed]
    session.add_all(
        MotionOption(
            motion_id=motion.id,
            position=position,
            **asdict(replace(option, code=option.code or code)),
        )
        for position, (code, option) in enumerate(zip(LETTERS, options, strict=False))
    )
    session.flush()


def move_motion(
    session: Session, *, motion_id: int, position: int, actor: Actor, now: datetime
) -> None:
    """Give a motion another place on the agenda; the others make room."""
    motion = draft_for(session, motion_id, actor)
    meeting = meeting_for(session, motion.meeting_id, actor)
    others = [one for one in agenda(session, meeting) if one.position != motion.position]
    order = sorted({one.position for one in others})
    order.insert(max(0, min(position - 1, len(order))), motion.position)
    places = {old: new for new, old in enumerate(order, start=1)}
    for one in agenda(session, meeting):
        one.position = places[one.position]
    log_motion(session, motion, actor=actor, action="motion.moved", now=now)


def delete_motion(session: Session, *, motion_id: int, actor: Actor, now: datetime) -> None:
    """Take a draft off the agenda; what was voted on stays."""
    motion = draft_for(session, motion_id, actor)
    log_motion(session, motion, actor=actor, action="motion.deleted", now=now)
    session.execute(delete(Motion).where(Motion.id == motion.id))


def attach_evidence(
    session: Session, *, motion_id: int, evidence: Evidence, actor: Actor, now: datetime
) -> None:
    """Lay what a survey found beside a motion, or beside one of its options, as it is today."""
    motion = draft_for(session, motion_id, actor)
    codes = select(MotionOption.code).where(MotionOption.motion_id == motion.id)
    if evidence.option and evidence.option not in set(session.scalars(codes)):
        raise InvalidInputError(f"motion {motion.id} has no option {evidence.option}")
    motion.evidence = [*motion.evidence, evidence.to_json()]
    log_motion(session, motion, actor=actor, action="motion.evidence", now=now)


def remove_evidence(
    session: Session, *, motion_id: int, place: int, actor: Actor, now: datetime
) -> None:
    """Take away the evidence at ``place``, counted from 0."""
    motion = draft_for(session, motion_id, actor)
    motion.evidence = [one for n, one in enumerate(motion.evidence) if n != place]
    log_motion(session, motion, actor=actor, action="motion.evidence", now=now)


def log(
    session: Session, meeting: Meeting, *, actor: Actor, action: str, now: datetime, **data: int
) -> None:
    facts: dict[str, str | int] = {"title": meeting.title, **data}
    target = f"meeting {meeting.id}"
    audit.note(session, actor=actor, action=action, target=target, now=now, **facts)


def log_motion(
    session: Session, motion: Motion, *, actor: Actor, action: str, now: datetime, **data: str | int
) -> None:
    """Note what was done to a motion, never what anybody chose."""
    facts: dict[str, str | int] = {"title": motion.title, **data}
    target = f"motion {motion.id}"
    audit.note(session, actor=actor, action=action, target=target, now=now, **facts)

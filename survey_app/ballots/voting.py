"""Lead a motion through its states: open, last call, close, count, publish, annul.

Each step is one transaction that holds the motion's row, and writes an event and an audit entry.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from analysis.tally.majority import Verdict
from survey_app.ballots import box, queries, record
from survey_app.ballots.casting import option_codes
from survey_app.ballots.counting import Result
from survey_app.ballots.errors import NoQuorumError, NotReadyError, What, WrongChoiceError
from survey_app.ballots.events import record_event
from survey_app.ballots.models import Meeting, Motion
from survey_app.ballots.reach import motion_for
from survey_app.ballots.recount import recount
from survey_app.ballots.rules import NEXT, Kind, MeetingState, Method, Rules, State, Tie
from survey_app.ballots.service import log_motion
from survey_app.core.audit import Actor
from survey_app.core.errors import InvalidInputError


def step(motion: Motion, to: State) -> None:
    """Go to another state, where there is a way."""
    if to not in NEXT[State(motion.state)]:
        raise NotReadyError(What.WRONG_STATE)
    motion.state = to


def open_vote(
    session: Session, *, motion_id: int, actor: Actor, now: datetime, second_call: bool = False
) -> None:
    """Open the vote. After a second convocation (``second_call``) no quorum is asked."""
    motion = motion_for(session, motion_id, actor)
    there = queries.attendance(session, motion)
    rules = Rules.from_json(motion.rules)
    check_ready(session, motion, rules, there)
    quorum = rules.quorum.needed(there.members) if rules.quorum else None
    if quorum is not None and there.present < quorum and not second_call:
        raise NoQuorumError(f"{there.present} of the {quorum} members that are needed")
    step(motion, State.OPEN)
    motion.opened_at = now
    motion.opening = there._asdict() | {"quorum": quorum, "second_call": second_call}
    record_event(session, motion_id=motion.id, what="opened", now=now, **setup_of(session, motion))
    session.flush()
    log_motion(session, motion, actor=actor, action="motion.opened", now=now)


def check_ready(session: Session, motion: Motion, rules: Rules, there: queries.Attendance) -> None:
    """Raise NotReadyError with the first thing that is still missing."""
    meeting = session.get_one(Meeting, motion.meeting_id)
    other = queries.open_motion(session, motion.meeting_id)
    held = Counter(queries.proxies_of(session, meeting.id).values()) if rules.proxies else {}
    missing = {
        What.MEETING_NOT_RUNNING: meeting.state != MeetingState.RUNNING,
        What.OTHER_VOTE_OPEN: other is not None,
        What.TOO_FEW_OPTIONS: len(option_codes(session, motion.id)) < 2,  # noqa: PLR2004 — a choice has two sides
        What.NOBODY_THERE: (motion.kind != Kind.POLL or rules.devices) and not there.present,
        What.NO_KEYS: motion.kind == Kind.SEALED and not box.is_locked(session, motion.id),
        What.TOO_MANY_PROXIES: any(n > rules.proxies for n in held.values()),
        What.WEIGHTS_ON_SEALED: motion.kind != Kind.NAMED
        and (rules.weighted and there.weight_entitled != there.entitled),
    }
    for what, wrong in missing.items():
        if wrong:
            raise NotReadyError(what)


def setup_of(session: Session, motion: Motion) -> dict[str, Any]:
    """What is asked of whom, as the chain of events fixes it at opening."""
    return {
        "title": motion.title,
        "kind": motion.kind,
        "method": motion.method,
        "rules": motion.rules,
        "options": record.titled(session, motion.id),
        "opening": motion.opening,
        "lock": box.lock_of(session, motion.id),
    }


def last_call(session: Session, *, motion_id: int, actor: Actor, now: datetime) -> None:
    """Say that the vote closes soon; everybody can still vote and change."""
    move(session, motion_id, State.LAST_CALL, actor=actor, now=now, kind="last_call")


def call_off_last_call(session: Session, *, motion_id: int, actor: Actor, now: datetime) -> None:
    move(session, motion_id, State.OPEN, actor=actor, now=now, kind="reopened")


def move(
    session: Session, motion_id: int, to: State, *, actor: Actor, now: datetime, kind: str
) -> Motion:
    motion = motion_for(session, motion_id, actor)
    step(motion, to)
    record_event(session, motion_id=motion.id, what=kind, now=now)
    session.flush()
    log_motion(session, motion, actor=actor, action=f"motion.{kind}", now=now)
    return motion


def close_vote(session: Session, *, motion_id: int, actor: Actor, now: datetime) -> None:
    """Close: whoever was told a receipt before is counted, nobody after."""
    motion = motion_for(session, motion_id, actor)
    step(motion, State.CLOSED)
    session.flush()
    motion.closed_at = now
    there, turnout = queries.attendance(session, motion), queries.turnout(session, motion)
    motion.closing = there._asdict() | {"cast": turnout.cast, "on_paper": turnout.on_paper}
    record_event(session, motion_id=motion.id, what="closed", now=now, **motion.closing)
    session.flush()
    log_motion(session, motion, actor=actor, action="motion.closed", now=now)


def count_vote(
    session: Session,
    *,
    motion_id: int,
    actor: Actor,
    now: datetime,
    key_cards: Sequence[str] = (),
    paper: Sequence[Sequence[str]] = (),
) -> Result:
    """Count, once. An anonymous vote is taken out of its envelopes and mixed with its paper.

    A sealed vote needs both ``key_cards``. ``paper`` holds one entry for each paper ballot of an
    anonymous vote: what is on it, as ``rules.clean_choice`` reads it.
    """
    motion = motion_for(session, motion_id, actor)
    if motion.state != State.CLOSED:
        raise NotReadyError(What.WRONG_STATE)
    receipts: list[str] = []
    if motion.kind != Kind.NAMED:
        receipts = box.empty(session, motion, key_cards=key_cards, paper=paper)
    step(motion, State.COUNTED)
    result = recount(session, motion)
    motion.result = result.to_json() | {"receipts": receipts}
    record_event(session, motion_id=motion.id, what="counted", now=now, cast=result.heads.cast)
    session.flush()
    log_motion(session, motion, actor=actor, action="motion.counted", now=now)
    return result


def publish_result(session: Session, *, motion_id: int, actor: Actor, now: datetime) -> None:
    """Show the result, and freeze the record that anybody can recount."""
    motion = motion_for(session, motion_id, actor)
    step(motion, State.PUBLISHED)
    record_event(session, motion_id=motion.id, what="published", now=now)
    session.add(record.frozen(session, motion))
    session.flush()
    log_motion(session, motion, actor=actor, action="motion.published", now=now)


def annul_vote(
    session: Session, *, motion_id: int, reason: str, actor: Actor, now: datetime
) -> None:
    """Declare a vote void, with the reason; what was cast in a sealed vote is never opened."""
    if not reason.strip():
        raise InvalidInputError("an annulment needs a reason")
    motion = motion_for(session, motion_id, actor)
    motion.reason = reason.strip()
    step(motion, State.ANNULLED)
    box.forget(session, motion)
    record_event(session, motion_id=motion.id, what="annulled", now=now, reason=motion.reason)
    session.flush()
    log_motion(session, motion, actor=actor, action="motion.annulled", now=now)


def settle_tie(
    session: Session, *, motion_id: int, option: str, reason: str, actor: Actor, now: datetime
) -> None:
    """Write down how a tie was settled: by the rule that the preset names, said by the chair."""
    motion = motion_for(session, motion_id, actor)
    result = motion.result or {}
    if motion.state != State.COUNTED or result.get("verdict") != Verdict.TIE:
        raise NotReadyError(What.NO_TIE)
    fixed = ["accepted", "rejected"] if motion.method == Method.YES_NO else result["first"]
    if Rules.from_json(motion.rules).tie is Tie.REJECTED and motion.method == Method.YES_NO:
        fixed = ["rejected"]
    if option not in fixed:
        raise WrongChoiceError(f"{option} is not one of those that tie")
    motion.result = result | {"settled": option, "settled_by": reason}
    record_event(
        session, motion_id=motion.id, what="tie_settled", now=now, option=option, reason=reason
    )
    session.flush()
    log_motion(session, motion, actor=actor, action="motion.tie_settled", now=now, option=option)

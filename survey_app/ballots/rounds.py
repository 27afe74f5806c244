"""Vote again: a new round takes the place of the one before, which stays in the record."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from analysis.tally.majority import SIMPLE
from survey_app.ballots import queries
from survey_app.ballots.events import record_event
from survey_app.ballots.models import Conflict, Motion, MotionOption
from survey_app.ballots.reach import motion_for
from survey_app.ballots.rules import Method, Rules, State
from survey_app.ballots.service import free_public_id, log_motion
from survey_app.ballots.voting import step
from survey_app.core.audit import Actor

COPIED = ("meeting_id", "position", "title", "text", "kind", "method", "criteria", "evidence")
OPTION_COPIED = (
    "code",
    "position",
    "title",
    "picture",
    "arguments_for",
    "arguments_against",
    "cost",
    "scores",
)


def new_round(
    session: Session,
    *,
    motion_id: int,
    actor: Actor,
    now: datetime,
    options: Sequence[str] = (),
    rules: Rules | None = None,
) -> Motion:
    """Vote again: a new draft takes the place of a counted, published or annulled vote.

    ``options`` keeps only these; persons keep the two highest of the first round, and then the
    most votes are enough.
    """
    motion = motion_for(session, motion_id, actor)
    kept = list(options) or second_round(motion)
    step(motion, State.SUPERSEDED)
    session.flush()
    again = Motion(
        **{name: getattr(motion, name) for name in COPIED},
        previous_id=motion.id,
        public_id=free_public_id(session),
        round=motion.round + 1,
        state=State.DRAFT,
        reason="",
        rules=(rules or next_rules(motion)).to_json(),
    )
    session.add(again)
    session.flush()
    for option in queries.options_of(session, motion.id):
        if not kept or option.code in kept:
            held = {name: getattr(option, name) for name in OPTION_COPIED}
            session.add(MotionOption(motion_id=again.id, **held))
    for voter_id, reason in queries.conflicts_of(session, motion.id).items():
        session.add(Conflict(motion_id=again.id, voter_id=voter_id, reason=reason))
    record_event(session, motion_id=motion.id, what="superseded", now=now, by=again.public_id)
    session.flush()
    log_motion(session, again, actor=actor, action="motion.new_round", now=now, round=again.round)
    return again


def second_round(motion: Motion) -> list[str]:
    """The two persons with the most votes, and whoever ties with the second; else everybody."""
    if motion.method != Method.PERSONS or not motion.result:
        return []
    votes: dict[str, int] = motion.result["votes"]
    least = sorted(votes.values(), reverse=True)[:2][-1]
    kept = [code for code, n in votes.items() if n >= least and n]
    return kept if len(kept) > 1 else []


def next_rules(motion: Motion) -> Rules:
    rules = Rules.from_json(motion.rules)
    if motion.method == Method.PERSONS and motion.result:
        return replace(rules, majority=SIMPLE)
    return rules

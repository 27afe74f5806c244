"""What a vote needs to know of its motion; what cannot change any more is remembered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from survey_app.ballots.models import (
    BallotBox,
    Conflict,
    Motion,
    MotionOption,
    Participation,
    Voter,
)
from survey_app.ballots.rules import Method, Rules
from survey_app.ballots.sealing import room_for

MOST_REMEMBERED = 200

M, P, V, C = (model.__table__.c for model in (Motion, Participation, Voter, Conflict))
LOOK = (
    select(
        *(M.id, M.state, M.kind, M.public_id, M.meeting_id, M.opened_at),
        *(P.receipt, P.channel, P.turn),
        *(V.weight, V.presence, V.votes, V.meeting_id.label("meeting")),
        C.voter_id.label("conflict"),
    )
    .select_from(Motion.__table__)
    .outerjoin(
        Participation.__table__,
        (P.motion_id == M.id) & P.holder.in_((bindparam("name"), bindparam("digest"))),
    )
    .outerjoin(Voter.__table__, V.id == bindparam("voter"))
    .outerjoin(Conflict.__table__, (C.motion_id == M.id) & (C.voter_id == V.id))
    .where(M.id == bindparam("motion"))
    .with_for_update(read=True, of=Motion.__table__)
)
"""One question for one vote: the motion as it is, and what is known of who votes."""


class Asked(NamedTuple):
    """What was asked and how, fixed from the opening on."""

    method: Method
    codes: Sequence[str]
    rules: Rules
    public_key: bytes
    room: int


REMEMBERED: dict[tuple[str, datetime], Asked] = {}


def asked_of(session: Session, now: Any) -> Asked:
    """What the motion of a row of LOOK asks; once it was opened nothing of it changes."""
    key = (now.public_id, now.opened_at)
    if key not in REMEMBERED:
        if len(REMEMBERED) >= MOST_REMEMBERED:
            REMEMBERED.clear()
        REMEMBERED[key] = read(session, now.id)
    return REMEMBERED[key]


def read(session: Session, motion_id: int) -> Asked:
    method, rules = session.execute(
        select(Motion.method, Motion.rules).where(Motion.id == motion_id)
    ).one()
    codes = session.scalars(
        select(MotionOption.code)
        .where(MotionOption.motion_id == motion_id)
        .order_by(MotionOption.position)
    ).all()
    key = session.scalar(select(BallotBox.public_key).where(BallotBox.motion_id == motion_id))
    return Asked(Method(method), codes, Rules.from_json(rules), key or b"", room_for(codes))

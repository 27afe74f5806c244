"""What happened to a motion, as a chain: every event holds the hash of the one before."""

import hashlib
import json
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey_app.ballots.models import MotionEvent

START = "0" * 64


def record_event(
    session: Session, *, motion_id: int, what: str, now: datetime, **data: Any
) -> MotionEvent:
    """Write what happened, in the transaction that does it. Nothing of a choice belongs here."""
    last = session.execute(
        select(MotionEvent.seq, MotionEvent.sha256)
        .where(MotionEvent.motion_id == motion_id)
        .order_by(MotionEvent.seq.desc())
        .limit(1)
    ).first()
    seq, previous = (last.seq + 1, last.sha256) if last else (1, START)
    body = {"seq": seq, "at": moment(now), "kind": what, "data": data, "previous": previous}
    event = MotionEvent(
        motion_id=motion_id,
        seq=seq,
        kind=what,
        at=now,
        data=data,
        previous=previous,
        sha256=hash_of(body),
    )
    session.add(event)
    session.flush()
    return event


def line_of(event: MotionEvent) -> str:
    """An event as it stands in the record: one line of JSON that carries its own hash."""
    body = {
        "seq": event.seq,
        "at": moment(event.at),
        "kind": event.kind,
        "data": event.data,
        "previous": event.previous,
    }
    return canonical(body | {"sha256": event.sha256})


def moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def hash_of(body: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(body).encode()).hexdigest()


def canonical(body: Any) -> str:
    """JSON that two programs write alike."""
    return json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def events_of(session: Session, motion_id: int) -> list[MotionEvent]:
    statement = select(MotionEvent).where(MotionEvent.motion_id == motion_id)
    return list(session.scalars(statement.order_by(MotionEvent.seq)))

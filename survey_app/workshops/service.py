"""Take part: a seat at a device, a contribution once, dots as a whole."""

import secrets
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from survey_app.answers.service import INSERTS
from survey_app.core.errors import NotFoundError, StateError
from survey_app.core.writer import once_per_group
from survey_app.workshops.models import (
    Activity,
    Contribution,
    Endorsement,
    Participant,
    Presence,
    Workshop,
)
from survey_app.workshops.rules import Phase, State

RANDOM_BITS = 62
MOST_SEATS = 60
MOST_PARTICIPANTS = 3000
C = Contribution.__table__.c
CHANGED = ("body", "pattern", "standing", "name", "slot")
BUMP = (
    update(Workshop)
    .where(Workshop.id == bindparam("workshop"))
    .values(version=Workshop.version + 1)
    .execution_options(synchronize_session=False)
)
A, S, W = (model.__table__.c for model in (Activity, Participant, Workshop))
JOINED = select(func.count()).where(S.workshop_id == bindparam("workshop")).scalar_subquery()
ROOM = (
    select(W.state, W.revision, JOINED.label("joined"), S.id)
    .select_from(Workshop.__table__)
    .outerjoin(
        Participant.__table__,
        (S.workshop_id == W.id) & (S.device == bindparam("device")) & (S.seat == bindparam("seat")),
    )
    .where(W.id == bindparam("workshop"))
)
OPEN_AT = select(A.state, A.round).where(A.id == bindparam("activity")).with_for_update(read=True)
IN_SLOT = (C.activity_id == A.id) & (C.round == A.round) & (C.slot == bindparam("slot"))
STANDS = (
    select(A.state, A.round, W.revision, C.id, C.body)
    .select_from(Activity.__table__)
    .join(Workshop.__table__, W.id == A.workshop_id)
    .join(Participant.__table__, (S.workshop_id == W.id) & (S.id == bindparam("participant_id")))
    .outerjoin(
        Contribution.__table__,
        (C.participant_id == S.id) & (IN_SLOT | (C.uuid == bindparam("uuid"))),
    )
    .where(A.id == bindparam("activity_id"))
    .with_for_update(read=True, of=A.id)
)
CHANGE = (
    update(Contribution)
    .where(C.id == bindparam("key"))
    .values({name: bindparam(f"new_{name}") for name in CHANGED})
    .execution_options(synchronize_session=False)
)
"""Written once for the whole process, as every vote needs them."""


class NotOpenError(StateError):
    """The activity does not take answers now: not yet, not any more, or another round."""


class FullError(StateError):
    """No more people, or no more contributions of one person."""


class Sent(StrEnum):
    """What became of a contribution."""

    STORED = "stored"
    AGAIN = "again"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Sending:
    """One contribution on its way in; ``most`` is how many one person may have in a round.

    ``revision`` is the script by which it was made clean.
    """

    uuid: str
    workshop_id: int
    revision: int
    activity_id: int
    round: int
    participant_id: int
    slot: str
    body: Mapping[str, Any]
    pattern: str | None
    standing: str = "shown"
    name: str = ""
    most: int | None = None


def bump(session: Session, workshop_id: int) -> None:
    """Let every screen of a workshop look anew; once for a whole group of votes."""
    once_per_group(session, add_to_versions, Counter({workshop_id: 1}))


def add_to_versions(session: Session, counts: Counter[Hashable]) -> None:
    for workshop_id in sorted(counts, key=str):
        session.execute(BUMP, {"workshop": workshop_id})


def take_seat(
    session: Session, *, workshop_id: int, revision: int, device: str, seat: int, role: str = ""
) -> int:
    """Give a device a seat, once however often it asks; return the participant's key."""
    connection, place = session.connection(), {"device": device, "seat": seat}
    room = connection.execute(ROOM, {"workshop": workshop_id, **place}).first()
    if room is not None and room.id is not None:
        return int(room.id)
    if room is None or room.state == Phase.ENDED or room.revision != revision:
        raise NotOpenError("the workshop has ended, or has another script than was shown")
    if seat > MOST_SEATS or room.joined >= MOST_PARTICIPANTS:
        raise FullError("no more seats")
    row = {"id": secrets.randbits(RANDOM_BITS), "workshop_id": workshop_id, "role": role, **place}
    made = connection.execute(sitting(connection.dialect.name), row).scalar()
    bump(session, workshop_id)
    if made is None:  # the same device's, by another process
        made = connection.execute(ROOM, {"workshop": workshop_id, **place}).one().id
    return int(made)


@cache
def sitting(dialect: str) -> Any:
    """The INSERT that leaves a taken seat alone; written once a process."""
    return INSERTS[dialect](Participant.__table__).on_conflict_do_nothing().returning(S.id)


def contribute(session: Session, *, sending: Sending) -> Sent:
    """Keep a contribution exactly once; a later one of the same slot replaces it while open."""
    held = standing_for(session, sending)
    if sending.most is not None:
        must_have_room(session, sending)
    values, connection = row_of(sending), session.connection()
    if held.id is None:
        if connection.execute(once(connection.dialect.name), values).first() is not None:
            bump(session, sending.workshop_id)
            return Sent.STORED
        held = standing_for(session, sending)  # the same person's, by another process
        if held.id is None:
            raise NotFoundError("this uuid belongs to somebody else")
    if held.body == sending.body:
        return Sent.AGAIN
    connection.execute(
        CHANGE, {"key": held.id, **{f"new_{name}": values[name] for name in CHANGED}}
    )
    bump(session, sending.workshop_id)
    return Sent.REPLACED


def standing_for(session: Session, sending: Sending) -> Row[Any, Any, Any, Any, Any]:
    """What this person has in the slot, where it is still open; held so until the commit."""
    names = ("activity_id", "participant_id", "slot", "uuid")
    asked = {name: getattr(sending, name) for name in names}
    row = session.connection().execute(STANDS, asked).first()
    if row is None or row.state != State.OPEN:
        raise NotOpenError(f"activity {sending.activity_id} takes no answers of this person")
    if (row.round, row.revision) != (sending.round, sending.revision):
        raise NotOpenError("this was made for another round or another script")
    return row


def row_of(sending: Sending) -> dict[str, Any]:
    return {
        "id": secrets.randbits(RANDOM_BITS),
        "uuid": sending.uuid,
        "activity_id": sending.activity_id,
        "round": sending.round,
        "participant_id": sending.participant_id,
        "slot": sending.slot,
        "body": dict(sending.body),
        "pattern": sending.pattern,
        "standing": sending.standing,
        "name": sending.name,
        "cluster": "",
    }


@cache
def once(dialect: str) -> Any:
    """The INSERT that leaves a known uuid or a taken slot alone; written once a process."""
    insert_new = INSERTS[dialect](Contribution.__table__).on_conflict_do_nothing()
    return insert_new.returning(C.id)


def must_be_open(session: Session, activity_id: int, number: int) -> None:
    """Hold the activity as it is until the commit, so that no vote slips in after closing."""
    at = session.execute(OPEN_AT, {"activity": activity_id}).first()
    if at is None or at.state != State.OPEN or at.round != number:
        raise NotOpenError(f"activity {activity_id} takes no answers for round {number}")


def must_have_room(session: Session, sending: Sending) -> None:
    lock_participant(session, sending.participant_id)
    held = session.scalar(
        select(func.count()).where(
            C.activity_id == sending.activity_id,
            C.round == sending.round,
            C.participant_id == sending.participant_id,
            C.uuid != sending.uuid,
            C.slot != sending.slot,
        )
    )
    if sending.most is not None and (held or 0) >= sending.most:
        raise FullError(f"participant has {held} contributions already")


def lock_participant(session: Session, participant_id: int) -> None:
    """Let one person's requests pass one after the other, in every process."""
    session.execute(
        select(Participant.id).where(Participant.id == participant_id).with_for_update()
    )


def take_back(
    session: Session,
    *,
    workshop_id: int,
    activity_id: int,
    number: int,
    participant_id: int,
    key: int,
) -> None:
    """Delete an own contribution, as long as the activity is open."""
    must_be_open(session, activity_id, number)
    gone = session.execute(
        delete(Contribution).where(
            C.id == key, C.activity_id == activity_id, C.participant_id == participant_id
        )
    )
    if not gone.rowcount:  # type: ignore[attr-defined]  # a CursorResult
        raise NotFoundError("no such contribution of this participant")
    bump(session, workshop_id)


def endorse(
    session: Session,
    *,
    workshop_id: int,
    activity_id: int,
    number: int,
    source_id: int,
    participant_id: int,
    dots: Mapping[str, int],
) -> None:
    """Set how somebody spreads the dots over the contributions of ``source_id``, as a whole."""
    must_be_open(session, activity_id, number)
    lock_participant(session, participant_id)
    known = select(C.id).where(C.activity_id == source_id, C.standing == "shown")
    offered = set(session.scalars(known))
    session.execute(
        delete(Endorsement).where(
            Endorsement.participant_id == participant_id,
            Endorsement.contribution_id.in_(select(C.id).where(C.activity_id == source_id)),
        )
    )
    rows = [
        {"contribution_id": int(key), "participant_id": participant_id, "n": n}
        for key, n in dots.items()
        if n > 0 and key.isdecimal() and int(key) in offered
    ]
    if rows:
        session.execute(insert(Endorsement), rows)
    bump(session, workshop_id)


def say_present(
    session: Session,
    *,
    workshop_id: int,
    process: str,
    phones: int,
    projectors: int,
    now: datetime,
) -> None:
    """Write down how many screens one process holds open, over what it said before."""
    statement = INSERTS[session.get_bind().dialect.name](Presence.__table__)
    counts = {"phones": phones, "projectors": projectors, "seen_at": now}
    session.execute(
        statement.on_conflict_do_update(index_elements=["workshop_id", "process"], set_=counts),
        {"workshop_id": workshop_id, "process": process, **counts},
    )
    bump(session, workshop_id)

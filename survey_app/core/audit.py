"""The logbook: what staff did, in a chain where every line holds the seal of the one before."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from survey_app.core.db import Base, IntKey, Json

Data = dict[str, str | int | float | bool | list[str] | None]
START = "0" * 64


class AuditEntry(Base):
    """One thing somebody did. Append-only: changing or deleting an entry raises."""

    __tablename__ = "audit_entry"

    id: Mapped[IntKey]
    workspace_id: Mapped[int | None]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    action: Mapped[str] = mapped_column(String(60))
    target: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime]
    data: Mapped[Data] = mapped_column(Json)
    previous: Mapped[str] = mapped_column(String(64))
    seal: Mapped[str] = mapped_column(String(64), unique=True)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, and in which workspace; a service touches nothing outside it."""

    user_id: int | None
    workspace_id: int


def record(
    session: Session,
    *,
    workspace_id: int | None,
    actor: int | None,
    action: str,
    target: str,
    now: datetime,
    data: Data | None = None,
) -> AuditEntry:
    """Write what was done, in the transaction that does it. ``actor`` is a user's id."""
    last = session.scalar(select(AuditEntry.seal).order_by(AuditEntry.id.desc()).limit(1))
    entry = AuditEntry(
        workspace_id=workspace_id,
        actor_id=actor,
        action=action,
        target=target,
        at=now,
        data=data or {},
        previous=last or START,
    )
    entry.seal = seal_of(entry)
    session.add(entry)
    session.flush()
    return entry


def note(
    session: Session,
    *,
    actor: Actor,
    action: str,
    target: str,
    now: datetime,
    **data: str | int,
) -> None:
    """Write down what ``actor`` did, in the workspace it was done in."""
    record(
        session,
        workspace_id=actor.workspace_id,
        actor=actor.user_id,
        action=action,
        target=target,
        now=now,
        data={**data},
    )


def seal_of(entry: AuditEntry) -> str:
    """The actor stands outside the seal: a person can be forgotten without a broken chain."""
    body = [entry.workspace_id, entry.action, entry.target, entry.at.isoformat(), entry.data]
    text = json.dumps([entry.previous, *body], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def broken_at(session: Session) -> int | None:
    """Return the id of the first entry that was altered or follows a removed one; None is whole."""
    previous = START
    for entry in session.scalars(select(AuditEntry).order_by(AuditEntry.id)):
        if entry.previous != previous or entry.seal != seal_of(entry):
            return entry.id
        previous = entry.seal
    return None


@event.listens_for(AuditEntry, "before_update")
@event.listens_for(AuditEntry, "before_delete")
def refuse(_mapper: object, _connection: object, entry: AuditEntry) -> None:
    raise RuntimeError(f"the logbook is append-only (entry {entry.id})")

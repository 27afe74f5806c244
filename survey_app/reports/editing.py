"""Change what stands in a dossier: its charts, words and quotes in order, and its promises."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from survey_app.core.audit import Actor
from survey_app.core.errors import NotFoundError, StateError
from survey_app.reports.models import Dossier, DossierPart, Promise
from survey_app.reports.rules import Status, moved
from survey_app.reports.service import NewPart, add, dossier_for, log

LONGEST_DOSSIER = 80
"""So many parts a dossier holds; nobody reads more."""


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """What people said and what becomes of it."""

    said: str
    status: Status
    done: str = ""


def add_part(
    session: Session, *, dossier_id: int, part: NewPart, actor: Actor, now: datetime
) -> int:
    """Put one thing at the end; an approved quote stands in the logbook with who approved it."""
    dossier, project = dossier_for(session, dossier_id, actor)
    held = select(func.count()).where(DossierPart.dossier_id == dossier.id)
    if (session.scalar(held) or 0) >= LONGEST_DOSSIER:
        raise StateError(f"dossier {dossier_id} is full")
    part_id = add(session, dossier, part)
    action = "dossier.quote_approved" if part.kind == "quote" else "dossier.part_added"
    log(session, dossier, project, actor=actor, action=action, now=now)
    return part_id


def part_for(session: Session, dossier: Dossier, part_id: int) -> DossierPart:
    part = session.get(DossierPart, part_id)
    if part is None or part.dossier_id != dossier.id:
        raise NotFoundError(f"no part {part_id} in this dossier")
    return part


def change_part(
    session: Session,
    *,
    dossier_id: int,
    part_id: int,
    heading: str,
    text: str,
    actor: Actor,
    now: datetime,
) -> None:
    dossier, project = dossier_for(session, dossier_id, actor)
    part = part_for(session, dossier, part_id)
    part.heading, part.text = heading, text
    log(session, dossier, project, actor=actor, action="dossier.part_changed", now=now)


def price_part(
    session: Session,
    *,
    dossier_id: int,
    part_id: int,
    budget: int,
    costs: Mapping[str, int],
    actor: Actor,
    now: datetime,
) -> None:
    """What each choice of a chart costs in euros, and how many there are to spend."""
    dossier, project = dossier_for(session, dossier_id, actor)
    part = part_for(session, dossier, part_id)
    part.source = {**part.source, "budget": budget, "costs": dict(costs)}
    log(session, dossier, project, actor=actor, action="dossier.part_changed", now=now)


def move_part(
    session: Session, *, dossier_id: int, part_id: int, up: bool, actor: Actor, now: datetime
) -> None:
    """One place up or down."""
    dossier, project = dossier_for(session, dossier_id, actor)
    part_for(session, dossier, part_id)
    mine = select(DossierPart.id).where(DossierPart.dossier_id == dossier.id)
    order = list(session.scalars(mine.order_by(DossierPart.position, DossierPart.id)))
    for position, one in enumerate(moved(order, part_id, up=up), start=1):
        session.execute(update(DossierPart).where(DossierPart.id == one).values(position=position))
    log(session, dossier, project, actor=actor, action="dossier.part_moved", now=now)


def remove_part(
    session: Session, *, dossier_id: int, part_id: int, actor: Actor, now: datetime
) -> None:
    dossier, project = dossier_for(session, dossier_id, actor)
    session.delete(part_for(session, dossier, part_id))
    log(session, dossier, project, actor=actor, action="dossier.part_removed", now=now)


def keep_promise(
    session: Session,
    *,
    dossier_id: int,
    promise_id: int | None,
    facts: PromiseFacts,
    today: date,
    actor: Actor,
    now: datetime,
) -> None:
    """Add what people said, or change what becomes of it."""
    dossier, project = dossier_for(session, dossier_id, actor)
    values = {"said": facts.said, "status": facts.status, "done": facts.done, "changed_on": today}
    if promise_id is None:
        mine = select(func.count()).where(Promise.dossier_id == dossier.id)
        position = (session.scalar(mine) or 0) + 1
        session.add(Promise(dossier_id=dossier.id, position=position, **values))
    else:
        held = promise_for(session, dossier, promise_id)
        for name, value in values.items():
            setattr(held, name, value)
    session.flush()
    log(session, dossier, project, actor=actor, action="dossier.promise", now=now)


def promise_for(session: Session, dossier: Dossier, promise_id: int) -> Promise:
    held = session.get(Promise, promise_id)
    if held is None or held.dossier_id != dossier.id:
        raise NotFoundError(f"no promise {promise_id} in this dossier")
    return held


def remove_promise(
    session: Session, *, dossier_id: int, promise_id: int, actor: Actor, now: datetime
) -> None:
    dossier, project = dossier_for(session, dossier_id, actor)
    session.delete(promise_for(session, dossier, promise_id))
    log(session, dossier, project, actor=actor, action="dossier.promise_removed", now=now)

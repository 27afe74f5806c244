"""Read a village's canvas: what stands on it, what waits, its versions."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey_app.canvases.models import Canvas, Note, Snapshot
from survey_app.canvases.rules import Card, Flow, Source, State
from survey_app.core.errors import NotFoundError
from workshop_templates.activities import Block


@dataclass(frozen=True, slots=True)
class Version:
    """A canvas at one moment, now or as it was laid down; ``number`` 0 is now."""

    number: int
    name: str
    title: str
    promise: str
    cards: tuple[Card, ...]


def canvas_of(session: Session, project_id: int) -> Canvas | None:
    """The project's canvas; None while nobody wrote on it."""
    return session.scalar(select(Canvas).where(Canvas.project_id == project_id))


def notes_of(session: Session, canvas_id: int, state: State) -> list[Note]:
    statement = select(Note).where(Note.canvas_id == canvas_id, Note.state == state)
    return list(session.scalars(statement.order_by(Note.place, Note.id)))


def note_in(session: Session, project_id: int, key: str) -> Note:
    note = session.scalar(
        select(Note)
        .join(Canvas, Canvas.id == Note.canvas_id)
        .where(Canvas.project_id == project_id, Note.uuid == key)
    )
    if note is None:
        raise NotFoundError(f"no note {key} in this project")
    return note


def snapshots_of(session: Session, canvas_id: int) -> list[Snapshot]:
    """The versions, first to last."""
    statement = select(Snapshot).where(Snapshot.canvas_id == canvas_id)
    return list(session.scalars(statement.order_by(Snapshot.number)))


def as_card(note: Note) -> Card:
    return Card(
        note.uuid,
        Block(note.block),
        note.text,
        Source(note.source),
        note.cents,
        Flow(note.flow) if note.flow else None,
        note.dots,
    )


def cards_of(session: Session, canvas_id: int) -> tuple[Card, ...]:
    """What stands on the canvas now."""
    return tuple(as_card(note) for note in notes_of(session, canvas_id, State.ACCEPTED))


def present(session: Session, canvas: Canvas) -> Version:
    return Version(0, "", canvas.title, canvas.promise, cards_of(session, canvas.id))


def laid_down(snapshot: Snapshot) -> Version:
    cards = tuple(Card.from_json(card) for card in snapshot.cards)
    return Version(snapshot.number, snapshot.name, snapshot.title, snapshot.promise, cards)


def version_numbered(session: Session, canvas: Canvas, number: int) -> Version:
    """The canvas as version ``number``; 0 is as it stands now."""
    if number == 0:
        return present(session, canvas)
    return laid_down(chosen(snapshots_of(session, canvas.id), number))


def chosen(snapshots: Iterable[Snapshot], number: int) -> Snapshot:
    for snapshot in snapshots:
        if snapshot.number == number:
            return snapshot
    raise NotFoundError(f"no version {number} of this canvas")

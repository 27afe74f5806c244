"""Change a canvas: notes, their order and money, what is accepted, and versions that stay."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from survey_app.canvases import queries
from survey_app.canvases.models import Canvas, Note, Snapshot
from survey_app.canvases.rules import Card, Flow, Source, State, flow_in
from survey_app.core import audit
from survey_app.core.audit import Actor
from survey_app.core.errors import StateError
from survey_app.projects.service import project_for
from workshop_templates.activities import Block


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """What stands on a note."""

    block: Block
    text: str
    source: Source = Source.DESK
    cents: int | None = None
    flow: Flow | None = None
    dots: int = 0


def canvas_for(session: Session, project_id: int, actor: Actor) -> Canvas:
    """The project's canvas, made at the first change; another workspace's is not there."""
    project = project_for(session, project_id, actor)
    canvas = queries.canvas_of(session, project.id)
    if canvas is None:
        canvas = Canvas(project_id=project.id, title=project.name, promise="")
        session.add(canvas)
        session.flush()
    return canvas


def set_words(
    session: Session, *, project_id: int, title: str, promise: str, actor: Actor, now: datetime
) -> None:
    """Name the plan, and say in a sentence what somebody of the village gets from it."""
    canvas = canvas_for(session, project_id, actor)
    canvas.title, canvas.promise = title, promise
    log(session, canvas, actor=actor, action="canvas.named", now=now)


def add_note(
    session: Session, *, project_id: int, key: str, facts: NoteFacts, actor: Actor, now: datetime
) -> None:
    """Put a note at the end of its block; the same key again is the same note."""
    canvas = canvas_for(session, project_id, actor)
    if key not in held_by(session, canvas):
        stored(session, canvas, key, facts, State.ACCEPTED)
        log(session, canvas, actor=actor, action="canvas.note_added", now=now)


def held_by(session: Session, canvas: Canvas) -> dict[str, Note]:
    """Every note of a canvas by its key, whatever its state."""
    notes = session.scalars(select(Note).where(Note.canvas_id == canvas.id))
    return {note.uuid: note for note in notes}


def stored(session: Session, canvas: Canvas, key: str, facts: NoteFacts, state: State) -> Note:
    place = next_place(session, canvas.id, facts.block)
    note = Note(
        canvas_id=canvas.id, uuid=key, place=place, state=state, hidden_on=None, **asdict(facts)
    )
    session.add(note)
    session.flush()
    return note


def next_place(session: Session, canvas_id: int, block: Block) -> int:
    last = session.scalar(
        select(func.max(Note.place)).where(Note.canvas_id == canvas_id, Note.block == block)
    )
    return 0 if last is None else last + 1


def bring_notes(
    session: Session,
    *,
    project_id: int,
    notes: Iterable[tuple[str, NoteFacts]],
    state: State,
    actor: Actor,
    now: datetime,
) -> int:
    """Take over notes of a gathering, each with its key; return how many are new.

    Those the gathering accepted stand on the canvas at once, the others wait for the coach. A note
    that is there already keeps what the coach made of it and takes the newest count of dots.
    """
    canvas, new = canvas_for(session, project_id, actor), 0
    held = held_by(session, canvas)
    for key, facts in notes:
        if key in held:
            held[key].dots = facts.dots
        else:
            held[key] = stored(session, canvas, key, facts, state)
            new += 1
    if new:
        log(session, canvas, actor=actor, action="canvas.notes_brought", now=now, notes=new)
    return new


def change_note(
    session: Session, *, project_id: int, key: str, facts: NoteFacts, actor: Actor, now: datetime
) -> None:
    canvas = canvas_for(session, project_id, actor)
    note = queries.note_in(session, project_id, key)
    write_on(session, note, facts)
    log(session, canvas, actor=actor, action="canvas.note_changed", now=now)


def write_on(session: Session, note: Note, facts: NoteFacts) -> None:
    """Give a note other words; in another block it stands last."""
    if note.block != facts.block:
        note.place = next_place(session, note.canvas_id, facts.block)
    for name, value in asdict(facts).items():
        setattr(note, name, value)


def move_note(
    session: Session,
    *,
    project_id: int,
    key: str,
    block: Block,
    place: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Put a note in ``block`` as its note number ``place``, the first being 0."""
    canvas = canvas_for(session, project_id, actor)
    note = queries.note_in(session, project_id, key)
    others = [
        other
        for other in queries.notes_of(session, canvas.id, State.ACCEPTED)
        if other.block == block and other.id != note.id
    ]
    note.block, note.flow = block, flow_in(block, Flow(note.flow) if note.flow else None)
    for number, one in enumerate([*others[:place], note, *others[place:]]):
        one.place = number
    session.flush()
    log(session, canvas, actor=actor, action="canvas.note_moved", now=now)


def set_state(
    session: Session, *, project_id: int, key: str, state: State, actor: Actor, now: datetime
) -> None:
    """Accept what was proposed, put a note aside, or take it back."""
    canvas = canvas_for(session, project_id, actor)
    note = queries.note_in(session, project_id, key)
    put(note, state, now=now)
    log(session, canvas, actor=actor, action=f"canvas.note_{state}", now=now)


def put(note: Note, state: State, *, now: datetime) -> None:
    note.state = state
    note.hidden_on = now.date() if state is State.HIDDEN else None


def delete_note(
    session: Session, *, project_id: int, key: str, actor: Actor, now: datetime
) -> None:
    """Delete for good what was put aside before; versions that hold it stay as they are."""
    canvas = canvas_for(session, project_id, actor)
    note = queries.note_in(session, project_id, key)
    if note.state != State.HIDDEN:
        raise StateError("a note on the canvas is put aside before it is deleted")
    session.execute(delete(Note).where(Note.id == note.id))
    log(session, canvas, actor=actor, action="canvas.note_deleted", now=now)


def lay_down(
    session: Session, *, project_id: int, name: str, actor: Actor, now: datetime
) -> Snapshot:
    """Keep the canvas as it stands now, under a name; the next version begins."""
    canvas = canvas_for(session, project_id, actor)
    cards = queries.cards_of(session, canvas.id)
    if not cards:
        raise StateError("an empty canvas is no version")
    snapshot = Snapshot(
        canvas_id=canvas.id,
        number=1 + len(queries.snapshots_of(session, canvas.id)),
        name=name,
        title=canvas.title,
        promise=canvas.promise,
        cards=[card.to_json() for card in cards],
        made_at=now,
    )
    session.add(snapshot)
    session.flush()
    log(session, canvas, actor=actor, action="canvas.laid_down", now=now, version=snapshot.number)
    return snapshot


def bring_back(
    session: Session, *, project_id: int, number: int, actor: Actor, now: datetime
) -> None:
    """Make the canvas what it was in a version; what came since is put aside, not lost."""
    canvas = canvas_for(session, project_id, actor)
    version = queries.version_numbered(session, canvas, number)
    canvas.title, canvas.promise = version.title, version.promise
    held, kept = held_by(session, canvas), {card.key for card in version.cards}
    for key, note in held.items():
        if key not in kept and note.state == State.ACCEPTED:
            put(note, State.HIDDEN, now=now)
    for place, card in enumerate(version.cards):
        note = held.get(card.key) or stored(
            session, canvas, card.key, facts_of(card), State.ACCEPTED
        )
        write_on(session, note, facts_of(card))
        put(note, State.ACCEPTED, now=now)
        note.place = place
    session.flush()
    log(session, canvas, actor=actor, action="canvas.brought_back", now=now, version=number)


def facts_of(card: Card) -> NoteFacts:
    return NoteFacts(card.block, card.text, card.source, card.cents, card.flow, card.dots)


def log(
    session: Session, canvas: Canvas, *, actor: Actor, action: str, now: datetime, **data: int | str
) -> None:
    """What stands on a note stays out of the logbook: it may have to be forgotten."""
    target, facts = f"canvas {canvas.id}", {"title": canvas.title, **data}
    audit.note(session, actor=actor, action=action, target=target, now=now, **facts)

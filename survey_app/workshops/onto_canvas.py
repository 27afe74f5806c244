"""What the facilitator accepted goes onto the village's own canvas, as soon as a step is closed."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey_app.activities.canvas import LiveCanvas
from survey_app.canvases.rules import Source
from survey_app.canvases.rules import State as NoteState
from survey_app.canvases.service import bring_notes
from survey_app.core.audit import Actor
from survey_app.workshops.course import Stop
from survey_app.workshops.giving import given_to
from survey_app.workshops.models import Activity, Workshop
from survey_app.workshops.rules import State

OVER = (State.CLOSED, State.REVEALED)
SOURCES = {"steering": Source.STEERING, "council": Source.COUNCIL}
"""Where a note says it came from, by the kind of gathering; else from a workshop."""


def bring_to_canvas(
    session: Session, workshop: Workshop, stop: Stop | None, *, actor: Actor, now: datetime
) -> int:
    """Bring the notes of a step that is over; return how many were new to the canvas."""
    if stop is None or not isinstance(stop.activity, LiveCanvas):
        return 0
    row = session.scalar(
        select(Activity).where(Activity.workshop_id == workshop.id, Activity.step == stop.code)
    )
    if row is None or row.state not in OVER:
        return 0
    source = SOURCES.get(workshop.script["kind"], Source.WORKSHOP)
    given = given_to(session, stop.activity, row.id, row.round)
    notes = [(key, replace(facts, source=source)) for key, facts in stop.activity.notes(given)]
    if not notes:
        return 0
    return bring_notes(
        session,
        project_id=workshop.project_id,
        notes=notes,
        state=NoteState.ACCEPTED,
        actor=actor,
        now=now,
    )

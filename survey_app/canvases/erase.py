"""What canvases keep of people: nothing by itself; what was put aside is forgotten in time."""

from datetime import date, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from survey_app.canvases.models import Note
from survey_app.core.daily import daily
from survey_app.core.writer import write

KEPT_ASIDE = timedelta(days=90)
"""Somebody may have written a name on a note that was refused: it goes after three months."""


@daily
def purge(today: date) -> dict[str, int]:
    """Delete the notes that have lain aside for three months."""
    return {"notes": write(lambda session: purge_notes(session, today=today))}


def purge_notes(session: Session, *, today: date) -> int:
    old = delete(Note).where(Note.hidden_on < today - KEPT_ASIDE)
    gone: int = session.execute(old).rowcount  # type: ignore[attr-defined]  # a CursorResult
    return gone

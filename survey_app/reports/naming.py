"""Keep what a coach calls the themes of an open question; forget it with the answers."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from survey_app.core import audit
from survey_app.core.audit import Actor
from survey_app.core.errors import StateError
from survey_app.reports.models import Naming
from survey_app.reports.queries import naming_of
from survey_app.reports.rules import may_name_anew
from survey_app.surveys.service import survey_for


def name_themes(
    session: Session,
    *,
    survey_id: int,
    item: str,
    themes: Mapping[str, Any],
    today: date,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep the themes of one question in the place of what was kept of it before."""
    survey = survey_for(session, survey_id, actor)
    held = naming_of(session, survey_id, item)
    kept = None if held is None else held.themes["n"]
    if not may_name_anew(n=themes["n"], kept=kept, k=survey.least_cell):
        raise StateError(f"too few answers came in since the themes of {item} were named")
    if held is None:
        held = Naming(survey_id=survey_id, item=item)
        session.add(held)
    held.day, held.themes = today, dict(themes)
    session.flush()
    target = f"survey {survey_id}"
    audit.note(
        session, actor=actor, action="themes.named", target=target, now=now, title=survey.title
    )


def forget_namings(session: Session, *, survey_ids: Any) -> int:
    gone = session.execute(delete(Naming).where(Naming.survey_id.in_(survey_ids)))
    return int(gone.rowcount)  # type: ignore[attr-defined]  # a CursorResult

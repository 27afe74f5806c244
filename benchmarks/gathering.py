"""The workshop that is measured: one question, open."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from question_banks.loader import load_library
from survey_app.core.audit import Actor
from survey_app.core.clock import today, utc_now
from survey_app.core.writer import write
from survey_app.projects.models import Project
from survey_app.workshops.planning import plan_workshop
from survey_app.workshops.rules import Move
from survey_app.workshops.steering import steer
from workshop_templates.model import WorkshopTemplate

ITEM, STEP = "facilities_form", "form"
CHOICES = ("fixed", "mobile")
SCRIPT: dict[str, Any] = {
    "code": "measured",
    "version": 1,
    "kind": "workshop",
    "title": "Mobiel of vast?",
    "purpose": "Meten.",
    "audience": "Niemand.",
    "minutes": 5,
    "people": {"least": 2, "most": 1000},
    "team": ["Niemand."],
    "materials": ["Niets."],
    "access": ["Iedereen."],
    "steps": [
        {
            "code": STEP,
            "title": "Richting",
            "minutes": 5,
            "do": "Vraag.",
            "activity": {"kind": "ask", "item": ITEM},
        }
    ],
}


def open_hall() -> str:
    """Plan a workshop, open its question; return its code and the projector's token."""
    now, day = utc_now(), today()

    def work(session: Session) -> str:
        project = session.scalars(select(Project)).one()
        actor = Actor(None, project.workspace_id)
        script, items = WorkshopTemplate.from_json(SCRIPT), load_library().items
        made = plan_workshop(
            session, project_id=project.id, script=script, items=items, actor=actor, now=now
        )
        for move in (Move.NEXT, Move.OPEN):
            steer(
                session,
                workshop_id=made.id,
                move=move,
                expected="",
                actor=actor,
                now=now,
                today=day,
            )
        return f"{made.code} {made.projector_token}"

    return write(work)

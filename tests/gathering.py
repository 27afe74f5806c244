"""A workshop to test with: planned from a script, steered by a facilitator, answered on phones."""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from question_banks.item import Item
from question_banks.loader import load_library
from survey_app.core.audit import Actor
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.projects.service import ProjectFacts, create_project
from survey_app.workshops import queries, steering
from survey_app.workshops.planning import plan_workshop
from survey_app.workshops.rules import Move
from survey_app.workshops.scene import Scene, scene_of
from tests.programs import NOW
from workshop_templates.loader import load_templates
from workshop_templates.model import WorkshopTemplate

SHORT: dict[str, Any] = {
    "code": "short",
    "version": 1,
    "kind": "workshop",
    "title": "Wat wordt onze plek?",
    "purpose": "Kiezen.",
    "audience": "Iedereen.",
    "minutes": 21,
    "people": {"least": 2, "most": 60},
    "team": ["De begeleider."],
    "materials": ["Een scherm."],
    "access": ["Lees voor."],
    "steps": [
        {"code": "welcome", "title": "Welkom", "minutes": 5, "do": "Groet.", "notes": "Dag!"},
        {
            "code": "trial",
            "title": "Proef",
            "minutes": 2,
            "do": "Probeer.",
            "activity": {"kind": "ask", "item": "neighbourhood_favourite_place", "trial": True},
        },
        {
            "code": "form",
            "title": "Richting",
            "minutes": 5,
            "do": "Vraag.",
            "activity": {"kind": "ask", "item": "facilities_form", "rounds": 2},
        },
        {
            "code": "say",
            "title": "Vertel",
            "minutes": 5,
            "do": "Vraag.",
            "activity": {"kind": "ask", "item": "pilot_story"},
        },
        {
            "code": "wall",
            "title": "Ideeën",
            "minutes": 4,
            "do": "Verzamel.",
            "activity": {"kind": "ideas", "question": "Wat droomt u?", "ideas_each": 2, "dots": 3},
        },
    ],
}
FIXED, MOBILE = "fixed", "mobile"


@dataclass
class Gathering:
    """A workshop of a test."""

    app: Flask
    id: int
    code: str
    token: str
    actor: Actor
    phones: list["Phone"] = field(default_factory=list)

    def press(self, move: str, **facts: Any) -> None:
        """One press of the facilitator; a move that makes no sense raises."""
        with self.app.app_context():
            write(
                partial(
                    steering.steer,
                    workshop_id=self.id,
                    move=Move(move),
                    expected="",
                    actor=self.actor,
                    now=NOW,
                    today=NOW.date(),
                    **facts,
                )
            )

    def go(self, step: str, *moves: str) -> None:
        """Jump to a step and press there: ``go("form", "open")``."""
        number = [stop.code for stop in self.scene().course.stops].index(step)
        self.press("next", step=number)
        for move in moves:
            self.press(move)

    def scene(self) -> Scene:
        with self.app.app_context():
            try:
                return scene_of(db.session, queries.here_by_id(db.session, self.id))
            finally:
                db.session.close()

    def phone(self, **role: str) -> "Phone":
        """Somebody who scans the code and joins."""
        phone = Phone(self, self.app.test_client())
        phone.client.post(f"/j/{self.code}", data=role)
        self.phones.append(phone)
        return phone

    def phones_that_answer(self, *answers: str, item: str = "facilities_form") -> None:
        for answer in answers:
            assert self.phone().answer({item: answer}).status_code == 303


@dataclass
class Phone:
    """A participant's device without JavaScript."""

    gathering: Gathering
    client: FlaskClient

    def page(self, more: str = "") -> Any:
        return self.client.get(f"/j/{self.gathering.code}{more}")

    def answer(self, data: dict[str, Any], **more: Any) -> Any:
        stop = self.gathering.scene().stop
        assert stop is not None
        return self.send(stop.code, data, **more)

    def send(self, step: str, data: dict[str, Any], to: str = "", **more: Any) -> Any:
        form = {"uuid": str(uuid.uuid4()), **data}
        return self.client.post(f"/j/{self.gathering.code}/{step}{to}", data=form, **more)


def plan(
    app: Flask,
    script: WorkshopTemplate | str = "",
    *,
    actor: Actor,
    own: Mapping[str, Item] | None = None,
) -> Gathering:
    """Plan a workshop in a project of its own; ``own`` are items beside those of the banks."""
    if isinstance(script, str):
        script = load_templates()[script] if script else WorkshopTemplate.from_json(SHORT)
    with app.app_context():
        given = {"actor": actor, "now": NOW}
        facts = ProjectFacts(
            name="Plus-plek", village="Lafelt", municipality="Riemst", organiser="Gilden"
        )
        project = write(partial(create_project, facts=facts, **given))
        items = {**load_library().items, **(own or {})}
        made = write(
            partial(plan_workshop, project_id=project.id, script=script, items=items, **given)
        )
        return Gathering(app, made.id, made.code, made.projector_token, actor)


def numbers_in(text: str) -> set[int]:
    """Every number a page shows, without those of its markup."""
    bare = re.sub(r"<svg.*?</svg>|<[^>]*>", " ", text, flags=re.DOTALL)
    return {int(found) for found in re.findall(r"(?<![\w:/.])\d+(?![\w:/])", bare)}

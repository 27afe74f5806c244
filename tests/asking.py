"""A survey to answer, as the tests ask it: a village, its questions, and the ways in."""

import re
import uuid as uuids
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from question_banks.item_types import parse_item
from question_banks.text import Text
from survey_app.answers.models import Response
from survey_app.core.audit import Actor
from survey_app.core.db import db
from survey_app.core.tokens import Ticket
from survey_app.core.writer import write
from survey_app.projects.service import ProjectFacts, create_project
from survey_app.responses import collecting
from survey_app.responses.collecting import CollectorFacts
from survey_app.responses.models import Collector
from survey_app.surveys import editing, service
from survey_app.surveys.models import Survey
from survey_app.workspaces.models import Workspace
from tests.programs import NOW
from tests.questions import EVERY_TYPE, LANGUAGES

DAY = NOW.date()
CODE = "K7P2QX"


@dataclass(frozen=True, slots=True)
class Asked:
    """A survey that is open, as a test speaks of it."""

    app: Flask
    survey_id: int
    collector_id: int
    workspace_id: int
    code: str = CODE
    number: int = 1

    @property
    def actor(self) -> Actor:
        return Actor(None, self.workspace_id)

    def ticket(self, *, day: date = DAY, version: int = 1, code: str = "") -> str:
        with self.app.app_context():
            return Ticket(code or self.code, version, day).signed()

    def form(
        self, answers: Iterable[tuple[str, str]] = (), **carried: str
    ) -> list[tuple[str, str]]:
        """Everything the last page posts; ``carried`` is stronger than what it usually carries."""
        usual = {
            "uuid": str(uuids.uuid4()),
            "version": str(self.number),
            "ticket": self.ticket(),
            "lang": "nl",
            "mode": "self",
            "at": "@check",
            "go": "send",
        }
        return [*(usual | carried).items(), *answers]

    def change(self, **values: Any) -> None:
        """Change the survey's or the collector's own columns, as the desk would."""

        def work(session: Any) -> None:
            survey = session.get_one(Survey, self.survey_id)
            collector = session.get_one(Collector, self.collector_id)
            for name, value in values.items():
                setattr(collector if hasattr(Collector, name) else survey, name, value)

        with self.app.app_context():
            write(work)

    def act(self, what: Any, **values: Any) -> Any:
        """Have a service change the survey as its coach."""
        with self.app.app_context():
            return write(
                lambda session: what(
                    session, survey_id=self.survey_id, actor=self.actor, now=NOW, **values
                )
            )

    def edit(self, change: Any) -> None:
        """Change the draft by a function of the questionnaire."""

        def work(session: Any) -> None:
            revision = session.get_one(Survey, self.survey_id).draft_revision
            service.edit_draft(
                session, survey_id=self.survey_id, revision=revision, edit=change, actor=self.actor
            )

        with self.app.app_context():
            write(work)

    def kept(self) -> list[Response]:
        """Every response of the survey, as it is now."""
        with self.app.app_context():
            db.session.close()
            mine = select(Response).where(Response.survey_id == self.survey_id)
            held = list(db.session.scalars(mine.order_by(Response.id)))
            db.session.expunge_all()
            return held

    def only(self) -> Response:
        (held,) = self.kept()
        return held


def ask(
    app: Flask,
    items: Iterable[Mapping[str, Any]] = EVERY_TYPE,
    *,
    code: str = CODE,
    published: bool = True,
    languages: tuple[str, ...] = LANGUAGES,
) -> Asked:
    """Open a survey of these items in a village of its own."""

    def work(session: Any) -> Asked:
        workspace = Workspace(slug=f"dorp-{code.lower()}", name="Dorp", created_at=NOW)
        session.add(workspace)
        session.flush()
        actor = Actor(None, workspace.id)
        project = create_project(
            session,
            facts=ProjectFacts("Plus-plek Lafelt", "Lafelt", "Riemst", "Gemeente Riemst", 500),
            actor=actor,
            now=NOW,
            invented=True,
        )
        survey = service.create_survey(
            session, project_id=project.id, title="Wat mist u in Lafelt?", actor=actor, now=NOW
        )
        edit = partial(written, items=items, languages=languages)
        service.edit_draft(session, survey_id=survey.id, revision=1, edit=edit, actor=actor)
        if published:
            service.publish_survey(session, survey_id=survey.id, actor=actor, now=NOW)
        collector = collecting.add_collector(
            session, survey_id=survey.id, facts=CollectorFacts("Schoolpoort"), actor=actor, now=NOW
        )
        collector.code = code
        return Asked(app, survey.id, collector.id, workspace.id, code)

    with app.app_context():
        return write(work)


def written(questionnaire: Any, items: Iterable[Mapping[str, Any]], languages: Any) -> Any:
    for item in items:
        questionnaire = editing.add_item(questionnaire, parse_item(dict(item)))
    later = Text({"nl": "In januari kiest de stuurgroep. U hoort van ons."})
    return editing.set_texts(questionnaire, languages=languages, next_steps=later)


def receipt_of(response: TestResponse) -> str:
    """The receipt on a thank-you page; an error page is told in full."""
    found = re.search(r'<meta name="receipt" content="(\w+)">', response.text)
    assert found, f"{response.status}: {heading_of(response)}"
    return found[1]


def heading_of(response: TestResponse) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", response.text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def send(
    client: FlaskClient, asked: Asked, answers: Iterable[tuple[str, str]] = (), **carried: str
) -> TestResponse:
    """Post the last page."""
    return post(client, asked.form(answers, **carried), code=asked.code)


def post(client: FlaskClient, form: Iterable[tuple[str, str]], *, code: str = CODE) -> TestResponse:
    fields: dict[str, list[str]] = {}
    for name, value in form:
        fields.setdefault(name, []).append(value)
    return client.post(f"/s/{code}", data=fields)


def pressed_again(client: FlaskClient, page: TestResponse) -> TestResponse:
    """Send the form of a page as it stands."""
    fields = re.findall(r'<input type="hidden"[^>]* name="([^"]+)" value="([^"]*)"', page.text)
    return post(client, [*fields, ("go", "send")])


@pytest.fixture
def asked(app: Flask) -> Asked:
    """A survey with every type of question, on SQLite."""
    return ask(app)


@pytest.fixture
def any_asked(any_app: Flask) -> Asked:
    """The same on SQLite, then on PostgreSQL."""
    return ask(any_app)

"""Every village of the demo has a canvas that grew, version after version."""

from datetime import UTC, datetime

import pytest
import yaml

from survey_app.canvases import queries
from survey_app.canvases.rules import difference, sums
from survey_app.core.audit import Actor
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.demo.canvases import FILE, load_canvas
from survey_app.projects.service import ProjectFacts, create_project
from survey_app.workspaces.models import Workspace
from workshop_templates.activities import Block

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
VILLAGES = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture
def canvas_of(app):
    def load(village: str):
        def make(session):
            place = Workspace(slug="demo", name="Demo", created_at=NOW)
            session.add(place)
            session.flush()
            actor = Actor(None, place.id)
            facts = ProjectFacts(village, village, village, "")
            return create_project(session, facts=facts, actor=actor, now=NOW).id, actor

        project_id, actor = write(make)
        load_canvas(village, project_id=project_id, actor=actor, now=NOW)
        return queries.canvas_of(db.session, project_id)

    with app.app_context():
        yield load


@pytest.mark.parametrize("village", VILLAGES)
def test_canvas_grew_and_carries_a_promise_and_money(canvas_of, village) -> None:
    canvas = canvas_of(village)

    versions = [queries.laid_down(one) for one in queries.snapshots_of(db.session, canvas.id)]
    now = queries.present(db.session, canvas)
    assert len(versions) == 2
    assert len(versions[0].cards) < len(versions[1].cards) <= len(now.cards)
    assert any(difference(versions[1].cards, now.cards).values())
    assert now.promise
    assert sums(now.cards)
    assert {card.block for card in now.cards} == set(Block)

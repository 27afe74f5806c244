"""A village's moments in time, and what comes next in each village."""

from datetime import date

import pytest

from survey_app.core.audit import Actor
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.projects import queries, service
from survey_app.projects.models import Moment
from survey_app.projects.service import MomentFacts, ProjectFacts
from tests.programs import NOW


@pytest.fixture
def actor(web, owner, inside) -> Actor:
    return Actor(owner.id, 1)


def village(actor, name, *moments) -> int:
    def make(session):
        project = service.create_project(
            session, facts=ProjectFacts(f"Plus-plek {name}", name, "", ""), actor=actor, now=NOW
        )
        for title, day, done in moments:
            facts = MomentFacts(kind="workshop", title=title, starts_on=day, done=done)
            service.add_moment(session, project_id=project.id, facts=facts, actor=actor, now=NOW)
        return project.id

    return write(make)


def test_what_comes_next_is_the_first_moment_still_to_come(actor) -> None:
    lafelt = village(
        actor,
        "Lafelt",
        ("Zonder datum", None, False),
        ("Opening", date(2026, 9, 1), False),
        ("Infostand", date(2026, 6, 1), False),
        ("Analyse", date(2026, 1, 1), True),
    )
    pelt = village(actor, "Pelt", ("Analyse", date(2026, 1, 1), True))

    found = queries.next_moments(db.session, 1)

    assert {key: moment.title for key, moment in found.items()} == {lafelt: "Infostand"}
    assert pelt not in found


def test_another_organisation_sees_nothing_of_it(actor) -> None:
    village(actor, "Lafelt", ("Infostand", date(2026, 6, 1), False))

    assert queries.next_moments(db.session, 2) == {}


def moment(key, *, done=False, **facts) -> Moment:
    return Moment(id=key, project_id=1, kind="workshop", title="", done=done, **facts)


def test_timeline_has_one_next_step_and_bars_on_one_scale() -> None:
    steps = queries.timeline(
        [
            moment(1, done=True, attendance=200),
            moment(2, done=True, attendance=1),
            moment(3, expected=50),
            moment(4),
        ]
    )

    assert [(step.state, step.width) for step in steps] == [
        ("done", 100),
        ("done", 2),
        ("next", 25),
        ("later", 0),
    ]


def test_timeline_of_nothing_is_nothing() -> None:
    assert queries.timeline([]) == []

"""A canvas's life, on both databases: notes come, move and go; versions stay."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from survey_app.canvases import erase, queries, service
from survey_app.canvases.models import Canvas, Note, Snapshot
from survey_app.canvases.rules import Flow, Source, State
from survey_app.canvases.service import NoteFacts
from survey_app.core.audit import Actor, AuditEntry
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError, StateError
from survey_app.core.writer import write
from survey_app.projects.service import ProjectFacts, create_project, delete_project
from survey_app.workspaces.models import Workspace
from workshop_templates.activities import Block

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
FACTS = ProjectFacts("Plus-plek Lafelt", "Lafelt", "Riemst", "Gemeente Riemst")


@pytest.fixture(autouse=True)
def inside(any_app):
    with any_app.app_context():
        yield


def workspace(name: str) -> Actor:
    def make(session):
        held = Workspace(slug=name, name=name, created_at=NOW)
        session.add(held)
        session.flush()
        return Actor(None, held.id)

    return write(make)


@pytest.fixture
def actor() -> Actor:
    return workspace("dorpen")


@pytest.fixture
def project(actor) -> int:
    return write(lambda s: create_project(s, facts=FACTS, actor=actor, now=NOW).id)


@pytest.fixture
def do(project, actor):
    """Do one thing to the project's canvas: ``do(service.lay_down, name="eerste")``."""

    def do(change, *, by=actor, **facts):
        return write(lambda s: change(s, project_id=project, actor=by, now=NOW, **facts))

    return do


@pytest.fixture
def add(do):
    def add(text: str, block: Block = Block.OFFER, **facts) -> str:
        key = str(uuid4())
        do(service.add_note, key=key, facts=NoteFacts(block, text, **facts))
        return key

    return add


def texts(project: int, block: Block = Block.OFFER) -> list[str]:
    db.session.close()
    canvas = queries.canvas_of(db.session, project)
    assert canvas is not None
    return [c.text for c in queries.cards_of(db.session, canvas.id) if c.block == block]


def test_first_note_begins_the_canvas(add, project) -> None:
    add("Koffie")

    canvas = queries.canvas_of(db.session, project)
    assert canvas is not None
    assert canvas.title == "Plus-plek Lafelt"
    assert texts(project) == ["Koffie"]


def test_note_sent_twice_stands_once(do, project) -> None:
    for _time in range(2):
        do(service.add_note, key="k", facts=NoteFacts(Block.OFFER, "Koffie"))

    assert texts(project) == ["Koffie"]


def test_note_moves_within_its_block_and_to_another(add, do, project) -> None:
    first, _second, third = add("een"), add("twee"), add("drie")

    do(service.move_note, key=third, block=Block.OFFER, place=0)
    assert texts(project) == ["drie", "een", "twee"]

    do(service.move_note, key=first, block=Block.CHANNELS, place=99)
    assert texts(project) == ["drie", "twee"]
    assert texts(project, Block.CHANNELS) == ["een"]


def test_cost_that_moves_to_the_revenues_becomes_one(add, do, project) -> None:
    key = add("Feest", Block.COSTS, cents=5000, flow=Flow.COST_YEAR)

    do(service.move_note, key=key, block=Block.REVENUE, place=0)

    note = queries.note_in(db.session, project, key)
    assert (note.flow, note.cents) == (Flow.REVENUE_YEAR, 5000)


def test_changed_note_says_its_new_words(add, do, project) -> None:
    key = add("Koffie")

    do(service.change_note, key=key, facts=NoteFacts(Block.PARTNERS, "School", Source.SURVEY))

    assert texts(project, Block.PARTNERS) == ["School"]
    assert texts(project) == []


def test_notes_of_a_gathering_wait_and_keep_what_the_coach_made_of_them(do, project) -> None:
    brought = [("a", NoteFacts(Block.OFFER, "Soep", Source.WORKSHOP, dots=2))]
    assert do(service.bring_notes, notes=brought, state=State.PROPOSED) == 1
    assert texts(project) == []

    do(service.change_note, key="a", facts=NoteFacts(Block.OFFER, "Verse soep", dots=2))
    do(service.set_state, key="a", state=State.ACCEPTED)
    again = [("a", NoteFacts(Block.OFFER, "Soep", Source.WORKSHOP, dots=7))]
    assert do(service.bring_notes, notes=again, state=State.PROPOSED) == 0

    assert texts(project) == ["Verse soep"]
    assert queries.note_in(db.session, project, "a").dots == 7


def test_note_put_aside_comes_back_or_goes_for_good(add, do, project) -> None:
    key = add("Koffie")
    with pytest.raises(StateError):
        do(service.delete_note, key=key)

    do(service.set_state, key=key, state=State.HIDDEN)
    assert texts(project) == []
    do(service.set_state, key=key, state=State.ACCEPTED)
    assert texts(project) == ["Koffie"]

    do(service.set_state, key=key, state=State.HIDDEN)
    do(service.delete_note, key=key)
    with pytest.raises(NotFoundError):
        queries.note_in(db.session, project, key)


def test_version_stays_as_it_was(add, do, project) -> None:
    key = add("Koffie")
    first = do(service.lay_down, name="eerste").id
    do(service.change_note, key=key, facts=NoteFacts(Block.OFFER, "Thee"))
    do(service.lay_down, name="tweede")

    canvas = queries.canvas_of(db.session, project)
    assert canvas is not None
    held = [queries.laid_down(one) for one in queries.snapshots_of(db.session, canvas.id)]
    assert [(one.number, one.name, one.cards[0].text) for one in held] == [
        (1, "eerste", "Koffie"),
        (2, "tweede", "Thee"),
    ]
    with pytest.raises(RuntimeError, match="stays as it was"):
        write(lambda s: setattr(s.get_one(Snapshot, first), "name", "anders"))


def test_empty_canvas_is_no_version(do) -> None:
    with pytest.raises(StateError):
        do(service.lay_down, name="leeg")


def test_version_brought_back_puts_aside_what_came_since(add, do, project) -> None:
    do(service.set_words, title="Eerst", promise="Altijd koffie")
    kept, gone = add("Koffie"), add("Taart")
    do(service.lay_down, name="eerste")
    do(service.set_words, title="Later", promise="")
    do(service.change_note, key=kept, facts=NoteFacts(Block.COSTS, "Duurder"))
    do(service.set_state, key=gone, state=State.HIDDEN)
    do(service.delete_note, key=gone)
    later = add("Soep")

    do(service.bring_back, number=1)

    assert texts(project) == ["Koffie", "Taart"]
    assert queries.note_in(db.session, project, later).state == State.HIDDEN
    canvas = queries.canvas_of(db.session, project)
    assert canvas is not None
    assert (canvas.title, canvas.promise) == ("Eerst", "Altijd koffie")


def test_somebody_of_another_workspace_finds_nothing(add, do, project) -> None:
    key, stranger = add("Koffie"), workspace("elders")

    for change, facts in (
        (service.add_note, {"key": "x", "facts": NoteFacts(Block.OFFER, "Ik ook")}),
        (service.move_note, {"key": key, "block": Block.COSTS, "place": 0}),
        (service.set_state, {"key": key, "state": State.HIDDEN}),
        (service.lay_down, {"name": "van mij"}),
    ):
        with pytest.raises(NotFoundError):
            do(change, by=stranger, **facts)
    assert texts(project) == ["Koffie"]


def test_everything_is_in_the_logbook_without_the_words_of_a_note(add, do) -> None:
    key = add("Vraag het aan Jan")
    do(service.set_state, key=key, state=State.HIDDEN)
    do(service.delete_note, key=key)

    lines = db.session.scalars(
        select(AuditEntry).where(AuditEntry.action.startswith("canvas."))
    ).all()
    assert [one.action for one in lines] == [
        "canvas.note_added",
        "canvas.note_hidden",
        "canvas.note_deleted",
    ]
    assert "Jan" not in str([one.data for one in lines])


def test_what_lay_aside_for_three_months_is_forgotten(add, do, project) -> None:
    add("Koffie")
    do(service.set_state, key=add("Oud"), state=State.HIDDEN)

    assert erase.purge(date(2026, 8, 18)) == {"notes": 0}
    assert erase.purge(date(2026, 8, 19)) == {"notes": 1}
    assert db.session.scalar(select(func.count()).select_from(Note)) == 1


def test_canvas_goes_with_its_project(add, do, project, actor) -> None:
    add("Koffie")
    do(service.lay_down, name="eerste")

    write(lambda s: delete_project(s, project_id=project, actor=actor, now=NOW))

    for model in (Canvas, Note, Snapshot):
        assert db.session.scalar(select(func.count()).select_from(model)) == 0

"""A facilitator's presses: on and back, taken back, two at once, on the timeline."""

from functools import partial

import pytest
from sqlalchemy import select

from survey_app.core.audit import Actor, AuditEntry
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.writer import write
from survey_app.projects.models import Moment
from survey_app.workshops import steering
from survey_app.workshops.rules import Move
from survey_app.workshops.steering import MovedOnError
from tests.programs import NOW

pytestmark = pytest.mark.usefixtures("database_url")


def standing(hall) -> str:
    return hall.scene().standing


def test_workshop_runs_from_lobby_to_end(hall) -> None:
    seen = []
    hall.go("form")
    for move in ("open", "close", "reveal", "again", "close", "reveal"):
        hall.press(move)
        seen.append(standing(hall).split(".", 2)[2])

    assert seen == ["open.1", "closed.1", "revealed.1", "open.2", "closed.2", "revealed.2"]
    hall.press("end")
    assert standing(hall).startswith("ended")


def test_going_on_closes_what_was_open(hall) -> None:
    hall.go("form", "open")

    hall.press("next")

    assert hall.scene().activities["form"].state == "closed"


def test_press_on_how_it_stood_before_a_colleague_changes_nothing(hall) -> None:
    hall.go("form")
    before = standing(hall)
    hall.press("open")

    with pytest.raises(MovedOnError), hall.app.app_context():
        write(
            partial(
                steering.steer,
                workshop_id=hall.id,
                move=Move.NEXT,
                expected=before,
                actor=hall.actor,
                now=NOW,
                today=NOW.date(),
            )
        )

    assert hall.scene().activities["form"].state == "open"


@pytest.mark.parametrize("move", ["open", "next", "blank", "theme"])
def test_undo_takes_the_last_press_back(hall, move) -> None:
    hall.go("form")
    before = hall.scene().here

    hall.press(move)
    hall.press("undo")

    after = hall.scene().here
    assert (after.step, after.blank, after.theme) == (before.step, before.blank, before.theme)
    assert hall.scene().activities["form"].state == "ready"


def test_undo_twice_has_nothing_to_take_back(hall) -> None:
    hall.go("form", "open")
    hall.press("undo")

    with pytest.raises(MovedOnError):
        hall.press("undo")


def test_undo_keeps_what_people_sent(hall) -> None:
    hall.go("form", "open")
    hall.phones_that_answer("fixed")
    hall.press("close")

    hall.press("undo")

    assert hall.scene().activities["form"].state == "open"
    assert "Uw antwoord is aangekomen" in hall.phones[0].page().text


def test_gathering_stands_on_the_timeline_with_its_attendance(hall) -> None:
    hall.go("form", "open")
    hall.phones_that_answer("fixed", "mobile")
    hall.press("end")

    with hall.app.app_context():
        moment = db.session.scalars(select(Moment)).one()
        assert (moment.kind, moment.attendance, moment.done) == ("workshop", 2, True)
        assert moment.starts_on == NOW.date()


def test_every_press_stands_in_the_logbook(hall) -> None:
    hall.go("form", "open")

    with hall.app.app_context():
        actions = list(db.session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))
    assert actions[-3:] == ["workshop.next", "moment.added", "workshop.open"] or actions[-1:] == [
        "workshop.open"
    ]


def test_another_organisation_steers_nothing(hall) -> None:
    hall.actor = Actor(hall.actor.user_id, 99)

    with pytest.raises(NotFoundError):
        hall.press("next")

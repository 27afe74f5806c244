"""A member confirms a choice on the page of a card: stored at once, refused in words."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from survey_app.ballots.models import Participation
from survey_app.ballots.rules import Kind, Method
from survey_app.core.db import db
from survey_app.core.tokens import grouped
from tests.survey_app.ballots.conftest import Committee, gathered
from tests.survey_app.ballots.test_cards import issued


@pytest.fixture
def hall(app):
    with app.app_context():
        yield gathered(app)


def confirm(committee: Committee, token: str, motion: int, choice: str, **facts: str):
    form = {"motion": str(motion), "choice": choice, "go": "confirm", "uuid": str(uuid4())}
    with committee.app.test_client() as client:
        return client.post(f"/v/{token}", data=form | facts)


def shown(committee: Committee, token: str) -> str:
    return committee.app.test_client().get(f"/v/{token}").text


@pytest.mark.parametrize("kind", Kind)
def test_confirmed_choice_is_stored_and_its_page_shows_the_receipt(hall, kind) -> None:
    motion = hall.opened(kind, Method.CHOICE)
    (card,) = issued(hall, hall.voters[0])

    sent = confirm(hall, card.token, motion, "b", turn="0")

    assert (sent.status_code, sent.location) == (302, f"/v/{card.token}")
    assert hall.turnout(motion) == 1
    receipt = db.session.scalars(select(Participation.receipt)).one()
    assert grouped(receipt) in shown(hall, card.token)
    assert hall.finish(motion).votes == (("a", 0), ("b", 1))


def test_form_of_an_earlier_motion_leads_to_the_page_of_now(hall) -> None:
    first = hall.opened(Kind.NAMED, Method.CHOICE)
    (card,) = issued(hall, hall.voters[0])
    hall.close(first)
    hall.count(first)
    second = hall.opened(Kind.NAMED, Method.CHOICE)

    sent = confirm(hall, card.token, first, "b")

    assert (sent.status_code, sent.location) == (302, f"/v/{card.token}")
    assert (hall.turnout(first), hall.turnout(second)) == (0, 0)


def test_vote_that_comes_too_late_hears_so(hall) -> None:
    motion = hall.opened(Kind.SEALED, Method.CHOICE)
    (card,) = issued(hall, hall.voters[0])
    hall.close(motion)

    sent = confirm(hall, card.token, motion, "b")

    assert sent.status_code == 409
    assert hall.turnout(motion) == 0


def test_stale_form_and_unknown_choice_change_nothing(hall) -> None:
    motion = hall.opened(Kind.NAMED, Method.CHOICE)
    (card,) = issued(hall, hall.voters[0])
    confirm(hall, card.token, motion, "a", turn="0")

    answers = [
        confirm(hall, card.token, motion, "b", turn="0").status_code,
        confirm(hall, card.token, motion, "zzz").status_code,
    ]

    assert answers == [409, 422]
    assert hall.finish(motion).votes == (("a", 1), ("b", 0))


@pytest.mark.parametrize("motion", ["", "x", "999999", "9" * 40])
def test_nonsense_instead_of_a_motion_leads_back(hall, motion) -> None:
    hall.opened(Kind.NAMED, Method.CHOICE)
    (card,) = issued(hall, hall.voters[0])

    sent = confirm(hall, card.token, motion, "a")

    assert (sent.status_code, sent.location) == (302, f"/v/{card.token}")

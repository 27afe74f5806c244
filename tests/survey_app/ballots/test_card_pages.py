"""Pages that print secrets: shown once, kept nowhere, never made anew by a browser."""

import pytest

from survey_app.ballots import box, queries
from survey_app.ballots.rules import Kind, Method
from survey_app.core.db import db
from tests.survey_app.ballots.conftest import gathered, signed_in

BASE = "/desk/gilden/meetings/1"


@pytest.fixture
def committee(app):
    with app.app_context():
        yield gathered(app)


@pytest.fixture
def desk(committee):
    return signed_in(committee, committee.actor.user_id)


def test_cards_are_shown_once_and_never_cached(committee, desk) -> None:
    page = desk.post(f"{BASE}/cards/print.pdf")

    assert page.data[:5] == b"%PDF-"
    assert page.headers["Cache-Control"] == "no-store"
    assert not list((committee.app.config["DATA"] / "files").glob("**/*"))


def test_asking_again_for_the_same_print_changes_no_card(committee, desk) -> None:
    form = {"once": "7d0c7d0e-4f0b-4a8e-9a5e-0f5d3a1c2b3d"}
    first = desk.post(f"{BASE}/cards/print.pdf", data=form)
    working = {card.id for card in queries.cards_of(db.session, 1)}

    again = desk.post(f"{BASE}/cards/print.pdf", data=form, follow_redirects=True)

    assert first.data[:5] == b"%PDF-"
    assert "Deze kaarten zijn al getoond." in again.text
    assert {card.id for card in queries.cards_of(db.session, 1)} == working


def test_asking_again_for_the_key_cards_makes_no_other_lock(committee, desk) -> None:
    motion = committee.motion(Kind.SEALED, Method.CHOICE)
    address, form = f"{BASE}/chair/{motion}/keys.pdf", {"once": "one-print"}
    desk.post(address, data=form)
    lock = box.lock_of(db.session, motion)

    again = desk.post(address, data=form, follow_redirects=True)

    assert "De gedrukte kaarten gelden." in again.text
    assert box.lock_of(db.session, motion) == lock


def test_lost_card_stops_and_a_new_one_works(committee, desk) -> None:
    voter = committee.voters[0]
    desk.post(f"{BASE}/cards/{voter}/print.pdf")
    [lost] = queries.cards_of(db.session, 1)

    desk.post(f"{BASE}/cards/{voter}/print.pdf")

    [held] = queries.cards_of(db.session, 1)
    assert held.id != lost.id
    assert desk.post(f"{BASE}/cards/{voter}/revoke").status_code == 302
    assert queries.cards_of(db.session, 1) == []


@pytest.mark.parametrize("number", ["", "veel", "0", "501", "9" * 30])
def test_number_of_drawn_cards_is_checked(committee, desk, number) -> None:
    page = desk.post(f"{BASE}/cards/drawn.pdf", data={"number": number}, follow_redirects=True)

    assert "getal van 1 tot 500" in page.text
    assert queries.cards_of(db.session, 1) == []


def test_fresh_drawn_cards_stop_the_earlier_ones(committee, desk) -> None:
    desk.post(f"{BASE}/cards/drawn.pdf", data={"number": "3"})
    desk.post(f"{BASE}/cards/drawn.pdf", data={"number": "2", "fresh": "yes"})

    assert len(queries.cards_of(db.session, 1)) == 2

"""Bad input and abuse: clear words, nothing typed lost, nothing unasked on the wall."""

import uuid

import pytest
from sqlalchemy import func, select

from survey_app.core.db import db
from survey_app.workshops.models import Contribution

JSON = {"Accept": "application/json"}
SCRIPT = "<script>alert(1)</script>"


def count(hall) -> int:
    with hall.app.app_context():
        return db.session.scalar(select(func.count()).select_from(Contribution)) or 0


@pytest.mark.parametrize(
    "sent",
    [
        {"facilities_form": "castle"},
        {"facilities_form": ["fixed", "mobile"]},
        {},
        {"facilities_form": "fixed", "uuid": "none"},
        {"facilities_form": "\x00", "uuid": str(uuid.uuid4())},
    ],
)
def test_vote_that_cannot_be_is_told_and_not_kept(hall, sent) -> None:
    hall.go("form", "open")

    page = hall.phone().answer(sent)
    told = hall.phone().answer(sent, headers=JSON)

    assert page.status_code == 422
    assert "Kijk dit even na" in page.text
    assert told.status_code == 422
    assert all(words for words in told.json["errors"].values())
    assert count(hall) == 0


def test_thousand_ideas_of_one_phone_are_two(hall) -> None:
    hall.go("wall", "open")
    phone = hall.phone()

    statuses = [phone.answer({"text": f"Idee {n}"}).status_code for n in range(1000)]

    assert statuses[:2] == [303, 303]
    assert statuses[2] == 422
    assert set(statuses[2:]) <= {422, 429}, "told that it is full, then slowed down"
    assert count(hall) == 2


def test_phone_that_hammers_is_slowed(hall) -> None:
    hall.go("form", "open")
    phone = hall.phone()

    statuses = {phone.answer({"facilities_form": "castle"}).status_code for _ in range(260)}

    assert statuses == {422, 429}


def test_idea_of_five_thousand_letters_comes_back_to_be_shortened(hall) -> None:
    hall.go("wall", "open")

    response = hall.phone().answer({"text": "x" * 5000})

    assert response.status_code == 422
    assert "x" * 100 in response.text
    assert count(hall) == 0


def test_script_in_an_idea_is_only_words(hall, desk) -> None:
    hall.go("wall", "open")
    hall.phone().answer({"text": SCRIPT})
    desk.post(f"/desk/gilden/workshops/{hall.id}/judge", data={"doing": "show_all", "step": "wall"})

    for page in (
        hall.app.test_client().get(f"/projector/{hall.token}"),
        hall.phone().page(),
        desk.get(f"/desk/gilden/workshops/{hall.id}/control"),
    ):
        assert SCRIPT not in page.text
        assert "&lt;script&gt;" in page.text


@pytest.mark.parametrize("step", ["form", "welcome", "nowhere"])
def test_step_that_is_not_asked_now_takes_nothing(hall, step) -> None:
    hall.go("wall", "open")

    assert hall.phone().send(step, {"facilities_form": "fixed"}).status_code == 409


@pytest.mark.parametrize("path", ["/j/ZZZZZ", "/projector/zzzz", "/j/ZZZZZ/stream", "/j/ZZZZZ/now"])
def test_unknown_code_is_a_page_that_says_so(hall, path) -> None:
    assert hall.app.test_client().get(path).status_code == 404


@pytest.mark.parametrize("seat", ["0", "-1", "x", "9999", "²"])
def test_strange_seat_is_no_fault(hall, seat) -> None:
    assert hall.app.test_client().get(f"/j/{hall.code}?seat={seat}").status_code == 200


@pytest.mark.parametrize(
    "form",
    [
        {"move": "fly"},
        {"move": "timer", "seconds": "-5"},
        {"move": "timer", "seconds": "x"},
        {"move": "next", "step": "99"},
    ],
)
def test_press_that_means_nothing_is_refused(hall, desk, form) -> None:
    hall.go("form")

    assert desk.post(f"/desk/gilden/workshops/{hall.id}/move", data=form).status_code == 422


@pytest.mark.parametrize(
    "form", [{"hands.hand.castle": "3"}, {"hands.hand.fixed": "-3"}, {"hands.foot.fixed": "3"}]
)
def test_hands_for_nothing_are_refused(hall, desk, form) -> None:
    hall.go("form", "open")

    response = desk.post(f"/desk/gilden/workshops/{hall.id}/hands", data={"step": "form", **form})
    assert response.status_code == 422

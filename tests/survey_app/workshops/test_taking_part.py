"""Join, answer once, change one's mind, share a device, come late; on both databases."""

import threading
import uuid

import pytest
from sqlalchemy import delete, func, select, update

from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.workshops.models import Contribution, Participant, Workshop
from tests.gathering import plan

pytestmark = pytest.mark.usefixtures("database_url")
JSON = {"Accept": "application/json"}


def count(hall, model) -> int:
    with hall.app.app_context():
        return db.session.scalar(select(func.count()).select_from(model)) or 0


def patterns(hall) -> list[str]:
    with hall.app.app_context():
        return sorted(db.session.scalars(select(Contribution.pattern)))


def test_no_cookie_before_somebody_joins(hall) -> None:
    response = hall.app.test_client().get(f"/j/{hall.code}")

    assert "Set-Cookie" not in response.headers
    assert "Doe mee" in response.text


@pytest.mark.parametrize("path", ["/j/{}", "/J/{}", "/J/{}?lang=fr"])
def test_printed_code_is_matched_in_any_case(hall, path) -> None:
    client = hall.app.test_client()

    assert client.get(path.format(hall.code.lower())).status_code == 200
    assert client.get(path.format(hall.code)).status_code == 200


def test_joining_again_takes_no_second_seat(hall) -> None:
    phone = hall.phone()

    phone.client.post(f"/j/{hall.code}")

    assert count(hall, Participant) == 1


def test_nobody_joins_who_saw_the_door_before_the_end(hall) -> None:
    client = hall.app.test_client()
    assert "Doe mee" in client.get(f"/j/{hall.code}").text
    hall.go("wall", "end")

    assert client.post(f"/j/{hall.code}").status_code == 409
    assert count(hall, Participant) == 0


def test_who_saw_the_door_of_an_older_script_joins_by_the_new_one(hall) -> None:
    client = hall.app.test_client()
    client.get(f"/j/{hall.code}")
    with hall.app.app_context():
        write(lambda session: session.execute(update(Workshop).values(revision=2)))

    assert client.post(f"/j/{hall.code}").status_code == 303
    assert count(hall, Participant) == 1


def test_answer_sent_twice_counts_once(hall) -> None:
    hall.go("form", "open")
    phone, same = hall.phone(), str(uuid.uuid4())

    for _time in range(2):
        response = phone.answer({"facilities_form": "fixed", "uuid": same}, headers=JSON)
        assert response.json == {"receipt": same}

    assert patterns(hall) == ["fixed"]


def test_second_vote_replaces_the_first_while_open(hall) -> None:
    hall.go("form", "open")
    phone = hall.phone()

    phone.answer({"facilities_form": "fixed"})
    phone.answer({"facilities_form": "mobile"})

    assert patterns(hall) == ["mobile"]


def test_two_hundred_racing_taps_are_one_vote(hall) -> None:
    hall.go("form", "open")
    token = hall.phone().client.post(f"/j/{hall.code}", headers=JSON).json["token"]
    statuses = []

    def tap(n: int) -> None:
        form = {"uuid": str(uuid.uuid4()), "token": token}
        choice = {"facilities_form": ("fixed", "mobile")[n % 2]}
        client = hall.app.test_client()
        statuses.append(client.post(f"/j/{hall.code}/form", data=form | choice).status_code)

    threads = [threading.Thread(target=tap, args=(n,)) for n in range(200)]
    for start in range(0, 200, 20):
        for thread in threads[start : start + 20]:
            thread.start()
        for thread in threads[start : start + 20]:
            thread.join()

    assert set(statuses) == {303}
    assert count(hall, Contribution) == 1


def test_uuid_of_somebody_else_changes_nothing(hall) -> None:
    hall.go("form", "open")
    same = str(uuid.uuid4())
    hall.phone().answer({"facilities_form": "fixed", "uuid": same})

    response = hall.phone().answer({"facilities_form": "mobile", "uuid": same})

    assert response.status_code == 422
    assert patterns(hall) == ["fixed"]


def test_vote_after_closing_is_told_and_not_counted(hall) -> None:
    hall.go("form", "open")
    phone = hall.phone()
    hall.press("close")

    response = phone.answer({"facilities_form": "fixed"})

    assert response.status_code == 409
    assert "niet meer geteld" in response.text
    assert count(hall, Contribution) == 0


def test_vote_for_what_was_shown_before_closing_is_told_and_not_counted(hall) -> None:
    hall.go("form", "open")
    phone = hall.phone()
    assert phone.page().status_code == 200
    hall.press("close")

    response = phone.send("form", {"facilities_form": "fixed"})

    assert response.status_code == 409
    assert count(hall, Contribution) == 0


def test_vote_after_the_script_changed_is_read_by_the_new_script(hall) -> None:
    hall.go("form", "open")
    phone = hall.phone()
    phone.page()
    with hall.app.app_context():
        write(lambda session: session.execute(update(Workshop).values(revision=2)))

    assert phone.send("form", {"facilities_form": "fixed"}).status_code == 303
    assert patterns(hall) == ["fixed"]


def test_vote_in_another_round_than_was_shown_counts_there(hall) -> None:
    hall.go("form", "open")
    phone = hall.phone()
    phone.answer({"facilities_form": "fixed"})
    for move in ("close", "reveal", "again"):
        hall.press(move)

    phone.send("form", {"facilities_form": "mobile"})

    with hall.app.app_context():
        rounds = dict(db.session.execute(select(Contribution.round, Contribution.pattern)).all())
    assert rounds == {1: "fixed", 2: "mobile"}


def test_device_whose_seat_is_gone_is_asked_to_join_first(hall) -> None:
    hall.go("form", "open")
    phone = hall.phone()
    phone.page()
    with hall.app.app_context():
        write(lambda session: session.execute(delete(Participant)))

    response = phone.send("form", {"facilities_form": "fixed"}, headers=JSON)

    assert response.status_code == 409
    assert "Doe eerst mee" in response.json["errors"][""]
    assert count(hall, Contribution) == 0


def test_form_of_round_one_is_not_counted_in_round_two(hall) -> None:
    hall.go("form", "open", "close", "reveal", "again")

    response = hall.phone().answer({"facilities_form": "fixed", "round": "1"})

    assert response.status_code == 409
    assert count(hall, Contribution) == 0


def test_who_comes_late_is_asked_at_once(hall) -> None:
    hall.go("form", "open")

    assert "Welke ontmoetingsplek" in hall.phone().page().text


def test_shared_device_counts_each_person(hall) -> None:
    hall.go("form", "open")
    phone = hall.phone(seat="1")

    phone.answer({"facilities_form": "fixed", "seat": "1"})
    assert "Volgende persoon" in phone.page("?seat=1").text
    phone.client.post(f"/j/{hall.code}", data={"seat": "2"})
    phone.answer({"facilities_form": "mobile", "seat": "2"})

    assert patterns(hall) == ["fixed", "mobile"]


def test_role_is_asked_where_the_script_does_and_may_be_kept_back(web, actor) -> None:
    hall = plan(web, "resident_workshop", actor=actor)
    client = web.test_client()

    assert client.post(f"/j/{hall.code}").status_code == 422
    assert client.post(f"/j/{hall.code}", data={"role": "none"}).status_code == 303
    with web.app_context():
        assert db.session.scalars(select(Participant.role)).all() == [""]


def test_sending_without_a_seat_asks_to_join_first(hall) -> None:
    hall.go("form", "open")
    client = hall.app.test_client()

    response = client.post(f"/j/{hall.code}/form", data={"facilities_form": "fixed"})

    assert response.status_code == 422
    assert "Doe eerst mee" in response.text


def test_idea_is_taken_back_by_its_own_author_alone(hall) -> None:
    hall.go("wall", "open")
    mine, other = hall.phone(), hall.phone()
    mine.answer({"text": "Een bakker"})
    with hall.app.app_context():
        key = db.session.scalars(select(Contribution.id)).one()

    assert other.send("wall", {"key": str(key)}, "/back").status_code == 404
    assert mine.send("wall", {"key": str(key)}, "/back").status_code == 303
    assert count(hall, Contribution) == 0

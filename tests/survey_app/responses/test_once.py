"""Exactly once: however often, from however many phones, whatever changed on the way."""

import threading
import uuid as uuids
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from survey_app.answers.queries import tally_differences, tally_of
from survey_app.core.db import db
from survey_app.core.tokens import grouped
from survey_app.core.writer import write
from survey_app.responses import routes
from survey_app.responses.models import Collector
from tests.asking import ask, heading_of, post, receipt_of, send
from tests.questions import EVERY_ANSWER, EVERY_TYPE

MANY = 50


def differences(asked) -> list[object]:
    with asked.app.app_context():
        db.session.close()
        return tally_differences(db.session, asked.survey_id)


def taken(asked) -> int:
    with asked.app.app_context():
        db.session.close()
        return db.session.get_one(Collector, asked.collector_id).taken


def test_every_answer_is_kept_as_it_was_given(any_asked) -> None:
    client = any_asked.app.test_client()

    response = send(client, any_asked, EVERY_ANSWER)

    held = any_asked.only().answers
    assert response.status_code == 200
    assert {code: answer.get("pattern") for code, answer in held.items()} == {
        "missing": "bakery+meet",
        "feeling": "4",
        "shop": "?",
        "outside": "never",
        "why": None,
        "first": "picnic>bench",
        "share": "bench=7+play=3+petanque=0",
        "important": "bread=5+talk=?",
        "age": "78",
        "picture": "play",
        "visit": "2026-05-20",
    }
    assert held["why"]["value"] == "Ik heb geen vervoer."
    assert differences(any_asked) == []


def test_sent_twice_gives_the_same_receipt_and_one_row(any_asked) -> None:
    client, form = any_asked.app.test_client(), any_asked.form(EVERY_ANSWER)

    first, second = post(client, form), post(client, form)

    assert receipt_of(first) == receipt_of(second)
    assert len(any_asked.kept()) == 1
    assert taken(any_asked) == 1


def test_everybody_reads_the_own_receipt_in_the_own_language(any_asked) -> None:
    client = any_asked.app.test_client()

    pages = [send(client, any_asked, EVERY_ANSWER, lang=lang) for lang in ("nl", "fr") * 2]

    assert len({receipt_of(page) for page in pages}) == 4
    for page in pages:
        own = receipt_of(page)
        assert grouped(own) in page.text
        assert f"/r/{own}?lang=" in page.text
    said = [
        page.text.replace(receipt_of(page), "").replace(grouped(receipt_of(page)), "")
        for page in pages
    ]
    assert said[:2] == said[2:]
    assert said[0] != said[1]


def test_the_thanks_follow_what_the_organiser_changes(any_asked) -> None:
    client = any_asked.app.test_client()
    before = send(client, any_asked, EVERY_ANSWER)
    with any_asked.app.app_context():
        write(lambda session: session.execute(update(Collector).values(closes_on=date(2099, 5, 6))))

    after = send(client, any_asked, EVERY_ANSWER)

    assert "6 mei 2099" not in before.text
    assert "6 mei 2099" in after.text


def test_other_answers_under_the_same_uuid_ask_before_they_replace(any_asked) -> None:
    client, key = any_asked.app.test_client(), str(uuids.uuid4())
    first = send(client, any_asked, [("outside", "daily")], uuid=key)

    refused = send(client, any_asked, [("outside", "weekly")], uuid=key)
    kept_meanwhile = any_asked.only().answers["outside"]["value"]
    replaced = send(client, any_asked, [("outside", "weekly")], uuid=key, replace="yes")

    assert refused.status_code == 409
    assert "Vervang mijn antwoorden" in refused.text
    assert kept_meanwhile == "daily"
    assert receipt_of(replaced) == receipt_of(first)
    assert any_asked.only().answers["outside"]["value"] == "weekly"
    assert taken(any_asked) == 1
    assert differences(any_asked) == []


def test_fifty_phones_at_once_with_one_uuid_make_one_row(any_asked) -> None:
    form, gate = any_asked.form(EVERY_ANSWER), threading.Barrier(MANY)

    def press(_number: int) -> str:
        client = any_asked.app.test_client()
        gate.wait()
        return receipt_of(post(client, form))

    with ThreadPoolExecutor(MANY) as pool:
        receipts = set(pool.map(press, range(MANY)))

    assert len(receipts) == 1
    assert len(any_asked.kept()) == 1
    assert taken(any_asked) == 1
    assert differences(any_asked) == []


def test_quota_is_never_exceeded(any_asked) -> None:
    any_asked.change(quota=7)
    gate = threading.Barrier(30)

    def press(_number: int) -> int:
        form, client = any_asked.form([("outside", "daily")]), any_asked.app.test_client()
        gate.wait()
        return post(client, form).status_code

    with ThreadPoolExecutor(30) as pool:
        statuses = sorted(pool.map(press, range(30)))

    assert statuses == [200] * 7 + [410] * 23
    assert len(any_asked.kept()) == 7
    assert taken(any_asked) == 7
    assert differences(any_asked) == []


def test_sending_again_when_it_is_full_meanwhile_gives_the_receipt(asked, client) -> None:
    asked.change(quota=1)
    form = asked.form(EVERY_ANSWER)
    first = post(client, form)

    again = post(client, form)

    assert receipt_of(again) == receipt_of(first)


def test_answers_off_the_path_are_neither_kept_nor_counted(asked, client) -> None:
    send(client, asked, [("outside", "daily"), ("why", "Dit telt niet mee.")])

    held = asked.only().answers
    assert "why" not in held
    assert held["outside"]["value"] == "daily"


def test_answer_that_is_off_the_path_drives_nothing(app) -> None:
    chained = {
        "type": "text", "code": "more", "text": {"nl": "Vertel meer."},
        "show_if": {"item": "why", "answered": True},
    }  # fmt: skip
    asked = ask(app, [*EVERY_TYPE, chained])

    send(app.test_client(), asked, [("outside", "daily"), ("why", "x"), ("more", "y")])

    assert {"why", "more"}.isdisjoint(asked.only().answers)


def test_mistake_off_the_path_stops_nobody(asked, client) -> None:
    response = send(client, asked, [("outside", "daily"), ("why", "x" * 10_000)])

    assert response.status_code == 200


steps = st.lists(
    st.tuples(
        st.sampled_from(["send", "replace", "delete"]),
        st.integers(0, 3),
        st.sampled_from(["daily", "weekly", "never", "__dont_know", ""]),
        st.lists(st.sampled_from(["bakery", "meet", "bike"]), unique=True, max_size=3),
    ),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_tally_equals_a_recount_whatever_people_do(any_asked, steps) -> None:
    client = any_asked.app.test_client()
    keys = [str(uuids.uuid4()) for _ in range(4)]
    receipts: dict[int, str] = {}
    before = len(any_asked.kept())
    for what, who, outside, missing in steps:
        if what == "delete":
            if who in receipts:
                forget(client, receipts.pop(who))
            continue
        answers = [("outside", outside), *(("missing", code) for code in missing)]
        more = {"replace": "yes"} if what == "replace" else {}
        response = send(client, any_asked, answers, uuid=keys[who], **more)
        if response.status_code == 200:
            receipts[who] = receipt_of(response)
        else:
            assert response.status_code == 409

    assert len(any_asked.kept()) == before + len(receipts) == taken(any_asked)
    assert differences(any_asked) == []


def forget(client, receipt: str) -> None:
    routes.receipts.moments.clear()
    assert client.post(f"/r/{receipt}").status_code == 200


def test_empty_form_is_an_answer_too_and_says_skipped(asked, client) -> None:
    send(client, asked)

    held = asked.only().answers
    assert {answer["status"] for answer in held.values()} == {"skipped"}
    assert {row.pattern for row in rows(asked)} == {"-"}


def rows(asked):
    with asked.app.app_context():
        return tally_of(db.session, asked.survey_id)


@pytest.mark.parametrize("key", ["", "x", "1234", "' or 1=1", "\x00" * 36])
def test_damaged_uuid_is_made_anew(asked, client, key) -> None:
    response = send(client, asked, [("outside", "daily")], uuid=key)

    assert response.status_code == 200, heading_of(response)
    assert len(asked.only().uuid) == 36

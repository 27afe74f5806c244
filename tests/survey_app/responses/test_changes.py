"""What changed while somebody was answering costs nobody an answer: keys, tickets, versions."""

from datetime import timedelta

import pytest

from question_banks.item_types import parse_item
from survey_app.surveys import editing, service
from tests.asking import DAY, post, pressed_again, receipt_of, send

ANSWER = [("outside", "never"), ("why", "Ik heb geen vervoer.")]
TYPED = "Ik heb geen vervoer."


@pytest.mark.parametrize("ticket", ["", "x", "WyJLN1AyUVgiLDEsIjIwMjYtMDUtMjAiXQ.AAAA", "\x00" * 9])
def test_forged_ticket_keeps_everything_and_one_more_press_sends_it(client, asked, ticket) -> None:
    refused = send(client, asked, ANSWER, ticket=ticket)
    again = pressed_again(client, refused)

    assert refused.status_code == 409
    assert "De pagina stond lang open." in refused.text
    assert receipt_of(again)
    assert asked.only().answers["why"]["value"] == TYPED


def test_ticket_of_another_collector_is_not_taken(client, asked) -> None:
    response = send(client, asked, ANSWER, ticket=asked.ticket(code="ABCDEF"))

    assert response.status_code == 409
    assert asked.kept() == []


def test_old_ticket_is_still_good(client, asked) -> None:
    response = send(client, asked, ANSWER, ticket=asked.ticket(day=DAY - timedelta(days=300)))

    assert receipt_of(response)


def test_new_key_after_a_restart_keeps_everything(client, asked, make_app, app) -> None:
    form = asked.form(ANSWER)
    app.config["SECRET_KEY"] = "another-key-of-the-tests-that-nobody-guesses-4711"

    refused = post(client, form)
    again = pressed_again(client, refused)

    assert refused.status_code == 409
    assert receipt_of(again)


def test_earlier_key_that_is_still_honoured_asks_nothing(client, asked, app) -> None:
    form = asked.form(ANSWER)
    app.config["SECRET_KEY_FALLBACKS"] = [app.config["SECRET_KEY"]]
    app.config["SECRET_KEY"] = "another-key-of-the-tests-that-nobody-guesses-4711"

    assert receipt_of(post(client, form))


def test_changed_version_binds_answers_to_what_was_read(client, asked) -> None:
    form = asked.form(ANSWER)
    more = {"type": "text", "code": "later_asked", "text": {"nl": "En verder?"}}
    asked.edit(lambda q: editing.add_item(q, parse_item(more)))
    asked.act(service.publish_survey)

    receipt = receipt_of(post(client, form))
    newer = client.get("/s/K7P2QX")

    held = asked.only()
    assert receipt
    assert "later_asked" not in held.answers
    assert 'name="version" value="2"' in newer.text


@pytest.mark.parametrize("version", ["", "0", "999", "-1", "x", "9" * 50])
def test_unknown_version_means_the_newest(client, asked, version) -> None:
    assert receipt_of(send(client, asked, ANSWER, version=version))

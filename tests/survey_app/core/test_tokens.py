"""Codes people read aloud, tickets no one can forge, receipts only their owner has."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from survey_app.core.tokens import (
    ALPHABET,
    CODE_LENGTH,
    Ticket,
    clean_code,
    digest,
    grouped,
    new_code,
    new_token,
    read_ticket,
    receipt_for,
)

TICKET = Ticket("K7P2QX", 3, date(2026, 5, 20))


@pytest.fixture(autouse=True)
def inside(app):
    with app.app_context():
        yield


def test_code_has_no_letters_that_are_misread() -> None:
    drawn = {letter for _ in range(500) for letter in new_code()}

    assert drawn <= set(ALPHABET)
    assert drawn.isdisjoint("01OIL")
    assert len(new_code()) == CODE_LENGTH


@given(st.text(alphabet=ALPHABET, min_size=1, max_size=12), st.sampled_from([" ", "-", "", "."]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_code_is_read_however_it_is_typed(code, between) -> None:
    assert clean_code(between.join(code.lower())) == code


@given(st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_becomes_letters_of_a_code(text) -> None:
    assert set(clean_code(text)) <= set(ALPHABET)


def test_token_is_too_long_to_guess_and_of_one_case() -> None:
    assert re.fullmatch("[a-z2-7]{26}", new_token())
    assert len({new_token() for _ in range(200)}) == 200


def test_ticket_comes_back_as_it_was_signed() -> None:
    assert read_ticket(TICKET.signed()) == TICKET


@given(st.text(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_is_a_ticket_by_chance(text) -> None:
    assert read_ticket(text) is None


@pytest.mark.parametrize("place", range(0, 60, 7))
def test_ticket_of_which_a_letter_changed_is_refused(place) -> None:
    signed = TICKET.signed()
    other = "A" if signed[place] != "A" else "B"

    assert read_ticket(signed[:place] + other + signed[place + 1 :]) is None


def test_ticket_of_an_earlier_key_is_still_read_and_of_a_forgotten_one_is_not(app) -> None:
    signed, key = TICKET.signed(), app.config["SECRET_KEY"]
    app.config["SECRET_KEY"] = "n3w-key-of-the-tests-that-nobody-guesses-012345"

    assert read_ticket(signed) is None
    app.config["SECRET_KEY_FALLBACKS"] = [key]
    assert read_ticket(signed) == TICKET


def test_receipt_follows_from_the_form_and_the_key(app) -> None:
    receipt = receipt_for("one")

    assert receipt == receipt_for("one")
    assert receipt != receipt_for("other")
    assert set(receipt) <= set(ALPHABET)
    app.config["SECRET_KEY"] = "n3w-key-of-the-tests-that-nobody-guesses-012345"
    assert receipt != receipt_for("one")


def test_receipt_is_read_in_three_groups() -> None:
    assert grouped("ABCDEFGHJKMN") == "ABCD EFGH JKMN"


def test_digest_tells_nothing_of_what_it_hides() -> None:
    assert "geheim" not in digest("geheim")
    assert len(digest("a")) == 64

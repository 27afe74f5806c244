"""Order, PINs, lines, and what in a quote may tell who wrote it."""

import pytest

from survey_app.reports.personal import signs_in
from survey_app.reports.rules import clean_pin, lines_of, moved, new_pin


@pytest.mark.parametrize(
    ("one", "up", "after"),
    [(1, True, [1, 2, 3]), (2, True, [2, 1, 3]), (2, False, [1, 3, 2]), (3, False, [1, 2, 3])],
)
def test_one_place_up_or_down(one, up, after):
    assert moved([1, 2, 3], one, up=up) == after


def test_pin_has_six_digits():
    assert new_pin().isdigit()
    assert len(new_pin()) == 6


@pytest.mark.parametrize("typed", ["123456", " 123 456 ", "123-456", "1.2.3.4.5.6"])
def test_pin_is_read_without_signs(typed):
    assert clean_pin(typed) == "123456"


def test_lines_lose_their_bullets_and_empty_ones_fall_away():
    assert lines_of("- Begin nu.\n\n * Wacht.\n• Meet.\n   ") == ("Begin nu.", "Wacht.", "Meet.")


SIGNED = {
    "Bel mij op 0478 12 34 56": "een telefoonnummer",
    "Bel +32478123456": "een telefoonnummer",
    "Schrijf naar ans@dorp.example": "een e-mailadres",
    "Ik woon in de Kerkstraat 12": "een adres",
    "Kijk op www.dorpsbakker.example": "een link of een account",
    "Ik ben 84 jaar": "een leeftijd, een jaartal of een datum",
    "Ik heet Jozef": "misschien een naam",
    "Mevrouw Peeters weet het": "misschien een naam",
    "mijn buurvrouw kan niet meer weg": "iemand van de familie of de buren",
    "Ik zit in een rolstoel": "iets over gezondheid",
    "Rekening BE68 5390 0754 7034": "een lang nummer",
}


@pytest.mark.parametrize("text", SIGNED)
def test_sign_of_a_person_is_seen(web, text):
    with web.test_request_context():
        assert SIGNED[text] in list(signs_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Een bank en een tas koffie.",
        "Meer banken om even te rusten. Dat is alles.",
        "Een bus die 2 keer per dag rijdt",
    ],
)
def test_plain_wish_has_none(web, text):
    with web.test_request_context():
        assert list(signs_in(text)) == []

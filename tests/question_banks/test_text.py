"""Texts in several languages."""

import pytest
from pydantic import ValidationError

from question_banks.text import Text, Wording

BAKERY = Text({"nl": "Bakker", "nl-x-easy": "Wie brood bakt", "fr": "Boulangerie"})


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("nl", Wording("Bakker", "nl")),
        ("nl-x-easy", Wording("Wie brood bakt", "nl-x-easy")),
        ("fr", Wording("Boulangerie", "fr")),
        ("fr-BE", Wording("Boulangerie", "fr")),
        ("ar", Wording("Bakker", "nl")),
        ("", Wording("Bakker", "nl")),
    ],
)
def test_a_reader_is_shown_the_nearest_language(language, shown):
    assert BAKERY.wording(language) == shown


def test_easy_dutch_falls_back_to_dutch():
    assert Text({"nl": "Bakker"}).wording("nl-x-easy") == Wording("Bakker", "nl")


def test_another_fallback_can_be_asked():
    assert BAKERY.wording("de", fallback="fr") == Wording("Boulangerie", "fr")


def test_without_dutch_the_first_language_is_shown():
    assert Text({"ar": "مخبز", "fr": "Pain"}).wording("de") == Wording("مخبز", "ar")


def test_an_empty_text_says_nothing():
    assert Text({}).wording("nl") == Wording("", "nl")


def test_a_plain_string_is_dutch():
    assert Text("Bakker") == Text({"nl": "Bakker"})
    assert Text("Bakker").languages == ("nl",)


def test_words_are_trimmed():
    assert Text({"nl": " Bakker "}).wording("nl").text == "Bakker"


@pytest.mark.parametrize(
    "wrong",
    [{"dutch": "Bakker"}, {"nl": ""}, {"nl": " "}, {"nl": 3}, {"nl": "x" * 2001}, 3, ["nl"]],
)
def test_what_is_no_text_is_refused(wrong):
    with pytest.raises(ValidationError):
        Text.model_validate(wrong)

"""Tidying: one spelling, nothing invisible."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_banks.tidy import is_visible, tidy
from tests.question_banks.strategies import quick

anything = st.text(st.characters(exclude_categories=[]))


@quick
@given(anything)
def test_tidying_twice_changes_nothing(text):
    assert tidy(tidy(text)) == tidy(text)


@quick
@given(anything)
def test_tidy_text_is_normal_visible_and_can_be_written(text):
    kept = tidy(text)

    assert unicodedata.is_normalized("NFC", kept)
    assert all(is_visible(letter) for letter in kept)
    assert kept == kept.strip()
    assert kept.encode("utf-8").decode("utf-8") == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  bakker ", "bakker"),
        ("e\u0301cole", "école"),
        ("e\x00\u0301cole", "école"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("tab\tblijft", "tab\tblijft"),
        ("\u202eomgekeerd\u202c", "omgekeerd"),
        ("half\ud83d", "half"),
        ("geen\ufffeletter", "geenletter"),
        ("مخبز", "مخبز"),
        ("👩‍🌾", "👩‍🌾"),
        ("\x00\x1b[31m", "[31m"),
    ],
)
def test_text_is_kept_as_people_see_it(typed, kept):
    assert tidy(typed) == kept

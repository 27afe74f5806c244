"""Addresses of villages and the age bands that figures and questions share."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_banks.loader import load_library
from survey_app.projects.rules import BANDS, slug_of


@given(st.text(max_size=200))
def test_every_name_gives_an_address(name) -> None:
    assert re.fullmatch(r"[a-z0-9-]{1,50}", slug_of(name))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Plus-plek Lummen", "plus-plek-lummen"),
        ("Zoutleeuw – Éénmaal", "zoutleeuw-eenmaal"),
        ("مقهى", "traject"),
    ],
)
def test_address_is_the_name_without_marks(name, slug) -> None:
    assert slug_of(name) == slug


def test_age_bands_are_those_of_the_profile_bank() -> None:
    asked = load_library().items["profile_age"]
    codes = [option.code for option in asked.options]

    assert codes == [
        "under_12",
        *(f"from_{band.replace('-', '_to_').replace('+', '')}" for band in BANDS[1:]),
    ]

"""Whatever people typed stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.export.safe import LONGEST, STARTS, cell, safe_text


@given(st.text(max_size=200))
def test_no_text_begins_a_formula(text):
    assert not safe_text(text).startswith(STARTS)


@pytest.mark.parametrize(
    ("text", "kept"), [("=1+1", "'=1+1"), ("@A1", "'@A1"), ("brood", "brood"), ("a=b", "a=b")]
)
def test_only_what_would_be_a_formula_gets_an_apostrophe(text, kept):
    assert safe_text(text) == kept


def test_a_text_longer_than_a_cell_is_cut():
    assert len(safe_text("a" * (LONGEST + 10))) == LONGEST


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, ""), (3, "3"), (0.5, "0.5000"), (True, "True"), ("=x", "'=x"), (1 / 3, "0.3333")],
)
def test_a_cell_has_four_decimals_and_no_formula(value, written):
    assert cell(value) == written

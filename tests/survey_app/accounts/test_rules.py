"""Only plain paths of this program may be where somebody lands after signing in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_app.accounts.rules import is_own_path

ELSEWHERE = [
    "",
    "https://kwaad.example/",
    "http:kwaad.example",
    "//kwaad.example",
    "///kwaad.example",
    "////kwaad.example/%2e%2e",
    "/\\kwaad.example",
    "\\/kwaad.example",
    "\\\\kwaad.example",
    "/%5ckwaad.example",
    "/%2fkwaad.example",
    "%2f%2fkwaad.example",
    "/\tkwaad.example",
    "/\n/kwaad.example",
    "/%09/kwaad.example",
    "/%0d%0aLocation: https://kwaad.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "desk/",
    "?next=//kwaad.example",
    " /desk/",
    "http://localhost@kwaad.example",
    ".kwaad.example",
]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_path_that_leads_elsewhere_is_refused(target: str) -> None:
    assert not is_own_path(target)


@pytest.mark.parametrize(
    "target", ["/", "/desk/", "/desk/gilden/?before=3", "/invitation/abc", "/desk/a%20b", "/é"]
)
def test_path_of_this_program_is_followed(target: str) -> None:
    assert is_own_path(target)


@given(st.text())
def test_any_text_is_judged_without_failing(target: str) -> None:
    assert is_own_path(target) in {True, False}


@given(st.sampled_from(["//", "/\\", "/%2f", "/%5C", "/\t/"]), st.text(max_size=20))
def test_second_slash_in_any_dress_is_refused(start: str, rest: str) -> None:
    assert not is_own_path(start + rest)

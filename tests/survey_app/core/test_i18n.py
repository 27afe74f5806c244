"""Languages: Dutch first, no cookie for residents, any tag survives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_app.core.i18n import direction, is_language, own_name


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("nl", "Nederlands"),
        ("fr", "Français"),
        ("de", "Deutsch"),
        ("en", "English"),
        ("nl-x-easy", "Eenvoudig Nederlands"),
        ("ar", "العربية"),
    ],
)
def test_language_is_named_in_itself(tag: str, name: str) -> None:
    assert own_name(tag) == name


@pytest.mark.parametrize(("tag", "way"), [("ar", "rtl"), ("fa-IR", "rtl"), ("nl", "ltr")])
def test_direction_follows_the_language(tag: str, way: str) -> None:
    assert direction(tag) == way


@pytest.mark.parametrize("tag", ["", "xx-yy-zz-qq", "../../etc", "nl;DROP", "<b>", "x" * 200])
def test_nonsense_is_no_language(tag: str) -> None:
    assert not is_language(tag)


@given(st.text())
def test_any_text_is_judged_without_failing(tag: str) -> None:
    assert is_language(tag) in {True, False}


@pytest.mark.parametrize("asked", ["fr", "xx", "<script>", "nl\x00", "a" * 5000])
def test_any_language_in_the_address_gives_a_page(web, asked: str) -> None:
    page = web.test_client().get("/account/login", query_string={"lang": asked})

    assert page.status_code == 200
    assert f'<html lang="{"fr" if asked == "fr" else "nl"}"' in page.text


def test_choice_at_the_door_is_kept(web) -> None:
    client = web.test_client()

    client.get("/account/login?lang=de")

    assert '<html lang="de"' in client.get("/account/login").text

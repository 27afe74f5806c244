"""What every answer carries, forms that lose nothing, and hosts that are not ours."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_app.core.security import is_carried

PUBLIC = {"PROFILE": "public", "BASE_URL": "https://dorp.example"}
PASSWORD = "vijf losse woorden hier"


@pytest.mark.parametrize("path", ["/account/login", "/healthz", "/bestaat-niet"])
def test_every_answer_carries_the_policy(web, path: str) -> None:
    answer = web.test_client().get(path)

    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.cache_control.no_store
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in answer.headers


def test_https_is_remembered_by_the_browser(make_web) -> None:
    app = make_web(**PUBLIC)

    answer = app.test_client().get("/account/login", base_url="https://dorp.example")

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_cookie_in_public_belongs_to_the_host_and_to_https(make_web, owner) -> None:
    app = make_web(**PUBLIC)

    answer = app.test_client().post(
        "/account/login",
        data={"email": owner.email, "password": PASSWORD},
        base_url="https://dorp.example",
    )

    [cookie] = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("__Host-staff=")
    attributes = {part.strip() for part in cookie.split(";")[1:]}
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= attributes
    assert not any(part.startswith("Domain") for part in attributes)


def test_cookie_in_a_hall_works_without_https(web, owner) -> None:
    answer = web.test_client().post(
        "/account/login", data={"email": owner.email, "password": PASSWORD}
    )

    [cookie] = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("staff=")
    assert "Secure" not in cookie
    assert "HttpOnly" in cookie


@pytest.mark.parametrize(
    "host", ["kwaad.example", "127.0.0.1.kwaad.example", "dorp.example@kwaad.example", "kwaad:80"]
)
@pytest.mark.parametrize("profile", [{}, PUBLIC])
def test_forged_host_is_refused(make_web, host: str, profile: dict[str, str]) -> None:
    answer = make_web(**profile).test_client().get("/account/login", headers={"Host": host})

    assert answer.status_code == 400
    assert "kwaad" not in answer.text


def test_forwarded_host_counts_only_behind_a_proxy_of_ours(make_web) -> None:
    client = make_web().test_client()

    answer = client.get("/account/login", headers={"X-Forwarded-Host": "kwaad.example"})

    assert answer.status_code == 200


@pytest.fixture
def sealed(make_web):
    """A program that checks the seal of forms, as it does for real."""
    return make_web(WTF_CSRF_ENABLED=True)


def test_form_that_was_open_too_long_comes_back_with_what_was_typed(sealed) -> None:
    page = sealed.test_client().post(
        "/account/login",
        data={"email": "an@dorp.example", "password": "geheim", "csrf_token": "oud"},
    )

    assert page.status_code == 400
    assert "Nog één keer drukken" in page.text
    assert 'name="email" value="an@dorp.example"' in page.text
    assert "geheim" not in page.text
    assert 'value="oud"' not in page.text


def test_form_sent_again_from_that_page_is_taken(sealed, owner) -> None:
    client = sealed.test_client()
    page = client.post("/account/login", data={"email": owner.email}).text
    seal = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]

    answer = client.post(
        "/account/login", data={"email": owner.email, "password": PASSWORD, "csrf_token": seal}
    )

    assert answer.location == "/desk/"


def test_sign_out_from_another_page_is_refused(sealed, owner) -> None:
    client = sealed.test_client()

    assert client.post("/account/logout").status_code == 400


def test_seal_of_before_signing_in_no_longer_counts(sealed, owner) -> None:
    client = sealed.test_client()
    page = client.get("/account/login").text
    seal = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
    client.post(
        "/account/login", data={"email": owner.email, "password": PASSWORD, "csrf_token": seal}
    )

    answer = client.post(
        "/account/", data={"name": "Gekaapt", "language": "nl", "csrf_token": seal}
    )

    assert answer.status_code == 400


def test_many_values_of_one_field_all_come_back(sealed) -> None:
    page = sealed.test_client().post(
        "/account/login", data={"keuze": ["a", "b & c"], "tekst": "regel 1\nregel 2"}
    )

    assert re.findall(r'name="keuze" value="([^"]+)"', page.text) == ["a", "b &amp; c"]
    assert 'value="regel 1\nregel 2"' in page.text


@pytest.mark.parametrize(
    ("name", "carried"),
    [
        ("name", True),
        ("answer_1", True),
        ("csrf_token", False),
        ("password", False),
        ("password_confirm", False),
        ("new_password", False),
        ("code", False),
        ("code.row", False),
        ("credential", False),
    ],
)
def test_secrets_stay_out_of_the_page(name: str, *, carried: bool) -> None:
    assert is_carried(name) is carried


@given(st.text())
def test_any_field_name_is_judged(name: str) -> None:
    assert is_carried(name) in {True, False}


def test_too_much_is_refused_with_words(web) -> None:
    page = web.test_client().post("/account/login", data={"email": "x" * 300_000})

    assert page.status_code == 413
    assert "Dit is te veel" in page.text

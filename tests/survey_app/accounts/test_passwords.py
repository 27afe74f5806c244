"""What may be a password, and how it is kept."""

import pytest
from flask import Flask
from flask_security import hash_password, verify_password
from hypothesis import given
from hypothesis import strategies as st

from survey_app.accounts.passwords import beside_the_traffic, is_guessable, is_ladder


@pytest.mark.parametrize(
    "password",
    [
        "aaaaaaaaaaaa",
        "abababababab",
        "123456789012",
        "abcdefghijklmnop",
        "210987654321",
        "coach.peeters 2026",
        "CoachPeeters12",
    ],
)
def test_easy_password_is_guessable(password: str) -> None:
    assert is_guessable(password, ["coach.peeters@dorp.example", "CoachPeeters"])


@pytest.mark.parametrize("password", ["vijf losse woorden hier", "p3tanque op de kerkweide"])
def test_phrase_is_not_guessable(password: str) -> None:
    assert not is_guessable(password, ["coach@dorp.example", "Jo"])


@given(st.text(min_size=1, max_size=1), st.integers(min_value=5, max_value=60))
def test_one_sign_repeated_is_always_guessable(sign: str, times: int) -> None:
    assert is_guessable(sign * times, [])


@given(st.integers(min_value=0, max_value=1000), st.integers(min_value=2, max_value=30))
def test_ladder_is_seen_up_and_down(start: int, length: int) -> None:
    signs = "".join(chr(start + step) for step in range(length))

    assert is_ladder(signs)
    assert is_ladder(signs[::-1])


def test_hash_is_argon2id_with_little_memory_and_time(web: Flask) -> None:
    with web.app_context():
        hashed = hash_password("vijf losse woorden hier")

    assert hashed.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_new_secret_key_locks_nobody_out(make_web, password_hash: str) -> None:
    other = make_web(SECRET_KEY="another-key-that-nobody-can-guess-9876543210")

    with other.app_context():
        assert verify_password("vijf losse woorden hier", password_hash)


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("kort", "Neem minstens 12 tekens."),
        ("x" * 129, "Neem hoogstens 128 tekens."),
        ("111111111111", "Dit wachtwoord is te makkelijk te raden. Neem enkele losse woorden."),
    ],
)
def test_refused_password_says_why_in_dutch(web: Flask, password: str, problem: str) -> None:
    with web.test_request_context("/account/login"):
        problems, _normal = web.extensions["security"].password_util.validate(
            password, True, email="a@b.be", name="A"
        )

    assert problems == [problem]


def test_work_beside_the_traffic_gives_its_result_without_gevent() -> None:
    assert beside_the_traffic(max, 3, 4) == 4

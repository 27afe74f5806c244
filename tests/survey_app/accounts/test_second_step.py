"""The second step: six digits from one's own device, recovery codes for when it is lost."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from passlib.totp import TOTP

from survey_app.accounts.models import User
from survey_app.core.db import db

PASSWORD = "vijf losse woorden hier"


def turn_on(client: FlaskClient) -> TOTP:
    """Switch the second step on as a person does; return what the app on the phone holds."""
    page = client.post("/account/tf-setup", data={"setup": "authenticator"})
    key = re.search(r'<code class="key">([A-Z2-7 -]+)</code>', page.text)[1]
    target = re.search(r'action="(/account/tf-setup/[^"]+)"', page.text)[1]
    phone = TOTP(key=key.replace("-", "").replace(" ", ""))
    client.post(target, data={"code": phone.generate().token})
    return phone


def sign_in(client: FlaskClient, email: str):
    return client.post("/account/login", data={"email": email, "password": PASSWORD})


def is_in(client: FlaskClient) -> bool:
    return client.get("/account/").status_code == 200


def later_code(phone: TOTP) -> str:
    """The code of the next half minute, which the server accepts too."""
    now = phone.generate()
    return phone.generate(time=now.expire_time).token


def wrong_code(phone: TOTP) -> str:
    """Six digits that no half minute from a little ago to soon has."""
    now = phone.generate().counter
    right = {phone.generate(time=counter * 30).token for counter in range(now - 5, now + 10)}
    return next(code for code in map("{:06}".format, range(100)) if code not in right)


def test_setting_up_shows_a_picture_of_the_key(client_of, owner) -> None:
    client = client_of(owner)
    assert client.get("/account/second-step.svg").status_code == 404

    client.post("/account/tf-setup", data={"setup": "authenticator"})
    picture = client.get("/account/second-step.svg")

    assert picture.mimetype == "image/svg+xml"
    assert picture.headers["Cache-Control"] == "no-store"


def test_wrong_code_does_not_turn_it_on(web, client_of, owner) -> None:
    client = client_of(owner)
    page = client.post("/account/tf-setup", data={"setup": "authenticator"})
    target = re.search(r'action="(/account/tf-setup/[^"]+)"', page.text)[1]

    key = re.search(r'<code class="key">([A-Z2-7 -]+)</code>', page.text)[1]

    phone = TOTP(key=key.replace("-", "").replace(" ", ""))
    client.post(target, data={"code": wrong_code(phone)})

    with web.app_context():
        assert db.session.get_one(User, owner.id).tf_primary_method is None


def test_password_alone_is_not_enough_afterwards(web, client_of, owner) -> None:
    phone = turn_on(client_of(owner))
    client = web.test_client()

    halfway = sign_in(client, owner.email)
    assert halfway.location.startswith("/account/tf-validate")
    assert not is_in(client)

    arrived = client.post(halfway.location, data={"code": later_code(phone)})
    assert is_in(client)
    assert client.get(arrived.location).location == "/desk/"


def test_second_step_leads_back_to_where_one_was_stopped(web, client_of, owner) -> None:
    phone = turn_on(client_of(owner))
    client = web.test_client()
    halfway = client.post(
        "/account/login?next=/account/change", data={"email": owner.email, "password": PASSWORD}
    )

    arrived = client.post(halfway.location, data={"code": later_code(phone)})

    assert arrived.location == "/account/change"


def test_code_works_once(web, client_of, owner) -> None:
    phone = turn_on(client_of(owner))
    code = later_code(phone)
    first, second = web.test_client(), web.test_client()
    sign_in(first, owner.email)
    sign_in(second, owner.email)

    first.post("/account/tf-validate", data={"code": code})
    second.post("/account/tf-validate", data={"code": code})

    assert (is_in(first), is_in(second)) == (True, False)


def test_guessing_codes_is_braked(web, client_of, owner) -> None:
    wrong = wrong_code(turn_on(client_of(owner)))
    client = web.test_client()
    sign_in(client, owner.email)

    answers = [
        client.post("/account/tf-validate", data={"code": wrong}).status_code for _ in range(8)
    ]

    assert answers[-1] == 429


def test_secret_rests_encrypted(web, client_of, owner) -> None:
    phone = turn_on(client_of(owner))

    with web.app_context():
        kept = db.session.get_one(User, owner.id).tf_totp_secret

    assert phone.base32_key not in kept
    assert len(kept) <= 255


def test_earlier_key_still_opens_the_secret(make_web, web: Flask, client_of, owner) -> None:
    phone = turn_on(client_of(owner))
    newer = make_web(
        SECRET_KEY="a-newer-key-that-nobody-can-guess-13579-24680",
        SECRET_KEY_FALLBACKS=web.config["SECRET_KEY"],
    )
    client = newer.test_client()

    sign_in(client, owner.email)
    client.post("/account/tf-validate", data={"code": later_code(phone)})

    assert is_in(client)


def test_recovery_code_opens_once(web, client_of, owner) -> None:
    client = client_of(owner)
    turn_on(client)
    page = client.post("/account/mf-recovery-codes", data={"generate_new_codes": "1"})
    codes = re.findall(r"<li><code>([^<]+)</code></li>", page.text)
    first, second = web.test_client(), web.test_client()
    sign_in(first, owner.email)
    sign_in(second, owner.email)

    first.post("/account/mf-recovery", data={"code": codes[0]})
    second.post("/account/mf-recovery", data={"code": codes[0]})

    assert len(codes) == 8
    assert (is_in(first), is_in(second)) == (True, False)


def test_recovery_codes_rest_encrypted(web, client_of, owner) -> None:
    client = client_of(owner)
    turn_on(client)
    page = client.post("/account/mf-recovery-codes", data={"generate_new_codes": "1"})
    code = re.search(r"<li><code>([^<]+)</code></li>", page.text)[1]

    with web.app_context():
        kept = db.session.get_one(User, owner.id).mf_recovery_codes

    assert code not in ",".join(kept)


def test_without_codes_one_is_led_to_them(client_of, owner) -> None:
    client = client_of(owner)
    turn_on(client)

    assert client.get("/account/protected").location == "/account/mf-recovery-codes"


def test_turning_it_off_makes_the_password_enough(web, client_of, owner) -> None:
    client = client_of(owner)
    turn_on(client)

    client.post("/account/tf-setup", data={"setup": "disable"})

    fresh = web.test_client()
    sign_in(fresh, owner.email)
    assert is_in(fresh)


@pytest.mark.parametrize("path", ["/account/tf-setup", "/account/mf-recovery-codes"])
def test_old_sign_in_must_give_the_password_again(client_of, owner, path: str) -> None:
    client = client_of(owner)
    with client.session_transaction() as session:
        session["fs_paa"] = 0

    assert client.get(path).location.startswith("/account/verify")

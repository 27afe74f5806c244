"""Signing in and out: who gets in, how often one may try, what happens to the session."""

import re
import time

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from survey_app.accounts.models import User
from survey_app.core.audit import AuditEntry
from survey_app.core.db import db
from survey_app.core.writer import write

PASSWORD = "vijf losse woorden hier"
ELSEWHERE = [
    "https://kwaad.example/",
    "//kwaad.example",
    "////kwaad.example",
    "/\\kwaad.example",
    "/%5ckwaad.example",
    "/\tkwaad.example",
    "javascript:alert(1)",
    "http://localhost@kwaad.example",
    "http://localhost.kwaad.example",
    "http://localhost//kwaad.example",
    "http://localhost/\\kwaad.example",
]


def sign_in(client: FlaskClient, email: str, password: str = PASSWORD, **more: str):
    return client.post("/account/login", data={"email": email, "password": password, **more})


def is_in(client: FlaskClient) -> bool:
    return client.get("/account/").status_code == 200


def test_right_password_leads_to_the_desk(web, owner) -> None:
    client = web.test_client()

    answer = sign_in(client, owner.email)

    assert (answer.status_code, answer.location) == (302, "/desk/")
    assert client.get("/desk/").location.startswith("/desk/gilden/")


@pytest.mark.parametrize("typed", ["EIGENAAR@dorp.example", "eigenaar@DORP.example"])
def test_address_is_matched_without_regard_to_case(web, owner, typed: str) -> None:
    client = web.test_client()

    sign_in(client, typed)

    assert is_in(client)


def test_unknown_address_and_wrong_password_read_the_same(web, owner) -> None:
    def words(email: str) -> str:
        page = sign_in(web.test_client(), email, "niet het goede wachtwoord")
        return re.sub(r'name="csrf_token" value="[^"]+"', "", page.text.replace(email, ""))

    assert words(owner.email) == words("iemand@anders.example")
    assert "Het e-mailadres of het wachtwoord klopt niet" in words(owner.email)


def test_wrong_password_keeps_the_typed_address(web, owner) -> None:
    page = sign_in(web.test_client(), owner.email, "niet het goede wachtwoord")

    assert f'value="{owner.email}"' in page.text
    assert "niet het goede wachtwoord" not in page.text


def test_seventh_try_in_a_minute_has_to_wait(web, owner) -> None:
    client = web.test_client()

    answers = [sign_in(client, owner.email, "fout").status_code for _ in range(7)]

    assert answers == [200] * 6 + [429]
    assert sign_in(client, owner.email).status_code == 429


def test_brake_of_one_account_leaves_another_free(web, owner, add_person) -> None:
    coach = add_person("coach")
    client = web.test_client()
    for _ in range(7):
        sign_in(client, owner.email, "fout")

    sign_in(client, coach.email)

    assert is_in(client)


def test_endless_password_is_refused_before_it_is_hashed(web, owner) -> None:
    started = time.perf_counter()

    page = sign_in(web.test_client(), owner.email, "x" * 100_000)

    assert "Het e-mailadres of het wachtwoord klopt niet" in page.text
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("target", ELSEWHERE)
def test_sign_in_never_leads_elsewhere(web, owner, target: str) -> None:
    client = web.test_client()

    answer = client.post(
        "/account/login",
        query_string={"next": target},
        data={"email": owner.email, "password": PASSWORD, "next": target},
    )

    assert answer.status_code == 400
    assert answer.location is None


def test_sign_in_leads_back_to_where_one_was_stopped(web, owner) -> None:
    client = web.test_client()
    stopped = client.get("/desk/gilden/organisation?x=1")

    answer = client.post(stopped.location, data={"email": owner.email, "password": PASSWORD})

    assert stopped.location == "/account/login?next=/desk/gilden/organisation?x%3D1"
    assert answer.location == "/desk/gilden/organisation?x=1"


def test_session_is_renewed_at_sign_in(web, owner) -> None:
    client = web.test_client()
    with client.session_transaction() as session:
        session.update({"planted": "by a stranger", "csrf_token": "known to a stranger"})

    sign_in(client, owner.email)

    with client.session_transaction() as session:
        assert "planted" not in session
        assert session.get("csrf_token") != "known to a stranger"


def test_session_cookie_holds_nothing_about_the_device(web, owner) -> None:
    client = web.test_client()

    sign_in(client, owner.email)

    with client.session_transaction() as session:
        assert set(session) <= {"_user_id", "_fresh", "_flashes", "fs_cc", "fs_paa", "language"}


def test_sign_out_works_by_post_alone(client_of, owner) -> None:
    client = client_of(owner)

    refused = client.get("/account/logout")
    assert refused.status_code == 405
    assert is_in(client)

    client.post("/account/logout")
    assert not is_in(client)


def test_new_password_ends_the_other_sessions(web, client_of, owner) -> None:
    here, there = client_of(owner), client_of(owner)

    answer = here.post(
        "/account/change",
        data={
            "password": PASSWORD,
            "new_password": "een heel nieuw wachtwoord",
            "new_password_confirm": "een heel nieuw wachtwoord",
        },
    )

    assert (answer.status_code, answer.location) == (302, "/account/")
    assert (is_in(here), is_in(there)) == (True, False)
    fresh = web.test_client()
    sign_in(fresh, owner.email, "een heel nieuw wachtwoord")
    assert is_in(fresh)


def test_signing_out_everywhere_keeps_this_device(client_of, owner) -> None:
    here, there = client_of(owner), client_of(owner)

    here.post("/account/everywhere")

    assert (is_in(here), is_in(there)) == (True, False)


def test_closed_account_gets_in_no_more(web, client_of, owner) -> None:
    client = client_of(owner)
    with web.app_context():
        write(lambda session: setattr(session.get_one(User, owner.id), "active", False))

    assert not is_in(client)
    sign_in(fresh := web.test_client(), owner.email)
    assert not is_in(fresh)


def test_what_happens_to_an_account_is_in_the_logbook(web, owner) -> None:
    sign_in(web.test_client(), owner.email)

    with web.app_context():
        last = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
        assert (last.action, last.actor_id) == ("account.signed_in", owner.id)


def test_no_address_of_a_visitor_is_kept(web, owner) -> None:
    sign_in(web.test_client(), owner.email)

    with web.app_context():
        user = db.session.get_one(User, owner.id)
        tracked = (user.current_login_ip, user.last_login_ip, user.current_login_at)
        assert tracked == (None, None, None)


def test_language_of_the_account_follows_the_person(web, client_of, owner) -> None:
    client_of(owner).post("/account/", data={"name": "Eigenaar", "language": "fr"})
    client = web.test_client()

    sign_in(client, owner.email)

    assert '<html lang="fr"' in client.get("/account/").text


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_door_speaks_the_chosen_language(web, language: str) -> None:
    page = web.test_client().get(f"/account/login?lang={language}")

    assert f'<html lang="{language}"' in page.text


def test_name_keeps_one_line_and_nothing_invisible(web, client_of, owner) -> None:
    client_of(owner).post("/account/", data={"name": " An\u202e\x00 \n na ", "language": "nl"})

    with web.app_context():
        assert db.session.get_one(User, owner.id).name == "An na"


def test_rescue_by_mail_is_not_offered(web) -> None:
    assert web.test_client().get("/account/tf-rescue").status_code == 404


@pytest.mark.parametrize("profile", ["lan", "public"])
def test_passkeys_exist_only_on_https(make_web, profile: str) -> None:
    public = {"PROFILE": "public", "BASE_URL": "https://dorp.example"}
    app = make_web(**(public if profile == "public" else {}))

    rules = {rule.endpoint for rule in app.url_map.iter_rules()}

    assert ("security.wan_signin" in rules) is (profile == "public")


@pytest.mark.parametrize(
    "path",
    ["/account/", "/account/change", "/account/verify", "/account/mf-recovery-codes"],
)
def test_signed_out_visitor_of_an_account_page_is_led_to_the_door(web, path: str) -> None:
    assert web.test_client().get(path).location == f"/account/login?next={path}"

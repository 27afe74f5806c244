"""How people come in and go: set-up link, invitations, closing an account."""

import pytest

from survey_app.accounts.queries import user_by_email
from survey_app.core.audit import broken_at
from survey_app.core.db import db
from survey_app.workspaces import queries
from survey_app.workspaces.doors import setup_link

NEWCOMER = {
    "name": "Nieuwe Collega",
    "email": "collega@dorp.example",
    "password": "een heel nieuw wachtwoord",
    "password_confirm": "een heel nieuw wachtwoord",
}


def path_of(link: str | None) -> str:
    return str(link).removeprefix("http://127.0.0.1:8000")


def invitation(client, role: str = "coach") -> str:
    client.post("/desk/gilden/organisation/invitations", data={"label": "Collega", "role": role})
    with client.session_transaction() as session:
        return path_of(session["fresh_link"]["url"])


def test_setup_link_makes_the_first_owner_and_dies(web) -> None:
    link = path_of(setup_link(web))
    client = web.test_client()
    assert client.get(link).status_code == 200

    answer = client.post(link, data={**NEWCOMER, "workspace": "Zorgpunt"})

    assert answer.location == "/desk/"
    assert client.get("/desk/zorgpunt/organisation").status_code == 200
    assert setup_link(web) is None
    assert web.test_client().get(link).status_code == 404
    assert web.test_client().post(link, data={**NEWCOMER, "workspace": "X"}).status_code == 404


def test_wrong_setup_link_is_no_page(web) -> None:
    assert web.test_client().get("/setup/" + "a" * 32).status_code == 404


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("email", "geen adres", "Dit is geen e-mailadres. Kijk het na."),
        ("name", "  ", "Vul uw naam in."),
        ("password", "kort", "Neem minstens 12 tekens."),
        ("password_confirm", "iets anders", "De twee wachtwoorden zijn niet gelijk."),
        ("workspace", "", "Vul een naam in."),
    ],
)
def test_mistake_in_the_set_up_keeps_what_was_typed(
    web, field: str, value: str, problem: str
) -> None:
    link = path_of(setup_link(web))
    typed = {**NEWCOMER, "workspace": "Zorgpunt", field: value}

    page = web.test_client().post(link, data=typed)

    assert page.status_code == 200
    assert problem in page.text
    kept = {"name", "email", "workspace"} - {field}
    assert all(f'value="{typed[one]}"' in page.text for one in kept)
    assert "een heel nieuw wachtwoord" not in page.text


def test_newcomer_joins_by_link(web, client_of, owner) -> None:
    link = invitation(client_of(owner), "facilitator")
    client = web.test_client()
    assert "Gilden vraagt u als begeleider." in client.get(link).text

    client.post(link, data=NEWCOMER)

    assert client.get("/desk/gilden/organisation").status_code == 200
    assert client.get("/desk/gilden/organisation/log").status_code == 403
    assert web.test_client().get(link).status_code == 410


def test_somebody_with_an_account_joins_by_link(client_of, owner, elsewhere) -> None:
    link = invitation(client_of(owner))
    client = client_of(elsewhere)
    assert client.get("/desk/gilden/organisation").status_code == 404

    client.post(link)

    assert client.get("/desk/gilden/organisation").status_code == 200
    assert client.get("/desk/buren/organisation").status_code == 200


def test_address_in_use_asks_to_sign_in(web, client_of, owner) -> None:
    link = invitation(client_of(owner))

    page = web.test_client().post(link, data={**NEWCOMER, "email": owner.email})

    assert "Met dit adres is er al een account. Meld u daarmee aan." in page.text


def test_link_is_shown_once(client_of, owner) -> None:
    client = client_of(owner)
    link = invitation(client)

    first = client.get("/desk/gilden/organisation").text
    second = client.get("/desk/gilden/organisation").text

    assert (link in first, link in second) == (True, False)


def test_account_is_closed_after_typing_its_address(web, client_of, owner, add_person) -> None:
    coach = add_person("coach")
    client = client_of(coach)

    wrong = client.post("/account/close", data={"typed": "iets"})
    assert "Er is niets verwijderd" in wrong.text
    client.post("/account/close", data={"typed": coach.email.upper()})

    with web.app_context():
        assert user_by_email(coach.email) is None
        assert [one.name for one in queries.members(1)] == [owner.name]


def test_only_owner_cannot_close_the_account(client_of, owner) -> None:
    page = client_of(owner).post("/account/close", data={"typed": owner.email})

    assert "U bent de enige eigenaar van een organisatie" in page.text


def test_logbook_stands_after_somebody_left_for_good(web, client_of, owner, add_person) -> None:
    coach = add_person("coach", name="Vertrokken Coach")
    client_of(coach).post("/account/close", data={"typed": coach.email})

    page = client_of(owner).get("/desk/gilden/organisation/log").text

    assert "Vertrokken Coach" not in page
    assert "niet meer bekend" in page
    with web.app_context():
        assert broken_at(db.session) is None


def test_everybody_may_take_their_own_facts_along(client_of, owner) -> None:
    facts = client_of(owner).get("/account/mine.json").get_json()

    assert facts == {
        "name": "Eerste Eigenaar",
        "email": "eigenaar@dorp.example",
        "language": "nl",
        "since": "2026-05-20",
        "second_step": False,
        "passkeys": [],
        "organisations": [{"name": "Gilden", "role": "owner"}],
    }


def test_who_makes_an_organisation_owns_it(client_of, owner) -> None:
    client = client_of(owner)

    answer = client.post("/account/organisation", data={"name": "Nieuwe vzw"})

    assert answer.location.startswith("/desk/nieuwe-vzw/")
    assert client.get("/desk/nieuwe-vzw/organisation/log").status_code == 200

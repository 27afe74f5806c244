"""The pages of an organisation: what each role sees, hostile names, few queries."""

import re

import pytest
from sqlalchemy import event

from survey_app.core.db import db

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "{{ 7*7 }}${7*7}",
    "</title></textarea><svg onload=alert(1)>",
    "javascript:alert(1)",
]
OWN_PAGES = [
    "/desk/gilden/organisation",
    "/desk/gilden/organisation/members/1",
    "/desk/gilden/organisation/log",
    "/account/",
    "/account/change",
    "/account/tf-setup",
    "/account/verify",
    "/account/mf-recovery-codes",
    "/account/close",
    "/account/organisation",
]
DOORS = ["/account/login", "/account/reset", "/invitation/geen"]


@pytest.mark.parametrize("path", OWN_PAGES)
def test_page_is_sound(client_of, owner, path: str) -> None:
    page = client_of(owner).get(path)

    assert page.status_code == 200


@pytest.mark.parametrize("path", DOORS)
def test_door_is_sound(web, path: str) -> None:
    assert web.test_client().get(path).status_code in {200, 410}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_name_stays_text(client_of, owner, add_person, name: str) -> None:
    client = client_of(owner)
    coach = add_person("coach", name=name)
    client.post("/desk/gilden/organisation/name", data={"name": name})
    client.post("/desk/gilden/organisation/invitations", data={"label": name, "role": "coach"})

    for path in [*OWN_PAGES, f"/desk/gilden/organisation/members/{coach.id}"]:
        page = client.get(path)
        assert "49$" not in page.text
        assert not re.search(r"<(script|img|svg)[^>]*(alert|onerror|onload)", page.text)


@pytest.mark.parametrize("role", ["coach", "facilitator", "viewer"])
def test_only_an_owner_is_offered_to_manage(client_of, owner, add_person, role: str) -> None:
    page = client_of(add_person(role)).get("/desk/gilden/organisation").text

    assert owner.email in page
    assert "Nodig iemand uit" not in page
    assert "Logboek" not in page


def test_last_owner_reads_what_to_do(client_of, owner) -> None:
    client = client_of(owner)

    client.post("/desk/gilden/organisation/leave")

    page = client.get("/desk/gilden/organisation").text
    assert "Een organisatie heeft altijd een eigenaar. Maak eerst iemand anders eigenaar." in page


def test_leaving_shows_the_way_in(client_of, owner, add_person) -> None:
    coach = add_person("coach")
    client = client_of(coach)

    client.post("/desk/gilden/organisation/leave")

    assert "U hoort nog bij geen organisatie" in client.get("/desk/").text


def test_empty_name_keeps_the_page_and_says_so(client_of, owner) -> None:
    page = client_of(owner).post("/desk/gilden/organisation/name", data={"name": " \n "})

    assert "Vul een naam in." in page.text


def test_forged_role_is_refused(web, client_of, owner) -> None:
    client = client_of(owner)

    page = client.post(
        "/desk/gilden/organisation/invitations", data={"label": "X", "role": "admin"}
    )

    assert page.status_code == 200
    with client.session_transaction() as session:
        assert "fresh_link" not in session


def test_extra_fields_change_nothing(web, client_of, owner, add_person) -> None:
    coach = add_person("coach")

    client_of(coach).post(
        "/account/",
        data={"name": "Coach", "language": "nl", "active": "", "role": "owner", "id": "1"},
    )

    assert client_of(coach).get("/desk/gilden/organisation/log").status_code == 403


def test_longer_list_of_members_takes_no_more_queries(web, client_of, owner, add_person) -> None:
    client, seen = client_of(owner), []
    with web.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *facts: seen.append(facts[2]))

    def queries_for(people: int) -> int:
        for number in range(people):
            add_person("coach", email=f"coach{people}{number}@dorp.example")
        seen.clear()
        client.get("/desk/gilden/organisation")
        return len(seen)

    assert queries_for(1) == queries_for(3)


def test_logbook_says_who_did_what_to_whom(client_of, owner, add_person) -> None:
    client, coach = client_of(owner), add_person("coach", name="An Peeters")

    client.post(f"/desk/gilden/organisation/members/{coach.id}/role", data={"role": "viewer"})

    page = " ".join(client.get("/desk/gilden/organisation/log").text.split())
    assert "veranderde wat iemand mag<small>An Peeters · coach · lezer</small>" in page


def test_logbook_is_read_page_by_page(web, client_of, owner) -> None:
    client = client_of(owner)
    for number in range(52):
        client.post("/desk/gilden/organisation/name", data={"name": f"Naam {number}"})

    first = client.get("/desk/gilden/organisation/log").text
    older = re.search(r'href="([^"]+before=\d+)"', first)[1]

    assert first.count("gaf de organisatie een andere naam") == 50
    assert client.get(older).text.count("gaf de organisatie een andere naam") == 2


def test_switcher_offers_the_other_organisations(client_of, owner) -> None:
    client = client_of(owner)
    client.post("/account/organisation", data={"name": "Tweede"})

    page = client.get("/desk/gilden/organisation").text

    assert re.search(r'href="/desk/tweede/[^"]*"', page)

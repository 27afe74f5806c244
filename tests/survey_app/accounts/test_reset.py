"""A forgotten password: a link from an owner, or by mail where there is mail."""

import re
import socketserver
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

import pytest
from sqlalchemy import select

from survey_app.core.audit import AuditEntry
from survey_app.core.db import db
from survey_app.core.permissions import Role
from survey_app.core.writer import write
from survey_app.workspaces import service

NEW = "een heel nieuw wachtwoord"


def link_for(client, person) -> str | None:
    """The path that an owner is shown once."""
    client.post(f"/desk/gilden/organisation/members/{person.id}/reset-link")
    shown = client.get("/desk/gilden/organisation").text
    found = re.search(r'value="http://127\.0\.0\.1:8000(/account/reset/[^"]+)"', shown)
    return found and found[1]


def take(client, link: str, password: str = NEW):
    return client.post(link, data={"password": password, "password_confirm": password})


def gets_in(web, email: str, password: str) -> bool:
    client = web.test_client()
    client.post("/account/login", data={"email": email, "password": password})
    return client.get("/account/").status_code == 200


def test_owners_link_gives_a_new_password(web, client_of, owner, add_person) -> None:
    coach = add_person("coach")
    link = link_for(client_of(owner), coach)

    take(web.test_client(), link)

    assert gets_in(web, coach.email, NEW)


def test_link_is_shown_once_and_noted(web, client_of, owner, add_person) -> None:
    client, coach = client_of(owner), add_person("coach")

    link = link_for(client, coach)

    assert link not in client.get("/desk/gilden/organisation").text
    with web.app_context():
        noted = db.session.scalars(select(AuditEntry.action)).all()
    assert noted.count("member.reset_link_made") == 1


def test_link_works_once(web, client_of, owner, add_person) -> None:
    coach = add_person("coach")
    link = link_for(client_of(owner), coach)
    take(web.test_client(), link)

    again = take(web.test_client(), link, "nog een ander wachtwoord")

    assert again.location == "/account/reset"
    assert gets_in(web, coach.email, NEW)


def test_damaged_link_changes_nothing(web, client_of, owner, add_person) -> None:
    coach = add_person("coach")
    link = link_for(client_of(owner), coach)

    take(web.test_client(), link[:-2] + "xx")

    assert not gets_in(web, coach.email, NEW)


def test_sessions_end_with_the_old_password(web, client_of, owner, add_person) -> None:
    coach = add_person("coach")
    open_page = client_of(coach)
    link = link_for(client_of(owner), coach)

    take(web.test_client(), link)

    assert open_page.get("/account/").status_code == 302


def test_owner_makes_no_link_for_somebody_of_another_organisation(
    web, client_of, owner, elsewhere
) -> None:
    with web.app_context():
        write(
            lambda session: service.join(
                session,
                workspace_id=1,
                user_id=elsewhere.id,
                role=Role.COACH,
                actor=owner.id,
                now=web.config["NOW"],
            )
        )
    client = client_of(owner)

    answer = client.post(f"/desk/gilden/organisation/members/{elsewhere.id}/reset-link")

    assert answer.status_code == 403
    page = client.get(f"/desk/gilden/organisation/members/{elsewhere.id}").text
    assert "werkt ook voor een andere organisatie" in page


def test_without_mail_the_page_says_whom_to_ask(web) -> None:
    page = web.test_client().get("/account/reset").text

    assert "Vraag een eigenaar van uw organisatie om een link" in page
    assert "<form" not in page


class Postbox(socketserver.StreamRequestHandler):
    """A mail server that keeps what it is given."""

    kept: ClassVar[list[str]] = []
    arrived = threading.Event()

    def handle(self) -> None:
        self.wfile.write(b"220 dorp\r\n")
        inside, lines = False, []
        for raw in self.rfile:
            line = raw.decode().rstrip("\r\n")
            if inside and line != ".":
                lines.append(line)
                continue
            inside = line.upper() == "DATA"
            known = {"DATA": b"354 go\r\n", "QUIT": b"221 bye\r\n"}
            self.wfile.write(known.get(line.upper(), b"250 ok\r\n"))
            if line == ".":
                self.kept.append("\n".join(lines))
                self.arrived.set()


@pytest.fixture
def postbox() -> Iterator[tuple[str, type[Postbox]]]:
    Postbox.kept, Postbox.arrived = [], threading.Event()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Postbox) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"smtp://127.0.0.1:{server.server_address[1]}", Postbox
        server.shutdown()
        thread.join()


def test_mail_carries_a_link_to_the_configured_address(make_web, owner, postbox) -> None:
    url, box = postbox
    app = make_web(MAIL_URL=url, MAIL_SENDER="dorpsstem@dorp.example")

    app.test_client().post("/account/reset", data={"email": owner.email})

    assert box.arrived.wait(10)
    mail = box.kept[0].replace("=\n", "").replace("=3D", "=")
    assert "To: eigenaar@dorp.example" in mail
    assert "http://127.0.0.1:8000/account/reset/" in mail


def test_page_tells_nobody_who_has_an_account(make_web, owner, postbox) -> None:
    url, _box = postbox
    app = make_web(MAIL_URL=url)

    def words(email: str) -> str:
        page = app.test_client().post("/account/reset", data={"email": email}).text
        return re.sub(r'name="csrf_token" value="[^"]+"', "", page.replace(email, ""))

    assert words(owner.email) == words("niemand@dorp.example")


def test_link_is_too_old_after_a_day(web) -> None:
    assert web.config["SECURITY_RESET_PASSWORD_WITHIN"] == timedelta(days=1)

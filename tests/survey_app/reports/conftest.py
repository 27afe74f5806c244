"""A village with answers and a dossier, as the tests of reports need it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient

from survey_app.core.db import db
from survey_app.reports import queries
from survey_app.reports.models import Dossier
from tests.asking import Asked, ask, send

WORKSPACE = "/desk/dorp-k7p2qx"
PROJECT = f"{WORKSPACE}/projects/plus-plek-lafelt"
DOSSIER = f"{PROJECT}/dossier"
PUBLIC = "/p/plus-plek-lafelt"
SHOP = {
    "type": "multiple",
    "code": "missing",
    "text": "Wat mist u in het dorp?",
    "role": "importance",
    "options": [
        {"code": "bakery", "text": "Een bakker", "topic": "bread"},
        {"code": "bus", "text": "Een bus", "topic": "transport"},
        {"code": "bench", "text": "Een bank", "topic": "benches"},
    ],
}
AGE = {
    "type": "choice",
    "code": "age",
    "text": "Hoe oud bent u?",
    "options": [
        {"code": "young", "text": "Jonger dan 30"},
        {"code": "old", "text": "30 of ouder"},
    ],
}
IDEA = {"type": "text", "code": "idea", "text": "Wat wilt u veranderen?"}


@pytest.fixture
def village(web, owner) -> Asked:
    return ask(web, [SHOP, AGE, IDEA])


@pytest.fixture
def desk(village, add_person, client_of) -> FlaskClient:
    client: FlaskClient = client_of(add_person("coach", workspace="dorp-k7p2qx"))
    return client


@pytest.fixture
def answer(village) -> Callable[..., None]:
    """So many more people answer: ``answer(7, "bakery", idea="…")``."""

    def people(n: int, choice: str = "bakery", *, age: str = "old", idea: str = "") -> None:
        client = village.app.test_client()
        for _number in range(n):
            said = [("missing", choice), ("age", age), ("idea", idea)]
            assert send(client, village, said).status_code == 200

    return people


@dataclass(frozen=True, slots=True)
class Made:
    """A dossier as its coach made it: its link and its PIN."""

    token: str
    pin: str

    @property
    def link(self) -> str:
        return f"/d/{self.token}"


@pytest.fixture
def made(village, desk, answer) -> Made:
    """A dossier of 40 answers, begun on its page."""
    answer(30, "bakery")
    answer(10, "bus", age="young")
    page = desk.post(f"{DOSSIER}/new", follow_redirects=True)
    pin = re.search(r"De pincode is (\d{3}) (\d{3})", page.text)
    assert pin, page.text
    return Made(dossier_in(village).token, pin[1] + pin[2])


def dossier_in(village: Asked) -> Dossier:
    with village.app.app_context():
        project_id = 1
        found = queries.dossier_of(db.session, project_id)
        assert found is not None
        db.session.expunge(found)
        return found


@pytest.fixture
def opened(village, made) -> Callable[[], tuple[FlaskClient, str]]:
    """A member of the steering group past the PIN: the browser and the address with its key."""

    def come_in() -> tuple[FlaskClient, str]:
        client = village.app.test_client()
        answered = client.post(made.link, data={"pin": made.pin})
        assert answered.status_code == 303, answered.text
        return client, answered.headers["Location"]

    return come_in

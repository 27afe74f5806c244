"""The program with people of the staff in it: an owner, colleagues, somebody from elsewhere."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_security import hash_password

from survey_app.accounts.models import User
from survey_app.core.db import db
from survey_app.core.permissions import Role
from survey_app.core.writer import write
from survey_app.workspaces import service
from tests.programs import NOW, built, close

PASSWORD = "vijf losse woorden hier"


@dataclass(frozen=True)
class Person:
    """Somebody of the staff, as a test speaks of them."""

    id: int
    email: str
    name: str
    role: Role | None = None


@pytest.fixture(scope="session")
def password_hash(tmp_path_factory: pytest.TempPathFactory) -> str:
    app = built(tmp_path_factory.mktemp("hash"))
    with app.app_context():
        hashed: str = hash_password(PASSWORD)
    close(app)
    return hashed


@pytest.fixture
def web_url(request: pytest.FixtureRequest) -> str:
    """Where the staff's program keeps its data: SQLite, or each in turn for who asks for both.

    A module asks with ``pytestmark = pytest.mark.usefixtures("database_url")``.
    """
    name = "database_url" if "database_url" in request.fixturenames else "sqlite_url"
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture
def make_web(make_app: Callable[..., Flask], web_url: str) -> Callable[..., Flask]:
    """Build the program on this test's database, with other settings when a test needs them."""
    return partial(make_app, DATABASE_URL=web_url)


@pytest.fixture
def web(make_web: Callable[..., Flask]) -> Flask:
    return make_web()


@pytest.fixture
def inside(web: Flask) -> Iterator[None]:
    """For a test that speaks to services, not to pages."""
    with web.app_context():
        yield


@pytest.fixture
def now(web: Flask) -> datetime:
    moment: datetime = web.config["NOW"]
    return moment


@pytest.fixture
def owner(web: Flask, password_hash: str) -> Person:
    """The first owner, of the organisation ``gilden``."""
    with web.app_context():
        key = write(
            lambda session: service.make_first_owner(
                session,
                name="Eerste Eigenaar",
                email="eigenaar@dorp.example",
                password_hash=password_hash,
                workspace="Gilden",
                now=NOW,
            )
        )
    return Person(key, "eigenaar@dorp.example", "Eerste Eigenaar", Role.OWNER)


@pytest.fixture
def add_person(web: Flask, owner: Person, password_hash: str) -> Callable[..., Person]:
    """Add somebody to an organisation: ``add_person("coach")``."""

    def add(role: str, *, workspace: str = "gilden", name: str = "", email: str = "") -> Person:
        email = email or f"{role}@{workspace}.example"
        name = name or f"Iemand als {role}"
        with web.app_context():
            key = write(
                lambda session: service.add_user(
                    session,
                    name=name,
                    email=email,
                    password_hash=password_hash,
                    workspace=workspace,
                    role=Role(role),
                    now=NOW,
                )
            )
        return Person(key, email, name, Role(role))

    return add


@pytest.fixture
def elsewhere(web: Flask, owner: Person, password_hash: str) -> Person:
    """Somebody who owns another organisation, ``buren``."""
    with web.app_context():
        key = write(
            lambda session: service.add_user(
                session,
                name="Buur",
                email="buur@elders.example",
                password_hash=password_hash,
                workspace="gilden",
                role=Role.VIEWER,
                now=NOW,
            )
        )
        write(lambda session: service.create_workspace(session, name="Buren", actor=key, now=NOW))
        write(
            lambda session: service.remove_member(
                session, workspace_id=1, user_id=key, actor=owner.id, now=NOW
            )
        )
    return Person(key, "buur@elders.example", "Buur")


@pytest.fixture
def client_of(web: Flask) -> Callable[[Person | None], FlaskClient]:
    """A browser in which this person is signed in."""

    def client(person: Person | None) -> FlaskClient:
        browser = web.test_client()
        if person is not None:
            with web.app_context():
                seal = db.session.get_one(User, person.id).fs_uniquifier
            with browser.session_transaction() as session:
                session.update({"_user_id": seal, "_fresh": True, "fs_paa": time.time()})
        return browser

    return client

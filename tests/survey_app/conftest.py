"""A program of one's own per test, with people in it; real database, no mocks."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_security import hash_password
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from survey_app import create_app
from survey_app.accounts.models import User
from survey_app.core.db import db
from survey_app.core.operations import alembic
from survey_app.core.permissions import Role
from survey_app.core.writer import write
from survey_app.workspaces import service

PASSWORD = "vijf losse woorden hier"
NOW = datetime(2026, 5, 20, 9, 30, tzinfo=UTC)
KEY = "k3y-of-the-tests-that-nobody-guesses-0123456789"
SERVER = os.environ.get("DORPSSTEM_TEST_POSTGRESQL", "")
DATABASES = ["sqlite", "postgresql"] if SERVER else ["sqlite"]


@dataclass(frozen=True)
class Person:
    """Somebody of the staff, as a test speaks of them."""

    id: int
    email: str
    name: str
    role: Role | None = None


def built(folder: Path, **config: Any) -> Flask:
    return create_app(
        {
            "DATA": folder,
            "SECRET_KEY": KEY,
            "WTF_CSRF_ENABLED": False,
            "TESTING": True,
            "NOW": NOW,
            **config,
        }
    )


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every table, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("migrated")
    app = built(folder)
    with app.app_context():
        alembic.upgrade()
        db.session.close()
        db.engine.dispose()
        with app.extensions["write_engine"].connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
    app.extensions["writer"].close()
    return folder / "dorpsstem.sqlite3"


@pytest.fixture(scope="session")
def password_hash(tmp_path_factory: pytest.TempPathFactory) -> str:
    with built(tmp_path_factory.mktemp("hash")).app_context():
        hashed: str = hash_password(PASSWORD)
    return hashed


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path, migrated: Path) -> Iterator[str]:
    """An empty database with every table, SQLite or PostgreSQL."""
    if request.param == "sqlite":
        shutil.copy(migrated, tmp_path / "dorpsstem.sqlite3")
        yield f"sqlite:///{tmp_path / 'dorpsstem.sqlite3'}"
        return
    name = f"t{time.time_ns()}"
    server = create_engine(make_url(SERVER), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    url = make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    app = built(tmp_path, DATABASE_URL=url)
    with app.app_context():
        alembic.upgrade()
    close(app)
    yield url
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


def close(app: Flask) -> None:
    app.extensions["writer"].close()
    with app.app_context():
        db.session.close()
        db.engine.dispose()


@pytest.fixture
def make_web(tmp_path: Path, database_url: str) -> Iterator[Callable[..., Flask]]:
    """Build the program on this test's database, with other settings when a test needs them."""
    apps: list[Flask] = []

    def make(**config: Any) -> Flask:
        apps.append(built(tmp_path, DATABASE_URL=database_url, **config))
        return apps[-1]

    yield make
    for app in apps:
        close(app)


@pytest.fixture
def web(make_web: Callable[..., Flask]) -> Flask:
    return make_web()


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

"""The program as tests use it: on a database of the test's own, visited by a strict client."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from survey_app import create_app
from survey_app.core.db import db
from tests.pages import PageClient

NOW = datetime(2026, 5, 20, 9, 30, tzinfo=UTC)
KEY = "k3y-of-the-tests-that-nobody-guesses-0123456789"


@dataclass(frozen=True, slots=True)
class Clock:
    """The program's clock, moved by hand."""

    app: Flask

    @property
    def now(self) -> datetime:
        moment: datetime = self.app.config["NOW"]
        return moment

    def move(self, **step: float) -> datetime:
        """Let time pass: ``clock.move(days=3)``."""
        self.app.config["NOW"] = self.now + timedelta(**step)
        return self.now


def built(folder: Path, **config: Any) -> Flask:
    """Make the program with its files in ``folder``; ``config`` is stronger than what tests use."""
    tests_use = {
        "DATA": folder,
        "SECRET_KEY": KEY,
        "WTF_CSRF_ENABLED": False,
        "JOBS_IMMEDIATE": True,
        "TESTING": True,
        "NOW": NOW,
    }
    app = create_app(tests_use | config)
    app.test_client_class = PageClient
    return app


def close(app: Flask) -> None:
    """Let go of every connection, so that a database file can be copied or a database dropped."""
    app.extensions["writer"].close()
    with app.app_context():
        db.session.close()
        db.engine.dispose()


@pytest.fixture
def make_app(tmp_path: Path) -> Iterator[Callable[..., Flask]]:
    """Build the program with settings of the test's own: ``make_app(DATABASE_URL=…)``."""
    apps: list[Flask] = []

    def make(**config: Any) -> Flask:
        apps.append(built(tmp_path, **config))
        return apps[-1]

    yield make
    for app in apps:
        close(app)


@pytest.fixture
def app(make_app: Callable[..., Flask], sqlite_url: str) -> Flask:
    """The program on an empty SQLite database."""
    return make_app(DATABASE_URL=sqlite_url)


@pytest.fixture
def any_app(make_app: Callable[..., Flask], database_url: str) -> Flask:
    """The program on SQLite, then on PostgreSQL."""
    return make_app(DATABASE_URL=database_url)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor without JavaScript; every page is looked over (tests/pages.py)."""
    return app.test_client()


@pytest.fixture
def clock(app: Flask) -> Clock:
    """The clock of ``app``."""
    return Clock(app)

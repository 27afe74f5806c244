"""Empty databases with every table, SQLite and PostgreSQL, quick enough to make for each test."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

from survey_app.core.operations import bring_up_to_date
from tests.programs import built, close
from tests.servers import (
    MissingServerError,
    PrivateServer,
    private_postgresql,
    private_redis,
)

KINDS = ("sqlite", "postgresql")
TEMPLATE = "with_tables"
numbers = count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PrivateServer]:
    """A PostgreSQL of the tests' own, one for each worker, started when first asked for."""
    try:
        with private_postgresql() as server:
            yield server
    except MissingServerError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[PrivateServer]:
    """A Redis of the tests' own, one for each worker."""
    try:
        with private_redis() as server:
            yield server
    except MissingServerError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that went through every migration; each test gets a copy."""
    folder = tmp_path_factory.mktemp("sqlite_template")
    app = built(folder)
    bring_up_to_date(app)
    close(app)
    return folder / "dorpsstem.sqlite3"


@pytest.fixture(scope="session")
def postgresql_template(
    postgresql: PrivateServer, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str]:
    """Make an empty PostgreSQL database with every table; gives its URL."""
    command(postgresql.url, f"CREATE DATABASE {TEMPLATE}")
    app = built(tmp_path_factory.mktemp("pg_template"), DATABASE_URL=at(postgresql.url, TEMPLATE))
    bring_up_to_date(app)
    close(app)

    def make() -> str:
        name = f"test_{next(numbers)}"
        command(postgresql.url, f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        return at(postgresql.url, name)

    return make


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_template: Path) -> str:
    file = tmp_path / "dorpsstem.sqlite3"
    shutil.copy(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
def postgresql_url(
    postgresql: PrivateServer, postgresql_template: Callable[[], str]
) -> Iterator[str]:
    url = postgresql_template()
    yield url
    command(postgresql.url, f"DROP DATABASE {make_url(url).database} WITH (FORCE)")


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database with every table: the test runs once on SQLite, once on PostgreSQL."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


def at(url: str, database: str) -> str:
    return make_url(url).set(database=database).render_as_string(hide_password=False)


def command(url: str, statement: str) -> None:
    """Have the server itself do something that no transaction may hold."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(statement.encode())

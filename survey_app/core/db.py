"""The database: one engine to read, one to write, SQLite or PostgreSQL."""

from collections.abc import Callable
from datetime import UTC, datetime
from inspect import iscoroutinefunction
from typing import Annotated, Any

from flask import Flask
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import (
    JSON,
    BigInteger,
    Connection,
    DateTime,
    Engine,
    Integer,
    MetaData,
    create_engine,
    event,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.pool import StaticPool
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
BUSY_TIMEOUT = "busy_timeout=5000"
SQLITE_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    BUSY_TIMEOUT,
    "cache_size=-16000",
    "temp_store=MEMORY",
    "secure_delete=ON",
)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in time, always aware and in UTC; Flask-Security sends UTC without saying so."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


Json = JSON().with_variant(JSONB(), "postgresql")
BigId = BigInteger().with_variant(Integer(), "sqlite")
IntKey = Annotated[int, mapped_column(primary_key=True)]
RandomKey = Annotated[int, mapped_column(BigId, primary_key=True, autoincrement=False)]


class Base(DeclarativeBase):
    """Every table: named constraints, so that each can be named in a migration."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: UtcDateTime}  # noqa: RUF012 — SQLAlchemy's own attribute


db = SQLAlchemy(session_options={"expire_on_commit": False, "autoflush": False})


def init_db(app: Flask) -> None:
    url = make_url(app.config["DATABASE_URL"])
    options: dict[str, Any] = (
        {"connect_args": {"timeout": 5}, "pool_size": 20, "max_overflow": 40}
        if url.get_backend_name() == "sqlite"
        else {"pool_size": 10, "max_overflow": 10, "pool_pre_ping": True, "pool_timeout": 5}
    )
    app.config["SQLALCHEMY_ENGINES"] = {"default": {"url": url, "hide_parameters": True, **options}}
    db.init_app(app)
    app.teardown_appcontext_funcs = [  # no session here is async; its clean-up would start a loop
        clean for clean in app.teardown_appcontext_funcs if not iscoroutinefunction(clean)
    ]
    with app.app_context():
        prepare(db.engine, begin="BEGIN")
    app.extensions["write_engine"] = writing_engine(app.config["DATABASE_URL"])


def writing_engine(url: str) -> Engine:
    """Make the one engine that writes: a single connection, which takes the lock at once."""
    single = make_url(url).get_backend_name() == "sqlite"
    engine = (
        create_engine(
            url,
            poolclass=StaticPool,
            connect_args={"check_same_thread": False, "timeout": 5},
            hide_parameters=True,
        )
        if single
        else create_engine(
            url, pool_size=1, max_overflow=0, pool_pre_ping=True, hide_parameters=True
        )
    )
    prepare(engine, begin="BEGIN IMMEDIATE")
    say_savepoints_plainly(engine.dialect)
    return engine


def say_savepoints_plainly(dialect: Dialect) -> None:
    """Send savepoints as they are: each has a name of its own, so none is ever found compiled.

    Every answer has its savepoint; compiling these cost as much as storing the answer.
    """

    def saying(words: str) -> Callable[[Connection, str], None]:
        def say(connection: Connection, name: str) -> None:
            connection.exec_driver_sql(f"{words} {name}")

        return say

    own: dict[str, Any] = vars(dialect)  # of this engine alone
    own["do_savepoint"] = saying("SAVEPOINT")
    own["do_release_savepoint"] = saying("RELEASE SAVEPOINT")
    own["do_rollback_to_savepoint"] = saying("ROLLBACK TO SAVEPOINT")


def prepare(engine: Engine, *, begin: str) -> None:
    """Give SQLite its manners; PostgreSQL needs none."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def connect(dbapi: Any, _record: object) -> None:
        dbapi.isolation_level = None
        for pragma in SQLITE_PRAGMAS:
            dbapi.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

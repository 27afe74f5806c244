"""What the responses keep of people, and how it is forgotten on its day."""

import random
from datetime import date, timedelta

from flask import current_app
from sqlalchemy import ColumnElement, Engine, delete, insert, select, true
from sqlalchemy.orm import Session

from survey_app.answers.models import Response, Tally
from survey_app.core.clock import utc_now
from survey_app.core.daily import daily
from survey_app.core.db import Base
from survey_app.core.writer import write, write_alone
from survey_app.responses.models import Contact
from survey_app.surveys.models import Survey

FILES_KEPT = timedelta(days=7)
ONE_DAY = timedelta(days=1)
LATELY = timedelta(days=8)


@daily
def purge(today: date) -> dict[str, int]:
    """Forget every answer and contact that has passed its date, and leave no trace in the file."""
    gone = write(lambda session: purge_rows(session, today=today))
    if any(gone.values()):
        write_alone(compact)
    return gone | {"files": purge_files()}


def purge_rows(session: Session, *, today: date) -> dict[str, int]:
    """Delete what has passed its date; give what stays a new random order."""
    over = select(Survey.id).where(Survey.retention_until < today)
    counts = {
        "responses": delete(Response).where(Response.survey_id.in_(over)),
        "tally": delete(Tally).where(Tally.survey_id.in_(over)),
        "contacts": delete(Contact).where(Contact.delete_on < today),
    }
    gone = {name: session.execute(what).rowcount for name, what in counts.items()}  # type: ignore[attr-defined]  # a CursorResult
    if session.get_bind().dialect.name == "postgresql":
        shuffle(session, Contact, true())
        shuffle(session, Response, Response.day.between(today - LATELY, today - ONE_DAY))
    return gone


def shuffle(session: Session, model: type[Base], which: ColumnElement[bool]) -> None:
    """PostgreSQL keeps rows in the order of writing: write them anew in an order that says nothing.

    Otherwise the contact written just after a response would tell whose it was. SQLite stores both
    by their random key and needs nothing.
    """
    held = [dict(row) for row in session.execute(select(model.__table__).where(which)).mappings()]
    random.SystemRandom().shuffle(held)
    session.execute(delete(model).where(which).execution_options(synchronize_session=False))
    if held:
        session.execute(insert(model), held)


def compact(engine: Engine) -> None:
    """Take deleted rows out of the file, not only out of sight."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            connection.connection.driver_connection.execute("VACUUM")  # type: ignore[union-attr]  # it is open
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]  # it is open
        else:
            connection.exec_driver_sql("VACUUM FULL response, tally, contact")


def purge_files() -> int:
    """Delete made files (charts, exports) that nobody asked for in a week."""
    folder = current_app.config["DATA"] / "files"
    limit = (utc_now() - FILES_KEPT).timestamp()
    old = [path for path in folder.rglob("*") if path.is_file() and path.stat().st_mtime < limit]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)

"""The database's manners, on SQLite and PostgreSQL."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import inspect, select, text

from survey_app.core.db import Base, UtcDateTime, db
from survey_app.core.writer import write
from survey_app.workspaces.models import Membership, Workspace

pytestmark = pytest.mark.usefixtures("database_url", "inside")

PERSONAL = ("ip", "agent", "address_of_visitor", "fingerprint", "device")
FLASK_SECURITYS = {"last_login_ip", "current_login_ip", "device_type"}
DRAWN = {"participant.device"}
"""The digest of a token drawn at random in a workshop: it says nothing of what machine it is."""


def test_moments_come_back_in_utc(web) -> None:
    brussels = timezone(timedelta(hours=2))
    at = datetime(2026, 5, 20, 14, tzinfo=brussels)

    write(lambda session: session.add(Workspace(slug="a", name="A", created_at=at)))

    back = db.session.scalars(select(Workspace.created_at)).one()
    assert (back, back.tzinfo) == (at, UTC)


def test_moment_without_a_zone_is_read_as_utc() -> None:
    kept = UtcDateTime().process_bind_param(datetime(2026, 5, 20, 14), None)  # noqa: DTZ001 — as Flask-Security gives it

    assert kept == datetime(2026, 5, 20, 14, tzinfo=UTC)


def test_keys_of_other_tables_are_checked(web) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        write(lambda session: session.add(Membership(workspace_id=77, user_id=88, role="owner")))


def test_deleting_a_workspace_takes_its_members_along(web, owner) -> None:
    write(lambda session: session.execute(text("DELETE FROM workspace")))

    assert db.session.scalars(select(Membership)).all() == []


def test_sqlite_is_durable_and_forgets_what_it_deletes(web) -> None:
    if db.engine.dialect.name != "sqlite":
        return
    with web.extensions["write_engine"].connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }

    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_reading_session_never_writes_by_itself(web) -> None:
    db.session.add(Workspace(slug="a", name="A", created_at=web.config["NOW"]))

    assert db.session.scalars(select(Workspace)).all() == []


def test_no_table_has_room_for_an_address_of_a_visitor() -> None:
    for table in Base.metadata.tables.values():
        for column in table.columns:
            if column.name not in FLASK_SECURITYS and str(column) not in DRAWN:
                assert not set(column.name.split("_")) & set(PERSONAL), column


def test_every_constraint_has_a_name(web) -> None:
    looked = inspect(db.engine)
    for table in looked.get_table_names():
        if table != "alembic_version":
            for key in [*looked.get_foreign_keys(table), *looked.get_unique_constraints(table)]:
                assert key["name"], (table, key)


def test_values_of_a_statement_stay_out_of_its_error(web) -> None:
    with pytest.raises(Exception, match=r"no_such_table|cannot write") as caught:
        write(
            lambda session: session.execute(
                text("INSERT INTO no_such_table VALUES (:secret)"), {"secret": "an@dorp.example"}
            )
        )

    assert "an@dorp.example" not in str(caught.value)

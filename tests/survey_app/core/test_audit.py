"""The logbook only grows, and tells when it was touched."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from survey_app.core.audit import START, AuditEntry, broken_at, record
from survey_app.core.db import db
from survey_app.core.writer import write

pytestmark = pytest.mark.usefixtures("database_url", "inside")


def add(web, action: str, **data) -> int:
    now = web.config["NOW"]
    return write(
        lambda session: (
            record(
                session, workspace_id=1, actor=None, action=action, target="x", now=now, data=data
            ).id
        )
    )


def tamper(statement: str) -> None:
    write(lambda session: session.execute(text(statement)))


def test_each_line_holds_the_seal_of_the_one_before(web) -> None:
    add(web, "a")
    add(web, "b")

    first, second = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id))
    assert first.previous == START
    assert second.previous == first.seal
    assert broken_at(db.session) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET action = 'anders' WHERE id = 2",
        "UPDATE audit_entry SET target = 'anders' WHERE id = 2",
        "UPDATE audit_entry SET workspace_id = 9 WHERE id = 2",
        "UPDATE audit_entry SET at = '2020-01-01 00:00:00+00' WHERE id = 2",
    ],
)
def test_altered_line_is_found(web, statement: str) -> None:
    for action in ("a", "b", "c"):
        add(web, action)

    tamper(statement)

    assert broken_at(db.session) == 2


def test_removed_line_is_found_at_the_next(web) -> None:
    for action in ("a", "b", "c"):
        add(web, action)

    tamper("DELETE FROM audit_entry WHERE id = 2")

    assert broken_at(db.session) == 3


def test_program_itself_cannot_change_or_delete_a_line(web) -> None:
    key = add(web, "a")

    with pytest.raises(RuntimeError, match="append-only"):
        write(lambda session: setattr(session.get_one(AuditEntry, key), "action", "b"))
    with pytest.raises(RuntimeError, match="append-only"):
        write(lambda session: session.delete(session.get_one(AuditEntry, key)))


def test_forgetting_the_person_leaves_the_chain_whole(web, owner) -> None:
    now = web.config["NOW"]
    write(
        lambda session: record(
            session, workspace_id=1, actor=owner.id, action="a", target="x", now=now
        )
    )

    tamper("UPDATE audit_entry SET actor_id = NULL")

    assert broken_at(db.session) is None


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=9),
        st.none()
        | st.booleans()
        | st.integers(-(2**31), 2**31)
        | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
        max_size=4,
    )
)
def test_any_data_is_read_back_as_it_was_sealed(web, data) -> None:
    add(web, "a", **{f"k{number}": value for number, value in enumerate(data.values())})
    db.session.close()

    assert broken_at(db.session) is None

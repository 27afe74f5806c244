"""Flask-Security's changes to accounts, handed to the one writer like everybody's."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import g, has_request_context
from flask_security import FSQLALiteUserDatastore
from sqlalchemy import inspect
from sqlalchemy.orm import MANYTOONE, Session

from survey_app.accounts.log import Note, record_notes
from survey_app.core.db import db
from survey_app.core.writer import write


@dataclass(frozen=True, slots=True)
class Change:
    """One row to add, alter or delete; it holds values, not objects of the reading session."""

    model: type[Any]
    key: tuple[Any, ...] | None
    values: dict[str, Any]
    gone: bool = False


class StaffDatastore(FSQLALiteUserDatastore):
    """Reads through the request's session; ``commit`` gathers what was altered and writes that."""

    def commit(self) -> None:
        notes: list[Note] = g.pop("account_notes", []) if has_request_context() else []
        changes = gathered(db.session)
        if changes or notes:
            write(partial(apply, changes=changes, notes=notes))


def gathered(session: Session) -> list[Change]:
    """What was altered in the reading session, as values."""
    added = [Change(type(row), None, new_values(row)) for row in session.new]
    altered = [
        Change(type(row), inspect(row).identity, values)
        for row in session.dirty
        if (values := altered_values(row))
    ]
    gone = [Change(type(row), inspect(row).identity, {}, gone=True) for row in session.deleted]
    return added + altered + gone


def new_values(row: Any) -> dict[str, Any]:
    """A new row's own columns, and the keys of the rows it belongs to."""
    state = inspect(row)
    values = {c.key: state.dict[c.key] for c in state.mapper.column_attrs if c.key in state.dict}
    for relation in state.mapper.relationships:
        parent = state.dict.get(relation.key)
        if relation.direction is MANYTOONE and parent is not None:
            for mine, theirs in relation.local_remote_pairs:
                values[str(mine.key)] = getattr(parent, str(theirs.key))
    return values


def altered_values(row: Any) -> dict[str, Any]:
    state = inspect(row)
    return {
        column.key: state.dict.get(column.key)
        for column in state.mapper.column_attrs
        if state.attrs[column.key].history.has_changes()
    }


def apply(session: Session, *, changes: list[Change], notes: list[Note]) -> None:
    """Write the changes and the lines of the logbook that belong to them, together."""
    for change in changes:
        if change.key is None:
            session.add(change.model(**change.values))
        elif (row := session.get(change.model, change.key)) is not None:
            if change.gone:
                session.delete(row)
            for name, value in change.values.items():
                setattr(row, name, value)
    session.flush()
    record_notes(session, notes)

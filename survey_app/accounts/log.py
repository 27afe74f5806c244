"""What happened to an account, for the logbook: signed in, new password, second step on or off."""

from datetime import datetime
from typing import Any, NamedTuple

from flask import Flask, Response, g
from flask_security.signals import (
    password_changed,
    password_reset,
    tf_disabled,
    tf_profile_changed,
    user_authenticated,
)
from sqlalchemy.orm import Session

from survey_app.core.audit import record
from survey_app.core.clock import utc_now
from survey_app.core.writer import write

ACTIONS = (
    (user_authenticated, "account.signed_in"),
    (password_changed, "account.password_changed"),
    (password_reset, "account.password_reset"),
    (tf_profile_changed, "account.second_step_on"),
    (tf_disabled, "account.second_step_off"),
)


class Note(NamedTuple):
    """One thing that happened to an account."""

    user_id: int
    action: str
    at: datetime


def init_log(app: Flask) -> None:
    """Listen to Flask-Security; a note waits for the change it belongs to, at most a request."""
    for signal, action in ACTIONS:
        signal.connect(listener(action), app, weak=False)
    app.after_request(write_leftover_notes)


def listener(action: str) -> Any:
    def heard(_app: Flask, user: Any, **_facts: object) -> None:
        note(user.id, action)

    return heard


def note(user_id: int, action: str) -> None:
    g.setdefault("account_notes", []).append(Note(user_id, action, utc_now()))


def write_leftover_notes(response: Response) -> Response:
    notes: list[Note] = g.pop("account_notes", [])
    if notes:
        write(lambda session: record_notes(session, notes))
    return response


def record_notes(session: Session, notes: list[Note]) -> None:
    for one in notes:
        record(
            session,
            workspace_id=None,
            actor=one.user_id,
            action=one.action,
            target="account",
            now=one.at,
        )

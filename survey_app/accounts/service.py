"""Change accounts: add somebody, close sessions, hand out a link for a new password."""

import uuid
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey_app.accounts.models import User
from survey_app.core.audit import record
from survey_app.core.errors import NotFoundError, StateError


class AddressTakenError(StateError):
    """Somebody already has an account with this address."""


def add_user(session: Session, *, name: str, email: str, password_hash: str, now: datetime) -> int:
    """Add an account and return its key; ``email`` was normalised, the password hashed before."""
    address = email.strip().lower()
    if session.scalar(select(User.id).where(func.lower(User.email) == address)) is not None:
        raise AddressTakenError("there is an account with this address; sign in instead")
    user = User(
        name=name,
        email=address,
        password=password_hash,
        active=True,
        fs_uniquifier=uuid.uuid4().hex,
        fs_webauthn_user_handle=uuid.uuid4().hex,
        create_datetime=now,
        update_datetime=now,
    )
    session.add(user)
    session.flush()
    record(
        session,
        workspace_id=None,
        actor=user.id,
        action="account.added",
        target="account",
        now=now,
    )
    return user.id


def change_profile(
    session: Session, *, user_id: int, name: str, language: str, now: datetime
) -> None:
    user = existing(session, user_id)
    user.name = name
    user.language = language
    record(
        session,
        workspace_id=None,
        actor=user_id,
        action="account.profile_changed",
        target="account",
        now=now,
        data={"language": language},
    )


def sign_out_everywhere(session: Session, *, user_id: int, now: datetime) -> None:
    """Every cookie handed out so far stops working, on every device."""
    existing(session, user_id).fs_uniquifier = uuid.uuid4().hex
    record(
        session,
        workspace_id=None,
        actor=user_id,
        action="account.signed_out_everywhere",
        target="account",
        now=now,
    )


def existing(session: Session, user_id: int) -> User:
    user = session.get(User, user_id)
    if user is None:
        raise NotFoundError(f"account {user_id} is gone")
    return user

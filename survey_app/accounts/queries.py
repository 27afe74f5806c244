"""Read accounts."""

from dataclasses import dataclass

from sqlalchemy import func, select

from survey_app.accounts.models import User, WebAuthn
from survey_app.core.db import db


@dataclass(frozen=True, slots=True)
class Protection:
    """How an account is protected besides its password."""

    second_step: bool
    recovery_codes: int
    passkeys: tuple[str, ...]


def there_are_users() -> bool:
    return db.session.scalar(select(User.id).limit(1)) is not None


def user_by_email(email: str) -> User | None:
    return db.session.scalar(select(User).where(func.lower(User.email) == email.strip().lower()))


def user_by_id(user_id: int) -> User | None:
    return db.session.get(User, user_id)


def protection_of(user_id: int) -> Protection:
    user = db.session.execute(
        select(User.tf_primary_method, User.mf_recovery_codes).where(User.id == user_id)
    ).one()
    names = db.session.scalars(
        select(WebAuthn.name).where(WebAuthn.user_id == user_id).order_by(WebAuthn.name)
    )
    return Protection(bool(user.tf_primary_method), len(user.mf_recovery_codes or ()), tuple(names))

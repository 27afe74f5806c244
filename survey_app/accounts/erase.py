"""What is kept of one account, and how it is deleted."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from survey_app.accounts import queries
from survey_app.accounts.models import User, WebAuthn


def exported(user_id: int) -> dict[str, object]:
    """The account as its owner may take it along; secrets stay here."""
    user = queries.user_by_id(user_id)
    if user is None:
        return {}
    protection = queries.protection_of(user_id)
    return {
        "name": user.name,
        "email": user.email,
        "language": user.language,
        "since": user.create_datetime.date().isoformat(),
        "second_step": protection.second_step,
        "passkeys": list(protection.passkeys),
    }


def forget(session: Session, *, user_id: int) -> None:
    """Delete the account and its passkeys; the logbook keeps its lines without the person."""
    session.execute(delete(WebAuthn).where(WebAuthn.user_id == user_id))
    session.execute(delete(User).where(User.id == user_id))

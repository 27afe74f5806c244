"""What the program knows of one member, and how it is forgotten."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey_app.accounts import erase as accounts
from survey_app.workspaces import queries, service
from survey_app.workspaces.models import Membership


def exported(user_id: int) -> dict[str, object]:
    """Everything kept about this person, for the person."""
    return accounts.exported(user_id) | {
        "organisations": [
            {"name": one.name, "role": str(one.role)} for one in queries.belongings(user_id)
        ],
    }


def forget(session: Session, *, user_id: int, now: datetime) -> None:
    """Leave every organisation and delete the account; refused while somebody depends on it.

    The lines of the logbook stay, without the person.
    """
    for workspace_id in session.scalars(
        select(Membership.workspace_id).where(Membership.user_id == user_id)
    ).all():
        service.remove_member(
            session, workspace_id=workspace_id, user_id=user_id, actor=user_id, now=now
        )
    session.flush()
    accounts.forget(session, user_id=user_id)

"""Read organisations and members."""

from sqlalchemy import select

from survey_app.core.db import db
from survey_app.core.permissions import Access, Role
from survey_app.workspaces.models import Membership, Workspace


def access_of(slug: str, user_id: int) -> Access | None:
    """What this person is in the workspace of that address, or None."""
    found = db.session.execute(
        select(Workspace.id, Workspace.slug, Workspace.name, Membership.role)
        .join(Membership, Membership.workspace_id == Workspace.id)
        .where(Workspace.slug == slug, Membership.user_id == user_id)
    ).first()
    return found and Access(found.id, found.slug, found.name, Role(found.role), user_id)

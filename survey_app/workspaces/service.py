"""Change organisations: make, rename, invite, change roles, remove people."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from survey_app.accounts.models import User
from survey_app.accounts.service import add_user as add_account
from survey_app.core.audit import Data, record
from survey_app.core.errors import NotFoundError, StateError
from survey_app.core.permissions import Role
from survey_app.workspaces import rules
from survey_app.workspaces.models import Invitation, Membership, Workspace


class LastOwnerError(StateError):
    """The organisation would be left without an owner."""


class InvitationUsedError(StateError):
    """The invitation was used, withdrawn or is too old."""


class AlreadyMemberError(StateError):
    """Whoever accepts already works here."""


class SetUpDoneError(NotFoundError):
    """There is an account already: the set-up link died."""


def make_first_owner(
    session: Session, *, name: str, email: str, password_hash: str, workspace: str, now: datetime
) -> int:
    """Make the first account and its organisation; return the account's key."""
    if session.scalar(select(User.id).limit(1)) is not None:
        raise SetUpDoneError("the program was set up already")
    user_id = add_account(session, name=name, email=email, password_hash=password_hash, now=now)
    create_workspace(session, name=workspace, actor=user_id, now=now)
    return user_id


def add_user(
    session: Session,
    *,
    name: str,
    email: str,
    password_hash: str,
    workspace: str,
    role: Role,
    now: datetime,
) -> int:
    """Add an account to the organisation with that slug, for whoever runs the server."""
    place = session.scalar(select(Workspace).where(Workspace.slug == workspace))
    if place is None:
        raise NotFoundError(f"there is no organisation {workspace}")
    user_id = add_account(session, name=name, email=email, password_hash=password_hash, now=now)
    join(session, workspace_id=place.id, user_id=user_id, role=role, actor=user_id, now=now)
    return user_id


def create_workspace(session: Session, *, name: str, actor: int, now: datetime) -> Workspace:
    """Make an organisation with a free address; who makes it owns it."""
    workspace = Workspace(name=name, slug=free_slug(session, name), created_at=now)
    session.add(workspace)
    session.flush()
    session.add(Membership(workspace_id=workspace.id, user_id=actor, role=Role.OWNER))
    log(session, workspace.id, actor, "workspace.created", workspace.slug, now)
    return workspace


def free_slug(session: Session, name: str) -> str:
    slug = wished = rules.slug_of(name)
    number = 1
    while session.scalar(select(Workspace.id).where(Workspace.slug == slug)) is not None:
        number += 1
        slug = rules.numbered(wished, number)
    return slug


def rename_workspace(
    session: Session, *, workspace_id: int, name: str, actor: int, now: datetime
) -> None:
    """Give another name; the address stays, because people have kept it."""
    workspace = session.get_one(Workspace, workspace_id)
    before, workspace.name = workspace.name, name
    data: Data = {"from": before, "to": name}
    log(session, workspace_id, actor, "workspace.renamed", workspace.slug, now, data)


def change_role(
    session: Session, *, workspace_id: int, user_id: int, role: Role, actor: int, now: datetime
) -> None:
    membership = membership_of(session, workspace_id, user_id)
    was = Role(membership.role)
    if not rules.keeps_an_owner(owners(session, workspace_id), was=was, becomes=role):
        raise LastOwnerError("make somebody else owner first")
    membership.role = role
    data: Data = {"from": was, "to": role}
    log(session, workspace_id, actor, "member.role_changed", str(user_id), now, data)


def remove_member(
    session: Session, *, workspace_id: int, user_id: int, actor: int, now: datetime
) -> None:
    """Take somebody out, or leave oneself; the account stays."""
    membership = membership_of(session, workspace_id, user_id)
    was = Role(membership.role)
    if not rules.keeps_an_owner(owners(session, workspace_id), was=was, becomes=None):
        raise LastOwnerError("make somebody else owner first")
    session.delete(membership)
    data: Data = {"role": was}
    log(session, workspace_id, actor, "member.removed", str(user_id), now, data)


def owners(session: Session, workspace_id: int) -> int:
    """Count the owners, and keep others from changing them until this is committed."""
    session.execute(select(Workspace.id).where(Workspace.id == workspace_id).with_for_update())
    return (
        session.scalar(
            select(func.count())
            .select_from(Membership)
            .where(Membership.workspace_id == workspace_id, Membership.role == Role.OWNER)
        )
        or 0
    )


def membership_of(session: Session, workspace_id: int, user_id: int) -> Membership:
    membership = session.get(Membership, (workspace_id, user_id))
    if membership is None:
        raise NotFoundError("this person is not in the organisation")
    return membership


def join(
    session: Session,
    *,
    workspace_id: int,
    user_id: int,
    role: Role,
    actor: int,
    now: datetime,
) -> None:
    if session.get(Membership, (workspace_id, user_id)) is not None:
        raise AlreadyMemberError("this person already works here")
    session.add(Membership(workspace_id=workspace_id, user_id=user_id, role=role))
    session.flush()
    data: Data = {"role": role}
    log(session, workspace_id, actor, "member.joined", str(user_id), now, data)


def invite(
    session: Session,
    *,
    workspace_id: int,
    role: Role,
    label: str,
    token_digest: str,
    actor: int,
    now: datetime,
) -> None:
    """Make an invitation; only the digest of its link's secret is kept.

    Whom it is for stays out of the logbook, which never forgets.
    """
    invitation = Invitation(
        workspace_id=workspace_id,
        role=role,
        label=label,
        token_digest=token_digest,
        expires_at=rules.invitation_ends(now),
        accepted_at=None,
    )
    session.add(invitation)
    session.flush()
    data: Data = {"role": role}
    log(session, workspace_id, actor, "invitation.made", str(invitation.id), now, data)


def withdraw_invitation(
    session: Session, *, workspace_id: int, invitation_id: int, actor: int, now: datetime
) -> None:
    invitation = session.get(Invitation, invitation_id)
    if invitation is None or invitation.workspace_id != workspace_id:
        raise NotFoundError("there is no such invitation here")
    session.delete(invitation)
    log(session, workspace_id, actor, "invitation.withdrawn", str(invitation_id), now)


def accept_invitation(session: Session, *, token_digest: str, user_id: int, now: datetime) -> str:
    """Use an invitation up and join; return the organisation's slug.

    Using up is one UPDATE, so that one link never lets two people in.
    """
    used = session.execute(
        update(Invitation)
        .where(
            Invitation.token_digest == token_digest,
            Invitation.accepted_at.is_(None),
            Invitation.expires_at > now,
        )
        .values(accepted_at=now)
        .returning(Invitation.workspace_id, Invitation.role)
    ).first()
    if used is None:
        raise InvitationUsedError("the invitation was used or is too old; ask for a new one")
    join(
        session,
        workspace_id=used.workspace_id,
        user_id=user_id,
        role=Role(used.role),
        actor=user_id,
        now=now,
    )
    return session.get_one(Workspace, used.workspace_id).slug


def accept_as_new(
    session: Session,
    *,
    token_digest: str,
    name: str,
    email: str,
    password_hash: str,
    now: datetime,
) -> int:
    """Make an account and use the invitation up, together or not at all."""
    user_id = add_account(session, name=name, email=email, password_hash=password_hash, now=now)
    accept_invitation(session, token_digest=token_digest, user_id=user_id, now=now)
    return user_id


def note_reset_link(
    session: Session, *, workspace_id: int, user_id: int, actor: int, now: datetime
) -> None:
    """A link for somebody's new password was handed out: that belongs in the logbook."""
    log(session, workspace_id, actor, "member.reset_link_made", str(user_id), now)


def log(  # noqa: PLR0917 — one short line at each call
    session: Session,
    workspace_id: int,
    actor: int,
    action: str,
    target: str,
    now: datetime,
    data: Data | None = None,
) -> None:
    record(
        session,
        workspace_id=workspace_id,
        actor=actor,
        action=action,
        target=target,
        now=now,
        data=data,
    )

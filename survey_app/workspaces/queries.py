"""Read organisations, members, invitations and the logbook."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from survey_app.accounts.models import User
from survey_app.core.audit import AuditEntry, Data
from survey_app.core.db import db
from survey_app.core.permissions import Access, Role
from survey_app.core.tokens import digest
from survey_app.workspaces import rules
from survey_app.workspaces.models import Invitation, Membership, Workspace

LOG_PAGE = 50


@dataclass(frozen=True, slots=True)
class Belonging:
    """A workspace somebody is a member of."""

    slug: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a workspace."""

    user_id: int
    name: str
    email: str
    role: Role
    second_factor: bool


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """A link that was handed out and not used yet."""

    id: int
    label: str
    role: Role
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation that still works offers."""

    workspace: str
    role: Role


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the logbook; a name is None when that account was deleted."""

    id: int
    at: datetime
    who: str | None
    action: str
    whom: str | None
    data: Data


def access_of(slug: str, user_id: int) -> Access | None:
    """What this person is in the workspace of that address, or None."""
    found = db.session.execute(
        select(Workspace.id, Workspace.slug, Workspace.name, Membership.role)
        .join(Membership, Membership.workspace_id == Workspace.id)
        .where(Workspace.slug == slug, Membership.user_id == user_id)
    ).first()
    return found and Access(found.id, found.slug, found.name, Role(found.role), user_id)


def belongings(user_id: int) -> list[Belonging]:
    """The workspaces of a person, by name."""
    rows = db.session.execute(
        select(Workspace.slug, Workspace.name, Membership.role)
        .join(Membership, Membership.workspace_id == Workspace.id)
        .where(Membership.user_id == user_id)
        .order_by(func.lower(Workspace.name), Workspace.id)
    )
    return [Belonging(slug, name, Role(role)) for slug, name, role in rows]


def members(workspace_id: int) -> list[Member]:
    """Everybody of a workspace, by name."""
    rows = db.session.execute(
        select(User.id, User.name, User.email, Membership.role, User.tf_primary_method)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.workspace_id == workspace_id)
        .order_by(func.lower(User.name), User.id)
    )
    return [
        Member(user_id, name, email, Role(role), bool(factor))
        for user_id, name, email, role, factor in rows
    ]


def member(workspace_id: int, user_id: int) -> Member | None:
    return next((one for one in members(workspace_id) if one.user_id == user_id), None)


def open_invitations(workspace_id: int, *, now: datetime) -> list[OpenInvitation]:
    rows = db.session.execute(
        select(Invitation.id, Invitation.label, Invitation.role, Invitation.expires_at)
        .where(
            Invitation.workspace_id == workspace_id,
            Invitation.accepted_at.is_(None),
            Invitation.expires_at > now,
        )
        .order_by(Invitation.expires_at)
    )
    return [OpenInvitation(key, label, Role(role), until) for key, label, role, until in rows]


def offer(token: str, *, now: datetime) -> Offer | None:
    """What the link with this secret offers, or None when it was used or is too old."""
    found = db.session.execute(
        select(Workspace.name, Invitation.role, Invitation.expires_at, Invitation.accepted_at)
        .join(Workspace, Workspace.id == Invitation.workspace_id)
        .where(Invitation.token_digest == digest(token))
    ).first()
    if found is None or not rules.invitation_works(
        expires_at=found.expires_at, accepted_at=found.accepted_at, now=now
    ):
        return None
    return Offer(found.name, Role(found.role))


def log_lines(workspace_id: int, *, before: int | None = None) -> list[LogLine]:
    """A page of the logbook, newest first; ``before`` is the id where the page above ended."""
    query = (
        select(AuditEntry)
        .where(AuditEntry.workspace_id == workspace_id)
        .order_by(AuditEntry.id.desc())
        .limit(LOG_PAGE)
    )
    if before is not None:
        query = query.where(AuditEntry.id < before)
    entries = db.session.scalars(query).all()
    names = names_of({key for entry in entries for key in (entry.actor_id, about(entry)) if key})
    return [
        LogLine(
            entry.id,
            entry.at,
            names.get(entry.actor_id or 0),
            entry.action,
            names.get(about(entry) or 0),
            entry.data,
        )
        for entry in entries
    ]


def about(entry: AuditEntry) -> int | None:
    """The person a line is about, when it is about a person."""
    told = entry.action.startswith("member.") and entry.target.isdecimal()
    return int(entry.target) if told else None


def names_of(keys: set[int]) -> dict[int, str]:
    rows = db.session.execute(select(User.id, User.name, User.email).where(User.id.in_(keys)))
    return {key: name or email for key, name, email in rows}

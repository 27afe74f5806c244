"""What these tests ask of an organisation: what was noted, who is let in, who may do what."""

from sqlalchemy import select

from survey_app.core.audit import AuditEntry
from survey_app.core.db import db
from survey_app.core.permissions import Role
from survey_app.core.writer import write
from survey_app.workspaces import queries, service

DIGEST = "d" * 64


def actions() -> list[str]:
    return list(db.session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))


def invite(owner, now, digest: str = DIGEST, role: Role = Role.COACH) -> None:
    write(
        lambda session: service.invite(
            session,
            workspace_id=1,
            role=role,
            label="Collega",
            token_digest=digest,
            actor=owner.id,
            now=now,
        )
    )


def role_of(person) -> Role | None:
    found = queries.member(1, person.id)
    return found and found.role

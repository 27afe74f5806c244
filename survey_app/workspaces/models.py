"""Tables of organisations and their members."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.core.db import Base, IntKey, Json

ROLES = "role in ('owner', 'coach', 'facilitator', 'viewer')"


class Workspace(Base):
    """An organisation: it owns projects, members and a bank of its own questions."""

    __tablename__ = "workspace"

    id: Mapped[IntKey]
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    created_at: Mapped[datetime]


class Membership(Base):
    """What one person is in one workspace."""

    __tablename__ = "membership"
    __table_args__ = (CheckConstraint(ROLES, name="known_role"),)

    workspace_id: Mapped[int] = mapped_column(
        ForeignKey("workspace.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[int] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    role: Mapped[str] = mapped_column(String(12))


class Invitation(Base):
    """A link that makes somebody a member; only its digest is kept, it works without mail."""

    __tablename__ = "invitation"
    __table_args__ = (CheckConstraint(ROLES, name="known_role"),)

    id: Mapped[IntKey]
    workspace_id: Mapped[int] = mapped_column(
        ForeignKey("workspace.id", ondelete="CASCADE"), index=True
    )
    role: Mapped[str] = mapped_column(String(12))
    label: Mapped[str] = mapped_column(String(120))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]


class OwnItem(Base):
    """A question that a workspace wrote itself and keeps in its own bank."""

    __tablename__ = "own_item"
    __table_args__ = (UniqueConstraint("workspace_id", "code"),)

    id: Mapped[IntKey]
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(40))
    item: Mapped[dict[str, object]] = mapped_column(Json)

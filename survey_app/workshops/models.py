"""Tables of a live gathering: its script and state, anonymous devices, and what they sent in."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.core.db import Base, BigId, IntKey, Json, RandomKey


class Workshop(Base):
    """A gathering: the script it follows, where it is, and its two addresses.

    ``items`` are the bank's items as they stood when it was planned; ``revision`` grows when the
    script changes, ``version`` with everything a screen must show. ``before`` is how it stood
    before the last press, to take that back.
    """

    __tablename__ = "workshop"
    __table_args__ = (
        CheckConstraint("state in ('planned', 'running', 'ended')", name="known_state"),
        CheckConstraint("theme in ('night', 'light')", name="known_theme"),
        CheckConstraint("least_cell >= 5", name="least_cell_safe"),
        CheckConstraint("step >= -1", name="step_in_script"),
    )

    id: Mapped[IntKey]
    project_id: Mapped[int] = mapped_column(
        ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    moment_id: Mapped[int | None] = mapped_column(
        ForeignKey("moment.id", ondelete="SET NULL"), index=True
    )
    survey_id: Mapped[int | None] = mapped_column(
        ForeignKey("survey.id", ondelete="SET NULL"), index=True
    )
    code: Mapped[str] = mapped_column(String(12), unique=True)
    projector_token: Mapped[str] = mapped_column(String(26), unique=True)
    title: Mapped[str] = mapped_column(String(160))
    script: Mapped[dict[str, Any]] = mapped_column(Json)
    items: Mapped[dict[str, Any]] = mapped_column(Json)
    revision: Mapped[int]
    state: Mapped[str] = mapped_column(String(8))
    step: Mapped[int]
    blank: Mapped[bool]
    theme: Mapped[str] = mapped_column(String(8))
    ends_at: Mapped[datetime | None]
    version: Mapped[int]
    before: Mapped[dict[str, Any] | None] = mapped_column(Json)
    least_cell: Mapped[int]
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    retention_until: Mapped[date]
    created_at: Mapped[datetime]


class Activity(Base):
    """Where one step's activity is; what it asks stands in the workshop's script."""

    __tablename__ = "activity"
    __table_args__ = (
        UniqueConstraint("workshop_id", "step"),
        CheckConstraint("state in ('ready', 'open', 'closed', 'revealed')", name="known_state"),
        CheckConstraint("round >= 1", name="round_counted"),
    )

    id: Mapped[IntKey]
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    step: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(8))
    round: Mapped[int]


class Participant(Base):
    """Somebody who takes part, without a name: a seat at a device. Its key is drawn at random.

    ``device`` is the digest of a token that only the device knows; one device may hold several
    seats, for people who share it.
    """

    __tablename__ = "participant"
    __table_args__ = (
        UniqueConstraint("workshop_id", "device", "seat"),
        CheckConstraint("seat >= 1", name="seat_counted"),
        {"sqlite_with_rowid": False},
    )

    id: Mapped[RandomKey]
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    device: Mapped[str] = mapped_column(String(64))
    seat: Mapped[int]
    role: Mapped[str] = mapped_column(String(40))


class Contribution(Base):
    """What one participant sent to one round of an activity; no time, and a random key.

    A participant holds each ``slot`` of a round once, so a second vote replaces the first.
    """

    __tablename__ = "contribution"
    __table_args__ = (
        UniqueConstraint("activity_id", "round", "participant_id", "slot"),
        CheckConstraint("standing in ('waiting', 'shown', 'hidden')", name="known_standing"),
        Index("ix_contribution_participant_id", "participant_id"),
        {"sqlite_with_rowid": False},
    )

    id: Mapped[RandomKey]
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"))
    round: Mapped[int]
    participant_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("participant.id", ondelete="CASCADE")
    )
    slot: Mapped[str] = mapped_column(String(80))
    body: Mapped[dict[str, Any]] = mapped_column(Json)
    pattern: Mapped[str | None] = mapped_column(String(1000))
    standing: Mapped[str] = mapped_column(String(8))
    name: Mapped[str] = mapped_column(String(40))
    cluster: Mapped[str] = mapped_column(String(80))
    merged_into: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("contribution.id", ondelete="SET NULL")
    )


class Endorsement(Base):
    """The dots one participant gave to one contribution."""

    __tablename__ = "endorsement"
    __table_args__ = (CheckConstraint("n > 0", name="n_counted"), {"sqlite_with_rowid": False})

    contribution_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("contribution.id", ondelete="CASCADE"), primary_key=True
    )
    participant_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    n: Mapped[int]


class Picture(Base):
    """A photo of the coach for one step, drawn anew in two sizes; the first is number 1."""

    __tablename__ = "picture"
    __table_args__ = (
        UniqueConstraint("workshop_id", "step", "number"),
        CheckConstraint("number >= 1", name="number_counted"),
    )

    id: Mapped[IntKey]
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    step: Mapped[str] = mapped_column(String(40))
    number: Mapped[int]
    large: Mapped[bytes] = mapped_column(deferred=True)
    small: Mapped[bytes] = mapped_column(deferred=True)


class HandCount(Base):
    """Hands, cards or papers that the facilitator counted for one option in one round."""

    __tablename__ = "hand_count"
    __table_args__ = (
        CheckConstraint("n > 0", name="n_counted"),
        CheckConstraint("way in ('hand', 'card', 'paper')", name="known_way"),
        {"sqlite_with_rowid": False},
    )

    activity_id: Mapped[int] = mapped_column(
        ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True
    )
    round: Mapped[int] = mapped_column(primary_key=True)
    option: Mapped[str] = mapped_column(String(60), primary_key=True)
    way: Mapped[str] = mapped_column(String(8), primary_key=True)
    n: Mapped[int]


class Presence(Base):
    """How many screens one process of the program holds open for a workshop, lately."""

    __tablename__ = "presence"
    __table_args__ = ({"sqlite_with_rowid": False},)

    workshop_id: Mapped[int] = mapped_column(
        ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True
    )
    process: Mapped[str] = mapped_column(String(16), primary_key=True)
    phones: Mapped[int]
    projectors: Mapped[int]
    seen_at: Mapped[datetime]


class OwnTemplate(Base):
    """A script that an organisation keeps for the next time."""

    __tablename__ = "own_template"
    __table_args__ = (UniqueConstraint("workspace_id", "code"),)

    id: Mapped[IntKey]
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(40))
    script: Mapped[dict[str, Any]] = mapped_column(Json)
    items: Mapped[dict[str, Any]] = mapped_column(Json)
    created_at: Mapped[datetime]

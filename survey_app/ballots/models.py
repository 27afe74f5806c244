"""Tables of meetings, their motions, and votes that tell nobody more than was promised.

Triggers of the migration guard what Python could forget: a motion goes only from state to state as
``rules.NEXT`` says, nothing is cast outside an open vote, a ballot and an event never change.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.core.db import Base, BigId, IntKey, Json, RandomKey


class Meeting(Base):
    """A gathering that votes. ``sign`` is how its typed codes begin; wrong ones are counted."""

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("state in ('planned', 'running', 'finished')", name="known_state"),
        CheckConstraint("wrong_codes >= 0", name="wrong_codes_counted"),
    )

    id: Mapped[IntKey]
    project_id: Mapped[int] = mapped_column(
        ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    moment_id: Mapped[int | None] = mapped_column(
        ForeignKey("moment.id", ondelete="SET NULL"), index=True
    )
    sign: Mapped[str] = mapped_column(String(3), unique=True)
    title: Mapped[str] = mapped_column(String(160))
    body: Mapped[str] = mapped_column(String(160))
    place: Mapped[str] = mapped_column(String(160))
    held_on: Mapped[date]
    preset: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(10))
    wrong_codes: Mapped[int]
    delete_on: Mapped[date]
    created_at: Mapped[datetime]


class Voter(Base):
    """Somebody on the attendance list; ``votes`` is false for a secretary who only writes."""

    __tablename__ = "voter"
    __table_args__ = (
        UniqueConstraint("meeting_id", "name"),
        CheckConstraint("seat in ('member', 'chair', 'secretary')", name="known_seat"),
        CheckConstraint(
            "presence in ('expected', 'present', 'late', 'left', 'excused')", name="known_presence"
        ),
        CheckConstraint("weight >= 1", name="weight_positive"),
    )

    id: Mapped[IntKey]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(120))
    faction: Mapped[str] = mapped_column(String(80))
    seat: Mapped[str] = mapped_column(String(10))
    place: Mapped[str] = mapped_column(String(20))
    weight: Mapped[int]
    votes: Mapped[bool]
    presence: Mapped[str] = mapped_column(String(10))


class Proxy(Base):
    """Somebody who votes for an absent member, in meetings whose rules allow it."""

    __tablename__ = "proxy"
    __table_args__ = (CheckConstraint("giver_id <> holder_id", name="not_oneself"),)

    giver_id: Mapped[int] = mapped_column(
        ForeignKey("voter.id", ondelete="CASCADE"), primary_key=True
    )
    holder_id: Mapped[int] = mapped_column(ForeignKey("voter.id", ondelete="CASCADE"), index=True)


class VotingCard(Base):
    """A card: only digests of its secrets are kept.

    Without a voter it was drawn from a pile, or by a phone that ``joined`` a poll by itself.
    """

    __tablename__ = "voting_card"

    id: Mapped[RandomKey]
    meeting_id: Mapped[int] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    voter_id: Mapped[int | None] = mapped_column(
        ForeignKey("voter.id", ondelete="CASCADE"), index=True
    )
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    code_digest: Mapped[str] = mapped_column(String(64), unique=True)
    revoked: Mapped[bool]
    joined: Mapped[bool] = mapped_column(server_default=false())


class Motion(Base):
    """One vote on the agenda, in one round; ``previous_id`` is the round it takes the place of.

    ``opening`` and ``closing`` hold who was there in numbers; ``result`` the count, once counted.
    """

    __tablename__ = "motion"
    __table_args__ = (
        CheckConstraint("kind in ('poll', 'named', 'sealed')", name="known_kind"),
        CheckConstraint(
            "method in ('yes_no', 'choice', 'approval', 'ranking', 'persons', 'consent')",
            name="known_method",
        ),
        CheckConstraint(
            "state in ('draft', 'open', 'last_call', 'closed', 'counted', 'published', "
            "'superseded', 'annulled')",
            name="known_state",
        ),
        CheckConstraint("round >= 1", name="round_counted"),
        CheckConstraint("reason <> '' or state <> 'annulled'", name="annulled_with_reason"),
    )

    id: Mapped[IntKey]
    meeting_id: Mapped[int] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    previous_id: Mapped[int | None] = mapped_column(
        ForeignKey("motion.id", ondelete="SET NULL"), unique=True
    )
    public_id: Mapped[str] = mapped_column(String(12), unique=True)
    position: Mapped[int]
    round: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(10))
    method: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(12))
    rules: Mapped[dict[str, Any]] = mapped_column(Json)
    criteria: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    evidence: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    opening: Mapped[dict[str, Any] | None] = mapped_column(Json)
    closing: Mapped[dict[str, Any] | None] = mapped_column(Json)
    result: Mapped[dict[str, Any] | None] = mapped_column(Json)
    reason: Mapped[str] = mapped_column(String(300))
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class MotionOption(Base):
    """One thing to choose, with its case; ``scores`` maps criteria to points."""

    __tablename__ = "motion_option"

    motion_id: Mapped[int] = mapped_column(
        ForeignKey("motion.id", ondelete="CASCADE"), primary_key=True
    )
    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(160))
    picture: Mapped[str] = mapped_column(String(40))
    arguments_for: Mapped[list[str]] = mapped_column(Json)
    arguments_against: Mapped[list[str]] = mapped_column(Json)
    cost: Mapped[int | None]
    scores: Mapped[dict[str, int]] = mapped_column(Json)


class Conflict(Base):
    """A member who takes no part in one motion, and why."""

    __tablename__ = "conflict"

    motion_id: Mapped[int] = mapped_column(
        ForeignKey("motion.id", ondelete="CASCADE"), primary_key=True
    )
    voter_id: Mapped[int] = mapped_column(
        ForeignKey("voter.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    reason: Mapped[str] = mapped_column(String(300))


class BallotBox(Base):
    """The lock of a sealed vote; ``locked_key`` opens with both key cards and goes at opening."""

    __tablename__ = "ballot_box"

    motion_id: Mapped[int] = mapped_column(
        ForeignKey("motion.id", ondelete="CASCADE"), primary_key=True
    )
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    locked_key: Mapped[bytes | None] = mapped_column(LargeBinary)


class Participation(Base):
    """That somebody took part, once, whatever the channel; until the count also what they put in.

    ``holder`` is the voter's id, in a poll the digest of a card or phone. A named vote keeps its
    ``choice`` and ``weight``; an anonymous one, where all weigh 1, holds an ``envelope`` that the
    count takes out. ``turn`` counts how often somebody changed it. No time, no order.
    """

    __tablename__ = "participation"
    __table_args__ = (
        CheckConstraint(
            "channel in ('phone', 'tablet', 'clerk', 'paper', 'proxy')", name="known_channel"
        ),
        CheckConstraint("choice is null or envelope is null", name="named_or_anonymous"),
        CheckConstraint("weight = 1 or envelope is null", name="envelope_weighs_one"),
        {"sqlite_with_rowid": False},
    )

    motion_id: Mapped[int] = mapped_column(
        ForeignKey("motion.id", ondelete="CASCADE"), primary_key=True
    )
    holder: Mapped[str] = mapped_column(String(64), primary_key=True)
    voter_id: Mapped[int | None] = mapped_column(
        ForeignKey("voter.id", ondelete="CASCADE"), index=True
    )
    channel: Mapped[str] = mapped_column(String(10))
    turn: Mapped[int]
    weight: Mapped[int]
    choice: Mapped[str | None] = mapped_column(String(1000))
    envelope: Mapped[bytes | None] = mapped_column(LargeBinary)
    receipt: Mapped[str | None] = mapped_column(String(12))


class Ballot(Base):
    """One anonymous vote out of the box: its key is random, and it knows nothing but the choice."""

    __tablename__ = "ballot"
    __table_args__ = ({"sqlite_with_rowid": False},)

    motion_id: Mapped[int] = mapped_column(
        ForeignKey("motion.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    choice: Mapped[str] = mapped_column(String(1000))
    receipt: Mapped[str | None] = mapped_column(String(12))


class MotionEvent(Base):
    """What happened to a motion, in a chain of hashes; never what anybody chose."""

    __tablename__ = "motion_event"

    motion_id: Mapped[int] = mapped_column(
        ForeignKey("motion.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    data: Mapped[dict[str, Any]] = mapped_column(Json)
    previous: Mapped[str] = mapped_column(String(64))
    sha256: Mapped[str] = mapped_column(String(64))


class MotionRecord(Base):
    """The files of a published vote, frozen; ``root`` is the hash that the minutes print."""

    __tablename__ = "motion_record"

    motion_id: Mapped[int] = mapped_column(
        ForeignKey("motion.id", ondelete="CASCADE"), primary_key=True
    )
    root: Mapped[str] = mapped_column(String(64))
    files: Mapped[dict[str, str]] = mapped_column(Json)

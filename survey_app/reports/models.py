"""Tables of dossiers: what a coach composed and named, what was frozen, what outsiders saw."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.core.db import Base, IntKey, Json


class Dossier(Base):
    """The steering group's dossier of one project, as the coach writes it."""

    __tablename__ = "dossier"

    id: Mapped[IntKey]
    project_id: Mapped[int] = mapped_column(
        ForeignKey("project.id", ondelete="CASCADE"), unique=True
    )
    title: Mapped[str] = mapped_column(String(160))
    meant_for: Mapped[str] = mapped_column(String(160))
    headline: Mapped[str] = mapped_column(String(200))
    lead: Mapped[str] = mapped_column(Text)
    certain: Mapped[str] = mapped_column(Text)
    uncertain: Mapped[str] = mapped_column(Text)
    asks: Mapped[str] = mapped_column(Text)
    token: Mapped[str] = mapped_column(String(26), unique=True)
    pin_digest: Mapped[str] = mapped_column(String(64))


class DossierPart(Base):
    """A chart, words or an approved quote, in the coach's order."""

    __tablename__ = "dossier_part"
    __table_args__ = (CheckConstraint("kind in ('chart', 'words', 'quote')", name="known_kind"),)

    id: Mapped[IntKey]
    dossier_id: Mapped[int] = mapped_column(
        ForeignKey("dossier.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(10))
    heading: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    source: Mapped[dict[str, Any]] = mapped_column(Json)
    """Which chart, or which question a quote answers; never who said it."""


class Promise(Base):
    """What people said, and what was done with it."""

    __tablename__ = "promise"
    __table_args__ = (
        CheckConstraint(
            "status in ('heard', 'planned', 'busy', 'done', 'not_done')", name="known_status"
        ),
    )

    id: Mapped[IntKey]
    dossier_id: Mapped[int] = mapped_column(
        ForeignKey("dossier.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    said: Mapped[str] = mapped_column(String(160))
    status: Mapped[str] = mapped_column(String(10))
    done: Mapped[str] = mapped_column(String(300))
    changed_on: Mapped[date]


class DossierCopy(Base):
    """A dossier as it was frozen, in every language; nothing changes it afterwards."""

    __tablename__ = "dossier_copy"
    __table_args__ = (UniqueConstraint("dossier_id", "number"),)

    id: Mapped[IntKey]
    dossier_id: Mapped[int] = mapped_column(
        ForeignKey("dossier.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int]
    frozen_on: Mapped[date]
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    public: Mapped[bool]


class Release(Base):
    """The counts of a survey as outsiders were shown them: later ones follow in steps (ADR 0018).

    It is forgotten with the answers themselves.
    """

    __tablename__ = "release"

    id: Mapped[IntKey]
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)
    day: Mapped[date]
    people: Mapped[int]
    counts: Mapped[dict[str, Any]] = mapped_column(Json)


class Naming(Base):
    """What a coach called the themes of an open question, and how many answers spoke of each.

    It says of no answer where it belongs, and is forgotten with the answers themselves.
    """

    __tablename__ = "naming"
    __table_args__ = (UniqueConstraint("survey_id", "item"),)

    id: Mapped[IntKey]
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"))
    item: Mapped[str] = mapped_column(String(40))
    day: Mapped[date]
    themes: Mapped[dict[str, Any]] = mapped_column(Json)

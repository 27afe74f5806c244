"""Tables of answers: the document a person sent is the truth, the tally is its count (ADR 0003)."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.core.db import Base, Json, RandomKey


class Response(Base):
    """One filled questionnaire. Its key is drawn at random and its time is a day: no order."""

    __tablename__ = "response"
    __table_args__ = (CheckConstraint("mode in ('self', 'assisted', 'paper')", name="known_mode"),)

    id: Mapped[RandomKey]
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("survey_version.id", ondelete="CASCADE"))
    collector_id: Mapped[int] = mapped_column(ForeignKey("collector.id", ondelete="CASCADE"))
    mode: Mapped[str] = mapped_column(String(8))
    language: Mapped[str] = mapped_column(String(20))
    day: Mapped[date]
    receipt_digest: Mapped[str] = mapped_column(String(64), unique=True)
    answers: Mapped[dict[str, Any]] = mapped_column(Json)


class Tally(Base):
    """How many people gave exactly this answer to this item, by version, collector and mode."""

    __tablename__ = "tally"
    __table_args__ = (CheckConstraint("n >= 0", name="n_counted"), {"sqlite_with_rowid": False})

    survey_id: Mapped[int] = mapped_column(
        ForeignKey("survey.id", ondelete="CASCADE"), primary_key=True
    )
    item: Mapped[str] = mapped_column(String(40), primary_key=True)
    version_id: Mapped[int] = mapped_column(
        ForeignKey("survey_version.id", ondelete="CASCADE"), primary_key=True
    )
    collector_id: Mapped[int] = mapped_column(
        ForeignKey("collector.id", ondelete="CASCADE"), primary_key=True
    )
    mode: Mapped[str] = mapped_column(String(8), primary_key=True)
    pattern: Mapped[str] = mapped_column(String(1000), primary_key=True)
    n: Mapped[int]

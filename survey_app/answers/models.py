"""Tables of answers: the ways in, the documents that are the truth, the tally that counts them."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.core.db import Base, IntKey, Json, RandomKey


class Collector(Base):
    """One way in to a survey, with its own code: a poster, the school gate, paper, Hoplr."""

    __tablename__ = "collector"
    __table_args__ = (
        CheckConstraint("quota is null or quota > 0", name="quota_positive"),
        CheckConstraint("taken >= 0", name="taken_counted"),
        CheckConstraint(
            "closes_on is null or opens_on is null or closes_on >= opens_on", name="dates_in_order"
        ),
    )

    id: Mapped[IntKey]
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    label: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(20))
    place: Mapped[str] = mapped_column(String(160))
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    quota: Mapped[int | None]
    taken: Mapped[int]


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

"""Tables of the ways in to a survey, and of people who want to hear more (never linked)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.core.db import Base, IntKey, RandomKey


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


class Contact(Base):
    """Somebody who asked to hear more or to help: sent apart, after the receipt, linked to nothing.

    Its key is random and SQLite stores by key, so no order tells who answered when.
    """

    __tablename__ = "contact"
    __table_args__ = ({"sqlite_with_rowid": False},)

    id: Mapped[RandomKey]
    project_id: Mapped[int] = mapped_column(
        ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(120))
    reach: Mapped[str] = mapped_column(String(160))
    wish: Mapped[str] = mapped_column(Text)
    delete_on: Mapped[date]

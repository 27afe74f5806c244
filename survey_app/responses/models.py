"""The table of people who want to hear more or to help, linked to no answer."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.answers.models import Collector
from survey_app.core.db import Base, RandomKey

__all__ = ["Collector", "Contact"]


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

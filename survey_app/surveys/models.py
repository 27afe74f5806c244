"""Tables of surveys: a draft that changes, versions that never do."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.core.db import Base, IntKey, Json


class Survey(Base):
    """The undertaking: one questionnaire, asked through several collectors."""

    __tablename__ = "survey"
    __table_args__ = (
        CheckConstraint("state in ('draft', 'open', 'closed')", name="known_state"),
        CheckConstraint("least_cell >= 5", name="least_cell_safe"),
    )

    id: Mapped[IntKey]
    project_id: Mapped[int] = mapped_column(
        ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    moment_id: Mapped[int | None] = mapped_column(
        ForeignKey("moment.id", ondelete="SET NULL"), index=True
    )
    title: Mapped[str] = mapped_column(String(160))
    state: Mapped[str] = mapped_column(String(10))
    draft: Mapped[dict[str, Any]] = mapped_column(Json)
    draft_revision: Mapped[int]
    closed_on: Mapped[date | None]
    retention_until: Mapped[date]
    least_cell: Mapped[int]
    created_at: Mapped[datetime]


class SurveyVersion(Base):
    """A questionnaire as it was asked; publishing makes it and nothing changes it."""

    __tablename__ = "survey_version"
    __table_args__ = (UniqueConstraint("survey_id", "number"),)

    id: Mapped[IntKey]
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    questionnaire: Mapped[dict[str, Any]] = mapped_column(Json)
    sha256: Mapped[str] = mapped_column(String(64))
    published_at: Mapped[datetime]


@event.listens_for(SurveyVersion, "before_update")
def refuse(_mapper: object, _connection: object, version: SurveyVersion) -> None:
    raise RuntimeError(
        f"version {version.number} is published and cannot change; publish a new one"
    )

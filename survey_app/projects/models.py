"""Tables of one village's trajectory."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.core.db import Base, IntKey


class Project(Base):
    """The trajectory of one village."""

    __tablename__ = "project"

    id: Mapped[IntKey]
    workspace_id: Mapped[int] = mapped_column(
        ForeignKey("workspace.id", ondelete="CASCADE"), index=True
    )
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    village: Mapped[str] = mapped_column(String(80))
    municipality: Mapped[str] = mapped_column(String(80))
    inhabitants: Mapped[int | None]
    organiser: Mapped[str] = mapped_column(String(160))
    phase: Mapped[str] = mapped_column(String(20))
    invented: Mapped[bool]
    created_at: Mapped[datetime]


class Population(Base):
    """How many people of one group live in the village, as the municipality counts them."""

    __tablename__ = "population"
    __table_args__ = (CheckConstraint("people >= 0", name="people_counted"),)

    project_id: Mapped[int] = mapped_column(
        ForeignKey("project.id", ondelete="CASCADE"), primary_key=True
    )
    band: Mapped[str] = mapped_column(String(40), primary_key=True)
    people: Mapped[int]


class Moment(Base):
    """One participation moment: an info stand, a workshop, a survey, a vote."""

    __tablename__ = "moment"
    __table_args__ = (
        CheckConstraint("attendance is null or attendance >= 0", name="attendance_counted"),
    )

    id: Mapped[IntKey]
    project_id: Mapped[int] = mapped_column(
        ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(30))
    title: Mapped[str] = mapped_column(String(120))
    place: Mapped[str] = mapped_column(String(120))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    attendance: Mapped[int | None]
    expected: Mapped[int | None]
    outcome: Mapped[str] = mapped_column(String(300))
    done: Mapped[bool]

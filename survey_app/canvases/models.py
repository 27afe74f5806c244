"""Tables of canvases: notes that move, versions that never do."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.core.db import Base, IntKey, Json


class Canvas(Base):
    """How a village's plan carries itself: one canvas a project."""

    __tablename__ = "canvas"

    id: Mapped[IntKey]
    project_id: Mapped[int] = mapped_column(
        ForeignKey("project.id", ondelete="CASCADE"), unique=True
    )
    title: Mapped[str] = mapped_column(String(120))
    promise: Mapped[str] = mapped_column(String(300))


class Note(Base):
    """One note in one block. ``uuid`` keeps what is sent twice from standing twice."""

    __tablename__ = "note"
    __table_args__ = (
        UniqueConstraint("canvas_id", "uuid"),
        CheckConstraint(
            "block in ('offer', 'segments', 'relationships', 'channels', 'revenue', 'activities',"
            " 'resources', 'partners', 'costs')",
            name="known_block",
        ),
        CheckConstraint("state in ('proposed', 'accepted', 'hidden')", name="known_state"),
        CheckConstraint(
            "source in ('survey', 'workshop', 'steering', 'council', 'desk')", name="known_source"
        ),
        CheckConstraint("(cents is null) = (flow is null)", name="money_whole"),
        CheckConstraint("cents is null or cents >= 0", name="money_counted"),
        CheckConstraint("(state = 'hidden') = (hidden_on is not null)", name="hidden_since"),
        CheckConstraint("dots >= 0", name="dots_counted"),
    )

    id: Mapped[IntKey]
    canvas_id: Mapped[int] = mapped_column(ForeignKey("canvas.id", ondelete="CASCADE"))
    uuid: Mapped[str] = mapped_column(String(36))
    block: Mapped[str] = mapped_column(String(14))
    place: Mapped[int]
    text: Mapped[str] = mapped_column(String(200))
    source: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10))
    cents: Mapped[int | None] = mapped_column(BigInteger)
    flow: Mapped[str | None] = mapped_column(String(12))
    dots: Mapped[int]
    hidden_on: Mapped[date | None]


class Snapshot(Base):
    """The canvas as it stood on a day, under a name; nothing changes it."""

    __tablename__ = "snapshot"
    __table_args__ = (UniqueConstraint("canvas_id", "number"),)

    id: Mapped[IntKey]
    canvas_id: Mapped[int] = mapped_column(ForeignKey("canvas.id", ondelete="CASCADE"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(120))
    promise: Mapped[str] = mapped_column(String(300))
    cards: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    made_at: Mapped[datetime]


@event.listens_for(Snapshot, "before_update")
def refuse(_mapper: object, _connection: object, snapshot: Snapshot) -> None:
    raise RuntimeError(f"version {snapshot.number} of a canvas stays as it was")

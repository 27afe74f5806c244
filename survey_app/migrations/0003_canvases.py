"""Canvases: notes in nine blocks, and versions that stay; photos of a workshop."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

import survey_app.core.db

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "canvas",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("promise", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["project.id"],
            name=op.f("fk_canvas_project_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_canvas")),
        sa.UniqueConstraint("project_id", name=op.f("uq_canvas_project_id")),
    )
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("canvas_id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("block", sa.String(length=14), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("cents", sa.BigInteger(), nullable=True),
        sa.Column("flow", sa.String(length=12), nullable=True),
        sa.Column("dots", sa.Integer(), nullable=False),
        sa.Column("hidden_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "block in ('offer', 'segments', 'relationships', 'channels', 'revenue', 'activities',"
            " 'resources', 'partners', 'costs')",
            name=op.f("ck_note_known_block"),
        ),
        sa.CheckConstraint(
            "state in ('proposed', 'accepted', 'hidden')", name=op.f("ck_note_known_state")
        ),
        sa.CheckConstraint(
            "source in ('survey', 'workshop', 'steering', 'council', 'desk')",
            name=op.f("ck_note_known_source"),
        ),
        sa.CheckConstraint("(cents is null) = (flow is null)", name=op.f("ck_note_money_whole")),
        sa.CheckConstraint("cents is null or cents >= 0", name=op.f("ck_note_money_counted")),
        sa.CheckConstraint(
            "(state = 'hidden') = (hidden_on is not null)", name=op.f("ck_note_hidden_since")
        ),
        sa.CheckConstraint("dots >= 0", name=op.f("ck_note_dots_counted")),
        sa.ForeignKeyConstraint(
            ["canvas_id"], ["canvas.id"], name=op.f("fk_note_canvas_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sa.UniqueConstraint("canvas_id", "uuid", name=op.f("uq_note_canvas_id_uuid")),
    )
    op.create_table(
        "snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("canvas_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("promise", sa.String(length=300), nullable=False),
        sa.Column(
            "cards",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=False,
        ),
        sa.Column("made_at", survey_app.core.db.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["canvas_id"], ["canvas.id"], name=op.f("fk_snapshot_canvas_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("canvas_id", "number", name=op.f("uq_snapshot_canvas_id_number")),
    )


    op.create_table(
        "picture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("large", sa.LargeBinary(), nullable=False),
        sa.Column("small", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_picture_number_counted")),
        sa.ForeignKeyConstraint(
            ["workshop_id"],
            ["workshop.id"],
            name=op.f("fk_picture_workshop_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture")),
        sa.UniqueConstraint(
            "workshop_id", "step", "number", name=op.f("uq_picture_workshop_id_step_number")
        ),
    )


def downgrade() -> None:
    op.drop_table("picture")
    op.drop_table("snapshot")
    op.drop_table("note")
    op.drop_table("canvas")

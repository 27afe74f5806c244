"""Meetings, motions and ballots, with the triggers that guard a vote."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

import survey_app.core.db

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

VOTING = "('open', 'last_call')"
STATE = "(SELECT state FROM motion WHERE id = NEW.motion_id)"
STEPS = (
    "draft>open open>last_call open>closed open>annulled last_call>open last_call>closed "
    "last_call>annulled closed>counted closed>annulled counted>published counted>superseded "
    "counted>annulled published>superseded published>annulled annulled>superseded"
).split()
ASKED = ("title", "text", "kind", "method", "rules", "criteria", "evidence", "round")
CHANGED = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in ASKED)

GUARDS = (
    (
        "motion_step",
        "UPDATE OF state ON motion",
        "NEW.state <> OLD.state AND OLD.state || '>' || NEW.state NOT IN "
        f"({', '.join(repr(step) for step in STEPS)})",
        "a motion does not go from this state to that",
    ),
    (
        "motion_asked",
        "UPDATE ON motion",
        f"OLD.state <> 'draft' AND ({CHANGED})",
        "what is asked cannot change once a vote was opened",
    ),
    (
        "option_new",
        "INSERT ON motion_option",
        f"{STATE} <> 'draft'",
        "what is asked cannot change once a vote was opened",
    ),
    (
        "option_changed",
        "UPDATE ON motion_option",
        f"{STATE} <> 'draft'",
        "what is asked cannot change once a vote was opened",
    ),
    (
        "participation_new",
        "INSERT ON participation",
        f"{STATE} NOT IN {VOTING}",
        "this vote is not open",
    ),
    (
        "participation_changed",
        "UPDATE ON participation",
        f"{STATE} NOT IN {VOTING} AND (NEW.envelope IS NOT NULL "
        "OR NEW.choice IS DISTINCT FROM OLD.choice OR NEW.holder <> OLD.holder "
        "OR NEW.weight <> OLD.weight)",
        "this vote is not open",
    ),
    (
        "ballot_new",
        "INSERT ON ballot",
        f"{STATE} <> 'closed'",
        "ballots come out of the box only while it is counted",
    ),
    ("ballot_changed", "UPDATE ON ballot", "1 = 1", "a ballot never changes"),
    ("event_changed", "UPDATE ON motion_event", "1 = 1", "what happened never changes"),
    ("record_changed", "UPDATE ON motion_record", "1 = 1", "a record never changes"),
)


def guard(name: str, moment: str, wrong: str, words: str) -> None:
    """Refuse a change, whoever asks for it, as a CHECK would."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {moment} WHEN {wrong} "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {wrong} THEN RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation'; END IF; "
        "RETURN NEW; END $$"
    )
    op.execute(f"CREATE TRIGGER {name} BEFORE {moment} FOR EACH ROW EXECUTE FUNCTION {name}()")


def upgrade() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("moment_id", sa.Integer(), nullable=True),
        sa.Column("sign", sa.String(length=3), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("body", sa.String(length=160), nullable=False),
        sa.Column("place", sa.String(length=160), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("preset", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("wrong_codes", sa.Integer(), nullable=False),
        sa.Column("delete_on", sa.Date(), nullable=False),
        sa.Column("created_at", survey_app.core.db.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state in ('planned', 'running', 'finished')", name=op.f("ck_meeting_known_state")
        ),
        sa.CheckConstraint("wrong_codes >= 0", name=op.f("ck_meeting_wrong_codes_counted")),
        sa.ForeignKeyConstraint(
            ["moment_id"], ["moment.id"], name=op.f("fk_meeting_moment_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_meeting_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("sign", name=op.f("uq_meeting_sign")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_moment_id"), ["moment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_project_id"), ["project_id"], unique=False)

    op.create_table(
        "motion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("previous_id", sa.Integer(), nullable=True),
        sa.Column("public_id", sa.String(length=12), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("method", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column(
            "rules",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "criteria",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "evidence",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "opening",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "closing",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "result",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=True,
        ),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("opened_at", survey_app.core.db.UtcDateTime(timezone=True), nullable=True),
        sa.Column("closed_at", survey_app.core.db.UtcDateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind in ('poll', 'named', 'sealed')", name=op.f("ck_motion_known_kind")
        ),
        sa.CheckConstraint(
            "method in ('yes_no', 'choice', 'approval', 'ranking', 'persons', 'consent')",
            name=op.f("ck_motion_known_method"),
        ),
        sa.CheckConstraint(
            "reason <> '' or state <> 'annulled'", name=op.f("ck_motion_annulled_with_reason")
        ),
        sa.CheckConstraint(
            "state in ('draft', 'open', 'last_call', 'closed', 'counted', 'published', 'superseded', 'annulled')",
            name=op.f("ck_motion_known_state"),
        ),
        sa.CheckConstraint("round >= 1", name=op.f("ck_motion_round_counted")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_motion_meeting_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["previous_id"], ["motion.id"], name=op.f("fk_motion_previous_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_motion")),
        sa.UniqueConstraint("previous_id", name=op.f("uq_motion_previous_id")),
        sa.UniqueConstraint("public_id", name=op.f("uq_motion_public_id")),
    )
    with op.batch_alter_table("motion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_motion_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "voter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("faction", sa.String(length=80), nullable=False),
        sa.Column("seat", sa.String(length=10), nullable=False),
        sa.Column("place", sa.String(length=20), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("votes", sa.Boolean(), nullable=False),
        sa.Column("presence", sa.String(length=10), nullable=False),
        sa.CheckConstraint(
            "presence in ('expected', 'present', 'late', 'left', 'excused')",
            name=op.f("ck_voter_known_presence"),
        ),
        sa.CheckConstraint(
            "seat in ('member', 'chair', 'secretary')", name=op.f("ck_voter_known_seat")
        ),
        sa.CheckConstraint("weight >= 1", name=op.f("ck_voter_weight_positive")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_voter_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voter")),
        sa.UniqueConstraint("meeting_id", "name", name=op.f("uq_voter_meeting_id_name")),
    )
    op.create_table(
        "ballot",
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("choice", sa.String(length=1000), nullable=False),
        sa.Column("receipt", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(
            ["motion_id"], ["motion.id"], name=op.f("fk_ballot_motion_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("motion_id", "id", name=op.f("pk_ballot")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ballot_box",
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("locked_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["motion_id"], ["motion.id"], name=op.f("fk_ballot_box_motion_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("motion_id", name=op.f("pk_ballot_box")),
    )
    op.create_table(
        "conflict",
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column("voter_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["motion_id"], ["motion.id"], name=op.f("fk_conflict_motion_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["voter_id"], ["voter.id"], name=op.f("fk_conflict_voter_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("motion_id", "voter_id", name=op.f("pk_conflict")),
    )
    with op.batch_alter_table("conflict", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conflict_voter_id"), ["voter_id"], unique=False)

    op.create_table(
        "motion_event",
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("at", survey_app.core.db.UtcDateTime(timezone=True), nullable=False),
        sa.Column(
            "data",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=False,
        ),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["motion_id"], ["motion.id"], name=op.f("fk_motion_event_motion_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("motion_id", "seq", name=op.f("pk_motion_event")),
    )
    op.create_table(
        "motion_option",
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("picture", sa.String(length=40), nullable=False),
        sa.Column(
            "arguments_for",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "arguments_against",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=False,
        ),
        sa.Column("cost", sa.Integer(), nullable=True),
        sa.Column(
            "scores",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["motion_id"],
            ["motion.id"],
            name=op.f("fk_motion_option_motion_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("motion_id", "code", name=op.f("pk_motion_option")),
    )
    op.create_table(
        "motion_record",
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column("root", sa.String(length=64), nullable=False),
        sa.Column(
            "files",
            sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), "postgresql"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["motion_id"],
            ["motion.id"],
            name=op.f("fk_motion_record_motion_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("motion_id", name=op.f("pk_motion_record")),
    )
    op.create_table(
        "participation",
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(length=64), nullable=False),
        sa.Column("voter_id", sa.Integer(), nullable=True),
        sa.Column("channel", sa.String(length=10), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("choice", sa.String(length=1000), nullable=True),
        sa.Column("envelope", sa.LargeBinary(), nullable=True),
        sa.Column("receipt", sa.String(length=12), nullable=True),
        sa.CheckConstraint(
            "channel in ('phone', 'tablet', 'clerk', 'paper', 'proxy')",
            name=op.f("ck_participation_known_channel"),
        ),
        sa.CheckConstraint(
            "choice is null or envelope is null", name=op.f("ck_participation_named_or_anonymous")
        ),
        sa.CheckConstraint(
            "weight = 1 or envelope is null", name=op.f("ck_participation_envelope_weighs_one")
        ),
        sa.ForeignKeyConstraint(
            ["motion_id"],
            ["motion.id"],
            name=op.f("fk_participation_motion_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["voter_id"], ["voter.id"], name=op.f("fk_participation_voter_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("motion_id", "holder", name=op.f("pk_participation")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_participation_voter_id"), ["voter_id"], unique=False)

    op.create_table(
        "proxy",
        sa.Column("giver_id", sa.Integer(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("giver_id <> holder_id", name=op.f("ck_proxy_not_oneself")),
        sa.ForeignKeyConstraint(
            ["giver_id"], ["voter.id"], name=op.f("fk_proxy_giver_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["voter.id"], name=op.f("fk_proxy_holder_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("giver_id", name=op.f("pk_proxy")),
    )
    with op.batch_alter_table("proxy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proxy_holder_id"), ["holder_id"], unique=False)

    op.create_table(
        "voting_card",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("voter_id", sa.Integer(), nullable=True),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("code_digest", sa.String(length=64), nullable=False),
        sa.Column("revoked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_voting_card_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["voter_id"], ["voter.id"], name=op.f("fk_voting_card_voter_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voting_card")),
        sa.UniqueConstraint("code_digest", name=op.f("uq_voting_card_code_digest")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_voting_card_token_digest")),
    )
    with op.batch_alter_table("voting_card", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_voting_card_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_voting_card_voter_id"), ["voter_id"], unique=False)
    for one in GUARDS:
        guard(*one)


def downgrade() -> None:
    tables = {name: moment.rpartition(" ")[2] for name, moment, _wrong, _words in GUARDS}
    for name, table in tables.items():
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"DROP TRIGGER {name}")
        else:
            op.execute(f"DROP TRIGGER {name} ON {table}")
            op.execute(f"DROP FUNCTION {name}()")
    with op.batch_alter_table("voting_card", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_voting_card_voter_id"))
        batch_op.drop_index(batch_op.f("ix_voting_card_meeting_id"))

    op.drop_table("voting_card")
    with op.batch_alter_table("proxy", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proxy_holder_id"))

    op.drop_table("proxy")
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_participation_voter_id"))

    op.drop_table("participation")
    op.drop_table("motion_record")
    op.drop_table("motion_option")
    op.drop_table("motion_event")
    with op.batch_alter_table("conflict", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conflict_voter_id"))

    op.drop_table("conflict")
    op.drop_table("ballot_box")
    op.drop_table("ballot")
    op.drop_table("voter")
    with op.batch_alter_table("motion", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_motion_meeting_id"))

    op.drop_table("motion")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_project_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_moment_id"))

    op.drop_table("meeting")

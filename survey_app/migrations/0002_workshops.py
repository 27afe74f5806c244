"""Workshops: gatherings, their activities, devices, what was sent, and hands that were counted."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

import flask_security
import survey_app.core.db

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('own_template',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('workspace_id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('script', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('items', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('created_at', survey_app.core.db.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['workspace_id'], ['workspace.id'], name=op.f('fk_own_template_workspace_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_own_template')),
    sa.UniqueConstraint('workspace_id', 'code', name=op.f('uq_own_template_workspace_id_code'))
    )
    op.create_table('workshop',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('moment_id', sa.Integer(), nullable=True),
    sa.Column('survey_id', sa.Integer(), nullable=True),
    sa.Column('code', sa.String(length=12), nullable=False),
    sa.Column('projector_token', sa.String(length=26), nullable=False),
    sa.Column('title', sa.String(length=160), nullable=False),
    sa.Column('script', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('items', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('step', sa.Integer(), nullable=False),
    sa.Column('blank', sa.Boolean(), nullable=False),
    sa.Column('theme', sa.String(length=8), nullable=False),
    sa.Column('ends_at', survey_app.core.db.UtcDateTime(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('before', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=True),
    sa.Column('least_cell', sa.Integer(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('retention_until', sa.Date(), nullable=False),
    sa.Column('created_at', survey_app.core.db.UtcDateTime(timezone=True), nullable=False),
    sa.CheckConstraint("state in ('planned', 'running', 'ended')", name=op.f('ck_workshop_known_state')),
    sa.CheckConstraint("theme in ('night', 'light')", name=op.f('ck_workshop_known_theme')),
    sa.CheckConstraint('least_cell >= 5', name=op.f('ck_workshop_least_cell_safe')),
    sa.CheckConstraint('step >= -1', name=op.f('ck_workshop_step_in_script')),
    sa.ForeignKeyConstraint(['moment_id'], ['moment.id'], name=op.f('fk_workshop_moment_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_workshop_project_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['survey_id'], ['survey.id'], name=op.f('fk_workshop_survey_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_workshop')),
    sa.UniqueConstraint('code', name=op.f('uq_workshop_code')),
    sa.UniqueConstraint('projector_token', name=op.f('uq_workshop_projector_token'))
    )
    with op.batch_alter_table('workshop', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_workshop_moment_id'), ['moment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_workshop_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_workshop_survey_id'), ['survey_id'], unique=False)

    op.create_table('activity',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('workshop_id', sa.Integer(), nullable=False),
    sa.Column('step', sa.String(length=40), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.CheckConstraint("state in ('ready', 'open', 'closed', 'revealed')", name=op.f('ck_activity_known_state')),
    sa.CheckConstraint('round >= 1', name=op.f('ck_activity_round_counted')),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], name=op.f('fk_activity_workshop_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_activity')),
    sa.UniqueConstraint('workshop_id', 'step', name=op.f('uq_activity_workshop_id_step'))
    )
    op.create_table('participant',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('workshop_id', sa.Integer(), nullable=False),
    sa.Column('device', sa.String(length=64), nullable=False),
    sa.Column('seat', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(length=40), nullable=False),
    sa.CheckConstraint('seat >= 1', name=op.f('ck_participant_seat_counted')),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], name=op.f('fk_participant_workshop_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_participant')),
    sa.UniqueConstraint('workshop_id', 'device', 'seat', name=op.f('uq_participant_workshop_id_device_seat')),
    sqlite_with_rowid=False
    )
    op.create_table('presence',
    sa.Column('workshop_id', sa.Integer(), nullable=False),
    sa.Column('process', sa.String(length=16), nullable=False),
    sa.Column('phones', sa.Integer(), nullable=False),
    sa.Column('projectors', sa.Integer(), nullable=False),
    sa.Column('seen_at', survey_app.core.db.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], name=op.f('fk_presence_workshop_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('workshop_id', 'process', name=op.f('pk_presence')),
    sqlite_with_rowid=False
    )
    op.create_table('contribution',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('uuid', sa.String(length=36), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('participant_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('slot', sa.String(length=80), nullable=False),
    sa.Column('body', sa.JSON().with_variant(postgresql.JSONB(astext_type=Text()), 'postgresql'), nullable=False),
    sa.Column('pattern', sa.String(length=1000), nullable=True),
    sa.Column('standing', sa.String(length=8), nullable=False),
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('cluster', sa.String(length=80), nullable=False),
    sa.Column('merged_into', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.CheckConstraint("standing in ('waiting', 'shown', 'hidden')", name=op.f('ck_contribution_known_standing')),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_contribution_activity_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['merged_into'], ['contribution.id'], name=op.f('fk_contribution_merged_into'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['participant_id'], ['participant.id'], name=op.f('fk_contribution_participant_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contribution')),
    sa.UniqueConstraint('activity_id', 'round', 'participant_id', 'slot', name=op.f('uq_contribution_activity_id_round_participant_id_slot')),
    sa.UniqueConstraint('uuid', name=op.f('uq_contribution_uuid')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('contribution', schema=None) as batch_op:
        batch_op.create_index('ix_contribution_participant_id', ['participant_id'], unique=False)

    op.create_table('hand_count',
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('option', sa.String(length=60), nullable=False),
    sa.Column('way', sa.String(length=8), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.CheckConstraint("way in ('hand', 'card', 'paper')", name=op.f('ck_hand_count_known_way')),
    sa.CheckConstraint('n > 0', name=op.f('ck_hand_count_n_counted')),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_hand_count_activity_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('activity_id', 'round', 'option', 'way', name=op.f('pk_hand_count')),
    sqlite_with_rowid=False
    )
    op.create_table('endorsement',
    sa.Column('contribution_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('participant_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.CheckConstraint('n > 0', name=op.f('ck_endorsement_n_counted')),
    sa.ForeignKeyConstraint(['contribution_id'], ['contribution.id'], name=op.f('fk_endorsement_contribution_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['participant_id'], ['participant.id'], name=op.f('fk_endorsement_participant_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('contribution_id', 'participant_id', name=op.f('pk_endorsement')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('endorsement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_endorsement_participant_id'), ['participant_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('endorsement', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_endorsement_participant_id'))

    op.drop_table('endorsement')
    op.drop_table('hand_count')
    with op.batch_alter_table('contribution', schema=None) as batch_op:
        batch_op.drop_index('ix_contribution_participant_id')

    op.drop_table('contribution')
    op.drop_table('presence')
    op.drop_table('participant')
    op.drop_table('activity')
    with op.batch_alter_table('workshop', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_workshop_survey_id'))
        batch_op.drop_index(batch_op.f('ix_workshop_project_id'))
        batch_op.drop_index(batch_op.f('ix_workshop_moment_id'))

    op.drop_table('workshop')
    op.drop_table('own_template')

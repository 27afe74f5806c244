"""Cards of phones that join a poll by themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("voting_card") as table:
        table.add_column(
            sa.Column("joined", sa.Boolean(), server_default=sa.false(), nullable=False)
        )


def downgrade() -> None:
    with op.batch_alter_table("voting_card") as table:
        table.drop_column("joined")

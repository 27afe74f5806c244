"""Every migration goes both ways on both databases, and together they make what models say."""

import pytest

from survey_app.core.db import db
from survey_app.core.operations import alembic, held

pytestmark = pytest.mark.usefixtures("database_url", "inside")


def test_migrations_go_down_to_the_first_and_up_again(web) -> None:
    heads = held()

    for _ in range(2):
        db.session.close()
        alembic.downgrade("0001")
        alembic.upgrade()

    assert held() == heads


def test_migrations_make_what_the_models_say(web) -> None:
    assert alembic.compare_metadata() == []

"""Whoever runs the program can ask whether it lives and may be visited."""

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text

from survey_app.core.db import db
from survey_app.core.operations import WrongSchemaError, bring_up_to_date


def test_process_that_answers_is_healthy(client) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}


def test_program_with_its_tables_is_ready(any_app) -> None:
    response = any_app.test_client().get("/readyz")

    assert (response.status_code, response.get_json()) == (200, {"status": "ready"})


def test_program_without_its_tables_is_not_ready(make_app, tmp_path) -> None:
    client = make_app(DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3").test_client()

    assert client.get("/readyz").status_code == 503


def test_new_database_gets_every_table(make_app, tmp_path) -> None:
    app = make_app(DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3")

    bring_up_to_date(app, only_new=True)

    assert app.test_client().get("/readyz").status_code == 200


@pytest.mark.parametrize("only_new", [True, False])
def test_database_of_a_newer_version_is_left_alone(app, only_new) -> None:
    with app.app_context():
        db.session.execute(text("UPDATE alembic_version SET version_num = 'from_the_future'"))
        db.session.commit()

    with pytest.raises(WrongSchemaError, match="newer version"):
        bring_up_to_date(app, only_new=only_new)
    assert app.test_client().get("/readyz").status_code == 503


def test_database_that_is_behind_is_not_upgraded_without_a_word(app, monkeypatch) -> None:
    monkeypatch.setattr(ScriptDirectory, "get_heads", lambda _self: ["a_later_one"])

    with pytest.raises(WrongSchemaError, match="dorpsstem upgrade"):
        bring_up_to_date(app, only_new=True)

"""Is the program alive, and may visitors come in? For whoever runs the server."""

from flask import Blueprint, Flask, Response, jsonify
from flask_alembic import Alembic
from sqlalchemy import MetaData, text

from survey_app.core.db import db
from survey_app.core.errors import DomainError
from survey_app.core.permissions import public

bp = Blueprint("operations", __name__)
alembic = Alembic()


def init_operations(app: Flask, tables: MetaData) -> None:
    app.config.setdefault(
        "ALEMBIC",
        {"script_location": "migrations", "file_template": "%%(rev)s_%%(slug)s"},
    )
    app.config.setdefault("ALEMBIC_CONTEXT", {"render_as_batch": True})
    alembic.metadatas = {"default": tables}
    alembic.init_app(app)
    app.register_blueprint(bp)


@bp.get("/healthz")
@public
def healthz() -> Response:
    """The process answers."""
    return jsonify(status="ok")


@bp.get("/readyz")
@public
def readyz() -> tuple[Response, int]:
    """The database answers and has the tables this version needs."""
    db.session.execute(text("SELECT 1"))
    other = of_another_version()
    return jsonify(status="behind" if other else "ready"), 503 if other else 200


def of_another_version() -> bool:
    """Whether the tables are not those of this program."""
    return held() != set(alembic.script_directory.get_heads())


def held() -> set[str]:
    """The revisions the database says it has; nothing for an empty one."""
    return set(alembic.migration_context.get_current_heads())


class WrongSchemaError(DomainError):
    """The database and the program are of different versions."""


def bring_up_to_date(app: Flask, *, only_new: bool = False) -> None:
    """Give a database the tables of this version.

    ``only_new`` leaves a database that has content alone and raises WrongSchemaError when it is
    behind: upgrading is a decision of whoever runs the program, after a backup.
    """
    with app.app_context():
        if not of_another_version():
            return
        known = {script.revision for script in alembic.script_directory.walk_revisions()}
        if not held() <= known:
            raise WrongSchemaError(
                "the database is of a newer version; install that version or restore a backup"
            )
        if only_new and held():
            raise WrongSchemaError(
                "the database is of another version; make a backup and run `dorpsstem upgrade`"
            )
        alembic.upgrade()

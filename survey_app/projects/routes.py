"""Pages of projects."""

from flask import Blueprint, Flask

bp = Blueprint("projects", __name__, template_folder="templates")


def register(app: Flask) -> None:
    app.register_blueprint(bp)

"""Pages of responses."""

from flask import Blueprint, Flask

bp = Blueprint("responses", __name__, template_folder="templates")


def register(app: Flask) -> None:
    app.register_blueprint(bp)

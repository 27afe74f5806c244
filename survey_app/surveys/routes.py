"""Pages of surveys."""

from flask import Blueprint, Flask

bp = Blueprint("surveys", __name__, template_folder="templates")


def register(app: Flask) -> None:
    app.register_blueprint(bp)

"""Pages of reports."""

from flask import Blueprint, Flask

bp = Blueprint("reports", __name__, template_folder="templates")


def register(app: Flask) -> None:
    app.register_blueprint(bp)

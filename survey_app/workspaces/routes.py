"""Pages of an organisation and its members."""

from flask import Blueprint, Flask

from survey_app.core.permissions import init_permissions
from survey_app.workspaces.queries import access_of

bp = Blueprint("workspaces", __name__, template_folder="templates")


def register(app: Flask) -> None:
    init_permissions(app, lookup=access_of)
    app.register_blueprint(bp)

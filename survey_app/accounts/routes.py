"""Pages of the staff's accounts."""

from flask import Blueprint, Flask
from flask_security import FSQLALiteUserDatastore, Security

from survey_app.accounts.models import Role, User, WebAuthn
from survey_app.core.db import db

bp = Blueprint("accounts", __name__, template_folder="templates")
security = Security()


def register(app: Flask) -> None:
    app.config.setdefault("SECURITY_PASSWORD_SALT", app.config["SECRET_KEY"])
    datastore = FSQLALiteUserDatastore(db, User, Role, WebAuthn)
    security.init_app(app, datastore)
    app.register_blueprint(bp)

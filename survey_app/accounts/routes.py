"""Pages of the staff's accounts."""

from flask import Blueprint, Flask, render_template
from flask_security import FSQLALiteUserDatastore, Security

from survey_app.accounts.models import Role, User, WebAuthn
from survey_app.core.db import db
from survey_app.core.permissions import Permission, requires

bp = Blueprint("accounts", __name__, template_folder="templates")
security = Security()


def register(app: Flask) -> None:
    app.config.setdefault("SECURITY_PASSWORD_SALT", app.config["SECRET_KEY"])
    datastore = FSQLALiteUserDatastore(db, User, Role, WebAuthn)
    security.init_app(app, datastore)
    app.register_blueprint(bp)


@bp.get("/account/")
@requires(Permission.SIGNED_IN)
def account() -> str:
    return render_template("accounts/account.html")

"""Pages of the staff's accounts; signing in itself is Flask-Security's."""

from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    current_app,
    flash,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask_babel import gettext as _
from flask_login import current_user, login_user
from flask_login.utils import _user_context_processor  # type: ignore[attr-defined]  # no switch
from flask_security import Security
from werkzeug.wrappers import Response as Answer

from survey_app.accounts import queries, service
from survey_app.accounts.datastore import StaffDatastore
from survey_app.accounts.forms import OWN_FORMS, ProfileForm
from survey_app.accounts.guard import init_guard
from survey_app.accounts.log import init_log
from survey_app.accounts.mail import StaffMail
from survey_app.accounts.models import Role, User, WebAuthn
from survey_app.accounts.passkeys import Passkeys
from survey_app.accounts.passwords import Passwords, PooledHashing
from survey_app.accounts.settings import security_settings
from survey_app.accounts.totp import SecondStep
from survey_app.core.clock import utc_now
from survey_app.core.db import db
from survey_app.core.hosts import public_url
from survey_app.core.permissions import Permission, requires
from survey_app.core.qr import svg
from survey_app.core.writer import write

bp = Blueprint("accounts", __name__, template_folder="templates")


def register(app: Flask) -> None:
    for name, value in security_settings(app.config).items():
        app.config.setdefault(f"SECURITY_{name}", value)
    security = Security(
        webauthn_util_cls=Passkeys,
        mail_util_cls=StaffMail,
        password_util_cls=Passwords,
        totp_cls=SecondStep,
    )
    datastore = StaffDatastore(db, User, Role, WebAuthn)
    security.init_app(app, datastore, **OWN_FORMS)  # type: ignore[arg-type]  # each is a form class
    security.pwd_context = PooledHashing(security.pwd_context)
    security.want_json(lambda _request: False)
    security.unauthn_handler(sign_in_first)
    forget_roles_of_others(app, security)
    ask_late_who_visits(app)
    init_guard(app)
    init_log(app)
    app.jinja_env.globals["public_url"] = public_url
    app.register_blueprint(bp)


def sign_in_first(*_mechanisms: object, **_headers: object) -> Answer:
    """A signed-out visitor of an account page is led to the door and back."""
    return redirect(url_for("security.login", next=request.full_path.rstrip("?")))


def forget_roles_of_others(app: Flask, security: Security) -> None:
    """Flask-Security looks up its own roles on every visit; ours lie in the memberships."""
    app.before_request_funcs[None].remove(security.principal._on_before_request)  # noqa: SLF001 — there is no switch


def ask_late_who_visits(app: Flask) -> None:
    """Flask-Login asks it for every page; ours ask where they say it, a resident's never."""
    app.template_context_processors[None].remove(_user_context_processor)
    app.jinja_env.globals["current_user"] = current_user


@bp.route("/account/", methods=["GET", "POST"])
@requires(Permission.SIGNED_IN)
def account() -> Answer | str:
    form = ProfileForm(obj=current_user)
    if form.validate_on_submit():
        user_id, now = current_user.id, utc_now()
        name, language = form.name.data or "", str(form.language.data)
        write(
            lambda change: service.change_profile(
                change, user_id=user_id, name=name, language=language, now=now
            )
        )
        session["language"] = language
        flash(_("Bewaard."), "success")
        return redirect(url_for("accounts.account"))
    protection = queries.protection_of(current_user.id)
    return render_template("accounts/account.html", form=form, protection=protection)


@bp.get("/account/protected")
@requires(Permission.SIGNED_IN)
def second_step_is_set() -> Answer:
    """After the second step was switched on or off: recovery codes, when they are still missing."""
    protection = queries.protection_of(current_user.id)
    missing = protection.second_step and not protection.recovery_codes
    return redirect(url_for("security.mf_recovery_codes" if missing else "accounts.account"))


@bp.get("/account/second-step.svg")
@requires(Permission.SIGNED_IN)
def second_step_picture() -> Response:
    """The code that an authenticator app scans, while the second step is being set up."""
    secret = session.get("tf_totp_secret")
    if not secret:
        abort(404)
    factory = current_app.extensions["security"].totp_factory
    picture = svg(factory.get_totp_uri(current_user.email, secret), _("QR-code voor uw app"))
    return Response(picture, mimetype="image/svg+xml")


@bp.post("/account/everywhere")
@requires(Permission.SIGNED_IN)
def sign_out_everywhere() -> Answer:
    """Close every session of this account but the one that asked for it."""
    user_id, now = current_user.id, utc_now()
    write(lambda change: service.sign_out_everywhere(change, user_id=user_id, now=now))
    g.pop("_login_user", None)
    user = queries.user_by_id(user_id)
    if user is not None:
        login_user(user)
    flash(_("Alle andere toestellen zijn afgemeld."), "success")
    return redirect(url_for("accounts.account"))

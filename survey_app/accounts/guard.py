"""What is checked before a sign-in page runs: is it offered, does it lead home, how many tries."""

from flask import Flask, abort, current_app, g, request, session
from flask_login import current_user, user_logged_out
from flask_security.signals import user_authenticated

from survey_app.accounts.rules import is_own_path
from survey_app.core.i18n import INTERFACE, own_name
from survey_app.core.limits import Brake

NOT_OFFERED = frozenset({"security.two_factor_rescue"})
GUESSED_AT = frozenset(
    {
        "security.login",
        "security.verify",
        "security.change_password",
        "security.forgot_password",
        "security.reset_password",
        "security.two_factor_token_validation",
        "security.two_factor_setup_validate",
        "security.mf_recovery",
        "security.wan_signin",
        "security.wan_signin_response",
        "doors.accept",
        "doors.set_up",
    }
)
KEPT_AT_SIGN_IN = ("_user_id", "_fresh", "_flashes", "fs_cc", "fs_paa", "workspace")
DOORS = ("/account", "/setup", "/invitation")


class SignInBrake:
    """Six tries a minute for one visitor on one account, and ceilings for each of the two."""

    def __init__(self) -> None:
        self.pair = Brake(tries=6, total=600)
        self.account = Brake(tries=30, total=600)
        self.visitor = Brake(tries=60, total=600)

    def count(self, account: str, visitor: str) -> None:
        self.visitor.count(visitor)
        self.pair.count(f"{account}\0{visitor}")
        self.account.count(account)


def init_guard(app: Flask) -> None:
    app.extensions["sign_in_brake"] = SignInBrake()
    app.config.setdefault("SESSION_PROTECTION", None)
    app.before_request(check_door)
    app.jinja_env.globals["door_languages"] = [(tag, own_name(tag)) for tag in INTERFACE]
    user_authenticated.connect(renew_session, app)
    user_logged_out.connect(forget_session, app)


def check_door() -> None:
    """Runs before the pages where somebody without an account may knock."""
    if not request.path.startswith(DOORS):
        return
    if request.endpoint in NOT_OFFERED:
        abort(404)
    target = request.values.get("next")
    if target and not is_own_path(target.removeprefix(request.host_url.rstrip("/"))):
        abort(400)
    language = request.args.get("lang")
    if language in INTERFACE:
        session["language"] = language
    if request.method == "POST" and request.endpoint in GUESSED_AT:
        brake: SignInBrake = current_app.extensions["sign_in_brake"]
        brake.count(account_tried(), request.remote_addr or "")


def account_tried() -> str:
    """The account whose password or code is being tried, as well as the page can tell."""
    typed = request.form.get("email", "").strip().lower()
    waiting: str = session.get("tf_user_id", "")
    own = str(current_user.id) if current_user.is_authenticated else ""
    return typed or waiting or own or request.path


def renew_session(_app: Flask, user: object, **_facts: object) -> None:
    """Nothing that was in the cookie before signing in lives on, the form seal included."""
    kept = {key: session[key] for key in KEPT_AT_SIGN_IN if key in session}
    session.clear()
    session.update(kept)
    session["language"] = getattr(user, "language", "nl")
    g.pop("csrf_token", None)


def forget_session(_app: Flask, **_facts: object) -> None:
    language = session.get("language")
    session.clear()
    if language:
        session["language"] = language
    g.pop("csrf_token", None)

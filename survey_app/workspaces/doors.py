"""The doors: the first owner's set-up, an invitation, and the way out."""

import base64
import hmac

from flask import Blueprint, Flask, Response, flash, json, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user, logout_user
from flask_security import login_user
from werkzeug.wrappers import Response as Answer

from survey_app.accounts.forms import NewAccountForm
from survey_app.accounts.queries import there_are_users, user_by_id
from survey_app.accounts.service import AddressTakenError
from survey_app.core.clock import utc_now
from survey_app.core.errors import NotFoundError
from survey_app.core.hosts import public_url
from survey_app.core.permissions import Permission, public, requires
from survey_app.core.tokens import digest, keyed
from survey_app.core.writer import write
from survey_app.workspaces import desk, erase, queries, service
from survey_app.workspaces.forms import AgreeForm, CloseForm, FirstOwnerForm, WorkspaceForm

bp = Blueprint("doors", __name__)


def setup_token() -> str:
    """Follows from the program's key: known to who starts the program, to nobody else."""
    return base64.b32encode(keyed("set up", "first owner")).decode().lower()[:32]


def setup_link(app: Flask) -> str | None:
    """The link for the first owner, as long as there is no account; then None."""
    with app.app_context():
        return None if there_are_users() else public_url(f"/setup/{setup_token()}")


@bp.route("/setup/<token>", methods=["GET", "POST"])
@public
def set_up(token: str) -> Answer | str:
    """Make the first owner and the organisation; afterwards this address does not exist."""
    if not hmac.compare_digest(token.encode(), setup_token().encode()) or there_are_users():
        raise NotFoundError("the set-up link is wrong or was used")
    form = FirstOwnerForm()
    if not form.validate_on_submit():
        return render_template("workspaces/set_up.html", form=form)
    facts = form.facts() | {"workspace": form.workspace.data or ""}
    hashed, now = form.password_hash(), utc_now()
    user_id = write(
        lambda session: service.make_first_owner(session, **facts, password_hash=hashed, now=now)
    )
    sign_in(user_id)
    return redirect(url_for("workspaces.start"))


def sign_in(user_id: int) -> None:
    user = user_by_id(user_id)
    if user is not None:
        login_user(user, authn_via=["password"])


@bp.route("/invitation/<token>", methods=["GET", "POST"])
@public
def accept(token: str) -> tuple[str, int] | Answer | str:
    """Join an organisation by a link, with the account one has or with a new one."""
    offer = queries.offer(token, now=utc_now())
    if offer is None:
        return render_template("workspaces/invitation_over.html"), 410
    if current_user.is_authenticated:
        return accept_as_self(token, offer)
    form = NewAccountForm()
    if form.validate_on_submit():
        try:
            return accept_as_new(token, form)
        except AddressTakenError:
            taken = _("Met dit adres is er al een account. Meld u daarmee aan.")
            form.email.errors = [taken]
    return render_template("workspaces/invitation.html", form=form, offer=offer)


def accept_as_self(token: str, offer: queries.Offer) -> Answer | str:
    form = AgreeForm()
    if not form.validate_on_submit():
        return render_template("workspaces/invitation_self.html", form=form, offer=offer)
    user_id, seal, now = current_user.id, digest(token), utc_now()
    try:
        slug = write(
            lambda session: service.accept_invitation(
                session, token_digest=seal, user_id=user_id, now=now
            )
        )
    except service.AlreadyMemberError:
        flash(_("U werkt hier al."), "info")
        return redirect(url_for("workspaces.start"))
    flash(_("Welkom bij %(name)s.", name=offer.workspace), "success")
    return redirect(desk.home_of(slug))


def accept_as_new(token: str, form: NewAccountForm) -> Answer:
    facts = form.facts()
    seal, hashed, now = digest(token), form.password_hash(), utc_now()
    user_id = write(
        lambda session: service.accept_as_new(
            session, token_digest=seal, **facts, password_hash=hashed, now=now
        )
    )
    sign_in(user_id)
    return redirect(url_for("workspaces.start"))


@bp.route("/account/organisation", methods=["GET", "POST"])
@requires(Permission.SIGNED_IN)
def found() -> Answer | str:
    """Make another organisation; who makes it owns it."""
    form = WorkspaceForm()
    if not form.validate_on_submit():
        return render_template("workspaces/found.html", form=form)
    name, user_id, now = form.name.data or "", current_user.id, utc_now()
    slug = write(
        lambda session: service.create_workspace(session, name=name, actor=user_id, now=now).slug
    )
    return redirect(desk.home_of(slug))


@bp.get("/account/mine.json")
@requires(Permission.SIGNED_IN)
def take_along() -> Response:
    """Everything the program knows of me."""
    text = json.dumps(erase.exported(current_user.id), ensure_ascii=False, indent=2)
    headers = {"Content-Disposition": "attachment; filename=dorpsstem-account.json"}
    return Response(text, mimetype="application/json", headers=headers)


@bp.route("/account/close", methods=["GET", "POST"])
@requires(Permission.SIGNED_IN)
def close() -> Answer | str:
    """Delete my account, after typing my address."""
    form = CloseForm(address=current_user.email)
    if form.validate_on_submit():
        user_id, now = current_user.id, utc_now()
        try:
            write(lambda session: erase.forget(session, user_id=user_id, now=now))
        except service.LastOwnerError:
            form.typed.errors = [
                _(
                    "U bent de enige eigenaar van een organisatie. "
                    "Maak eerst iemand anders eigenaar."
                )
            ]
        else:
            logout_user()
            flash(_("Uw account is verwijderd."), "success")
            return redirect(url_for("security.login"))
    return render_template("workspaces/close.html", form=form)

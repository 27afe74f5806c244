"""Pages of an organisation and its members."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Blueprint, Flask, flash, g, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app.core.clock import utc_now
from survey_app.core.errors import NotFoundError
from survey_app.core.hosts import public_url
from survey_app.core.permissions import (
    Access,
    Permission,
    Role,
    init_permissions,
    public,
    requires,
)
from survey_app.core.tokens import digest, new_token
from survey_app.core.writer import write
from survey_app.workspaces import desk, doors, queries, reset, service
from survey_app.workspaces.forms import InvitationForm, RoleForm, WorkspaceForm
from survey_app.workspaces.logbook import init_logbook

bp = Blueprint("workspaces", __name__, template_folder="templates")


def register(app: Flask) -> None:
    init_permissions(app, lookup=opened)
    desk.init_desk(app)
    init_logbook(app)
    app.register_blueprint(bp)
    app.register_blueprint(doors.bp)


def opened(slug: str, user_id: int) -> Access | None:
    """Find the membership and remember which organisation was open last."""
    access = queries.access_of(slug, user_id)
    if access is not None and session.get("workspace") != access.slug:
        session["workspace"] = access.slug
    return access


def changed(change: Callable[..., Any], **facts: Any) -> Any:
    """Write a change in the organisation of this page, by the person of this page."""
    access: Access = g.access
    work: Callable[[Session], Any] = partial(
        change,
        workspace_id=access.workspace_id,
        actor=access.user_id,
        now=utc_now(),
        **facts,
    )
    return write(work)


def back_to_members() -> Response:
    return redirect(url_for("workspaces.members", workspace=g.access.slug))


@bp.get("/")
@public
def front() -> Response:
    return redirect(url_for("workspaces.start"))


@bp.get("/desk/")
@requires(Permission.SIGNED_IN)
def start() -> Response | str:
    """Go to the organisation that was open last, or to the first one."""
    mine = queries.belongings(current_user.id)
    last = desk.last_opened()
    if last is not None or mine:
        return redirect(desk.home_of(last.slug if last else mine[0].slug))
    return render_template("workspaces/none.html")


@bp.get("/desk/<workspace>/organisation")
@requires(Permission.VIEW)
def members() -> str:
    return members_page(InvitationForm(formdata=None), WorkspaceForm(formdata=None))


def members_page(invitation: InvitationForm, naming: WorkspaceForm) -> str:
    access: Access = g.access
    if not naming.is_submitted():
        naming.name.data = access.name
    manages = access.may(Permission.MANAGE)
    return render_template(
        "workspaces/members.html",
        members=queries.members(access.workspace_id),
        invitations=queries.open_invitations(access.workspace_id, now=utc_now()) if manages else [],
        invitation=invitation,
        naming=naming,
        fresh=session.pop("fresh_link", None),
    )


@bp.post("/desk/<workspace>/organisation/name")
@requires(Permission.MANAGE)
def rename() -> Response | str:
    form = WorkspaceForm()
    if not form.validate_on_submit():
        return members_page(InvitationForm(formdata=None), form)
    changed(service.rename_workspace, name=form.name.data)
    flash(_("De organisatie heeft een nieuwe naam."), "success")
    return back_to_members()


@bp.post("/desk/<workspace>/organisation/invitations")
@requires(Permission.MANAGE)
def invite() -> Response | str:
    form = InvitationForm()
    if not form.validate_on_submit():
        return members_page(form, WorkspaceForm(formdata=None))
    token = new_token()
    role, label = Role(form.role.data), form.label.data
    changed(service.invite, role=role, label=label, token_digest=digest(token))
    link = public_url(url_for("doors.accept", token=token))
    session["fresh_link"] = {"kind": "invitation", "for": label, "url": link}
    return back_to_members()


@bp.post("/desk/<workspace>/organisation/invitations/<int:invitation_id>/withdraw")
@requires(Permission.MANAGE)
def withdraw(invitation_id: int) -> Response:
    changed(service.withdraw_invitation, invitation_id=invitation_id)
    flash(_("De uitnodiging is ingetrokken. De link werkt niet meer."), "success")
    return back_to_members()


@bp.get("/desk/<workspace>/organisation/members/<int:user_id>")
@requires(Permission.MANAGE)
def member(user_id: int) -> str:
    one = member_or_404(user_id)
    return render_template(
        "workspaces/member.html",
        member=one,
        form=RoleForm(formdata=None, role=one.role),
        link_allowed=reset.is_allowed(owner=g.access.user_id, user_id=user_id),
    )


def member_or_404(user_id: int) -> queries.Member:
    found = queries.member(g.access.workspace_id, user_id)
    if found is None:
        raise NotFoundError(f"no member {user_id} here")
    return found


@bp.post("/desk/<workspace>/organisation/members/<int:user_id>/role")
@requires(Permission.MANAGE)
def change_role(user_id: int) -> Response | str:
    form = RoleForm()
    if not form.validate_on_submit():
        return render_template("workspaces/member.html", member=member_or_404(user_id), form=form)
    try:
        changed(service.change_role, user_id=user_id, role=Role(form.role.data))
    except service.LastOwnerError:
        return last_owner(user_id)
    flash(_("Bewaard."), "success")
    return back_to_members()


@bp.post("/desk/<workspace>/organisation/members/<int:user_id>/remove")
@requires(Permission.MANAGE)
def remove(user_id: int) -> Response:
    try:
        changed(service.remove_member, user_id=user_id)
    except service.LastOwnerError:
        return last_owner(user_id)
    flash(_("Deze persoon hoort niet meer bij de organisatie."), "success")
    leaves = user_id == current_user.id
    return redirect(url_for("workspaces.start")) if leaves else back_to_members()


def last_owner(user_id: int) -> Response:
    flash(
        _("Een organisatie heeft altijd een eigenaar. Maak eerst iemand anders eigenaar."), "error"
    )
    return redirect(url_for("workspaces.member", workspace=g.access.slug, user_id=user_id))


@bp.post("/desk/<workspace>/organisation/members/<int:user_id>/reset-link")
@requires(Permission.MANAGE)
def make_reset_link(user_id: int) -> Response:
    one = member_or_404(user_id)
    link = reset.link(owner=g.access.user_id, user_id=user_id)
    changed(service.note_reset_link, user_id=user_id)
    session["fresh_link"] = {"kind": "reset", "for": one.name, "url": link}
    return back_to_members()


@bp.post("/desk/<workspace>/organisation/leave")
@requires(Permission.VIEW)
def leave() -> Response:
    """Leave the organisation oneself."""
    try:
        changed(service.remove_member, user_id=g.access.user_id)
    except service.LastOwnerError:
        flash(
            _("Een organisatie heeft altijd een eigenaar. Maak eerst iemand anders eigenaar."),
            "error",
        )
        return back_to_members()
    flash(_("U hoort niet meer bij deze organisatie."), "success")
    return redirect(url_for("workspaces.start"))


@bp.get("/desk/<workspace>/organisation/log")
@requires(Permission.MANAGE)
def log() -> str:
    before = request.args.get("before", type=int)
    lines = queries.log_lines(g.access.workspace_id, before=before)
    older = lines[-1].id if len(lines) == queries.LOG_PAGE else None
    return render_template("workspaces/log.html", lines=lines, older=older)

"""Pages of an organisation and its members."""

from flask import Blueprint, Flask, g, redirect, render_template, session, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from survey_app.core.permissions import (
    Access,
    Permission,
    init_permissions,
    public,
    requires,
)
from survey_app.workspaces import desk, queries

bp = Blueprint("workspaces", __name__, template_folder="templates")


def register(app: Flask) -> None:
    init_permissions(app, lookup=opened)
    desk.init_desk(app)
    app.register_blueprint(bp)


def opened(slug: str, user_id: int) -> Access | None:
    """Find the membership and remember which organisation was open last."""
    access = queries.access_of(slug, user_id)
    if access is not None and session.get("workspace") != access.slug:
        session["workspace"] = access.slug
    return access


@bp.get("/")
@public
def front() -> Response:
    return redirect(url_for("workspaces.start"))


@bp.get("/desk/")
@requires(Permission.SIGNED_IN)
def start() -> Response | str:
    """Go to the organisation that was open last, or to the only one."""
    mine = queries.belongings(current_user.id)
    last = desk.last_opened()
    if last is not None or mine:
        return redirect(desk.home_of(last.slug if last else mine[0].slug))
    return render_template("workspaces/none.html")


@bp.get("/desk/<workspace>/organisation")
@requires(Permission.VIEW)
def members() -> str:
    access: Access = g.access
    return render_template("workspaces/members.html", members=queries.members(access.workspace_id))

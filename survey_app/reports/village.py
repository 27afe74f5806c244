"""What a village said, for everybody at ``/p/<slug>``: plain words, no cookie, no script needed."""

from datetime import date

from flask import Blueprint, Response, g, make_response, render_template, request
from flask_babel import gettext as _
from sqlalchemy import select

from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.hosts import public_url
from survey_app.core.i18n import EASY, INTERFACE
from survey_app.core.permissions import public
from survey_app.projects.models import Project
from survey_app.projects.queries import moments_of
from survey_app.reports import queries, showing
from survey_app.reports.plain import plain_charts
from survey_app.surveys.queries import surveys_of

bp = Blueprint("village", __name__, template_folder="templates")
MOST_STEPS = 3


@bp.get("/p/<slug>")
@public
def show(slug: str) -> Response:
    """What the village said, and what was done with it; or that it is not known yet."""
    asked = request.args.get("lang", "")
    g.language = asked if asked in {*INTERFACE, EASY} else "nl"
    try:
        project, dossier, copy = queries.public_copy(db.session, slug)
    except NotFoundError:
        return not_yet(slug)
    held = showing.frozen(copy)
    moments = moments_of(db.session, project.id)
    return make_response(
        render_template(
            "reports/village.html",
            project=project,
            doc=held.document,
            charts=plain_charts(held.document),
            people=people_of(held.document),
            promises=queries.promises_of(db.session, dossier.id),
            steps=[one for one in moments if not one.done][:MOST_STEPS],
            frozen_on=copy.frozen_on,
            deleted_on=deleted_on(project.id),
            address=public_url(f"/p/{project.slug}"),
            languages=INTERFACE,
            has_easy=EASY in copy.content,
            easy=g.language == EASY,
        )
    )


def not_yet(slug: str) -> Response:
    """A village that asks something but shows nothing yet; another address is not there."""
    project = db.session.scalar(select(Project).where(Project.slug == slug.lower()))
    if project is None or not any(
        one.state != "draft" for one in surveys_of(db.session, project.id)
    ):
        raise NotFoundError(f"no village {slug} asks anything")
    title = _("Nog even geduld")
    html = render_template("reports/not_yet.html", project=project, title=title)
    return make_response(html)


def people_of(document: showing.Document) -> str:
    """How many people answered, as the dossier's first figure says it."""
    facts = document["summary"]["facts"]
    return str(facts[0]["big"]) if facts else ""


def deleted_on(project_id: int) -> date | None:
    """The day by which every answer is gone; None when that day is past."""
    days = [one.retention_until for one in surveys_of(db.session, project_id)]
    last = max(days, default=None)
    return last if last is not None and last >= today() else None

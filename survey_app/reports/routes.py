"""Pages of results: every chart of a survey, importance x feasibility, and what to download."""

import json
from datetime import date
from typing import Any

from flask import (
    Blueprint,
    Flask,
    Response,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import format_date
from markupsafe import Markup

from analysis.dossier.content import short
from survey_app.answers.queries import n_responses
from survey_app.core.actions import act
from survey_app.core.audit import note
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.i18n import interface_language
from survey_app.core.jobs import Spec, file_for, file_kind
from survey_app.core.made import made
from survey_app.core.permissions import Permission, public, requires
from survey_app.projects.queries import project_by_slug
from survey_app.reports import (
    asking,
    charts,  # noqa: F401 — registers the kinds of files
    contents,
    datasets,
    desk,
    downloads,
    erase,  # noqa: F401 — registers the daily purge
    evidence,
    network,
    open_answers,
    panel,  # noqa: F401 — registers what a project's page shows of its dossier
    people,
    plotlyjs,
    pricing,
    queries,
    rows,
    spss,
    steering,
    village,
    words,
)
from survey_app.reports.downloads import chart_file
from survey_app.reports.showing import being_made
from survey_app.surveys.queries import Opened, open_survey, surveys_of

bp = Blueprint("reports", __name__, template_folder="templates")
BASE = "/desk/<workspace>/surveys/<int:survey_id>"
ROW_FORMATS = ("csv", "csv-be", "xlsx", "sav", "jsonl")


def register(app: Flask) -> None:
    pages = (desk, contents, pricing, evidence, steering, village, network, people, open_answers)
    for blueprint in (bp, *(page.bp for page in pages)):
        app.register_blueprint(blueprint)
    app.extensions["village_page"] = village_page
    app.extensions.setdefault("action_words", {}).update(words.ACTIONS)
    app.jinja_env.filters.update(
        drawing_of=Markup,  # our own drawing: every text in it is escaped there
        iso_day=lambda day: format_date(date.fromisoformat(day), "d MMMM yyyy"),
        seal_words=short,
    )


def village_page(project_id: int) -> str | None:
    """Where everybody reads what a village said; None while nothing is public."""
    slug = queries.public_slug(db.session, project_id)
    return None if slug is None else url_for("village.show", slug=slug)


@file_kind("rows", "bin")
def rows_file(spec: Spec) -> bytes:
    if spec["format"] == "sav":
        return spss.write_sav(db.session, spec["survey_id"])
    return rows.write_rows(db.session, spec["survey_id"], spec["format"])


def this(survey_id: int) -> Opened:
    return open_survey(db.session, g.access.workspace_id, survey_id)


def drawn(kind: str, spec: Spec) -> list[dict[str, Any]] | None:
    path = file_for(kind, spec)
    return None if path is None else json.loads(path.read_text("utf-8"))


@bp.get(f"{BASE}/results")
@requires(Permission.VIEW)
def survey(survey_id: int) -> Response:
    """Every question's chart, its finding first; by channel or group on request."""
    opened = this(survey_id)
    n = n_responses(db.session, survey_id)
    asked, spec, dimensions = asked_of(opened)
    found = drawn("chart-set", spec) if n else []
    if found is None:
        return being_made()
    return make_response(
        render_template(
            "reports/survey.html",
            survey=opened.survey,
            project=opened.project,
            siblings=[s for s in surveys_of(db.session, opened.project.id) if s.state != "draft"],
            n=n,
            found=found,
            asked=asked,
            dimensions=dimensions,
            items={code: one["label"] for code, one in spec["data"]["codebook"].items()},
            formats=downloads.FORMATS,
            row_formats=ROW_FORMATS,
            dossier=queries.dossier_of(db.session, opened.project.id),
        )
    )


def asked_of(opened: Opened) -> tuple[asking.Wish, dict[str, Any], dict[str, dict[str, Any]]]:
    """What the visitor asks for, what the worker needs for it, and what else can be asked."""
    described = datasets.describe(
        db.session, opened.survey.id, language=interface_language(), by_way=False
    )
    dimensions = asking.dimensions_of(opened, described)
    asked = asking.wish(dimensions)
    return asked, asking.spec_of(opened, asked, dimensions), dimensions


@bp.get(f"{BASE}/results/<item>.<any(png,svg,pdf,csv,xlsx,pptx):extension>")
@requires(Permission.VIEW)
def download(survey_id: int, item: str, extension: str) -> Response:
    """One chart as a file; ``?excel=be`` is the CSV that Excel opens in Belgium."""
    opened = this(survey_id)
    asked, spec, _dimensions = asked_of(opened)
    found = drawn("chart-set", {**spec, "item": item})
    if found is None:
        return being_made()
    wanted = (item, asked.group)
    chart = next((one["chart"] for one in found if (one["item"], one["group"]) == wanted), None)
    if chart is None:
        raise NotFoundError(f"no chart {item} in survey {survey_id}")
    return chart_file(chart, extension, name=item)


@bp.get("/desk/<workspace>/projects/<project>/quadrant")
@requires(Permission.VIEW)
def quadrant(project: str) -> Response:
    """Importance x feasibility over every survey of a village."""
    held = project_by_slug(db.session, g.access.workspace_id, project)
    found = quadrant_of(held.id)
    if found is None:
        return being_made()
    return make_response(
        render_template(
            "reports/quadrant.html", project=held, found=found, formats=downloads.FORMATS
        )
    )


def quadrant_of(project_id: int) -> list[dict[str, Any]] | None:
    language = interface_language()
    surveys = [one for one in surveys_of(db.session, project_id) if one.state != "draft"]
    data = [
        datasets.describe(db.session, one.id, language=language, by_way=False) for one in surveys
    ]
    if not data:
        return []
    least = max(one.least_cell for one in surveys)
    return drawn("quadrant", {"data": data, "language": language, "k": least})


@bp.get("/desk/<workspace>/projects/<project>/quadrant.<any(png,svg,pdf,csv,xlsx,pptx):extension>")
@requires(Permission.VIEW)
def quadrant_download(project: str, extension: str) -> Response:
    held = project_by_slug(db.session, g.access.workspace_id, project)
    found = quadrant_of(held.id)
    if found is None:
        return being_made()
    if not found:
        raise NotFoundError("nothing was asked yet")
    return chart_file(found[0]["chart"], extension, name=f"belang-haalbaar-{held.slug}")


@bp.post(f"{BASE}/rows")
@requires(Permission.EXPORT_ROWS)
def export_rows(survey_id: int) -> Response:
    """Every answer as a row: a right of its own, written in the logbook."""
    opened = this(survey_id)
    kind = request.form.get("format", "csv")
    if kind not in ROW_FORMATS:
        raise NotFoundError(f"no rows as {kind}")
    act(noted, survey_id=survey_id, title=opened.survey.title, kind=kind)
    stamp = datasets.describe(db.session, survey_id, language="nl")["counts"]
    response = made(
        "rows",
        {"survey_id": survey_id, "format": kind, "stamp": stamp},
        name="antwoorden",
        attach=True,
    )
    if response.status_code == 200:  # noqa: PLR2004 — HTTP's own word for done
        extension = {"csv-be": "csv"}.get(kind, kind)
        name = f"antwoorden-{survey_id}-{today().isoformat()}.{extension}"
        response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response


def noted(session: Any, *, actor: Any, now: Any, survey_id: int, title: str, kind: str) -> None:
    target, facts = f"survey {survey_id}", {"title": title, "format": kind}
    note(session, actor=actor, action="responses.exported", target=target, now=now, **facts)


@bp.get("/assets/plotly-<version>.js")
@public
def plotly(version: str) -> Response:
    """The chart library of the coach's screen, out of the installed package, packed once."""
    if version != plotlyjs.version():
        return redirect(url_for("reports.plotly", version=plotlyjs.version()))  # type: ignore[return-value]  # a Response all the same
    return plotlyjs.serve(request)


@bp.app_context_processor
def plotly_address() -> dict[str, Any]:
    return {"plotly_url": lambda: url_for("reports.plotly", version=plotlyjs.version())}

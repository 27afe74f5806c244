"""Who answered a survey, and who was not heard yet: with where to stand next."""

import json
from typing import Any

from flask import Blueprint, Response, g, make_response, render_template

from survey_app.answers.queries import n_responses
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.i18n import interface_language
from survey_app.core.jobs import Spec, file_for, file_kind
from survey_app.core.permissions import Permission, requires
from survey_app.projects.queries import population_of
from survey_app.reports import datasets, downloads, people_sources, releases
from survey_app.reports.charts import drawn
from survey_app.reports.downloads import chart_file
from survey_app.reports.showing import being_made
from survey_app.reports.sources import Shown, Village, charts_from
from survey_app.surveys.queries import Opened, open_survey

bp = Blueprint("people", __name__, template_folder="templates")
BASE = "/desk/<workspace>/surveys/<int:survey_id>/people"
KINDS = {
    "age": {"kind": "who", "by": people_sources.AGE},
    "hamlet": {"kind": "who", "by": people_sources.HAMLET},
    "channel": {"kind": "who", "by": "collector"},
    "not_heard": {"kind": "not_heard"},
}
"""The charts of the page, by the word that stands in the address of a download."""


@file_kind("people-set", "json")
def people_set(spec: Spec) -> bytes:
    """Who answered, now: the coach sees the newest figures."""
    survey_id, language = spec["survey_id"], spec["language"]
    counts = releases.described(db.session, survey_id)
    codebook = datasets.codebook_of(
        datasets.questionnaires(db.session, survey_id).values(), language
    )
    shown = Shown(survey_id, spec["title"], spec["k"], codebook.to_json(), (counts,))
    village = Village((shown,), spec["inhabitants"], spec["population"])
    found = [
        drawn(chart, item=name, group="", group_label="")
        for name, source in KINDS.items()
        for chart in charts_from(village, {**source, "survey": survey_id}, language)
    ]
    return json.dumps(found, ensure_ascii=False).encode()


def made_of(opened: Opened) -> list[dict[str, Any]] | None:
    survey, project = opened
    spec = {
        "survey_id": survey.id,
        "stamp": datasets.describe(db.session, survey.id, language="nl")["counts"],
        "title": survey.title,
        "k": survey.least_cell,
        "language": interface_language(),
        "inhabitants": project.inhabitants,
        "population": population_of(db.session, project.id),
    }
    path = file_for("people-set", spec)
    return None if path is None else json.loads(path.read_text("utf-8"))


@bp.get(BASE)
@requires(Permission.VIEW)
def show(survey_id: int) -> Response:
    """Whose voice is missing, and what a coach can do about it."""
    opened = open_survey(db.session, g.access.workspace_id, survey_id)
    n = n_responses(db.session, survey_id)
    found = made_of(opened) if n else []
    if found is None:
        return being_made()
    return make_response(
        render_template(
            "reports/people.html",
            survey=opened.survey,
            project=opened.project,
            population=population_of(db.session, opened.project.id),
            n=n,
            found=found,
            formats=downloads.FORMATS,
        )
    )


@bp.get(f"{BASE}/<item>.<any(png,svg,pdf,csv,xlsx,pptx):extension>")
@requires(Permission.VIEW)
def download(survey_id: int, item: str, extension: str) -> Response:
    found = made_of(open_survey(db.session, g.access.workspace_id, survey_id))
    if found is None:
        return being_made()
    chart = next((one["chart"] for one in found if one["item"] == item), None)
    if chart is None:
        raise NotFoundError(f"no chart {item} of who answered survey {survey_id}")
    return chart_file(chart, extension, name=f"wie-{item}")

"""The learning network: the same question in every village of the organisation, side by side."""

import json
from typing import Any, NamedTuple

from flask import Blueprint, Response, g, make_response, render_template, request
from sqlalchemy import select

from analysis.charts import CHARTS
from analysis.codebook import ItemCode
from analysis.comparing import villages
from analysis.scores import UNITS
from survey_app.answers.queries import n_by_survey
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.i18n import interface_language
from survey_app.core.jobs import Spec, file_for, file_kind
from survey_app.core.permissions import Permission, requires
from survey_app.projects.models import Project
from survey_app.reports import datasets, downloads
from survey_app.reports.charts import drawn
from survey_app.reports.downloads import chart_file
from survey_app.reports.showing import being_made
from survey_app.surveys.models import Survey

bp = Blueprint("network", __name__, template_folder="templates")
BASE = "/desk/<workspace>/network"
LEAST_VILLAGES = 2


class Asking(NamedTuple):
    """One survey of one village that was answered."""

    survey: Survey
    village: str
    slug: str
    people: int


class Shared(NamedTuple):
    """A question that several villages asked, with the fullest survey of each."""

    code: str
    label: str
    asked: tuple[Asking, ...]


@file_kind("network", "json")
def network_chart(spec: Spec) -> bytes:
    """One item over the villages, each whole and ungrouped."""
    read = {name: datasets.dataset_of(held) for name, held in spec["villages"]}
    items: list[ItemCode] = [held.codebook.item(spec["item"]) for held in read.values()]
    counts = {name: held.of(spec["item"]) for name, held in read.items()}
    found = villages(items[0], counts, k=spec["k"])
    chart = CHARTS["compared"](found, language=spec["language"])
    return json.dumps([drawn(chart, item=spec["item"], group="", group_label="")]).encode()


@bp.get(BASE)
@requires(Permission.VIEW)
def show() -> Response:
    """Choose a question that several villages asked; see what each of them said."""
    shared = shared_items()
    chosen = shared.get(request.args.get("item", "")) or next(iter(shared.values()), None)
    found = made_of(chosen) if chosen else []
    if found is None:
        return being_made()
    return make_response(
        render_template(
            "reports/network.html",
            shared=shared.values(),
            chosen=chosen,
            found=found,
            formats=downloads.FORMATS,
        )
    )


@bp.get(f"{BASE}/<item>.<any(png,svg,pdf,csv,xlsx,pptx):extension>")
@requires(Permission.VIEW)
def download(item: str, extension: str) -> Response:
    chosen = shared_items().get(item)
    if chosen is None:
        raise NotFoundError(f"no two villages asked {item}")
    found = made_of(chosen)
    if found is None:
        return being_made()
    return chart_file(found[0]["chart"], extension, name=f"dorpen-{item}")


def made_of(chosen: Shared) -> list[dict[str, Any]] | None:
    language = interface_language()
    spec = {
        "item": chosen.code,
        "language": language,
        "k": max(one.survey.least_cell for one in chosen.asked),
        "villages": [
            (
                one.village,
                datasets.describe(db.session, one.survey.id, language=language, by_way=False),
            )
            for one in chosen.asked
        ],
    }
    path = file_for("network", spec)
    return None if path is None else json.loads(path.read_text("utf-8"))


def shared_items() -> dict[str, Shared]:
    """Every question that two villages or more asked and somebody answered."""
    by_item: dict[str, dict[str, Asking]] = {}
    labels: dict[str, str] = {}
    for one in answered():
        for asked in datasets.questionnaires(db.session, one.survey.id).values():
            for item in asked.items():
                if item.measure in UNITS and not item.sensitive:
                    labels[item.code] = item.text.wording(interface_language()).text
                    held = by_item.setdefault(item.code, {})
                    known = held.get(one.slug)
                    if known is None or known.people < one.people:
                        held[one.slug] = one
    return {
        code: Shared(code, labels[code], tuple(held.values()))
        for code, held in by_item.items()
        if len(held) >= LEAST_VILLAGES
    }


def answered() -> list[Asking]:
    """The surveys of the organisation that somebody answered, by village."""
    rows = db.session.execute(
        select(Survey, Project.village, Project.slug)
        .join(Project, Project.id == Survey.project_id)
        .where(Project.workspace_id == g.access.workspace_id, Survey.state != "draft")
        .order_by(Project.village, Project.id, Survey.id)
    ).all()
    counts = n_by_survey(db.session, [row.Survey.id for row in rows])
    return [
        Asking(row.Survey, row.village, row.slug, counts[row.Survey.id])
        for row in rows
        if row.Survey.id in counts
    ]

"""What came out of a workshop: every result, as charts to take along, and into the answers."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from pydantic import TypeAdapter
from werkzeug.wrappers import Response

from analysis.chart import Chart, to_json
from question_banks.item_types import parse_item
from survey_app.activities import live
from survey_app.activities.base import Given, Hand, Result
from survey_app.core.actions import act
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError, StateError
from survey_app.core.i18n import interface_language, page_language
from survey_app.core.jobs import Spec, file_for, file_kind
from survey_app.core.made import made
from survey_app.core.permissions import Permission, requires
from survey_app.projects.models import Project
from survey_app.workshops import giving, queries, words
from survey_app.workshops.control import BASE, this
from survey_app.workshops.course import Stop
from survey_app.workshops.flow import NothingToFlowError, flow, flowing
from survey_app.workshops.queries import At
from survey_app.workshops.rules import State
from survey_app.workshops.scene import Scene, given_at, n_answered, result_at, scene_of
from workshop_templates.activities import AnyActivity
from workshop_templates.roles import roles

FORMATS = ("png", "svg", "csv", "xlsx")

bp = Blueprint("workshop_report", __name__, template_folder="templates")
settings_of: TypeAdapter[AnyActivity] = TypeAdapter(AnyActivity)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One step with what it gave, for the page."""

    stop: Stop
    at: At
    result: Result | None
    before: Result | None
    n: int


@file_kind("activity-charts", "json")
def activity_charts(spec: Spec) -> bytes:
    """Charts of activities, as JSON: ``{step: {chart, svg}}``; without those that have none."""
    from analysis.draw import svg  # noqa: PLC0415 — slow import

    made_ = {one["step"]: chart_of(one, spec) for one in spec["activities"]}
    found = {
        step: {"chart": to_json(chart), "svg": svg.draw(chart)}
        for step, chart in made_.items()
        if chart is not None
    }
    return json.dumps(found, ensure_ascii=False).encode()


def chart_of(one: Spec, spec: Spec) -> Chart | None:
    items = {code: parse_item(document) for code, document in one["items"].items()}
    return live(settings_of.validate_python(one["settings"]), items).to_chart(
        [Given(**given) for given in one["given"]],
        [Hand(**hand) for hand in one["hands"]],
        k=spec["k"],
        about=one["about"],
        language=spec["language"],
    )


@bp.get(f"{BASE}/report")
@requires(Permission.VIEW)
def show(workshop_id: int) -> Response | str:
    """Every step's result with its chart; charts that are still being made come by themselves."""
    here = this(workshop_id)
    scene = scene_of(db.session, here)
    found = list(outcomes(scene))
    charts = drawn(scene, [one.stop for one in found if one.result and one.result.enough])
    if charts is None:
        return made("activity-charts", spec_of(scene, []), name="verslag")
    return render_template(
        "workshops/report.html",
        here=here,
        project=db.session.get_one(Project, here.project_id),
        scene=scene,
        outcomes=found,
        charts=charts,
        joined=queries.n_joined(db.session, here.id),
        flows=any(True for _stop in flowing(scene.course)),
        staying=staying(scene),
        least_cell=here.least_cell,
        formats=FORMATS,
        words=words,
        role_words=roles(),
        language=page_language(),
        seconds_left=None,
    )


def outcomes(scene: Scene) -> Iterator[Outcome]:
    """Every step where something was asked, with its last round and the one before.

    A wall that a later step took up again is told there, once.
    """
    begun = [s for s in scene.course.collecting() if scene.activities[s.code].state != State.READY]
    taken_up = {stop.activity.continues for stop in begun if stop.activity is not None}
    for stop in begun:
        at = scene.activities[stop.code]
        if stop.activity is None or stop.activity.trial or stop.code in taken_up:
            continue
        yield Outcome(
            stop,
            at,
            result_at(db.session, scene, stop, at.round),
            result_at(db.session, scene, stop, at.round - 1),
            n_answered(db.session, scene, stop),
        )


@bp.get(f"{BASE}/report/<step>.<any(png,svg,csv,xlsx):extension>")
@requires(Permission.VIEW)
def download(workshop_id: int, step: str, extension: str) -> Any:
    """One activity's chart as a file, with its question and the number of answers in it."""
    here = this(workshop_id)
    scene = scene_of(db.session, here)
    stop = scene.course.stop(step)
    if stop is None or not stop.collects:
        raise NotFoundError(f"no results at step {step}")
    spec = spec_of(scene, [stop])
    path = file_for("activity-charts", spec)
    if path is None:
        return made("activity-charts", spec, name=step)
    found = json.loads(path.read_text("utf-8"))
    if step not in found:
        raise NotFoundError(f"no chart of step {step}")
    kind = "csv-be" if extension == "csv" and request.args.get("excel") == "be" else extension
    chart = found[step]["chart"]
    if extension == "csv":
        chart = with_question(chart, stop, n_answered(db.session, scene, stop))
    return made(f"chart-{kind}", {"chart": chart}, name=f"{here.code}-{step}", attach=True)


def with_question(chart: dict[str, Any], stop: Stop, n: int) -> dict[str, Any]:
    """The chart with its question and number of people in each row, for a file of rows alone."""
    assert stop.activity is not None  # noqa: S101 — it was asked
    title = (stop.activity.title or stop.step.title).wording(page_language()).text
    table = chart["table"]
    columns = [_("Vraag"), _("Deelnemers"), *table["columns"]]
    return chart | {
        "table": {"columns": columns, "rows": [[title, n, *row] for row in table["rows"]]}
    }


def drawn(scene: Scene, stops: list[Stop]) -> dict[str, Any] | None:
    """The charts of these steps by code; None while they are made."""
    path = file_for("activity-charts", spec_of(scene, stops))
    return None if path is None else dict(json.loads(path.read_text("utf-8")))


def spec_of(scene: Scene, stops: list[Stop]) -> dict[str, Any]:
    """What the worker needs to draw activities."""
    return {
        "activities": [described(scene, stop) for stop in stops],
        "k": scene.here.least_cell,
        "language": interface_language(),
    }


def described(scene: Scene, stop: Stop) -> dict[str, Any]:
    """One activity with what was given to its last round; participants are numbered anew."""
    activity, at = stop.activity, scene.activities[stop.code]
    assert activity is not None  # noqa: S101 — a step that collects has one
    numbers: dict[int, int] = {}
    given = [
        replace(one, participant=numbers.setdefault(one.participant, len(numbers)))
        for one in given_at(db.session, scene, stop, at.round)
    ]
    hands = giving.hands_of(db.session, at.id, at.round)
    return {
        "step": stop.code,
        "settings": activity.settings.model_dump(mode="json", exclude_none=True),
        "items": {code: item.to_json() for code, item in activity.items.items()},
        "given": [told(one) for one in given],
        "hands": [asdict(one) for one in hands],
        "about": about(scene, at, activity.result(given, hands, k=scene.here.least_cell).hands),
    }


def staying(scene: Scene) -> list[str]:
    """Why some of what was given does not go to the project's answers, each reason once."""
    kinds = [stop.activity for stop in scene.course.collecting() if stop.activity is not None]
    return sorted({str(activity.stays) for activity in kinds if activity.stays})


def told(one: Given) -> dict[str, Any]:
    """A contribution as the drawing needs it: who gave it dots stays here."""
    facts = asdict(one)
    del facts["backers"]
    return facts


def about(scene: Scene, at: At, by_hand: int) -> str:
    """Where and when it was asked, which round, and how many were counted by hand."""
    here = scene.here
    said = [here.title + "."]
    if here.started_on:
        said.append(format_date(here.started_on, "d MMMM yyyy") + ".")
    if at.round > 1:
        said.append(_("Ronde %(n)s.", n=at.round))
    if by_hand:
        said.append(_("Daarvan %(n)s met de hand geteld.", n=by_hand))
    return " ".join(said)


@bp.post(f"{BASE}/flow")
@requires(Permission.EDIT)
def into_answers(workshop_id: int) -> Response:
    """Put the answers with those of the project, as a moment of their own."""
    here = this(workshop_id)
    try:
        n = act(flow, workshop_id=here.id, today=today())
    except NothingToFlowError:
        flash(_("Er is niets gevraagd dat bij de antwoorden van het traject past."), "error")
    except StateError:
        flash(_("Beëindig eerst de workshop. Dan kunnen de antwoorden erbij."), "error")
    else:
        told = ngettext(
            "De antwoorden van %(num)d deelnemer staan bij het traject.",
            "De antwoorden van %(num)d deelnemers staan bij het traject.",
            n,
        )
        flash(told, "success")
    return redirect(url_for("workshop_report.show", workspace=g.access.slug, workshop_id=here.id))

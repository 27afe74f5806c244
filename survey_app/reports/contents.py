"""The coach's pages of what stands in a dossier: charts, words, quotes, promises."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from survey_app.core.actions import act
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.errors import InvalidInputError, NotFoundError
from survey_app.core.permissions import Permission, requires
from survey_app.reports import editing, offering, queries
from survey_app.reports.desk import BASE, this, to_dossier
from survey_app.reports.forms import PartForm, PromiseForm, QuoteForm
from survey_app.reports.personal import signs_in
from survey_app.reports.service import NewPart
from survey_app.reports.sources import SOURCES
from survey_app.reports.words import STATUSES, TONES
from survey_app.surveys.queries import open_survey, surveys_of

bp = Blueprint("contents", __name__, template_folder="templates")
PRICES = frozenset({"budget", "costs"})
"""What a coach fills in afterwards: it says nothing of which chart it is."""


@bp.app_context_processor
def words() -> dict[str, Any]:
    return {"promise_words": STATUSES, "promise_tones": TONES}


@bp.get(f"{BASE}/charts")
@requires(Permission.EDIT)
def charts(project: str) -> str:
    """Every chart that can be added; those in the dossier already are marked."""
    held, dossier = this(project)
    parts = queries.parts_of(db.session, dossier.id)
    taken = [{k: v for k, v in part.source.items() if k not in PRICES} for part in parts]
    return render_template(
        "reports/choose.html",
        project=held,
        offers=list(offering.offers(db.session, held.id)),
        taken=taken,
    )


@bp.post(f"{BASE}/charts")
@requires(Permission.EDIT)
def add_chart(project: str) -> AnyResponse:
    """Put one chart at the end of the dossier; also from the page of results."""
    _held, dossier = this(project)
    part = NewPart("chart", source=read_source())
    part_id = act(editing.add_part, dossier_id=dossier.id, part=part)
    flash(_("De grafiek staat in het dossier."), "success")
    if part.source["kind"] == "budget":
        given = {"workspace": g.access.slug, "project": project, "part_id": part_id}
        return redirect(url("pricing.show", **given))
    after = request.form.get("after", "")
    if after.startswith("/desk/"):
        return redirect(after)
    return redirect(url("contents.charts", workspace=g.access.slug, project=project))


def read_source() -> dict[str, Any]:
    """Which chart a form means; only what a source may hold, and only of this workspace."""
    kind = request.form.get("kind", "")
    if kind not in SOURCES:
        raise InvalidInputError(f"no chart is called {kind[:40]}")
    found: dict[str, Any] = {"kind": kind}
    numbers = {name: request.form.get(name, "") for name in ("survey", "motion")}
    if not all(is_key(number) for number in numbers.values() if number):
        raise InvalidInputError("a survey is a number")
    if numbers["survey"]:
        survey_id = int(numbers["survey"])
        found["survey"] = open_survey(db.session, g.access.workspace_id, survey_id).survey.id
    if numbers["motion"]:
        found["motion"] = int(numbers["motion"])  # only this project's own votes are ever shown
    for name in ("item", "by", "group"):
        value = request.form.get(name, "")[:60]
        if value:
            found[name] = value
    return found


@bp.route(f"{BASE}/words", methods=["GET", "POST"])
@requires(Permission.EDIT)
def add_words(project: str) -> AnyResponse | str:
    """A page of the coach's own words."""
    held, dossier = this(project)
    form = PartForm()
    if form.validate_on_submit():
        if form.text.data or form.heading.data:
            part = NewPart("words", str(form.heading.data), str(form.text.data))
            act(editing.add_part, dossier_id=dossier.id, part=part)
            return to_dossier(project, "contents")
        form.text.errors = [_("Schrijf iets, of ga terug.")]
    return render_template("reports/part.html", project=held, form=form, part=None)


@bp.route(f"{BASE}/parts/<int:part_id>", methods=["GET", "POST"])
@requires(Permission.EDIT)
def change(project: str, part_id: int) -> AnyResponse | str:
    """The words of one part."""
    held, dossier = this(project)
    part = next((p for p in queries.parts_of(db.session, dossier.id) if p.id == part_id), None)
    if part is None:
        raise NotFoundError(f"no part {part_id} in this dossier")
    form = PartForm(obj=part)
    if form.validate_on_submit():
        facts = {"heading": form.heading.data or "", "text": form.text.data or ""}
        act(editing.change_part, dossier_id=dossier.id, part_id=part_id, **facts)
        flash(_("Bewaard."), "success")
        return to_dossier(project, "contents")
    signs = list(signs_in(part.text)) if part.kind == "quote" else []
    return render_template("reports/part.html", project=held, form=form, part=part, signs=signs)


@bp.post(f"{BASE}/parts/<int:part_id>/<any(up,down,remove):what>")
@requires(Permission.EDIT)
def rearrange(project: str, part_id: int, what: str) -> AnyResponse:
    """One place up or down, or out of the dossier."""
    _held, dossier = this(project)
    given = {"dossier_id": dossier.id, "part_id": part_id}
    if what == "remove":
        act(editing.remove_part, **given)
        flash(_("Uit het dossier gehaald. De cijfers zelf blijven."), "success")
        return to_dossier(project, "contents")
    act(editing.move_part, **given, up=what == "up")
    return to_dossier(project, f"part-{part_id}")


@bp.route(f"{BASE}/quotes", methods=["GET", "POST"])
@requires(Permission.EDIT)
def quotes(project: str) -> AnyResponse | str:
    """What people wrote, to read one by one; approving puts it in the dossier."""
    held, dossier = this(project)
    form = QuoteForm()
    if form.validate_on_submit():
        survey = open_survey(db.session, g.access.workspace_id, int_of(form.survey.data)).survey
        source = {"survey": survey.id, "item": str(form.item.data)[:60]}
        part = NewPart("quote", text=str(form.text.data), source=source)
        act(editing.add_part, dossier_id=dossier.id, part=part)
        flash(_("Het citaat staat in het dossier."), "success")
        return redirect(request.full_path.rstrip("?"))
    surveys = [one for one in surveys_of(db.session, held.id) if one.state != "draft"]
    only = (request.args.get("survey"), request.args.get("item"))
    return render_template(
        "reports/quotes.html",
        project=held,
        form=form,
        answers=[
            (one, list(signs_in(one.text)))
            for survey in surveys
            for one in queries.open_answers(db.session, survey)
            if only in {(None, None), (str(survey.id), one.item)}
        ],
        taken={part.text for part in queries.parts_of(db.session, dossier.id)},
    )


def int_of(text: str | None) -> int:
    if not text or not is_key(text):
        raise NotFoundError("no such survey")
    return int(text)


def is_key(text: str) -> bool:
    """Digits, and no more of them than a key has."""
    return text.isascii() and text.isdigit() and len(text) <= 9  # noqa: PLR2004 — as many as a key has


@bp.route(f"{BASE}/promises", methods=["GET", "POST"], defaults={"promise_id": None})
@bp.route(f"{BASE}/promises/<int:promise_id>", methods=["GET", "POST"])
@requires(Permission.EDIT)
def promise(project: str, promise_id: int | None) -> AnyResponse | str:
    """What people said and what becomes of it: a new one, or one that moved on."""
    held, dossier = this(project)
    known = {one.id: one for one in queries.promises_of(db.session, dossier.id)}
    if promise_id is not None and promise_id not in known:
        raise NotFoundError(f"no promise {promise_id} in this dossier")
    one = known[promise_id] if promise_id is not None else None
    form = PromiseForm(obj=one, said=None if one else request.args.get("said", ""))
    if form.validate_on_submit():
        given = {"promise_id": promise_id, "facts": form.facts(), "today": today()}
        act(editing.keep_promise, dossier_id=dossier.id, **given)
        flash(_("Bewaard. De dorpspagina toont het meteen."), "success")
        return to_dossier(project, "promises")
    return render_template("reports/promise.html", project=held, form=form, promise=one)


@bp.post(f"{BASE}/promises/<int:promise_id>/remove")
@requires(Permission.EDIT)
def remove_promise(project: str, promise_id: int) -> AnyResponse:
    _held, dossier = this(project)
    act(editing.remove_promise, dossier_id=dossier.id, promise_id=promise_id)
    flash(_("Weggehaald."), "success")
    return to_dossier(project, "promises")

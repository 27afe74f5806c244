"""Desk pages about the ways in to a survey: collectors, who answered today, the preview."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from flask import Blueprint, Response, flash, g, make_response, redirect, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as AnyResponse
from wtforms import DateField, IntegerField, SelectField, StringField
from wtforms.fields.choices import (  # type: ignore[attr-defined]  # newer than its stubs
    SelectChoice,
)
from wtforms.validators import DataRequired, Length, NumberRange, Optional, ValidationError

from question_banks.questionnaire import Questionnaire
from question_banks.tidy import tidy
from survey_app.answers.queries import responses_by_day
from survey_app.core.actions import act
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.made import made
from survey_app.core.permissions import Permission, requires
from survey_app.responses import collecting, pages
from survey_app.responses.collecting import CollectorFacts
from survey_app.responses.filling import try_out
from survey_app.responses.forms import read_sheet
from survey_app.responses.models import Collector
from survey_app.responses.queries import Entry, collectors_of
from survey_app.responses.walls import paper_of
from survey_app.surveys.queries import Opened, open_survey, versions_of

bp = Blueprint("collectors", __name__, template_folder="templates")
BASE = "/desk/<workspace>/surveys/<int:survey_id>"
ACTIONS = {
    "collector.added": lazy_gettext("opende een kanaal"),
    "collector.changed": lazy_gettext("veranderde een kanaal"),
    "collector.deleted": lazy_gettext("wiste een kanaal"),
}
MOST_DAYS = 60
KINDS = {
    "poster": lazy_gettext("Affiche"),
    "flyer": lazy_gettext("Flyer"),
    "stand": lazy_gettext("Infostand met tablet"),
    "school": lazy_gettext("School"),
    "hoplr": lazy_gettext("Hoplr"),
    "social": lazy_gettext("Facebook of WhatsApp"),
    "paper": lazy_gettext("Papier"),
    "other": lazy_gettext("Iets anders"),
}


class CollectorForm(FlaskForm):
    """One way in, as a coach describes it."""

    label = StringField(
        lazy_gettext("Naam van het kanaal"),
        filters=[lambda text: " ".join(tidy(text or "").split())],
        validators=[DataRequired(lazy_gettext("Geef het kanaal een naam.")), Length(max=80)],
    )
    kind = SelectField(
        lazy_gettext("Soort"), choices=[SelectChoice(*pair) for pair in KINDS.items()]
    )
    place = StringField(
        lazy_gettext("Plaats van de infostand"),
        filters=[lambda text: " ".join(tidy(text or "").split())],
        validators=[Length(max=160, message=lazy_gettext("Maak dit korter."))],
    )
    opens_on = DateField(lazy_gettext("Open vanaf"), validators=[Optional()])
    closes_on = DateField(lazy_gettext("Open tot en met"), validators=[Optional()])
    quota = IntegerField(
        lazy_gettext("Hoogstens hoeveel antwoorden?"),
        validators=[Optional(), NumberRange(1, 1_000_000)],
    )

    def validate_closes_on(self, field: DateField) -> None:
        if field.data and self.opens_on.data and field.data < self.opens_on.data:
            raise ValidationError(_("De laatste dag valt voor de eerste."))

    def facts(self) -> CollectorFacts:
        return CollectorFacts(
            label=str(self.label.data),
            kind=self.kind.data,
            place=self.place.data or "",
            opens_on=self.opens_on.data,
            closes_on=self.closes_on.data,
            quota=self.quota.data,
        )


class Way(NamedTuple):
    """A collector with how many answered through it, in all and today."""

    collector: Collector
    total: int
    today: int


def this(survey_id: int) -> Opened:
    return open_survey(db.session, g.access.workspace_id, survey_id)


def to_overview(survey_id: int) -> AnyResponse:
    return redirect(url("collectors.overview", workspace=g.access.slug, survey_id=survey_id))


@bp.get(f"{BASE}/collectors")
@requires(Permission.VIEW)
def overview(survey_id: int) -> str:
    """Who answers where: every collector with its code, today's answers and what to print."""
    opened = this(survey_id)
    days = responses_by_day(db.session, survey_id)
    totals: Counter[int] = Counter()
    fresh: Counter[int] = Counter()
    per_day: Counter[date] = Counter()
    for row in days:
        totals[row.collector_id] += row.n
        fresh[row.collector_id] += row.n if row.day == today() else 0
        per_day[row.day] += row.n
    ways = [Way(c, totals[c.id], fresh[c.id]) for c in collectors_of(db.session, survey_id)]
    return render_template(
        "responses/collectors.html",
        survey=opened.survey,
        project=opened.project,
        ways=ways,
        total=sum(totals.values()),
        days=run_of_days(per_day),
        busiest=max(per_day.values(), default=1),
        versions=versions_of(db.session, survey_id),
        kinds=KINDS,
    )


def run_of_days(per_day: Mapping[date, int]) -> list[tuple[date, int]]:
    """Every day from the first to the last on which somebody answered; quiet days are zero.

    At most the last sixty, so that each keeps a column that can be seen.
    """
    if not per_day:
        return []
    last = max(per_day)
    first = max(min(per_day), last - timedelta(days=MOST_DAYS - 1))
    run = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [(day, per_day.get(day, 0)) for day in run]


@bp.route(f"{BASE}/collectors/new", methods=["GET", "POST"])
@requires(Permission.RUN)
def add(survey_id: int) -> AnyResponse | str:
    opened, form = this(survey_id), CollectorForm()
    if form.validate_on_submit():
        act(collecting.add_collector, survey_id=survey_id, facts=form.facts())
        flash(_("Het kanaal is open. Druk nu de affiche."), "success")
        return to_overview(survey_id)
    return form_page(opened, form, None)


@bp.route(f"{BASE}/collectors/<int:collector_id>", methods=["GET", "POST"])
@requires(Permission.RUN)
def change(survey_id: int, collector_id: int) -> AnyResponse | str:
    opened, one = this(survey_id), collector(survey_id, collector_id)
    form = CollectorForm(obj=one)
    if form.validate_on_submit():
        act(collecting.change_collector, collector_id=collector_id, facts=form.facts())
        flash(_("Bewaard."), "success")
        return to_overview(survey_id)
    return form_page(opened, form, one)


@bp.route(f"{BASE}/collectors/<int:collector_id>/delete", methods=["GET", "POST"])
@requires(Permission.MANAGE)
def delete(survey_id: int, collector_id: int) -> AnyResponse | str:
    opened, one = this(survey_id), collector(survey_id, collector_id)
    if request.method == "POST" and request.form.get("sure") == "yes":
        act(collecting.delete_collector, collector_id=collector_id)
        flash(_("Het kanaal %(label)s is gewist.", label=one.label), "success")
        return to_overview(survey_id)
    return render_template(
        "responses/collector_delete.html", survey=opened.survey, project=opened.project, one=one
    )


def collector(survey_id: int, collector_id: int) -> Collector:
    held = {one.id: one for one in collectors_of(db.session, survey_id)}
    return collecting.found(held.get(collector_id), collector_id)


def form_page(opened: Opened, form: CollectorForm, one: Collector | None) -> str:
    return render_template(
        "responses/collector.html", survey=opened.survey, project=opened.project, form=form, one=one
    )


def draft_entry(opened: Opened) -> Entry:
    """A way in that exists for the preview only; nothing sent through it is kept."""
    survey, project = opened
    return Entry(
        0, "VOORBEELD", "", "poster", "", None, None, None, 0, survey.id, "open", None,
        survey.retention_until, project.id, project.village, project.organiser, project.invented,
        0, 0, "", project.slug,
    )  # fmt: skip


@bp.route(f"{BASE}/preview", methods=["GET", "POST"])
@requires(Permission.VIEW)
def preview(survey_id: int) -> Response:
    """The draft as a resident sees it; what is sent here is checked and thrown away."""
    opened = this(survey_id)
    questionnaire = opened.draft
    entry = draft_entry(opened)
    if not questionnaire.items():
        return make_response(render_template("responses/nothing_yet.html"))
    if request.method == "POST":
        return try_out(entry, questionnaire)
    language = pages.choose_language(request.args.get("lang"), questionnaire)
    visit = pages.begin(entry, action=request.path, language=language, today=today(), preview=True)
    sheet = read_sheet(questionnaire, ())
    at = request.args.get("at", "")
    first = at if at in questionnaire.by_code else sheet.path()[0]
    return pages.question_page(visit, sheet, first, whole=True)


@bp.get(f"{BASE}/preview/stand")
@requires(Permission.VIEW)
def preview_stand(survey_id: int) -> Response:
    """The draft as a shared tablet shows it between two people."""
    opened = this(survey_id)
    address = url("collectors.preview", workspace=g.access.slug, survey_id=survey_id)
    return pages.stand_page(draft_entry(opened), opened.draft, address=address, n=0, live=False)


@bp.get(f"{BASE}/paper.pdf")
@requires(Permission.VIEW)
def draft_paper(survey_id: int) -> Response:
    """The draft on paper."""
    opened = this(survey_id)
    questionnaire: Questionnaire = opened.draft
    language = pages.choose_language(request.args.get("lang"), questionnaire)
    return made("paper", paper_of(questionnaire, "VOORBEELD", language), name="papier")

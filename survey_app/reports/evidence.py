"""What a survey found, laid beside a motion: a sentence with its margin, frozen as it is today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask_babel import format_date
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from analysis.codebook import ItemCode
from analysis.dataset import Dataset
from analysis.disclosure import may_show
from analysis.tally import RULES
from analysis.uncertainty import wilson
from analysis.words import percent
from question_banks.measures import Measure
from survey_app.ballots import queries as votes
from survey_app.ballots.facts import Evidence
from survey_app.ballots.rules import State
from survey_app.ballots.service import attach_evidence
from survey_app.ballots.words import option_title
from survey_app.core.actions import act
from survey_app.core.clock import today
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.i18n import interface_language
from survey_app.core.permissions import Permission, requires
from survey_app.reports import datasets
from survey_app.surveys.models import Survey
from survey_app.surveys.queries import surveys_of

bp = Blueprint("evidence", __name__, template_folder="templates")
ADDRESS = "/desk/<workspace>/meetings/<int:meeting_id>/motions/<int:motion_id>/evidence"
COUNTED = {Measure.NOMINAL: "plurality", Measure.MULTIPLE: "approval"}
"""Only choices give a share that one sentence can tell."""


@dataclass(frozen=True, slots=True)
class Found:
    """One option of one question, and the sentence that it could be."""

    item: str
    option: str
    label: str
    count: int
    n: int
    sentence: str
    low: float
    high: float

    @property
    def key(self) -> str:
        return f"{self.item}.{self.option}"


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what may be told of it."""

    label: str
    found: tuple[Found, ...]


def questions_of(session: Session, survey: Survey, *, day: date) -> list[Question]:
    """Every question of choices that may be shown, each option with its sentence of today."""
    language = interface_language()
    described = datasets.describe(session, survey.id, language=language, by_way=False)
    data = datasets.dataset_of(described)
    tell = partial(found_in, data=data, k=survey.least_cell, language=language, day=day)
    asked = (
        Question(item.label, tuple(tell(item)))
        for item in data.codebook.items
        if item.measure in COUNTED and not item.sensitive
    )
    return [question for question in asked if question.found]


def found_in(item: ItemCode, data: Dataset, *, k: int, language: str, day: date) -> Iterator[Found]:
    tally = RULES[COUNTED[item.measure]].count(item, data.of(item.code))
    for line in tally.lines:
        if may_show(line.n, k=k):
            low, high = wilson(line.count, line.n)
            label = item.label_of(line.option)
            sentence = _(
                "%(share)s van %(n)s bewoners koos “%(option)s”, tussen %(low)s en %(high)s. "
                "Gevraagd: “%(question)s” Stand op %(day)s.",
                share=percent(line.count / line.n, language),
                n=line.n,
                option=label,
                low=bare(low),
                high=percent(high, language),
                question=item.label,
                day=format_date(day, "d MMMM yyyy"),
            )
            yield Found(item.code, line.option, label, line.count, line.n, sentence, low, high)


def bare(share: float) -> str:
    """The lower end of "54 to 70 %": its sign follows once, at the end."""
    return str(round(100 * share))


@bp.route(ADDRESS, methods=["GET", "POST"])
@requires(Permission.EDIT)
def choose(meeting_id: int, motion_id: int) -> Response | str | tuple[str, int]:
    """Choose a survey, a finding and the option it belongs to."""
    opened = votes.open_meeting(db.session, g.access.workspace_id, meeting_id)
    motion = votes.motion_in(db.session, g.access.workspace_id, motion_id)
    if motion.meeting_id != meeting_id or motion.state != State.DRAFT:
        raise NotFoundError(f"motion {motion_id} takes no evidence")
    surveys = [one for one in surveys_of(db.session, opened.project.id) if one.state != "draft"]
    survey = next((one for one in surveys if str(one.id) == request.args.get("survey")), None)
    survey = survey or next(iter(surveys), None)
    questions = questions_of(db.session, survey, day=today()) if survey else []
    options = votes.options_of(db.session, motion_id)
    codes = {"", *(option.code for option in options)}
    found = {one.key: one for question in questions for one in question.found}
    chosen, beside = found.get(request.form.get("found", "")), request.form.get("option", "")
    if survey and chosen and beside in codes and request.method == "POST":
        link = url_for("reports.survey", workspace=g.access.slug, survey_id=survey.id)
        evidence = snapshot(chosen, beside, link=link)
        act(attach_evidence, motion_id=motion_id, evidence=evidence)
        flash(_("Het bewijs staat bij de stemming, zoals het vandaag is."), "success")
        given = {"workspace": g.access.slug, "meeting_id": meeting_id, "motion_id": motion_id}
        return redirect(url_for("agenda.change", **given))
    page = render_template(
        "reports/evidence.html",
        project=opened.project,
        meeting=opened.meeting,
        motion=motion,
        surveys=surveys,
        survey=survey,
        questions=questions,
        options=[(option.code, option_title(option)) for option in options],
        problem=_("Kies één uitkomst.") if request.method == "POST" else "",
    )
    return page, 422 if request.method == "POST" else 200


def snapshot(found: Found, option: str, *, link: str) -> Evidence:
    """What is kept: it stays as it is when more answers come in."""
    return Evidence(
        sentence=found.sentence,
        count=found.count,
        n=found.n,
        low=found.low,
        high=found.high,
        day=today(),
        link=link,
        option=option,
    )

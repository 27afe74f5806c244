"""Pages of the agenda: motions with their options, rules, evidence and conflicts of interest."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from survey_app.ballots import attendance, queries, service, words
from survey_app.ballots.facts import Criterion, MotionFacts
from survey_app.ballots.forms import one_line, wrongs
from survey_app.ballots.meetings import BASE, this, to_meeting
from survey_app.ballots.models import Meeting, Motion
from survey_app.ballots.motion_form import MotionForm
from survey_app.ballots.presets import PRESETS, Preset
from survey_app.ballots.rules import FIXED, Kind, Method, Rules, State
from survey_app.ballots.rules_form import MOST_OPTIONS
from survey_app.core.actions import act
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.permissions import Permission, requires

bp = Blueprint("agenda", __name__, template_folder="templates")
ONE = f"{BASE}/motions/<int:motion_id>"


def motion_of(meeting_id: int, motion_id: int) -> Motion:
    """The motion, when it is of this meeting."""
    motion = queries.motion_in(db.session, g.access.workspace_id, motion_id)
    if motion.meeting_id != meeting_id:
        raise NotFoundError(f"motion {motion_id} is not in meeting {meeting_id}")
    return motion


def draft_of(meeting_id: int, motion_id: int) -> Motion:
    """The motion while it can still be changed; after that its page is gone."""
    motion = motion_of(meeting_id, motion_id)
    if motion.state != State.DRAFT:
        raise NotFoundError(f"motion {motion_id} is not a draft any more")
    return motion


def advisory(meeting: Meeting) -> bool:
    """A committee's result is always advice: no form can change that."""
    return PRESETS[Preset(meeting.preset)].rules.advisory


@bp.route(f"{BASE}/motions/new", methods=["GET", "POST"])
@requires(Permission.EDIT)
def create(meeting_id: int) -> Response | str:
    meeting = this(meeting_id).meeting
    form = MotionForm()
    if request.method == "GET":
        form.show(PRESETS[Preset(meeting.preset)])
    if wants_more(form) or not form.validate_on_submit():
        return page(meeting_id, form, None)
    facts = sound(form.facts(advisory=advisory(meeting)))
    act(service.create_motion, meeting_id=meeting_id, facts=facts)
    flash(_("De stemming staat op de agenda."), "success")
    return to_meeting(meeting_id)


@bp.route(ONE, methods=["GET", "POST"])
@requires(Permission.EDIT)
def change(meeting_id: int, motion_id: int) -> Response | str:
    meeting, motion = this(meeting_id).meeting, draft_of(meeting_id, motion_id)
    form = MotionForm(data=None if request.method == "POST" else held_in(motion))
    if request.method == "GET":
        form.deciding.form.show(Rules.from_json(motion.rules))
    if wants_more(form) or not form.validate_on_submit():
        return page(meeting_id, form, motion)
    facts = kept(motion, sound(form.facts(advisory=advisory(meeting))))
    act(service.change_motion, motion_id=motion_id, facts=facts)
    flash(_("Bewaard."), "success")
    return to_meeting(meeting_id)


def wants_more(form: MotionForm) -> bool:
    """Another empty option, and nothing typed is lost."""
    if request.form.get("go") != "more":
        return False
    if len(form.options) < MOST_OPTIONS:
        form.options.append_entry()
    return True


def held_in(motion: Motion) -> dict[str, Any]:
    """The motion as its form shows it."""
    options = [] if Method(motion.method) in FIXED else queries.options_of(db.session, motion.id)
    return {
        "title": motion.title,
        "text": motion.text,
        "kind": motion.kind,
        "method": motion.method,
        "options": [
            {
                "code": option.code,
                "title": option.title,
                "picture": option.picture,
                "arguments_for": "\n".join(option.arguments_for),
                "arguments_against": "\n".join(option.arguments_against),
                "cost": option.cost,
            }
            for option in options
        ],
    }


def sound(facts: MotionFacts) -> MotionFacts:
    """Names are projected and weights count only where names stand with the votes."""
    rules = facts.rules
    if rules is None or facts.kind is Kind.NAMED:
        return facts
    secret = replace(rules, names_live=False, weighted=False, proxies=0)
    return replace(facts, rules=secret)


def kept(motion: Motion, facts: MotionFacts) -> MotionFacts:
    """Criteria and scores have a page of their own; this form leaves them as they are."""
    scores = {option.code: option.scores for option in queries.options_of(db.session, motion.id)}
    return replace(
        facts,
        criteria=[Criterion(**criterion) for criterion in motion.criteria],
        options=[replace(one, scores=scores.get(one.code, {})) for one in facts.options],
    )


def page(meeting_id: int, form: MotionForm, motion: Motion | None) -> str:
    meeting, project = this(meeting_id)
    options = queries.options_of(db.session, motion.id) if motion else []
    return render_template(
        "ballots/motion.html",
        meeting=meeting,
        project=project,
        motion=motion,
        form=form,
        wrongs=list(wrongs(form)) if form.errors else [],
        rule_line=words.majority_words(form.deciding.form.majority()),
        titles={option.code: words.option_title(option) for option in options},
        voters=queries.voters_of(db.session, meeting_id),
        conflicts=queries.conflicts_of(db.session, motion.id) if motion else {},
    )


@bp.post(f"{ONE}/delete")
@requires(Permission.EDIT)
def delete(meeting_id: int, motion_id: int) -> Response:
    title = draft_of(meeting_id, motion_id).title
    act(service.delete_motion, motion_id=motion_id)
    flash(_("“%(title)s” staat niet meer op de agenda.", title=title), "success")
    return to_meeting(meeting_id)


@bp.post(f"{ONE}/raise")
@requires(Permission.EDIT)
def raise_up(meeting_id: int, motion_id: int) -> Response:
    """One place earlier on the agenda."""
    place = draft_of(meeting_id, motion_id).position
    act(service.move_motion, motion_id=motion_id, position=place - 1)
    return to_meeting(meeting_id)


@bp.post(f"{ONE}/evidence/<int:place>/delete")
@requires(Permission.EDIT)
def drop_evidence(meeting_id: int, motion_id: int, place: int) -> Response:
    draft_of(meeting_id, motion_id)
    act(service.remove_evidence, motion_id=motion_id, place=place)
    flash(_("Het bewijs is weggehaald."), "success")
    return to_motion(meeting_id, motion_id)


@bp.post(f"{ONE}/conflicts")
@requires(Permission.EDIT)
def conflict(meeting_id: int, motion_id: int) -> Response:
    """A member with an interest takes no part in this motion; the reason goes into the minutes."""
    draft_of(meeting_id, motion_id)
    reason = one_line(request.form.get("reason"))[:300]
    held = {str(voter.id): voter for voter in queries.voters_of(db.session, meeting_id)}
    voter = held.get(request.form.get("voter", ""))
    if voter is None or not reason:
        flash(_("Kies een lid en schrijf de reden."), "error")
        return to_motion(meeting_id, motion_id)
    act(attendance.state_conflict, motion_id=motion_id, voter_id=voter.id, reason=reason)
    flash(_("%(name)s stemt niet mee over dit punt.", name=voter.name), "success")
    return to_motion(meeting_id, motion_id)


@bp.post(f"{ONE}/conflicts/<int:voter_id>/delete")
@requires(Permission.EDIT)
def no_conflict(meeting_id: int, motion_id: int, voter_id: int) -> Response:
    draft_of(meeting_id, motion_id)
    act(attendance.withdraw_conflict, motion_id=motion_id, voter_id=voter_id)
    flash(_("Dit lid stemt weer mee."), "success")
    return to_motion(meeting_id, motion_id)


def to_motion(meeting_id: int, motion_id: int) -> Response:
    return redirect(
        url("agenda.change", workspace=g.access.slug, meeting_id=meeting_id, motion_id=motion_id)
    )

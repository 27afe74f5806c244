"""Pages of a meeting on the desk: its overview, its facts, its end."""

from dataclasses import dataclass

from flask import Blueprint, flash, g, redirect, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from survey_app.ballots import queries, service
from survey_app.ballots.forms import MeetingForm, wrongs
from survey_app.ballots.models import Meeting, Motion, Voter
from survey_app.ballots.queries import Opened
from survey_app.ballots.rules import MeetingState, State
from survey_app.core.actions import act
from survey_app.core.db import db
from survey_app.core.permissions import Permission, requires
from survey_app.projects.panels import NextStep
from survey_app.projects.queries import project_by_slug

bp = Blueprint("meetings", __name__, template_folder="templates")
BASE = "/desk/<workspace>/meetings/<int:meeting_id>"


@dataclass(frozen=True, slots=True)
class Ready:
    """What a meeting has by now."""

    voters: list[Voter]
    motions: list[Motion]
    cards: int

    @property
    def members(self) -> int:
        return sum(voter.votes for voter in self.voters)


def this(meeting_id: int) -> Opened:
    return queries.open_meeting(db.session, g.access.workspace_id, meeting_id)


def to_meeting(meeting_id: int) -> Response:
    return redirect(url("meetings.show", workspace=g.access.slug, meeting_id=meeting_id))


def address(page: str, meeting: Meeting) -> str:
    return url(page, workspace=g.access.slug, meeting_id=meeting.id)


@bp.route("/desk/<workspace>/projects/<project>/meetings/new", methods=["GET", "POST"])
@requires(Permission.EDIT)
def create(project: str) -> Response | str:
    held, form = project_by_slug(db.session, g.access.workspace_id, project), MeetingForm()
    if form.validate_on_submit():
        made = act(
            lambda *a, **k: service.create_meeting(*a, **k).id,
            project_id=held.id,
            facts=form.facts(),
        )
        flash(_("De vergadering is gemaakt. Zet nu de leden op de lijst."), "success")
        return to_meeting(made)
    return render_template(
        "ballots/meeting_form.html", form=form, project=held, meeting=None, wrongs=wrongs(form)
    )


@bp.get(BASE)
@requires(Permission.VIEW)
def show(meeting_id: int) -> str:
    """The agenda, who is on the list, and the next sensible step."""
    meeting, project = this(meeting_id)
    ready = Ready(
        queries.voters_of(db.session, meeting_id),
        queries.motions_of(db.session, meeting_id),
        len(queries.cards_of(db.session, meeting_id)),
    )
    return render_template(
        "ballots/meeting.html",
        meeting=meeting,
        project=project,
        ready=ready,
        recorded=queries.recorded(db.session, meeting_id),
        next_step=next_step(meeting, ready),
    )


def next_step(meeting: Meeting, ready: Ready) -> NextStep | None:
    """The one thing to do now, in the order in which a meeting is prepared and held."""
    if not ready.members:
        return NextStep(
            _("Zet de leden op de lijst"),
            _("Typ de namen of lees een CSV in. Wie op de lijst staat, kan stemmen."),
            _("Naar de leden"),
            address("members.show", meeting),
        )
    if not ready.motions:
        return NextStep(
            _("Schrijf de eerste stemming"),
            _("Een vraag, de opties met hun argumenten, en hoe u beslist."),
            _("Nieuwe stemming"),
            address("agenda.create", meeting),
        )
    if not ready.cards:
        return NextStep(
            _("Druk de stemkaarten"),
            _("Tien op een blad. Met een kaart stemt een lid op het eigen toestel."),
            _("Naar de stemkaarten"),
            address("cards.show", meeting),
        )
    return last_steps(meeting, ready)


def last_steps(meeting: Meeting, ready: Ready) -> NextStep:
    if meeting.state == MeetingState.FINISHED:
        return NextStep(
            _("Bewaar het proces-verbaal"),
            _("Met de uitslag, de regel en het bewijs van elke stemming."),
            _("Naar de secretaris"),
            address("clerk.show", meeting),
        )
    if meeting.state == MeetingState.RUNNING:
        left = sum(motion.state == State.DRAFT for motion in ready.motions)
        return NextStep(
            _("Leid de vergadering"),
            ngettext("Nog %(num)d stemming te gaan.", "Nog %(num)d stemmingen te gaan.", left),
            _("Naar de voorzitter"),
            address("chair.show", meeting),
        )
    members = ngettext("%(num)d lid", "%(num)d leden", ready.members)
    motions = ngettext("%(num)d stemming", "%(num)d stemmingen", len(ready.motions))
    return NextStep(
        _("Begin de vergadering"),
        _("%(members)s, %(motions)s, kaarten gedrukt.", members=members, motions=motions),
        _("Naar de voorzitter"),
        address("chair.show", meeting),
    )


@bp.route(f"{BASE}/edit", methods=["GET", "POST"])
@requires(Permission.EDIT)
def edit(meeting_id: int) -> Response | str:
    meeting, project = this(meeting_id)
    form = MeetingForm(obj=meeting)
    if form.validate_on_submit():
        act(service.change_meeting, meeting_id=meeting_id, facts=form.facts())
        flash(_("Bewaard."), "success")
        return to_meeting(meeting_id)
    return render_template(
        "ballots/meeting_form.html",
        form=form,
        project=project,
        meeting=meeting,
        wrongs=wrongs(form),
    )


@bp.route(f"{BASE}/delete", methods=["GET", "POST"])
@requires(Permission.MANAGE)
def delete(meeting_id: int) -> Response | str:
    meeting, project = this(meeting_id)
    if request.method == "POST" and request.form.get("sure") == "yes":
        act(service.delete_meeting, meeting_id=meeting_id)
        flash(_("De vergadering %(title)s is gewist.", title=meeting.title), "success")
        return redirect(url("projects.show", workspace=g.access.slug, project=project.slug))
    motions = queries.motions_of(db.session, meeting_id)
    return render_template(
        "ballots/meeting_delete.html", meeting=meeting, project=project, motions=motions
    )

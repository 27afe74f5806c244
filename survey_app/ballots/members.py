"""Pages of the attendance list: who may vote, typed one by one or read from a list."""

from flask import Blueprint, flash, g, redirect, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from survey_app.ballots import attendance, queries
from survey_app.ballots.errors import NotReadyError
from survey_app.ballots.facts import VoterFacts
from survey_app.ballots.forms import VoterForm, wrongs
from survey_app.ballots.meetings import BASE, this
from survey_app.ballots.member_lists import Listed, read_list
from survey_app.ballots.models import Voter
from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import Seat
from survey_app.core.actions import act
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.permissions import Permission, requires

bp = Blueprint("members", __name__, template_folder="templates")


def to_list(meeting_id: int) -> Response:
    return redirect(url("members.show", workspace=g.access.slug, meeting_id=meeting_id))


@bp.get(f"{BASE}/members")
@requires(Permission.VIEW)
def show(meeting_id: int) -> str:
    return page(meeting_id, VoterForm(formdata=None))


def page(
    meeting_id: int, form: VoterForm, *, typed: str = "", mistakes: tuple[str, ...] = ()
) -> str:
    meeting, project = this(meeting_id)
    voters = queries.voters_of(db.session, meeting_id)
    return render_template(
        "ballots/members.html",
        meeting=meeting,
        project=project,
        voters=voters,
        members=sum(voter.votes for voter in voters),
        names={voter.id: voter.name for voter in voters},
        proxies=queries.proxies_of(db.session, meeting_id),
        weighted=meeting.preset == Preset.ASSEMBLY or any(voter.weight > 1 for voter in voters),
        form=form,
        wrongs=wrongs(form),
        typed=typed,
        mistakes=mistakes,
    )


@bp.post(f"{BASE}/members")
@requires(Permission.RUN)
def add(meeting_id: int) -> Response | tuple[str, int]:
    this(meeting_id)
    form = VoterForm()
    if not form.validate_on_submit():
        return page(meeting_id, form), 422
    act(attendance.add_voters, meeting_id=meeting_id, voters=[form.facts()])
    flash(_("%(name)s staat op de lijst.", name=form.name.data), "success")
    return to_list(meeting_id)


@bp.post(f"{BASE}/members/read")
@requires(Permission.RUN)
def read(meeting_id: int) -> Response | tuple[str, int]:
    """A whole list at once: all of it, or nothing and a sentence for every mistake."""
    this(meeting_id)
    typed = sent_list()
    found = read_list(typed)
    if found.mistakes:
        empty = VoterForm(formdata=None)
        return page(meeting_id, empty, typed=typed, mistakes=found.mistakes), 422
    facts = [facts_of(one) for one in found.members]
    act(attendance.add_voters, meeting_id=meeting_id, voters=facts)
    flash(ngettext("%(num)d lid ingelezen.", "%(num)d leden ingelezen.", len(facts)), "success")
    return to_list(meeting_id)


def sent_list() -> str:
    """The file when there is one, else what was pasted; a spreadsheet may write older letters."""
    file = request.files.get("file")
    body = file.read() if file else b""
    if not body:
        return request.form.get("list", "")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", errors="replace")


def facts_of(one: Listed) -> VoterFacts:
    return VoterFacts(
        name=one.name,
        faction=one.faction,
        place=one.place,
        weight=one.weight,
        seat=one.seat,
        votes=one.seat is not Seat.SECRETARY,
    )


def this_voter(meeting_id: int, voter_id: int) -> tuple[Voter, list[Voter]]:
    """The voter and everybody else on the list."""
    voters = queries.voters_of(db.session, meeting_id)
    found = next((voter for voter in voters if voter.id == voter_id), None)
    if found is None:
        raise NotFoundError(f"no voter {voter_id} in meeting {meeting_id}")
    return found, [voter for voter in voters if voter is not found]


@bp.route(f"{BASE}/members/<int:voter_id>", methods=["GET", "POST"])
@requires(Permission.RUN)
def change(meeting_id: int, voter_id: int) -> Response | str:
    meeting, project = this(meeting_id)
    voter, others = this_voter(meeting_id, voter_id)
    form = VoterForm(obj=voter)
    if form.validate_on_submit():
        if all(other.name != form.name.data for other in others):
            act(attendance.change_voter, voter_id=voter_id, facts=form.facts())
            flash(_("Bewaard."), "success")
            return to_list(meeting_id)
        form.name.errors = [_("Deze naam staat al op de lijst.")]
    return render_template(
        "ballots/member_form.html",
        meeting=meeting,
        project=project,
        voter=voter,
        others=[other for other in others if other.votes],
        holder=queries.proxies_of(db.session, meeting_id).get(voter_id),
        form=form,
        wrongs=wrongs(form),
    )


@bp.post(f"{BASE}/members/<int:voter_id>/remove")
@requires(Permission.RUN)
def remove(meeting_id: int, voter_id: int) -> Response:
    this(meeting_id)
    voter, _others = this_voter(meeting_id, voter_id)
    name = voter.name
    try:
        act(attendance.remove_voter, voter_id=voter_id)
        flash(_("%(name)s staat niet meer op de lijst.", name=name), "success")
    except NotReadyError:
        flash(_("%(name)s stemde al mee en blijft op de lijst.", name=name), "error")
    return to_list(meeting_id)


@bp.post(f"{BASE}/members/<int:voter_id>/proxy")
@requires(Permission.RUN)
def proxy(meeting_id: int, voter_id: int) -> Response:
    this(meeting_id)
    _voter, others = this_voter(meeting_id, voter_id)
    holder = request.form.get("holder", "")
    if holder in {str(other.id) for other in others if other.votes}:
        act(attendance.give_proxy, giver_id=voter_id, holder_id=int(holder))
    else:
        act(attendance.take_back_proxy, giver_id=voter_id)
    flash(_("De volmacht is bewaard."), "success")
    return to_list(meeting_id)

"""The chair's page: the legal order as a script, one large button for the step that comes now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from survey_app.ballots import box, live, queries, rounds, service, steps, voting, words
from survey_app.ballots.agenda import motion_of
from survey_app.ballots.causes import cause
from survey_app.ballots.forms import one_line
from survey_app.ballots.hall import hall_url, outcome_of
from survey_app.ballots.meetings import BASE, this
from survey_app.ballots.models import Meeting, Motion
from survey_app.ballots.once import first_time
from survey_app.ballots.paper_counts import paper_in
from survey_app.ballots.print_words import keys_spec
from survey_app.ballots.printing.keys import keys_pdf
from survey_app.ballots.rules import Kind, State
from survey_app.core.actions import act
from survey_app.core.apart import secret_pdf
from survey_app.core.broadcast import snapshot, stream
from survey_app.core.db import db
from survey_app.core.errors import DomainError, NotFoundError
from survey_app.core.permissions import Permission, requires

bp = Blueprint("chair", __name__, template_folder="templates")
CHAIR = f"{BASE}/chair"
ONE = f"{CHAIR}/<int:motion_id>"

MEETING_STEPS: dict[str, Callable[..., Any]] = {
    "start": service.start_meeting,
    "finish": service.finish_meeting,
}
MOTION_STEPS: dict[str, Callable[..., Any]] = {
    "open": voting.open_vote,
    "last_call": voting.last_call,
    "hold": voting.call_off_last_call,
    "close": voting.close_vote,
    "publish": voting.publish_result,
    "again": rounds.new_round,
}


@dataclass(frozen=True, slots=True)
class Lead:
    """What the chair leads: the motion on the table and the numbers beside it."""

    meeting: Meeting
    motion: Motion | None
    motions: list[Motion]
    attendance: queries.Attendance | None
    turnout: queries.Turnout | None
    locked: bool


def leading(meeting: Meeting, motion_id: int | None) -> Lead:
    """The motion that was asked for; else the one that moves, else the next, else the last."""
    motions = queries.motions_of(db.session, meeting.id)
    live_ones = [one for one in motions if one.state not in {State.SUPERSEDED, State.ANNULLED}]
    moving = [one for one in live_ones if one.state not in {State.DRAFT, State.PUBLISHED}]
    drafts = [one for one in live_ones if one.state == State.DRAFT]
    asked = [one for one in motions if one.id == motion_id]
    motion = next(iter([*asked, *moving, *drafts, *reversed(live_ones)]), None)
    if motion is None:
        return Lead(meeting, None, motions, None, None, locked=False)
    return Lead(
        meeting,
        motion,
        motions,
        queries.attendance(db.session, motion),
        queries.turnout(db.session, motion),
        box.is_locked(db.session, motion.id),
    )


@bp.get(CHAIR)
@requires(Permission.RUN)
def show(meeting_id: int) -> str:
    asked = request.args.get("motion", "")
    return page(meeting_id, int(asked) if asked.isdecimal() and len(asked) < 10 else None)  # noqa: PLR2004 — no id is longer


def page(meeting_id: int, motion_id: int | None, *, problem: str = "") -> str:
    meeting, project = this(meeting_id)
    lead = leading(meeting, motion_id)
    motion = lead.motion
    counted = motion is not None and motion.result is not None
    options = queries.options_of(db.session, motion.id) if motion else []
    return render_template(
        "ballots/chair.html",
        meeting=meeting,
        project=project,
        lead=lead,
        motion=motion,
        script=steps.script(lead.meeting, motion, lead.attendance, locked=lead.locked),
        say=steps.say(motion, lead.attendance, options),
        outcome=outcome_of(meeting, motion) if motion and counted else None,
        options=options,
        titles={option.code: words.option_title(option) for option in options},
        version=live.version_of(meeting),
        present=live.present(meeting_id),
        hall=hall_url(meeting),
        problem=problem,
        sent=request.form,
    )


def to_chair(meeting_id: int, motion_id: int | None = None) -> AnyResponse:
    return redirect(
        url("chair.show", workspace=g.access.slug, meeting_id=meeting_id, motion=motion_id)
    )


@bp.post(f"{CHAIR}/<any(start,finish):step>")
@requires(Permission.RUN)
def move_meeting(meeting_id: int, step: str) -> AnyResponse | tuple[str, int]:
    """Begin or end the meeting."""
    this(meeting_id)
    return done(meeting_id, None, lambda: act(MEETING_STEPS[step], meeting_id=meeting_id))


@bp.post(f"{ONE}/<any(open,last_call,hold,close,publish,again):step>")
@requires(Permission.RUN)
def move(meeting_id: int, motion_id: int, step: str) -> AnyResponse | tuple[str, int]:
    """One step of a motion, as the chair says it aloud."""
    motion_of(meeting_id, motion_id)
    facts = {"second_call": request.form.get("second_call") == "yes"} if step == "open" else {}
    shown = None if step == "again" else motion_id
    return done(meeting_id, shown, lambda: act(MOTION_STEPS[step], motion_id=motion_id, **facts))


def done(
    meeting_id: int, motion_id: int | None, change: Callable[[], object]
) -> AnyResponse | tuple[str, int]:
    """Do it and tell the screens; what cannot be done is said on the page."""
    try:
        change()
    except DomainError as error:
        db.session.rollback()
        return page(meeting_id, motion_id, problem=cause(error)), error.status
    live.tell(meeting_id)
    return to_chair(meeting_id, motion_id)


@bp.post(f"{ONE}/count")
@requires(Permission.RUN)
def count(meeting_id: int, motion_id: int) -> AnyResponse | tuple[str, int]:
    """Open the ballot box with both key cards, add what came on paper, count."""
    motion = motion_of(meeting_id, motion_id)
    if motion.state != State.CLOSED:
        return to_chair(meeting_id, motion_id)
    secret = motion.kind != Kind.NAMED
    paper, problem = paper_in(request.form, db.session, motion) if secret else ([], "")
    if problem:
        return page(meeting_id, motion_id, problem=problem), 422
    cards = typed_keys() if motion.kind == Kind.SEALED else []

    def counted() -> None:
        act(voting.count_vote, motion_id=motion_id, key_cards=cards, paper=paper)
        if secret:
            box.leave_no_trace()

    return done(meeting_id, motion_id, counted)


def typed_keys() -> list[str]:
    return [request.form.get(f"key_{n}", "") for n in (1, 2)]


@bp.post(f"{ONE}/try-keys")
@requires(Permission.RUN)
def try_keys(meeting_id: int, motion_id: int) -> AnyResponse | tuple[str, int]:
    """Try both key cards before the vote opens, while new ones can still be printed."""
    motion_of(meeting_id, motion_id)

    def tried() -> None:
        act(box.try_keys, motion_id=motion_id, key_cards=typed_keys())
        flash(_("Beide sleutelkaarten openen deze stembus. U kunt de stemming openen."), "success")

    return done(meeting_id, motion_id, tried)


@bp.post(f"{ONE}/settle")
@requires(Permission.RUN)
def settle(meeting_id: int, motion_id: int) -> AnyResponse | tuple[str, int]:
    """Write down how equal votes were settled."""
    motion_of(meeting_id, motion_id)
    option = request.form.get("option", "")
    reason = one_line(request.form.get("reason"))[:300]
    if not reason:
        return page(
            meeting_id, motion_id, problem=_("Schrijf hoe de gelijkheid beslecht werd.")
        ), 422
    return done(
        meeting_id,
        motion_id,
        lambda: act(voting.settle_tie, motion_id=motion_id, option=option, reason=reason),
    )


@bp.post(f"{ONE}/annul")
@requires(Permission.RUN)
def annul(meeting_id: int, motion_id: int) -> AnyResponse | tuple[str, int]:
    """Declare a vote void; the reason is for everybody to read."""
    motion_of(meeting_id, motion_id)
    reason = one_line(request.form.get("reason"))[:300]
    if not reason:
        return page(
            meeting_id, motion_id, problem=_("Schrijf waarom u deze stemming vernietigt.")
        ), 422

    def annulled() -> None:
        act(voting.annul_vote, motion_id=motion_id, reason=reason)
        box.leave_no_trace()

    return done(meeting_id, motion_id, annulled)


@bp.post(f"{ONE}/keys.pdf")
@requires(Permission.RUN)
def keys(meeting_id: int, motion_id: int) -> AnyResponse:
    """New key cards of a sealed vote, to print now: they are shown once and kept nowhere."""
    meeting, motion = this(meeting_id).meeting, motion_of(meeting_id, motion_id)
    if motion.kind != Kind.SEALED or motion.state != State.DRAFT:
        raise NotFoundError(f"motion {motion_id} takes no key cards now")
    if not first_time():
        flash(_("Deze sleutelkaarten zijn al getoond. De gedrukte kaarten gelden."), "error")
        return to_chair(meeting_id, motion_id)
    cards = act(box.make_keys, motion_id=motion_id)
    return secret_pdf(keys_pdf, keys_spec(meeting, motion, cards).to_json(), name="sleutelkaarten")


@bp.get(f"{CHAIR}/live")
@requires(Permission.RUN)
def follow(meeting_id: int) -> Response:
    this(meeting_id)
    return stream(live.NAME, str(meeting_id), "chair")


@bp.get(f"{CHAIR}/now")
@requires(Permission.RUN)
def now(meeting_id: int) -> Response:
    this(meeting_id)
    return snapshot(live.NAME, str(meeting_id), "chair")

"""The secretary's page: who is there, votes for who has no device, paper, minutes and files."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple
from uuid import uuid4

from flask import Blueprint, Response, flash, g, redirect, render_template, request
from flask import url_for as url
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from survey_app.ballots import attendance, cards, casting, live, queries, rules, words
from survey_app.ballots.agenda import motion_of
from survey_app.ballots.casting import Vote
from survey_app.ballots.causes import cause
from survey_app.ballots.choosing import chosen_in, places_in
from survey_app.ballots.meetings import BASE, this
from survey_app.ballots.members import this_voter
from survey_app.ballots.minutes_words import minutes_spec
from survey_app.ballots.models import Motion
from survey_app.ballots.print_words import slips_spec
from survey_app.ballots.printing import files  # noqa: F401 — registers the kinds of files
from survey_app.ballots.rules import (
    ABSTAIN,
    BLANK,
    VOTING,
    Channel,
    Kind,
    Method,
    Presence,
    Rules,
    State,
)
from survey_app.core.actions import act
from survey_app.core.db import db
from survey_app.core.errors import DomainError, NotFoundError
from survey_app.core.made import made
from survey_app.core.permissions import Permission, requires

bp = Blueprint("clerk", __name__, template_folder="templates")
CLERK = f"{BASE}/secretary"
SLIPS_FOR_EACH = 2
ON_THE_LIST = (Presence.PRESENT, Presence.LATE, Presence.LEFT, Presence.EXCUSED)


class Entered(NamedTuple):
    """How a member took part, and where the vote is by name what was chosen, or its places."""

    channel: str
    codes: Sequence[str] = ()
    places: Mapping[str, str] = MappingProxyType({})


class Offered(NamedTuple):
    """What a ballot offers, as codes with their words: options, and what stands apart."""

    options: list[tuple[str, str]]
    apart: list[tuple[str, str]]


@bp.get(CLERK)
@requires(Permission.RUN)
def show(meeting_id: int) -> str:
    return page(meeting_id)


def page(meeting_id: int, *, problem: str = "", about: int | None = None) -> str:
    """The whole page; the ballot of the member it is ``about`` stays as it was filled in."""
    meeting, project = this(meeting_id)
    motion = queries.open_motion(db.session, meeting_id)
    grid = grid_of(motion) if motion else {}
    if about is not None:
        channel = grid[about].channel if about in grid else ""
        grid[about] = Entered(channel, request.form.getlist("choice"), places_in(request.form))
    voters = queries.voters_of(db.session, meeting_id)
    ballot = offered(motion) if motion else Offered([], [])
    return render_template(
        "ballots/clerk.html",
        meeting=meeting,
        project=project,
        voters=voters,
        there=live.present(meeting_id),
        members=sum(voter.votes for voter in voters),
        presences=ON_THE_LIST,
        motion=motion,
        grid=grid,
        offered=ballot,
        titles=dict(ballot.options),
        about=about,
        conflicts=queries.conflicts_of(db.session, motion.id) if motion else {},
        motions=queries.motions_of(db.session, meeting_id),
        recorded=queries.recorded(db.session, meeting_id),
        stopped=meeting.wrong_codes >= cards.MOST_WRONG,
        version=live.version_of(meeting),
        problem=problem,
    )


def grid_of(motion: Motion) -> dict[int, Entered]:
    """How each member took part; what was chosen only where the vote is by name."""
    return {
        voter: entered(row.channel, row.choice or "" if motion.kind == Kind.NAMED else "")
        for voter, row in queries.participation_of(db.session, motion.id).items()
    }


def entered(channel: str, choice: str) -> Entered:
    codes = rules.codes_in(choice)
    return Entered(channel, codes, {code: str(place) for place, code in enumerate(codes, start=1)})


def offered(motion: Motion) -> Offered:
    """What the clerk can enter for a member; nothing where the vote is not by name."""
    if motion.kind != Kind.NAMED:
        return Offered([], [])
    options = queries.options_of(db.session, motion.id)
    apart = [ABSTAIN, BLANK] if Rules.from_json(motion.rules).abstain else [BLANK]
    return Offered(
        [(option.code, words.option_title(option)) for option in options],
        [(code, str(words.FIXED_OPTIONS[code])) for code in apart],
    )


def to_clerk(meeting_id: int, voter_id: int | None = None) -> AnyResponse:
    anchor = f"member-{voter_id}" if voter_id else None
    return redirect(
        url("clerk.show", workspace=g.access.slug, meeting_id=meeting_id, _anchor=anchor)
    )


@bp.post(f"{CLERK}/presence/all")
@requires(Permission.RUN)
def all_present(meeting_id: int) -> AnyResponse:
    """Everybody who is still expected is there."""
    this(meeting_id)
    for voter in queries.voters_of(db.session, meeting_id):
        if voter.presence == Presence.EXPECTED:
            act(attendance.set_presence, voter_id=voter.id, presence=Presence.PRESENT)
    live.tell(meeting_id)
    flash(_("Iedereen die nog verwacht werd, is aanwezig."), "success")
    return to_clerk(meeting_id)


@bp.post(f"{CLERK}/presence/<int:voter_id>")
@requires(Permission.RUN)
def presence(meeting_id: int, voter_id: int) -> AnyResponse:
    this(meeting_id)
    this_voter(meeting_id, voter_id)
    asked = request.form.get("presence", "")
    if asked in {*Presence}:
        act(attendance.set_presence, voter_id=voter_id, presence=Presence(asked))
        live.tell(meeting_id)
    return to_clerk(meeting_id, voter_id)


@bp.post(f"{CLERK}/votes/<int:motion_id>/<int:voter_id>")
@requires(Permission.RUN)
def vote(meeting_id: int, motion_id: int, voter_id: int) -> AnyResponse | tuple[str, int]:
    """Enter what a member says, mark that a member votes on paper, or take either back."""
    this(meeting_id)
    motion = motion_of(meeting_id, motion_id)
    this_voter(meeting_id, voter_id)
    given = {"motion_id": motion_id, "voter_id": voter_id}
    try:
        if request.form.get("go") == "paper":
            act(casting.mark_paper, **given)
        elif request.form.get("go") == "back":
            act(casting.withdraw_vote, **given)
        elif problem := enter(motion, voter_id):
            return page(meeting_id, problem=problem, about=voter_id), 422
    except DomainError as error:
        db.session.rollback()
        return page(meeting_id, problem=cause(error), about=voter_id), error.status
    live.tell(meeting_id)
    return to_clerk(meeting_id, voter_id)


def enter(motion: Motion, voter_id: int) -> str:
    """Keep what the form says as this member's vote, or say what to mend."""
    codes = casting.option_codes(db.session, motion.id)
    chosen, problem = chosen_in(request.form, Method(motion.method), codes)
    if problem:
        return problem
    heard = Channel.PAPER if request.form.get("go") == "read" else Channel.CLERK
    ballot = Vote(motion.id, chosen, str(uuid4()), voter_id=voter_id, channel=heard)
    act(casting.enter_vote, vote=ballot)
    return ""


@bp.post(f"{CLERK}/codes")
@requires(Permission.RUN)
def codes(meeting_id: int) -> AnyResponse:
    """Let typed codes work again after too many wrong ones."""
    this(meeting_id)
    act(cards.allow_codes_again, meeting_id=meeting_id)
    flash(_("Codes werken weer."), "success")
    return to_clerk(meeting_id)


@bp.get(f"{CLERK}/minutes.pdf")
@requires(Permission.VIEW)
def minutes(meeting_id: int) -> Response:
    """The minutes as they are now; motions appear in them once they are published."""
    meeting = this(meeting_id).meeting
    return made("minutes", minutes_spec(db.session, meeting).to_json(), name="proces-verbaal")


@bp.get(f"{BASE}/motions/<int:motion_id>/stembrieven.pdf")
@requires(Permission.RUN)
def slips(meeting_id: int, motion_id: int) -> Response:
    """Paper ballots for one motion, two to a sheet."""
    meeting, motion = this(meeting_id).meeting, motion_of(meeting_id, motion_id)
    if motion.state not in {State.DRAFT, *VOTING}:
        raise NotFoundError(f"motion {motion_id} is over")
    options = queries.options_of(db.session, motion_id)
    asked = request.args.get("n", "")
    copies = int(asked[:3]) if asked.isdecimal() else SLIPS_FOR_EACH
    spec = slips_spec(meeting, motion, options, copies)
    return made("slips", spec.to_json(), name="stembrieven")

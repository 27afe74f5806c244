"""Join a poll without a card: a phone draws a ballot of its own, as many as there are members.

The phone remembers the address of that ballot, so that it votes once. Nobody is known by it: who
wants to can use two phones. That is said where a chair chooses this, and the program lets no more
phones in than there are members in the room.
"""

from typing import NamedTuple

from flask import Blueprint, redirect, render_template, request
from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from survey_app.ballots import cards, live, queries, screens
from survey_app.ballots.cards import Secret
from survey_app.ballots.errors import HallIsFullError, VoteClosedError
from survey_app.ballots.member import speak
from survey_app.ballots.models import Meeting, Motion, VotingCard
from survey_app.ballots.rules import VOTING, Kind, Rules, State
from survey_app.ballots.visits import address_of, device_key
from survey_app.core.db import db
from survey_app.core.errors import DomainError, NotFoundError, TooManyTriesError
from survey_app.core.limits import Brake
from survey_app.core.permissions import public
from survey_app.core.tokens import clean_code
from survey_app.core.writer import write

bp = Blueprint("joining", __name__, template_folder="templates")
bp.before_request(speak)
BRAKE = Brake(tries=60, total=2000)
"""A hall has one address: sixty joins a minute for one kind of phone behind it."""


class Door(NamedTuple):
    """What the page of a phone that wants to join needs to know."""

    motion: Motion
    meeting: Meeting
    open: bool
    takes_devices: bool

    @property
    def device(self) -> str:
        return device_key(self.meeting.id)


def door_of(code: str) -> Door:
    """The poll with this code, in capitals or not."""
    motion = db.session.scalar(select(Motion).where(Motion.public_id == clean_code(code)))
    if motion is None or motion.state == State.DRAFT:
        raise NotFoundError("no poll has this code")
    takes = motion.kind == Kind.POLL and Rules.from_json(motion.rules).devices
    meeting = db.session.get_one(Meeting, motion.meeting_id)
    return Door(motion, meeting, motion.state in VOTING, takes)


@bp.get("/stem/<code>")
@public
def show(code: str) -> str:
    return page(door_of(code))


@bp.post("/stem/<code>")
@public
def join(code: str) -> AnyResponse | tuple[str, int]:
    """Give this phone a ballot of its own, and bring it there."""
    door = door_of(code)
    motion_id = door.motion.id
    [secret] = cards.draw_secrets(door.meeting.sign, 1)
    try:
        BRAKE.count(f"{request.remote_addr} {request.user_agent}")
        write(lambda session: let_in(session, motion_id=motion_id, secret=secret))
    except DomainError as error:
        db.session.rollback()
        return page(door_of(code), problem=why_not(error)), error.status
    return redirect(address_of(secret.token, tablet=False, for_voter=None))


def page(door: Door, *, problem: str = "") -> str:
    token = screens.token_of(screens.PHONE, door.meeting.id)
    return render_template(
        "ballots/member/join.html",
        door=door,
        token=token,
        version=live.version_of(door.meeting),
        visit={"tablet": False, "follow": "", "device": door.device, "action": ""},
        problem=problem,
    )


def why_not(error: DomainError) -> str:
    """What somebody can do who was not let in."""
    sentences = {
        VoteClosedError: _("De stemming is gesloten."),
        HallIsFullError: _(
            "Er doen al zoveel toestellen mee als er leden zijn. Meld u bij de secretaris."
        ),
        TooManyTriesError: _("Er melden zich nu heel veel toestellen. Probeer het zo opnieuw."),
    }
    found = sentences.get(type(error))
    if found is None:
        raise error
    return found


def let_in(session: Session, *, motion_id: int, secret: Secret) -> None:
    """Keep a ballot for one phone, while the poll is open and there are fewer than members.

    The meeting's row is held, so that two phones never take the last place together.
    """
    motion = session.get_one(Motion, motion_id, populate_existing=True)
    meeting = session.get_one(Meeting, motion.meeting_id, with_for_update=True)
    if motion.state not in VOTING or not Rules.from_json(motion.rules).devices:
        raise VoteClosedError(f"motion {motion_id} lets nobody join")
    devices = select(func.count()).where(
        VotingCard.meeting_id == meeting.id, VotingCard.joined, VotingCard.revoked.is_(False)
    )
    if (session.scalar(devices) or 0) >= queries.present(session, meeting.id):
        raise HallIsFullError("as many phones as members")
    cards.new_card(session, meeting, secret, None, joined=True)

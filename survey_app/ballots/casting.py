"""Cast a vote: once for one person over every channel, changed until the vote closes.

Casting and closing meet on the motion's row, so one of them comes first. What is told as counted
was stored while the vote was open; sending a stored vote again, even late, gives its receipt.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from survey_app.ballots.errors import (
    ChangedMeanwhileError,
    NotEntitledError,
    NotReadyError,
    PaperError,
    VoteClosedError,
    What,
    Why,
    WrongChoiceError,
)
from survey_app.ballots.models import (
    BallotBox,
    Conflict,
    Motion,
    MotionOption,
    Participation,
    Proxy,
    Voter,
)
from survey_app.ballots.reach import motion_for, voter_for
from survey_app.ballots.rules import (
    IN_THE_ROOM,
    VOTING,
    Channel,
    Kind,
    Method,
    Rules,
    clean_choice,
)
from survey_app.ballots.sealing import Content, room_for, seal
from survey_app.ballots.service import log_motion
from survey_app.core.audit import Actor
from survey_app.core.errors import NotFoundError
from survey_app.core.tokens import ALPHABET

INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
RECEIPT_LETTERS = 12
BY_STAFF = (Channel.CLERK, Channel.PAPER)


@dataclass(frozen=True, slots=True)
class Vote:
    """One form on its way in.

    ``uuid`` is the form's own: sent twice it counts once. ``turn`` is what the page showed of how
    often this person voted (0 for not yet); None means that the last one to arrive stands.
    ``device`` names the drawn card or phone in a poll, ``for_voter`` the member who gave a proxy.
    """

    motion_id: int
    chosen: Sequence[str]
    uuid: str
    voter_id: int | None = None
    device: str = ""
    channel: Channel = Channel.PHONE
    turn: int | None = None
    for_voter: int | None = None


class Given(NamedTuple):
    """What a voter is told: the receipt, and how often this person voted."""

    receipt: str
    turn: int


def cast(session: Session, *, vote: Vote) -> Given:
    """Store a vote, or raise; who is told the receipt is counted, unless voting anew."""
    motion = motion_now(session, vote.motion_id)
    holder, receipt = holder_of(motion, vote), receipt_of(motion, vote.uuid)
    before = held(session, motion.id, holder)
    if before is not None and before.receipt == receipt:
        return Given(receipt, before.turn)
    if motion.state not in VOTING:
        raise VoteClosedError(f"motion {motion.id} is not open")
    if before is not None and before.channel == Channel.PAPER and vote.channel not in BY_STAFF:
        raise PaperError("this person votes on paper")
    voter = None if motion.kind == Kind.POLL else entitled(session, motion, vote)
    turn = before.turn if before is not None else 0
    if vote.turn is not None and vote.turn != turn:
        raise ChangedMeanwhileError("voted on another device since this form was shown")
    values = {
        "voter_id": voter and voter.id,
        "weight": weight_of(motion, voter),
        "channel": str(Channel.PROXY if vote.for_voter else vote.channel),
        "turn": turn + 1,
        "receipt": receipt,
        **content_of(session, motion, vote, receipt),
    }
    store(session, motion.id, holder, values, new=before is None)
    return Given(receipt, turn + 1)


def motion_now(session: Session, motion_id: int) -> Motion:
    """The motion as it is, held still until this vote is stored."""
    motion = session.scalar(
        select(Motion)
        .where(Motion.id == motion_id)
        .with_for_update(read=True)
        .execution_options(populate_existing=True)
    )
    if motion is None:
        raise NotFoundError(f"no motion {motion_id}")
    return motion


def holder_of(motion: Motion, vote: Vote) -> str:
    """Under what a vote is kept: the member, or in a poll a digest that goes with the count."""
    if motion.kind != Kind.POLL:
        return str(vote.for_voter or vote.voter_id)
    if not vote.device and vote.voter_id is None:
        raise NotEntitledError(Why.NO_CARD)
    whose = f"{motion.public_id} {vote.voter_id or vote.device}"
    return hashlib.sha256(whose.encode()).hexdigest()


def receipt_of(motion: Motion, uuid: str) -> str:
    """The receipt of a form: twelve letters that follow from its uuid."""
    seen = hashlib.sha256(f"{motion.public_id} {uuid}".encode()).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in seen[:RECEIPT_LETTERS])


def held(session: Session, motion_id: int, holder: str) -> Participation | None:
    return session.scalar(
        select(Participation)
        .where(Participation.motion_id == motion_id, Participation.holder == holder)
        .execution_options(populate_existing=True)
    )


def weight_of(motion: Motion, voter: Voter | None) -> int:
    """How heavily this vote counts; it is kept with the vote, as a list may change later."""
    return voter.weight if voter and Rules.from_json(motion.rules).weighted else 1


def entitled(session: Session, motion: Motion, vote: Vote) -> Voter:
    """Whose vote this is; raise NotEntitledError with the reason when there is none."""
    if vote.voter_id is None:
        raise NotEntitledError(Why.DRAWN_CARD)
    caster = member(session, motion, vote.voter_id)
    if caster.presence not in IN_THE_ROOM and vote.channel not in BY_STAFF:
        raise NotEntitledError(Why.ABSENT)
    if vote.for_voter is None or vote.for_voter == vote.voter_id:
        return caster
    giver = member(session, motion, vote.for_voter)
    proxy, allowed = session.get(Proxy, giver.id), Rules.from_json(motion.rules).proxies
    there = giver.presence in IN_THE_ROOM
    if there or not allowed or proxy is None or proxy.holder_id != caster.id:
        raise NotEntitledError(Why.NO_PROXY)
    return giver


def member(session: Session, motion: Motion, voter_id: int) -> Voter:
    voter = session.get(Voter, voter_id)
    if voter is None or voter.meeting_id != motion.meeting_id or not voter.votes:
        raise NotEntitledError(Why.NOT_A_MEMBER)
    if session.get(Conflict, (motion.id, voter.id)) is not None:
        raise NotEntitledError(Why.CONFLICT)
    return voter


def content_of(session: Session, motion: Motion, vote: Vote, receipt: str) -> dict[str, Any]:
    """What is kept of the choice: itself when named, an envelope when not."""
    codes = option_codes(session, motion.id)
    choice = checked(motion, codes, vote.chosen, on_paper=vote.channel == Channel.PAPER)
    if motion.kind == Kind.NAMED:
        return {"choice": choice, "envelope": None}
    content = Content(choice, receipt)
    if motion.kind == Kind.POLL:
        return {"choice": None, "envelope": f"{choice} {receipt}".encode()}
    box = session.get(BallotBox, motion.id)
    if box is None:
        raise NotReadyError(What.NO_KEYS)
    sealed = seal(box.public_key, content, motion=motion.public_id, room=room_for(codes))
    return {"choice": None, "envelope": sealed}


def option_codes(session: Session, motion_id: int) -> list[str]:
    statement = select(MotionOption.code).where(MotionOption.motion_id == motion_id)
    return list(session.scalars(statement.order_by(MotionOption.position)))


def checked(motion: Motion, codes: Sequence[str], chosen: Sequence[str], *, on_paper: bool) -> str:
    try:
        return clean_choice(
            chosen,
            method=Method(motion.method),
            options=codes,
            rules=Rules.from_json(motion.rules),
            on_paper=on_paper,
        )
    except ValueError as error:
        raise WrongChoiceError(str(error)) from error


def store(
    session: Session, motion_id: int, holder: str, values: dict[str, Any], *, new: bool
) -> None:
    """Keep one row for one holder, whatever arrives at the same moment."""
    mine = (Participation.motion_id == motion_id, Participation.holder == holder)
    if not new:
        session.execute(update(Participation).where(*mine).values(**values))
        return
    insert = INSERTS[session.get_bind().dialect.name](Participation.__table__)
    session.execute(
        insert.values(motion_id=motion_id, holder=holder, **values).on_conflict_do_update(
            index_elements=["motion_id", "holder"], set_=values
        )
    )


def mark_paper(
    session: Session, *, motion_id: int, voter_id: int, actor: Actor, now: datetime
) -> None:
    """Say that a member votes on paper: what this person cast otherwise is taken out."""
    motion, voter = motion_for(session, motion_id, actor), voter_for(session, voter_id, actor)
    if motion.state not in VOTING:
        raise VoteClosedError(f"motion {motion.id} is not open")
    vote = Vote(motion.id, (), "", voter_id=voter.id, channel=Channel.PAPER)
    before = held(session, motion.id, holder_of(motion, vote))
    values = {
        "voter_id": entitled(session, motion, vote).id,
        "weight": 1,
        "channel": str(Channel.PAPER),
        "turn": (before.turn if before is not None else 0) + 1,
        "choice": None,
        "envelope": None,
        "receipt": None,
    }
    store(session, motion.id, str(voter.id), values, new=before is None)
    log_motion(session, motion, actor=actor, action="vote.paper", now=now, voter=voter.id)


def withdraw_vote(
    session: Session, *, motion_id: int, voter_id: int, actor: Actor, now: datetime
) -> None:
    """Take a member's paper or vote back, so that this person can vote anew."""
    motion, voter = motion_for(session, motion_id, actor), voter_for(session, voter_id, actor)
    if motion.state not in VOTING:
        raise VoteClosedError(f"motion {motion.id} is not open")
    session.execute(
        delete(Participation).where(
            Participation.motion_id == motion.id, Participation.voter_id == voter.id
        )
    )
    log_motion(session, motion, actor=actor, action="vote.withdrawn", now=now, voter=voter.id)


def enter_vote(
    session: Session,
    *,
    vote: Vote,
    actor: Actor,
    now: datetime,
) -> Given:
    """Enter a named vote for a member, as the clerk hears it or reads it from paper."""
    motion = motion_for(session, vote.motion_id, actor)
    if motion.kind != Kind.NAMED:
        raise NotEntitledError(Why.NOT_NAMED)
    given = cast(session, vote=vote)
    log_motion(
        session,
        motion,
        actor=actor,
        action="vote.entered",
        now=now,
        voter=vote.for_voter or vote.voter_id or 0,
        channel=str(vote.channel),
    )
    return given

"""Cast a vote: once for one person over every channel, changed until the vote closes.

Casting and closing meet on the motion's row, so one of them comes first. What is told as counted
was stored while the vote was open; sending a stored vote again, even late, gives its receipt.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from survey_app.ballots.asked import LOOK, asked_of
from survey_app.ballots.errors import (
    ChangedMeanwhileError,
    NotEntitledError,
    PaperError,
    VoteClosedError,
    Why,
    WrongChoiceError,
)
from survey_app.ballots.keeping import store
from survey_app.ballots.models import Motion, MotionOption, Participation, Proxy
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
from survey_app.ballots.sealing import Content, seal
from survey_app.ballots.service import log_motion
from survey_app.core.audit import Actor
from survey_app.core.errors import NotFoundError
from survey_app.core.tokens import ALPHABET

RECEIPT_LETTERS = 12
BY_STAFF = (Channel.CLERK, Channel.PAPER)


@dataclass(frozen=True, slots=True)
class Vote:
    """One form on its way in.

    ``uuid`` is the form's own: sent twice it counts once. ``turn`` is what the page showed of how
    often this person voted (0 for not yet); None means that the last one to arrive stands.
    ``device`` names the drawn card or phone in a poll, ``without_card`` says that a phone joined by
    itself, ``for_voter`` is the member who gave a proxy, ``meeting_id`` the meeting of the card.
    """

    motion_id: int
    chosen: Sequence[str]
    uuid: str
    meeting_id: int | None = None
    voter_id: int | None = None
    device: str = ""
    without_card: bool = False
    channel: Channel = Channel.PHONE
    turn: int | None = None
    for_voter: int | None = None


class Given(NamedTuple):
    """What a voter is told: the receipt, and how often this person voted."""

    receipt: str
    turn: int


def cast(session: Session, *, vote: Vote) -> Given:
    """Store a vote, or raise; who is told the receipt is counted, unless voting anew."""
    now = look(session, vote)
    receipt, turn = receipt_of(now, vote.uuid), now.turn or 0
    if now.receipt == receipt:
        return Given(receipt, turn)
    check_open(now, vote)
    if vote.turn is not None and vote.turn != turn:
        raise ChangedMeanwhileError("voted on another device since this form was shown")
    store(
        session,
        motion_id=vote.motion_id,
        holder=holder_of(now, vote),
        voter_id=entitled(session, now, vote),
        weight=now.weight
        if now.kind == Kind.NAMED and asked_of(session, now).rules.weighted
        else 1,
        channel=str(Channel.PROXY if by_proxy(vote) else vote.channel),
        turn=turn + 1,
        receipt=receipt,
        **content_of(session, now, vote, receipt),
    )
    return Given(receipt, turn + 1)


def look(session: Session, vote: Vote) -> Any:
    """The motion, held still until this vote is stored, with what is known of this voter."""
    whose = vote.for_voter or vote.voter_id
    known = {
        "motion": vote.motion_id,
        "voter": whose,
        "name": str(whose),
        "digest": digest_of(vote),
    }
    now = session.execute(LOOK, known).first()
    if now is None or vote.meeting_id not in {None, now.meeting_id}:
        raise NotFoundError(f"no motion {vote.motion_id}")
    return now


def check_open(now: Any, vote: Vote) -> None:
    if now.state not in VOTING:
        raise VoteClosedError(f"motion {vote.motion_id} is not open")
    if now.channel == Channel.PAPER and vote.channel not in BY_STAFF:
        raise PaperError("this person votes on paper")


def holder_of(motion: Any, vote: Vote) -> str:
    """Under what a vote is kept: the member, or in a poll a digest that goes with the count."""
    if motion.kind != Kind.POLL:
        return str(vote.for_voter or vote.voter_id)
    if not vote.device and vote.voter_id is None:
        raise NotEntitledError(Why.NO_CARD)
    return digest_of(vote)


def by_proxy(vote: Vote) -> bool:
    return vote.for_voter not in {None, vote.voter_id}


def digest_of(vote: Vote) -> str:
    whose = f"poll {vote.motion_id} {vote.voter_id or vote.device}"
    return hashlib.sha256(whose.encode()).hexdigest()


def receipt_of(motion: Any, uuid: str) -> str:
    """The receipt of a form: twelve letters that follow from its uuid."""
    seen = hashlib.sha256(f"{motion.public_id} {uuid}".encode()).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in seen[:RECEIPT_LETTERS])


def held(session: Session, motion_id: int, holder: str) -> Participation | None:
    return session.scalar(
        select(Participation)
        .where(Participation.motion_id == motion_id, Participation.holder == holder)
        .execution_options(populate_existing=True)
    )


def entitled(session: Session, now: Any, vote: Vote) -> int | None:
    """Whose vote this is, nobody's in a poll; raise NotEntitledError with the reason."""
    if now.kind == Kind.POLL:
        check_joined(asked_of(session, now).rules, vote)
        return None
    if vote.voter_id is None:
        raise NotEntitledError(Why.DRAWN_CARD)
    if now.meeting != now.meeting_id or not now.votes:
        raise NotEntitledError(Why.NOT_A_MEMBER)
    if now.conflict is not None:
        raise NotEntitledError(Why.CONFLICT)
    there = now.presence in IN_THE_ROOM
    if by_proxy(vote):
        if there or not holds_proxy(session, now, vote):
            raise NotEntitledError(Why.NO_PROXY)
    elif not there and vote.channel not in BY_STAFF:
        raise NotEntitledError(Why.ABSENT)
    return vote.for_voter or vote.voter_id


def check_joined(rules: Rules, vote: Vote) -> None:
    """Raise NotEntitledError where a phone needs a card, or a member's own card would vote twice.

    Where each phone votes once, drawn cards are for who has none.
    """
    if vote.without_card and not rules.devices:
        raise NotEntitledError(Why.NO_CARD)
    if rules.devices and vote.voter_id is not None:
        raise NotEntitledError(Why.BY_DEVICE)


def holds_proxy(session: Session, now: Any, vote: Vote) -> bool:
    """Whether the one who casts is there, may vote himself, and was given this proxy."""
    own = look(session, Vote(vote.motion_id, (), "", voter_id=vote.voter_id))
    proxy = session.get(Proxy, vote.for_voter)
    return (
        asked_of(session, now).rules.proxies > 0
        and own.conflict is None
        and (own.presence in IN_THE_ROOM or vote.channel in BY_STAFF)
        and proxy is not None
        and proxy.holder_id == vote.voter_id
    )


def content_of(session: Session, now: Any, vote: Vote, receipt: str) -> dict[str, Any]:
    """What is kept of the choice: itself when named, an envelope when not."""
    asked, on_paper = asked_of(session, now), vote.channel == Channel.PAPER
    choice = said(vote.chosen, asked.method, asked.codes, asked.rules, on_paper=on_paper)
    if now.kind == Kind.NAMED:
        return {"choice": choice, "envelope": None}
    if now.kind == Kind.POLL:
        return {"choice": None, "envelope": f"{choice} {receipt}".encode()}
    content = Content(choice, receipt)
    sealed = seal(asked.public_key, content, motion=now.public_id, room=asked.room)
    return {"choice": None, "envelope": sealed}


def option_codes(session: Session, motion_id: int) -> list[str]:
    statement = select(MotionOption.code).where(MotionOption.motion_id == motion_id)
    return list(session.scalars(statement.order_by(MotionOption.position)))


def checked(motion: Motion, codes: Sequence[str], chosen: Sequence[str], *, on_paper: bool) -> str:
    """What a ballot of this motion says, or WrongChoiceError."""
    rules = Rules.from_json(motion.rules)
    return said(chosen, Method(motion.method), codes, rules, on_paper=on_paper)


def said(
    chosen: Sequence[str], method: Method, codes: Sequence[str], rules: Rules, *, on_paper: bool
) -> str:
    try:
        return clean_choice(chosen, method=method, options=codes, rules=rules, on_paper=on_paper)
    except ValueError as error:
        raise WrongChoiceError(str(error)) from error


def mark_paper(
    session: Session, *, motion_id: int, voter_id: int, actor: Actor, now: datetime
) -> None:
    """Say that a member votes on paper in a sealed vote: an envelope of this person goes out."""
    motion, voter = motion_for(session, motion_id, actor), voter_for(session, voter_id, actor)
    if motion.state not in VOTING:
        raise VoteClosedError(f"motion {motion.id} is not open")
    if motion.kind != Kind.SEALED:
        raise WrongChoiceError("a vote by name is entered with its choice, a poll with its count")
    vote = Vote(motion.id, (), "", voter_id=voter.id, channel=Channel.PAPER)
    row = look(session, vote)
    store(
        session,
        motion_id=motion.id,
        holder=holder_of(row, vote),
        voter_id=entitled(session, row, vote),
        channel=str(Channel.PAPER),
        turn=(row.turn or 0) + 1,
        weight=1,
        choice=None,
        envelope=None,
        receipt=None,
    )
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


def enter_vote(session: Session, *, vote: Vote, actor: Actor, now: datetime) -> Given:
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

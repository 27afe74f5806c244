"""Voting cards: issue, revoke, and find whose card or typed code somebody holds.

A QR leads to ``/v/<token>`` (128 bits). The typed code has ten letters: the first three are the
sign of the meeting, so that wrong codes are counted where they are tried. Only digests are kept.
"""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from survey_app.ballots.errors import CodesStoppedError, WrongCodeError
from survey_app.ballots.models import Meeting, Voter, VotingCard
from survey_app.ballots.reach import meeting_for, voter_for
from survey_app.ballots.rules import MeetingState
from survey_app.ballots.service import SIGN_LENGTH, log
from survey_app.core.audit import Actor
from survey_app.core.limits import Brake
from survey_app.core.tokens import clean_code, digest, new_code, new_token

CODE_LENGTH = 10
MOST_WRONG = 200
RANDOM_BITS = 62

BRAKE = Brake(tries=5, total=2000)
"""Five wrong codes a minute for one visitor; a meeting stops typed codes by its own count."""


class Secret(NamedTuple):
    """What one card will say, with the digests that are kept of it."""

    token: str
    code: str
    token_digest: str
    code_digest: str


class Printed(NamedTuple):
    """A new card as it is printed, once: the program cannot show it again."""

    card_id: int
    voter_id: int | None
    name: str
    token: str
    code: str


class Held(NamedTuple):
    """Whose card this is. A drawn card has no voter and works in polls only."""

    card_id: int
    meeting_id: int
    voter_id: int | None
    joined: bool = False


def draw_secrets(sign: str, number: int) -> list[Secret]:
    """Draw what is printed on cards of the meeting with this sign, before they are written down."""
    codes = [(new_token(), sign + new_code(CODE_LENGTH - SIGN_LENGTH)) for _ in range(number)]
    return [
        Secret(token, code, digest(f"card {token}"), digest(f"code {code}"))
        for token, code in codes
    ]


def issue_cards(
    session: Session,
    *,
    meeting_id: int,
    drawn: Mapping[int, Secret],
    actor: Actor,
    now: datetime,
) -> list[Printed]:
    """Make a personal card for each voter of ``drawn``; an earlier card stops working."""
    meeting = meeting_for(session, meeting_id, actor)
    voters = session.scalars(
        select(Voter)
        .where(Voter.meeting_id == meeting.id, Voter.id.in_(drawn))
        .order_by(Voter.name)
    ).all()
    session.execute(
        update(VotingCard)
        .where(VotingCard.meeting_id == meeting.id, VotingCard.voter_id.in_(drawn))
        .values(revoked=True)
    )
    printed = [new_card(session, meeting, drawn[voter.id], voter) for voter in voters]
    log(session, meeting, actor=actor, action="cards.issued", now=now, cards=len(printed))
    return printed


def issue_drawn_cards(
    session: Session, *, meeting_id: int, drawn: Sequence[Secret], actor: Actor, now: datetime
) -> list[Printed]:
    """Make cards without a name, for polls: they are cut, shaken and drawn."""
    meeting = meeting_for(session, meeting_id, actor)
    printed = [new_card(session, meeting, secret, None) for secret in drawn]
    log(session, meeting, actor=actor, action="cards.drawn", now=now, cards=len(printed))
    return printed


def new_card(
    session: Session,
    meeting: Meeting,
    secret: Secret,
    voter: Voter | None,
    *,
    joined: bool = False,
) -> Printed:
    card = VotingCard(
        id=secrets.randbits(RANDOM_BITS),
        meeting_id=meeting.id,
        voter_id=voter and voter.id,
        token_digest=secret.token_digest,
        code_digest=secret.code_digest,
        revoked=False,
        joined=joined,
    )
    session.add(card)
    session.flush()
    name = voter.name if voter else ""
    return Printed(card.id, card.voter_id, name, secret.token, secret.code)


def revoke_cards(session: Session, *, voter_id: int, actor: Actor, now: datetime) -> None:
    """Make every card of one voter worthless at once."""
    voter = voter_for(session, voter_id, actor)
    session.execute(update(VotingCard).where(VotingCard.voter_id == voter.id).values(revoked=True))
    meeting = meeting_for(session, voter.meeting_id, actor)
    log(session, meeting, actor=actor, action="cards.revoked", now=now, voter=voter.id)


def revoke_drawn_cards(session: Session, *, meeting_id: int, actor: Actor, now: datetime) -> None:
    """Make every card without a name worthless, for instance before new ones are drawn."""
    meeting = meeting_for(session, meeting_id, actor)
    session.execute(
        update(VotingCard)
        .where(
            VotingCard.meeting_id == meeting.id,
            VotingCard.voter_id.is_(None),
            VotingCard.joined.is_(False),
        )
        .values(revoked=True)
    )
    log(session, meeting, actor=actor, action="cards.revoked", now=now)


def card_of_token(session: Session, token: str) -> Held:
    """The card of a scanned address."""
    return held(session, VotingCard.token_digest == digest(f"card {token.lower()}"))


def card_of_code(session: Session, code: str) -> Held:
    """The card of a typed code; spaces, hyphens and lower case do not matter.

    A page asks ``BRAKE.check(visitor)`` first, and tells ``BRAKE`` and ``count_wrong_code`` when
    this raises WrongCodeError.
    """
    text = clean_code(code)
    wrong = session.scalar(select(Meeting.wrong_codes).where(Meeting.sign == text[:SIGN_LENGTH]))
    if wrong is not None and wrong >= MOST_WRONG:
        raise CodesStoppedError("too many wrong codes in this meeting")
    return held(session, VotingCard.code_digest == digest(f"code {text}"))


def held(session: Session, which: object) -> Held:
    row = session.execute(
        select(VotingCard.id, VotingCard.meeting_id, VotingCard.voter_id, VotingCard.joined)
        .join(Meeting, Meeting.id == VotingCard.meeting_id)
        .where(
            which,  # type: ignore[arg-type]  # a comparison of columns
            VotingCard.revoked.is_(False),
            Meeting.state != MeetingState.FINISHED,
        )
    ).first()
    if row is None:
        raise WrongCodeError("no card that works has this code")
    return Held(*row)


def count_wrong_code(session: Session, *, code: str) -> None:
    """Count a wrong code in the meeting whose sign it begins with."""
    session.execute(
        update(Meeting)
        .where(Meeting.sign == clean_code(code)[:SIGN_LENGTH])
        .values(wrong_codes=Meeting.wrong_codes + 1)
    )


def allow_codes_again(session: Session, *, meeting_id: int, actor: Actor, now: datetime) -> None:
    """Let typed codes work again after too many wrong ones; scanned cards always went on."""
    meeting = meeting_for(session, meeting_id, actor)
    meeting.wrong_codes = 0
    log(session, meeting, actor=actor, action="codes.allowed", now=now)

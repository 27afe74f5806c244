"""The ballot box of an anonymous vote: its keys, and how it is emptied so that nobody is in it."""

import random
import secrets
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Engine, delete, select, update
from sqlalchemy.orm import Session

from survey_app.ballots import queries
from survey_app.ballots.casting import checked, option_codes
from survey_app.ballots.errors import NotReadyError, What, WrongChoiceError
from survey_app.ballots.models import Ballot, BallotBox, Motion, Participation
from survey_app.ballots.reach import draft_for
from survey_app.ballots.rules import Kind, Receipt, Rules
from survey_app.ballots.sealing import Content, KeyCards, fingerprint, new_box, unlock, unseal
from survey_app.ballots.service import log_motion
from survey_app.core.audit import Actor
from survey_app.core.db import BUSY_TIMEOUT
from survey_app.core.errors import InvalidInputError
from survey_app.core.writer import write_alone

RANDOM_BITS = 62
JOURNAL_TRIES, JOURNAL_SECONDS = 100, 0.05


def make_keys(session: Session, *, motion_id: int, actor: Actor, now: datetime) -> KeyCards:
    """Draw the lock of a sealed vote; earlier key cards are worthless from now on.

    The cards are returned once and kept nowhere: show them on a page to print, never hand them to
    the worker, which keeps files.
    """
    motion = draft_for(session, motion_id, actor)
    if motion.kind != Kind.SEALED:
        raise InvalidInputError("only a sealed vote has key cards")
    new = new_box(motion.public_id)
    session.merge(
        BallotBox(motion_id=motion.id, public_key=new.public_key, locked_key=new.locked_key)
    )
    session.flush()
    log_motion(session, motion, actor=actor, action="motion.keys", now=now)
    return new.cards


def try_keys(
    session: Session, *, motion_id: int, key_cards: Sequence[str], actor: Actor, now: datetime
) -> None:
    """See before the vote opens whether both key cards open its lock; nothing of them is kept."""
    motion = draft_for(session, motion_id, actor)
    unlocked(session, motion, key_cards)
    log_motion(session, motion, actor=actor, action="motion.keys_tried", now=now)


def empty(
    session: Session,
    motion: Motion,
    *,
    key_cards: Sequence[str],
    paper: Sequence[Sequence[str]],
) -> list[str]:
    """Take every envelope out, forget whose it was, shuffle, open, keep the ballots.

    Returns the receipts to publish, sorted, where the vote promised only that one was counted.
    """
    rules, codes = Rules.from_json(motion.rules), option_codes(session, motion.id)
    on_paper = [checked(motion, codes, chosen, on_paper=True) for chosen in paper]
    check_paper(session, motion, len(on_paper))
    envelopes = list(
        session.scalars(
            select(Participation.envelope).where(
                Participation.motion_id == motion.id, Participation.envelope.is_not(None)
            )
        )
    )
    random.SystemRandom().shuffle(envelopes)
    contents = list(opened(session, motion, envelopes, key_cards))
    told = rules.receipt is Receipt.CHOICE
    ballots = [
        *((content.choice, content.receipt if told else None) for content in contents),
        *((choice, None) for choice in on_paper),
    ]
    random.SystemRandom().shuffle(ballots)
    session.add_all(
        Ballot(motion_id=motion.id, id=key, choice=choice, receipt=receipt)
        for key, (choice, receipt) in zip(keys(len(ballots)), ballots, strict=True)
    )
    forget(session, motion)
    included = rules.receipt is Receipt.INCLUSION
    return sorted(content.receipt for content in contents) if included else []


def keys(number: int) -> list[int]:
    """Random keys, each once."""
    drawn: set[int] = set()
    while len(drawn) < number:
        drawn.add(secrets.randbits(RANDOM_BITS))
    return sorted(drawn)


def check_paper(session: Session, motion: Motion, number: int) -> None:
    """A sealed vote has one paper ballot for everybody who was marked as voting on paper."""
    marked = queries.turnout(session, motion).on_paper
    if motion.kind == Kind.SEALED and number != marked:
        raise WrongChoiceError(f"{marked} members voted on paper, {number} ballots were entered")


def opened(
    session: Session, motion: Motion, envelopes: Sequence[bytes | None], key_cards: Sequence[str]
) -> Iterator[Content]:
    held = [envelope for envelope in envelopes if envelope is not None]
    if motion.kind == Kind.POLL:
        return (Content(*envelope.decode().split(" ")) for envelope in held)
    private = unlocked(session, motion, key_cards)
    return (unseal(private, envelope, motion=motion.public_id) for envelope in held)


def unlocked(session: Session, motion: Motion, key_cards: Sequence[str]) -> X25519PrivateKey:
    """The private key of a sealed vote, which only both key cards give."""
    locked = session.get(BallotBox, motion.id)
    if locked is None or locked.locked_key is None:
        raise NotReadyError(What.NO_KEYS)
    return unlock(locked.locked_key, key_cards, motion.public_id)


def forget(session: Session, motion: Motion) -> None:
    """Keep only who took part; in a poll not even that. The key that opened the box goes too."""
    held = session.get(BallotBox, motion.id)
    if held is not None:
        held.locked_key = None
    mine = Participation.motion_id == motion.id
    if motion.kind == Kind.POLL:
        session.execute(delete(Participation).where(mine))
    elif motion.kind == Kind.SEALED:
        session.execute(
            update(Participation).where(mine).values(envelope=None, receipt=None, turn=1)
        )
    session.flush()


def is_locked(session: Session, motion_id: int) -> bool:
    """Whether key cards were made that still open this box."""
    held = session.get(BallotBox, motion_id)
    return held is not None and held.locked_key is not None


def lock_of(session: Session, motion_id: int) -> str | None:
    """The fingerprint of a sealed vote's lock, for the screen at opening and for the record."""
    held = session.get(BallotBox, motion_id)
    return fingerprint(held.public_key) if held is not None else None


def leave_no_trace() -> None:
    """Take what was in the envelopes out of the files too: call it after each count.

    SQLite overwrites what it deletes, but keeps it in its journal until a checkpoint; PostgreSQL
    keeps old rows, and all rows in the order of casting, until the table is rewritten in the order
    of its keys. When it is cut short, the daily work does it.
    """
    write_alone(clean_files)


def clean_files(engine: Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            empty_journal(connection.connection.driver_connection)
        else:
            for table in ("participation", "ballot", "ballot_box"):
                connection.exec_driver_sql(f"CLUSTER {table} USING pk_{table}")


def empty_journal(sqlite: Any) -> None:
    """Empty SQLite's journal. Who still reads it gets a turn: waiting inside SQLite gives none."""
    sqlite.execute("PRAGMA busy_timeout=0")
    try:
        for _try in range(JOURNAL_TRIES):
            busy, *_pages = sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return
            time.sleep(JOURNAL_SECONDS)
    finally:
        sqlite.execute(f"PRAGMA {BUSY_TIMEOUT}")

"""Keep what a person sent, exactly once, and count it in the same breath."""

import secrets
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from survey_app.answers.models import Response, Tally
from survey_app.answers.rules import BY_DAY, KEY, counted
from survey_app.core.errors import NotFoundError, StateError
from survey_app.core.writer import once_per_group

RANDOM_BITS = 62
INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
"""Each database's INSERT that knows ON CONFLICT."""


class AlreadySentError(StateError):
    """The same form was sent before with other answers; sending anew may replace them."""


class Sent(StrEnum):
    """What became of a submission."""

    STORED = "stored"
    AGAIN = "again"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class NewResponse:
    """One filled questionnaire on its way in. ``patterns`` maps item codes to tally patterns."""

    uuid: str
    survey_id: int
    version_id: int
    collector_id: int
    mode: str
    language: str
    day: date
    receipt_digest: str
    answers: Mapping[str, Any]
    patterns: Mapping[str, str]


def store(session: Session, *, response: NewResponse, replace: bool = False) -> Sent:
    """Store a response once, however often it is sent.

    The same uuid with the same answers changes nothing; with other answers it raises
    AlreadySentError, unless ``replace`` says that the person wants the new ones.
    """
    if insert_response(session, response):
        count(session, response, +1)
        return Sent.STORED
    held = session.execute(select(Response).where(Response.uuid == response.uuid)).scalar_one()
    if held.answers == response.answers and held.version_id == response.version_id:
        return Sent.AGAIN
    if not replace:
        raise AlreadySentError("this form was sent already with other answers")
    remove(session, held)
    insert_response(session, response)
    count(session, response, +1)
    return Sent.REPLACED


def insert_response(session: Session, response: NewResponse) -> bool:
    """Insert unless the uuid is there already; True when it was new."""
    values = {
        "id": secrets.randbits(RANDOM_BITS),
        "uuid": response.uuid,
        "survey_id": response.survey_id,
        "version_id": response.version_id,
        "collector_id": response.collector_id,
        "mode": response.mode,
        "language": response.language,
        "day": response.day,
        "receipt_digest": response.receipt_digest,
        "answers": dict(response.answers),
    }
    connection = session.connection()
    return connection.execute(once(connection.dialect.name), values).first() is not None


@cache
def once(dialect: str) -> Any:
    """The INSERT that leaves a known uuid alone; written once for the whole process."""
    table = Response.__table__
    insert = INSERTS[dialect](table).on_conflict_do_nothing(index_elements=["uuid"])
    return insert.returning(table.c.uuid)


@cache
def adding(dialect: str) -> Any:
    """The INSERT that adds to a line of the tally that is there already."""
    insert = INSERTS[dialect](Tally.__table__)
    added = {"n": Tally.__table__.c.n + insert.excluded.n}
    return insert.on_conflict_do_update(index_elements=KEY, set_=added)


def delete_by_receipt(session: Session, *, receipt_digest: str) -> int:
    """Delete the response of a receipt and its share of the tally; return its collector's id."""
    held = session.execute(
        select(Response).where(Response.receipt_digest == receipt_digest)
    ).scalar_one_or_none()
    if held is None:
        raise NotFoundError("no response has this receipt")
    remove(session, held)
    return held.collector_id


def remove(session: Session, held: Response) -> None:
    """Take a response away; its patterns are read from the document, which is the truth."""
    session.execute(delete(Response).where(Response.id == held.id))
    session.expunge(held)
    counts: Counter[Hashable] = Counter(
        {
            (held.survey_id, item, held.version_id, held.collector_id, held.mode, pattern): -1
            for item, pattern in counted(held.answers, held.day).items()
        }
    )
    once_per_group(session, add_to_tally, counts)


def count(session: Session, response: NewResponse, n: int) -> None:
    fixed = (response.version_id, response.collector_id, response.mode)
    counts: Counter[Hashable] = Counter(
        {
            (response.survey_id, item, *fixed, pattern): n
            for item, pattern in (*response.patterns.items(), (BY_DAY, response.day.isoformat()))
        }
    )
    once_per_group(session, add_to_tally, counts)


def add_to_tally(session: Session, counts: Counter[Hashable]) -> None:
    """Add to the tally once for a whole group of submissions, in a fixed order of keys."""
    ordered = sorted(counts.items(), key=lambda pair: pair[0])  # type: ignore[arg-type,return-value]  # keys are tuples
    more = [row_of(key, n) for key, n in ordered if n > 0]
    fewer = [row_of(key, n) for key, n in ordered if n < 0]
    if more:
        session.execute(adding(session.get_bind().dialect.name), more)
    for row in fewer:
        same = [getattr(Tally, name) == row[name] for name in KEY]
        session.execute(update(Tally).where(*same).values(n=Tally.n + row["n"]))


def row_of(key: Hashable, n: int) -> dict[str, Any]:
    return dict(zip(KEY, key, strict=True), n=n)  # type: ignore[call-overload]  # a key is a tuple

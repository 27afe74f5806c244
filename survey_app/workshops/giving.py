"""Read what people gave to one round, in the form that activities count."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from survey_app.activities.base import Given, Hand, LiveActivity, Standing
from survey_app.workshops.models import Contribution, Endorsement, HandCount, Participant

C = Contribution.__table__.c
DOTS = (
    select(Endorsement.contribution_id, func.sum(Endorsement.n).label("dots"))
    .group_by(Endorsement.contribution_id)
    .subquery()
)


def given_to(
    session: Session, activity: LiveActivity[Any], activity_id: int, number: int
) -> list[Given]:
    """Everything of one round; equal patterns come together where the activity counts them."""
    if activity.counted:
        return list(patterns(session, activity_id, number))
    held = list(alone(session, activity_id, number))
    backers = backers_of(session, activity_id, number) if activity.dots else {}
    return [replace(one, backers=backers[one.key]) if one.key in backers else one for one in held]


def patterns(session: Session, activity_id: int, number: int) -> Iterator[Given]:
    """Patterns by role with their number: as quick for a thousand phones as for ten."""
    rows = session.execute(
        select(C.pattern, Participant.role, func.count())
        .join(Participant, Participant.id == C.participant_id)
        .where(C.activity_id == activity_id, C.round == number)
        .group_by(C.pattern, Participant.role)
        .order_by(C.pattern, Participant.role)
    )
    for pattern, role, n in rows:
        yield Given(group=role, pattern=pattern, n=n)


def alone(
    session: Session, activity_id: int, number: int, *, participant_id: int | None = None
) -> Iterator[Given]:
    """Contributions one by one, in the random order of their keys, with their dots."""
    statement = (
        select(
            C.id,
            C.participant_id,
            Participant.role,
            C.body,
            C.pattern,
            C.standing,
            C.name,
            C.cluster,
            C.merged_into,
            DOTS.c.dots,
        )
        .join(Participant, Participant.id == C.participant_id)
        .outerjoin(DOTS, DOTS.c.contribution_id == C.id)
        .where(C.activity_id == activity_id, C.round == number)
        .order_by(C.id)
    )
    if participant_id is not None:
        statement = statement.where(C.participant_id == participant_id)
    yield from map(as_given, session.execute(statement))


def as_given(row: Row[Any]) -> Given:
    return Given(
        key=str(row.id),
        participant=row.participant_id,
        group=row.role,
        body=row.body,
        pattern=row.pattern,
        standing=Standing(row.standing),
        name=row.name,
        cluster=row.cluster,
        merged_into="" if row.merged_into is None else str(row.merged_into),
        dots=int(row.dots or 0),
    )


def backers_of(
    session: Session, activity_id: int, number: int
) -> dict[str, frozenset[tuple[int, str]]]:
    """Who gave dots to each contribution of a round, with their roles, by its key."""
    rows = session.execute(
        select(Endorsement.contribution_id, Endorsement.participant_id, Participant.role)
        .join(Contribution, C.id == Endorsement.contribution_id)
        .join(Participant, Participant.id == Endorsement.participant_id)
        .where(C.activity_id == activity_id, C.round == number)
    )
    found: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)
    for key, person, role in rows:
        found[str(key)].add((person, role))
    return {key: frozenset(people) for key, people in found.items()}


def dots_of(session: Session, activity_id: int, participant_id: int) -> dict[str, int]:
    """The dots one participant gave in an activity, by the contribution's key."""
    rows = session.execute(
        select(Endorsement.contribution_id, Endorsement.n)
        .join(Contribution, C.id == Endorsement.contribution_id)
        .where(C.activity_id == activity_id, Endorsement.participant_id == participant_id)
    )
    return {str(row.contribution_id): row.n for row in rows}


def n_endorsing(session: Session, activity_id: int) -> int:
    """How many people gave dots to contributions of an activity."""
    statement = (
        select(func.count(Endorsement.participant_id.distinct()))
        .join(Contribution, C.id == Endorsement.contribution_id)
        .where(C.activity_id == activity_id)
    )
    return session.scalar(statement) or 0


def hands_of(session: Session, activity_id: int, number: int) -> list[Hand]:
    """What the facilitator counted by hand for one round."""
    rows = session.execute(
        select(HandCount.option, HandCount.way, HandCount.n)
        .where(HandCount.activity_id == activity_id, HandCount.round == number)
        .order_by(HandCount.option, HandCount.way)
    )
    return [Hand(row.option, row.way, row.n) for row in rows]

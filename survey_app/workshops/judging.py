"""What a facilitator decides on what came in: hands counted, contributions shown or joined."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from question_banks.tidy import tidy
from survey_app.activities.base import Standing
from survey_app.core import audit
from survey_app.core.audit import Actor
from survey_app.core.errors import InvalidInputError, NotFoundError
from survey_app.workshops.course import read_course
from survey_app.workshops.giving import given_to
from survey_app.workshops.models import Activity, Contribution, HandCount, Workshop
from survey_app.workshops.steering import workshop_for

MOST_HANDS = 5000
WAYS = ("hand", "card", "paper")
LONGEST_CLUSTER = 80


def count_hands(
    session: Session,
    *,
    workshop_id: int,
    step: str,
    counts: Mapping[tuple[str, str], int],
    actor: Actor,
    now: datetime,
) -> None:
    """Set what was counted for this round, by way and option; it replaces what stood there."""
    workshop = workshop_for(session, workshop_id, actor)
    row = activity_at(session, workshop, step)
    known = {(way, code) for way in WAYS for code in countable(session, workshop, row)}
    if not set(counts) <= known or any(not 0 <= n <= MOST_HANDS for n in counts.values()):
        raise InvalidInputError("hands are counted for options of this activity")
    session.execute(
        delete(HandCount).where(HandCount.activity_id == row.id, HandCount.round == row.round)
    )
    session.add_all(
        HandCount(activity_id=row.id, round=row.round, option=option, way=way, n=n)
        for (way, option), n in counts.items()
        if n
    )
    workshop.version += 1
    audit.note(
        session,
        actor=actor,
        action="workshop.hands_counted",
        target=f"workshop {workshop_id}",
        now=now,
        step=step,
        n=sum(counts.values()),
    )


def countable(session: Session, workshop: Workshop, row: Activity) -> list[str]:
    """The codes that hands can be counted for at the step of this activity."""
    course = read_course(workshop.script, workshop.items)
    stop = course.stop(row.step)
    if stop is None or stop.activity is None:
        return []
    source = activity_at(session, workshop, course.source(stop).code)
    given = given_to(session, stop.activity, source.id, source.round)
    return [part.code for part in stop.activity.countable(given)]


def activity_at(session: Session, workshop: Workshop, step: str) -> Activity:
    row = session.scalar(
        select(Activity).where(Activity.workshop_id == workshop.id, Activity.step == step)
    )
    if row is None:
        raise NotFoundError(f"no activity at step {step}")
    return row


def judge(
    session: Session,
    *,
    workshop_id: int,
    key: int,
    doing: str,
    words: str = "",
    actor: Actor,
    now: datetime,
) -> None:
    """Do one of ``show``, ``hide``, ``merge`` and ``cluster`` with one contribution.

    ``words`` is the key it is merged into (nothing parts them again), or the cluster's name.
    """
    workshop = workshop_for(session, workshop_id, actor)
    one = contribution_of(session, workshop.id, key)
    if doing in {"show", "hide"}:
        one.standing = Standing.SHOWN if doing == "show" else Standing.HIDDEN
    elif doing == "cluster":
        one.cluster = tidy(words)[:LONGEST_CLUSTER]
    elif doing == "merge":
        one.merged_into = merged(session, workshop.id, one, words)
    else:
        raise InvalidInputError(f"nobody can {doing} a contribution")
    workshop.version += 1
    audit.note(
        session,
        actor=actor,
        action=f"workshop.contribution_{doing}",
        target=f"workshop {workshop_id}",
        now=now,
    )


def contribution_of(session: Session, workshop_id: int, key: int) -> Contribution:
    one = session.scalar(
        select(Contribution)
        .join(Activity, Activity.id == Contribution.activity_id)
        .where(Activity.workshop_id == workshop_id, Contribution.id == key)
    )
    if one is None:
        raise NotFoundError(f"no contribution {key} in workshop {workshop_id}")
    return one


def merged(session: Session, workshop_id: int, one: Contribution, into: str) -> int | None:
    """The contribution that ``one`` goes into; what was merged into ``one`` goes along."""
    if not into:
        return None
    other = contribution_of(session, workshop_id, int(into) if into.isdecimal() else 0)
    target = other.merged_into or other.id
    if target == one.id or other.activity_id != one.activity_id:
        raise InvalidInputError("a contribution goes into another one of the same activity")
    session.execute(
        update(Contribution).where(Contribution.merged_into == one.id).values(merged_into=target)
    )
    return target


def show_all(session: Session, *, workshop_id: int, step: str, actor: Actor, now: datetime) -> None:
    """Show everything that waits at one step, after the facilitator read it."""
    workshop = workshop_for(session, workshop_id, actor)
    row = activity_at(session, workshop, step)
    session.execute(
        update(Contribution)
        .where(Contribution.activity_id == row.id, Contribution.standing == Standing.WAITING)
        .values(standing=Standing.SHOWN)
    )
    workshop.version += 1
    audit.note(
        session,
        actor=actor,
        action="workshop.contributions_shown",
        target=f"workshop {workshop_id}",
        now=now,
        step=step,
    )

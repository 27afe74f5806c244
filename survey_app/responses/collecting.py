"""Open and change the ways in to a survey."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from survey_app.core import audit
from survey_app.core.audit import Actor
from survey_app.core.errors import NotFoundError
from survey_app.core.tokens import new_code
from survey_app.projects.models import Project
from survey_app.responses.models import Collector
from survey_app.surveys.models import Survey
from survey_app.surveys.service import survey_for

KINDS = ("poster", "flyer", "stand", "school", "hoplr", "social", "paper", "other")


@dataclass(frozen=True, slots=True)
class CollectorFacts:
    """What a coach says of one way in."""

    label: str
    kind: str = "poster"
    place: str = ""
    opens_on: date | None = None
    closes_on: date | None = None
    quota: int | None = None


def add_collector(
    session: Session, *, survey_id: int, facts: CollectorFacts, actor: Actor, now: datetime
) -> Collector:
    """Open a way in with a code of its own, which stays for ever."""
    survey = survey_for(session, survey_id, actor)
    collector = Collector(survey_id=survey.id, code=free_code(session), taken=0, **asdict(facts))
    session.add(collector)
    session.flush()
    log(session, collector, actor=actor, action="collector.added", now=now)
    return collector


def free_code(session: Session) -> str:
    while session.scalar(select(Collector.id).where(Collector.code == (code := new_code()))):
        continue
    return code


def collector_for(session: Session, collector_id: int, actor: Actor) -> Collector:
    """The collector, locked for this change; another workspace's is not there."""
    collector = session.scalar(
        select(Collector)
        .join(Survey, Survey.id == Collector.survey_id)
        .join(Project, Project.id == Survey.project_id)
        .where(Collector.id == collector_id, Project.workspace_id == actor.workspace_id)
        .with_for_update(of=Collector)
    )
    return found(collector, collector_id)


def found(collector: Collector | None, collector_id: int) -> Collector:
    if collector is None:
        raise NotFoundError(f"no collector {collector_id} in this survey")
    return collector


def change_collector(
    session: Session, *, collector_id: int, facts: CollectorFacts, actor: Actor, now: datetime
) -> None:
    collector = collector_for(session, collector_id, actor)
    for name, value in asdict(facts).items():
        setattr(collector, name, value)
    log(session, collector, actor=actor, action="collector.changed", now=now)


def delete_collector(session: Session, *, collector_id: int, actor: Actor, now: datetime) -> None:
    """Take a way in away, with the answers that came through it."""
    collector = collector_for(session, collector_id, actor)
    log(session, collector, actor=actor, action="collector.deleted", now=now)
    session.execute(delete(Collector).where(Collector.id == collector.id))


def log(
    session: Session, collector: Collector, *, actor: Actor, action: str, now: datetime
) -> None:
    target, facts = f"collector {collector.id}", {"label": collector.label, "code": collector.code}
    audit.note(session, actor=actor, action=action, target=target, now=now, **facts)

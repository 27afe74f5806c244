"""Change projects: the village, its figures, its moments."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from survey_app.core import audit
from survey_app.core.audit import Actor
from survey_app.core.errors import NotFoundError
from survey_app.projects.models import Moment, Population, Project
from survey_app.projects.rules import Phase, slug_of


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What a coach says of a village."""

    name: str
    village: str
    municipality: str
    organiser: str
    inhabitants: int | None = None


@dataclass(frozen=True, slots=True)
class MomentFacts:
    """What a coach says of one moment."""

    kind: str
    title: str
    place: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    attendance: int | None = None
    expected: int | None = None
    outcome: str = ""
    done: bool = False


def create_project(
    session: Session, *, facts: ProjectFacts, actor: Actor, now: datetime, invented: bool = False
) -> Project:
    """Begin a trajectory, in its first phase, under an address that no other has."""
    project = Project(
        workspace_id=actor.workspace_id,
        slug=free_slug(session, facts.name),
        phase=Phase.ANALYSIS,
        invented=invented,
        created_at=now,
        **asdict(facts),
    )
    session.add(project)
    session.flush()
    log(session, project, actor=actor, action="project.created", now=now)
    return project


def free_slug(session: Session, name: str) -> str:
    stem = slug_of(name)
    taken = set(session.scalars(select(Project.slug).where(Project.slug.startswith(stem))))
    if stem not in taken:
        return stem
    return next(f"{stem}-{n}" for n in range(2, len(taken) + 3) if f"{stem}-{n}" not in taken)


def project_for(session: Session, project_id: int, actor: Actor) -> Project:
    """The project, locked for this change; another workspace's project is not there."""
    project = session.scalar(
        select(Project)
        .where(Project.id == project_id, Project.workspace_id == actor.workspace_id)
        .with_for_update()
    )
    if project is None:
        raise NotFoundError(f"no project {project_id} in this workspace")
    return project


def change_project(
    session: Session, *, project_id: int, facts: ProjectFacts, actor: Actor, now: datetime
) -> None:
    project = project_for(session, project_id, actor)
    for name, value in asdict(facts).items():
        setattr(project, name, value)
    log(session, project, actor=actor, action="project.changed", now=now)


def set_phase(
    session: Session, *, project_id: int, phase: Phase, actor: Actor, now: datetime
) -> None:
    project = project_for(session, project_id, actor)
    project.phase = phase
    log(session, project, actor=actor, action="project.phase", now=now, phase=str(phase))


def set_population(
    session: Session, *, project_id: int, people: Mapping[str, int], actor: Actor, now: datetime
) -> None:
    """Keep how many people live in the village by age band; bands that are left out go."""
    project = project_for(session, project_id, actor)
    session.execute(delete(Population).where(Population.project_id == project.id))
    session.add_all(
        Population(project_id=project.id, band=band, people=n) for band, n in people.items()
    )
    log(session, project, actor=actor, action="project.population", now=now)


def delete_project(session: Session, *, project_id: int, actor: Actor, now: datetime) -> None:
    """Delete a trajectory with everything in it: moments, surveys, answers, contacts."""
    project = project_for(session, project_id, actor)
    log(session, project, actor=actor, action="project.deleted", now=now)
    session.execute(delete(Project).where(Project.id == project.id))


def add_moment(
    session: Session, *, project_id: int, facts: MomentFacts, actor: Actor, now: datetime
) -> Moment:
    project = project_for(session, project_id, actor)
    moment = Moment(project_id=project.id, **asdict(facts))
    session.add(moment)
    session.flush()
    log(session, project, actor=actor, action="moment.added", now=now, moment=moment.title)
    return moment


def moment_for(session: Session, moment_id: int, actor: Actor) -> Moment:
    moment = session.scalar(
        select(Moment)
        .join(Project, Project.id == Moment.project_id)
        .where(Moment.id == moment_id, Project.workspace_id == actor.workspace_id)
    )
    if moment is None:
        raise NotFoundError(f"no moment {moment_id} in this workspace")
    return moment


def change_moment(
    session: Session, *, moment_id: int, facts: MomentFacts, actor: Actor, now: datetime
) -> None:
    moment = moment_for(session, moment_id, actor)
    for name, value in asdict(facts).items():
        setattr(moment, name, value)
    project = project_for(session, moment.project_id, actor)
    log(session, project, actor=actor, action="moment.changed", now=now, moment=moment.title)


def delete_moment(session: Session, *, moment_id: int, actor: Actor, now: datetime) -> None:
    moment = moment_for(session, moment_id, actor)
    project = project_for(session, moment.project_id, actor)
    log(session, project, actor=actor, action="moment.deleted", now=now, moment=moment.title)
    session.execute(delete(Moment).where(Moment.id == moment.id))


def log(
    session: Session, project: Project, *, actor: Actor, action: str, now: datetime, **data: str
) -> None:
    target, facts = f"project {project.id}", {"name": project.name, **data}
    audit.note(session, actor=actor, action=action, target=target, now=now, **facts)

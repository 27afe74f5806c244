"""Read projects and their moments, always within one workspace."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey_app.core.errors import NotFoundError
from survey_app.projects.models import Moment, Population, Project


def projects_of(session: Session, workspace_id: int) -> list[Project]:
    """A workspace's projects by name."""
    statement = select(Project).where(Project.workspace_id == workspace_id)
    return list(session.scalars(statement.order_by(Project.village, Project.id)))


def project_by_slug(session: Session, workspace_id: int, slug: str) -> Project:
    project = session.scalar(
        select(Project).where(Project.workspace_id == workspace_id, Project.slug == slug)
    )
    if project is None:
        raise NotFoundError(f"no project {slug} in this workspace")
    return project


def moments_of(session: Session, project_id: int) -> list[Moment]:
    """A project's moments in time; those without a date come last."""
    moments = session.scalars(select(Moment).where(Moment.project_id == project_id))
    return sorted(moments, key=lambda m: (not m.done, m.starts_on or date.max, m.id))


def next_moments(session: Session, workspace_id: int) -> dict[int, Moment]:
    """What comes next in each project of a workspace that still has something to come."""
    to_come = (
        select(Moment)
        .join(Project, Moment.project_id == Project.id)
        .where(Project.workspace_id == workspace_id, Moment.done.is_(False))
    )
    found: dict[int, Moment] = {}
    for moment in sorted(session.scalars(to_come), key=lambda m: (m.starts_on or date.max, m.id)):
        found.setdefault(moment.project_id, moment)
    return found


def moment_in(session: Session, project_id: int, moment_id: int) -> Moment:
    moment = session.scalar(
        select(Moment).where(Moment.project_id == project_id, Moment.id == moment_id)
    )
    if moment is None:
        raise NotFoundError(f"no moment {moment_id} in this project")
    return moment


def population_of(session: Session, project_id: int) -> dict[str, int]:
    """People by age band; empty when nobody filled it in."""
    rows = session.execute(
        select(Population.band, Population.people).where(Population.project_id == project_id)
    )
    return {row.band: row.people for row in rows}


@dataclass(frozen=True, slots=True)
class Step:
    """One moment on the timeline, with how wide its bar of people is (0..100)."""

    moment: Moment
    state: str
    width: int


def timeline(moments: list[Moment]) -> list[Step]:
    """The moments with their state: done, the next one, later; widths on one scale."""
    most = max((m.attendance or m.expected or 0 for m in moments), default=0) or 1
    steps: list[Step] = []
    seen_next = False
    for moment in moments:
        state = "done" if moment.done else "later" if seen_next else "next"
        seen_next = seen_next or not moment.done
        people = moment.attendance if moment.attendance is not None else moment.expected or 0
        steps.append(Step(moment, state, max(2, round(100 * people / most)) if people else 0))
    return steps

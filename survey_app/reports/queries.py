"""Read dossiers, their copies and releases, and the open answers that may become quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from question_banks.item import Item
from question_banks.measures import Measure
from survey_app.answers.queries import documents
from survey_app.core.errors import NotFoundError
from survey_app.projects.models import Project
from survey_app.reports.datasets import questionnaires
from survey_app.reports.models import Dossier, DossierCopy, DossierPart, Naming, Promise, Release
from survey_app.surveys.models import Survey


class Opened(NamedTuple):
    """A dossier with its project, as its pages need it."""

    dossier: Dossier
    project: Project


def dossier_of(session: Session, project_id: int) -> Dossier | None:
    return session.scalar(select(Dossier).where(Dossier.project_id == project_id))


def dossier_by_token(session: Session, token: str) -> Opened:
    row = session.execute(
        select(Dossier, Project)
        .join(Project, Project.id == Dossier.project_id)
        .where(Dossier.token == token.lower())
    ).first()
    if row is None:
        raise NotFoundError("no dossier has this link")
    return Opened(*row)


def parts_of(session: Session, dossier_id: int) -> list[DossierPart]:
    statement = select(DossierPart).where(DossierPart.dossier_id == dossier_id)
    return list(session.scalars(statement.order_by(DossierPart.position, DossierPart.id)))


def promises_of(session: Session, dossier_id: int) -> list[Promise]:
    statement = select(Promise).where(Promise.dossier_id == dossier_id)
    return list(session.scalars(statement.order_by(Promise.position, Promise.id)))


class CopyLine(NamedTuple):
    """A frozen copy in a list, without its content."""

    id: int
    number: int
    frozen_on: date
    sha256: str
    public: bool


def copies_of(session: Session, dossier_id: int) -> list[CopyLine]:
    """Frozen copies, newest first."""
    rows = session.execute(
        select(
            DossierCopy.id,
            DossierCopy.number,
            DossierCopy.frozen_on,
            DossierCopy.sha256,
            DossierCopy.public,
        )
        .where(DossierCopy.dossier_id == dossier_id)
        .order_by(DossierCopy.number.desc())
    )
    return [CopyLine(*row) for row in rows]


def copy_of(session: Session, dossier_id: int, number: int) -> DossierCopy:
    held = session.scalar(
        select(DossierCopy).where(
            DossierCopy.dossier_id == dossier_id, DossierCopy.number == number
        )
    )
    if held is None:
        raise NotFoundError(f"no copy {number} of dossier {dossier_id}")
    return held


def public_copy(session: Session, slug: str) -> tuple[Project, Dossier, DossierCopy]:
    """What everybody may read of a village: the copy its coach made public."""
    row = session.execute(
        select(Project, Dossier, DossierCopy)
        .join(Dossier, Dossier.project_id == Project.id)
        .join(DossierCopy, DossierCopy.dossier_id == Dossier.id)
        .where(Project.slug == slug.lower(), DossierCopy.public)
    ).first()
    if row is None:
        raise NotFoundError(f"nothing of {slug} is public")
    return row[0], row[1], row[2]


def public_slug(session: Session, project_id: int) -> str | None:
    """The address word of a project that has a public page; None when it has none."""
    return session.scalar(
        select(Project.slug)
        .join(Dossier, Dossier.project_id == Project.id)
        .join(DossierCopy, DossierCopy.dossier_id == Dossier.id)
        .where(Project.id == project_id, DossierCopy.public)
    )


class ReleaseLine(NamedTuple):
    id: int
    survey_id: int
    day: date
    people: int


def releases_of(session: Session, survey_ids: Sequence[int]) -> dict[int, list[ReleaseLine]]:
    """Every release of these surveys, oldest first, without the counts themselves."""
    rows = session.execute(
        select(Release.id, Release.survey_id, Release.day, Release.people)
        .where(Release.survey_id.in_(survey_ids))
        .order_by(Release.id)
    )
    held: dict[int, list[ReleaseLine]] = {}
    for row in rows:
        held.setdefault(row.survey_id, []).append(ReleaseLine(*row))
    return held


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """What somebody wrote; nothing says who, and the order is that of random keys."""

    survey_id: int
    item: str
    question: str
    text: str


def open_answers(session: Session, survey: Survey) -> Iterator[OpenAnswer]:
    """Every different text of each question to which ``least_cell`` people or more wrote."""
    for question in open_questions(session, survey):
        told = written(session, survey.id, question.code)
        if len(told) >= survey.least_cell:
            for text in dict.fromkeys(told):
                yield OpenAnswer(survey.id, question.code, question.text.wording("nl").text, text)


def open_questions(session: Session, survey: Survey) -> list[Item]:
    """Every question that people answer in their own words, as the newest version asks it."""
    asked = questionnaires(session, survey.id).values()
    items = {item.code: item for one in asked for item in one.items()}
    return [item for item in items.values() if item.measure is Measure.TEXT]


def written(session: Session, survey_id: int, item: str) -> list[str]:
    """What people wrote, in the random order of their keys."""
    found = (held.answers.get(item, {}) for held in documents(session, survey_id))
    texts = (str(said["value"]) for said in found if said.get("status") == "given")
    return [text for text in texts if text.strip()]


def naming_of(session: Session, survey_id: int, item: str) -> Naming | None:
    return session.scalar(select(Naming).where(Naming.survey_id == survey_id, Naming.item == item))


def namings_of(session: Session, survey_id: int) -> dict[str, dict[str, Any]]:
    """The themes that a coach named, by question."""
    mine = select(Naming.item, Naming.themes).where(Naming.survey_id == survey_id)
    return {row.item: row.themes for row in session.execute(mine.order_by(Naming.item))}

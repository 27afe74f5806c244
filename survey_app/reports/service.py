"""Change dossiers: begin, freeze, open to the village; keep what outsiders were shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from survey_app.core import audit
from survey_app.core.audit import Actor
from survey_app.core.errors import NotFoundError, StateError
from survey_app.projects.models import Project
from survey_app.projects.service import project_for
from survey_app.reports.models import Dossier, DossierCopy, DossierPart, Release
from survey_app.reports.rules import may_release


@dataclass(frozen=True, slots=True)
class DossierTexts:
    """What a coach writes on the first pages; what is empty is written from the figures."""

    title: str
    meant_for: str = ""
    headline: str = ""
    lead: str = ""
    certain: str = ""
    uncertain: str = ""
    asks: str = ""


@dataclass(frozen=True, slots=True)
class NewPart:
    """A chart, words or a quote on its way into a dossier."""

    kind: str
    heading: str = ""
    text: str = ""
    source: Mapping[str, Any] = field(default_factory=dict)


def create_dossier(
    session: Session,
    *,
    project_id: int,
    title: str,
    token: str,
    pin_digest: str,
    parts: Sequence[NewPart],
    actor: Actor,
    now: datetime,
) -> int:
    """Begin a project's dossier with a first order of charts; a project has one."""
    project = project_for(session, project_id, actor)
    if session.scalar(select(Dossier.id).where(Dossier.project_id == project.id)) is not None:
        raise StateError(f"project {project_id} has a dossier already")
    empty = dict.fromkeys(("meant_for", "headline", "lead", "certain", "uncertain", "asks"), "")
    dossier = Dossier(
        project_id=project.id, title=title, token=token, pin_digest=pin_digest, **empty
    )
    session.add(dossier)
    session.flush()
    for part in parts:
        add(session, dossier, part)
    log(session, dossier, project, actor=actor, action="dossier.created", now=now)
    return dossier.id


def dossier_for(session: Session, dossier_id: int, actor: Actor) -> tuple[Dossier, Project]:
    """The dossier with its project, locked; another workspace's is not there."""
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFoundError(f"no dossier {dossier_id}")
    return dossier, project_for(session, dossier.project_id, actor)


def change_texts(
    session: Session, *, dossier_id: int, texts: DossierTexts, actor: Actor, now: datetime
) -> None:
    dossier, project = dossier_for(session, dossier_id, actor)
    for name in DossierTexts.__slots__:
        setattr(dossier, name, getattr(texts, name))
    log(session, dossier, project, actor=actor, action="dossier.changed", now=now)


def renew_pin(
    session: Session, *, dossier_id: int, token: str, pin_digest: str, actor: Actor, now: datetime
) -> None:
    """A new link and a new PIN: who has the old ones no longer gets in."""
    dossier, project = dossier_for(session, dossier_id, actor)
    dossier.token, dossier.pin_digest = token, pin_digest
    log(session, dossier, project, actor=actor, action="dossier.pin", now=now)


def add(session: Session, dossier: Dossier, part: NewPart) -> int:
    """Put a part at the end; return its key."""
    last = session.scalar(
        select(func.max(DossierPart.position)).where(DossierPart.dossier_id == dossier.id)
    )
    held = DossierPart(
        dossier_id=dossier.id,
        position=(last or 0) + 1,
        kind=part.kind,
        heading=part.heading,
        text=part.text,
        source=dict(part.source),
    )
    session.add(held)
    session.flush()
    return held.id


def freeze(
    session: Session,
    *,
    dossier_id: int,
    content: Mapping[str, Any],
    sha256: str,
    today: date,
    actor: Actor,
    now: datetime,
) -> int:
    """Keep the dossier as it is now, in every language; the same content twice is one copy."""
    dossier, project = dossier_for(session, dossier_id, actor)
    last = session.execute(
        select(DossierCopy.number, DossierCopy.sha256)
        .where(DossierCopy.dossier_id == dossier.id)
        .order_by(DossierCopy.number.desc())
    ).first()
    if last is not None and last.sha256 == sha256:
        return int(last.number)
    number = 1 if last is None else last.number + 1
    session.add(
        DossierCopy(
            dossier_id=dossier.id,
            number=number,
            frozen_on=today,
            sha256=sha256,
            content=dict(content),
            public=False,
        )
    )
    session.flush()
    log(session, dossier, project, actor=actor, action="dossier.frozen", now=now, sha256=sha256)
    return number


def make_public(
    session: Session, *, dossier_id: int, number: int | None, actor: Actor, now: datetime
) -> None:
    """Show one frozen copy to the whole village, or none."""
    dossier, project = dossier_for(session, dossier_id, actor)
    mine = DossierCopy.dossier_id == dossier.id
    session.execute(update(DossierCopy).where(mine).values(public=False))
    if number is not None:
        changed = session.execute(
            update(DossierCopy)
            .where(mine, DossierCopy.number == number)
            .values(public=True)
            .returning(DossierCopy.id)
        )
        if changed.first() is None:
            raise NotFoundError(f"no copy {number} of dossier {dossier_id}")
    action = "dossier.public" if number is not None else "dossier.private"
    log(session, dossier, project, actor=actor, action=action, now=now)


def release(
    session: Session,
    *,
    survey_id: int,
    counts: Mapping[str, Any],
    k: int,
    open_: bool,
    today: date,
) -> None:
    """Keep the counts that outsiders see from now on, unless they may not move on yet."""
    people = sum(counts["people"].values())
    shown = session.scalar(
        select(Release.people).where(Release.survey_id == survey_id).order_by(Release.id.desc())
    )
    if may_release(people=people, shown=shown, k=k, open_=open_):
        session.add(Release(survey_id=survey_id, day=today, people=people, counts=dict(counts)))
        session.flush()


def forget_releases(session: Session, *, survey_ids: Any) -> int:
    gone = session.execute(delete(Release).where(Release.survey_id.in_(survey_ids)))
    return int(gone.rowcount)  # type: ignore[attr-defined]  # a CursorResult


def log(
    session: Session,
    dossier: Dossier,
    project: Project,
    *,
    actor: Actor,
    action: str,
    now: datetime,
    **facts: str,
) -> None:
    target = f"dossier {dossier.id}"
    audit.note(
        session, actor=actor, action=action, target=target, now=now, name=project.name, **facts
    )

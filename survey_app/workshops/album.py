"""The photos of a step: uploaded by the coach, said in words, shown on phones and on the wall."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from question_banks.text import Text
from question_banks.tidy import tidy
from survey_app.activities.photo import LivePhoto, numbered
from survey_app.core.audit import Actor
from survey_app.core.errors import NotFoundError, StateError
from survey_app.workshops.course import Course
from survey_app.workshops.models import Picture
from survey_app.workshops.planning import edit_script
from survey_app.workshops.steering import workshop_for
from workshop_templates.activities import Photo
from workshop_templates.model import WorkshopTemplate

LONGEST_CAPTION = 80
FEWEST, MOST = 2, 24
"""What a script may ask people to compare."""


class Developed(NamedTuple):
    """One photo in both sizes."""

    large: bytes
    small: bytes


class FullAlbumError(StateError):
    """No more photos fit in one step."""


def photo_step(course: Course, step: str) -> LivePhoto:
    """The activity of a step that shows photos."""
    stop = course.stop(step)
    if stop is None or not isinstance(stop.activity, LivePhoto):
        raise NotFoundError(f"step {step} shows no photos")
    return stop.activity


def picture_at(session: Session, workshop_id: int, step: str, number: int) -> Developed | None:
    row = session.execute(
        select(Picture.large, Picture.small).where(
            Picture.workshop_id == workshop_id, Picture.step == step, Picture.number == number
        )
    ).first()
    return None if row is None else Developed(row.large, row.small)


def n_pictures(session: Session, workshop_id: int, step: str) -> int:
    held = select(Picture.number).where(Picture.workshop_id == workshop_id, Picture.step == step)
    return len(session.scalars(held).all())


def arrange(
    session: Session,
    *,
    workshop_id: int,
    step: str,
    revision: int,
    captions: Mapping[int, str],
    removed: frozenset[int],
    added: Sequence[Developed],
    actor: Actor,
    now: datetime,
) -> int:
    """Take photos away, put new ones behind the others, and say in words what is on them.

    The photos that are left count on from 1, and the script asks about exactly these. Returns how
    many there are.
    """
    workshop = workshop_for(session, workshop_id, actor)
    kept = taken_away(session, workshop.id, step, removed)
    if len(kept) + len(added) > MOST:
        raise FullAlbumError(f"{MOST} photos at most")
    session.add_all(
        Picture(workshop_id=workshop.id, step=step, number=number, large=one.large, small=one.small)
        for number, one in enumerate(added, start=len(kept) + 1)
    )
    words = [captions.get(number, "") for number in kept] + [""] * len(added)

    def edit(script: WorkshopTemplate) -> WorkshopTemplate:
        return captioned(script, step, words)

    edit_script(
        session,
        workshop_id=workshop.id,
        revision=revision,
        edit=edit,
        items={},
        actor=actor,
        now=now,
    )
    return len(words)


def taken_away(session: Session, workshop_id: int, step: str, removed: frozenset[int]) -> list[int]:
    """Delete photos and let the others count on from 1; return the numbers that these had."""
    here = (Picture.workshop_id == workshop_id, Picture.step == step)
    session.execute(delete(Picture).where(*here, Picture.number.in_(removed)))
    rows = session.execute(select(Picture.id, Picture.number).where(*here).order_by(Picture.number))
    kept = [(row.id, row.number) for row in rows]
    for place, (key, number) in enumerate(kept, start=1):
        if place != number:
            session.get_one(Picture, key).number = place
            session.flush()
    return [number for _key, number in kept]


def captioned(script: WorkshopTemplate, step: str, words: Sequence[str]) -> WorkshopTemplate:
    """The script whose step asks about these photos; a photo without words has its number."""
    said = [tidy(one)[:LONGEST_CAPTION].strip() for one in words]
    captions = tuple(
        Text({"nl": one}) if one else numbered(place) for place, one in enumerate(said, start=1)
    )
    steps = tuple(
        one.model_copy(update={"activity": about(one.activity, captions)})
        if one.code == step and isinstance(one.activity, Photo)
        else one
        for one in script.steps
    )
    return script.model_copy(update={"steps": steps})


def about(activity: Photo, captions: tuple[Text, ...]) -> Photo:
    n = max(len(captions), FEWEST)
    return activity.model_copy(
        update={"captions": captions, "photos": n, "most": min(activity.most, n)}
    )

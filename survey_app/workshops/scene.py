"""What every screen of a workshop is drawn from: where it is, and what may be shown there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from question_banks.text import Text
from survey_app.activities.base import Given, LiveActivity, Result
from survey_app.workshops import giving, queries
from survey_app.workshops.course import Course, Stop
from survey_app.workshops.queries import At, Here
from survey_app.workshops.rules import Phase, Position, State
from survey_app.workshops.steering import standing_of


@dataclass(frozen=True, slots=True)
class Scene:
    """A workshop at this moment. ``at`` is where its activity is, when something is collected."""

    here: Here
    course: Course
    activities: dict[str, At]

    @property
    def stop(self) -> Stop | None:
        return self.course.at(self.here.step)

    @property
    def at(self) -> At | None:
        stop = self.stop
        return self.activities.get(stop.code) if stop is not None and stop.collects else None

    @property
    def activity(self) -> LiveActivity[Any] | None:
        return self.stop.activity if self.stop is not None else None

    @property
    def title(self) -> Text:
        """The question of this moment, else the step's own title."""
        if self.activity is not None and self.activity.title is not None:
            return self.activity.title
        return self.stop.step.title if self.stop is not None else Text({"nl": self.here.title})

    @property
    def position(self) -> Position:
        at, activity = self.at, self.activity
        return Position(
            phase=Phase(self.here.state),
            step=self.here.step,
            steps=len(self.course.stops),
            state=at.state if at is not None else None,
            round=at.round if at is not None else 1,
            rounds=activity.rounds if activity is not None else 1,
        )

    @property
    def standing(self) -> str:
        return standing_of(self.position)

    @property
    def revealed(self) -> bool:
        return self.at is not None and self.at.state == State.REVEALED

    @property
    def open(self) -> bool:
        return self.at is not None and self.at.state == State.OPEN

    @property
    def page(self) -> str:
        """What a phone compares: when it differs, there is another page to see."""
        return f"{self.standing}.{self.here.revision}.{self.here.title}"

    def seconds_left(self, now: datetime) -> int | None:
        """What the clock says; None when there is none."""
        if self.here.ends_at is None:
            return None
        return max(0, round((self.here.ends_at - now).total_seconds()))


def scene_of(session: Session, here: Here) -> Scene:
    return Scene(here, queries.course_of(session, here), queries.activities_of(session, here.id))


def source_of(scene: Scene, stop: Stop) -> At:
    """Whose contributions a step works on: its own, or those of the step it continues."""
    return scene.activities[scene.course.source(stop).code]


def given_at(session: Session, scene: Scene, stop: Stop, number: int) -> list[Given]:
    """What was given to one round of a step; a step that continues another takes up its wall."""
    assert stop.activity is not None  # noqa: S101 — only asked where something is collected
    own, source = scene.activities[stop.code], source_of(scene, stop)
    number = number if source.id == own.id else source.round
    return giving.given_to(session, stop.activity, source.id, number)


def result_at(session: Session, scene: Scene, stop: Stop, number: int) -> Result | None:
    """Count one round of a step; None for a round that never was."""
    if stop.activity is None or number < 1:
        return None
    given = given_at(session, scene, stop, number)
    hands = giving.hands_of(session, scene.activities[stop.code].id, number)
    return stop.activity.result(given, hands, k=scene.here.least_cell)


def shared_at(session: Session, scene: Scene, stop: Stop) -> Sequence[Given]:
    """What everybody may see while it is open: without dots, merged ones and people."""
    assert stop.activity is not None  # noqa: S101 — only asked where something is collected
    if stop.activity.counted or type(stop.activity).shared is LiveActivity.shared:
        return ()
    given = given_at(session, scene, stop, scene.activities[stop.code].round)
    bare = [replace(one, dots=0, backers=frozenset(), participant=0, group="") for one in given]
    return stop.activity.shared(bare)


def n_answered(session: Session, scene: Scene, stop: Stop) -> int:
    """How many people took part in this round: sent something, or gave dots."""
    at, source = scene.activities[stop.code], source_of(scene, stop)
    if source.id != at.id:
        return giving.n_endorsing(session, source.id)
    return queries.n_answered(session, at.id, at.round)

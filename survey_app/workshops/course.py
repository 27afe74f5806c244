"""The course of a workshop: its script and the bank's items, read once and ready to run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.options import Option
from survey_app.activities import live
from survey_app.activities.base import LiveActivity
from workshop_templates.model import Step, WorkshopTemplate


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of the script with its activity, when it has one."""

    number: int
    step: Step
    activity: LiveActivity[Any] | None

    @property
    def code(self) -> str:
        return self.step.code

    @property
    def collects(self) -> bool:
        """Whether something can be sent here, so that it is opened, closed and revealed."""
        return self.activity is not None and self.activity.collects

    @property
    def options(self) -> tuple[Option, ...]:
        """What people choose from here: options of the script's own, or of the item it names."""
        if self.activity is None:
            return ()
        code = self.activity.settings.item_code
        held = getattr(self.activity.items[code], "options", ()) if code else ()
        return self.activity.settings.own_options or tuple(held)


@dataclass(frozen=True, slots=True)
class Course:
    """Every step in order."""

    script: WorkshopTemplate
    items: Mapping[str, Item]
    stops: tuple[Stop, ...]

    def stop(self, code: str) -> Stop | None:
        return next((stop for stop in self.stops if stop.code == code), None)

    def at(self, number: int) -> Stop | None:
        """The stop of a number; None for the lobby."""
        return self.stops[number] if 0 <= number < len(self.stops) else None

    def collecting(self) -> Iterator[Stop]:
        return (stop for stop in self.stops if stop.collects)

    def source(self, stop: Stop) -> Stop:
        """The step whose contributions this one works on: its own, or those it continues."""
        continued = stop.activity.continues if stop.activity is not None else None
        return (self.stop(continued) if continued else None) or stop


def read_course(script: Mapping[str, Any], items: Mapping[str, Any]) -> Course:
    """Read a stored script; raise ValueError when it is none."""
    read = WorkshopTemplate.from_json(script)
    known = {code: parse_item(document) for code, document in items.items()}
    stops = tuple(
        Stop(number, step, None if step.activity is None else live(step.activity, known))
        for number, step in enumerate(read.steps)
    )
    return Course(read, known, stops)


class Held:
    """A place in the cache that the first reader fills."""

    course: Course | None = None


@lru_cache(maxsize=128)
def held(_code: str, _revision: int) -> Held:
    """The place of one script: a workshop's code is drawn at random and never used twice."""
    return Held()

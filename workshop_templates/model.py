"""A workshop template: the script of a gathering, step by step, that a coach starts and adapts."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar, Literal

from pydantic import Field, model_validator

from question_banks.item import Code, Frozen
from question_banks.text import Text
from workshop_templates.activities import AnyActivity
from workshop_templates.roles import Role
from workshop_templates.some import Some

Kind = Literal[
    "interviews",
    "survey",
    "info_stand",
    "workshop",
    "brainstorm",
    "site_visit",
    "chat",
    "steering",
    "council",
    "canvas",
    "pilot",
    "opening",
]
"""The same words as the kinds of a moment: what was a workshop becomes a moment of its kind."""

Joining = Literal["phone", "tablet", "paper", "hand"]
"""How people take part: an own phone, one tablet for several, paper, or a raised hand."""


class People(Frozen):
    """For how many people a script works."""

    least: int = Field(ge=1, le=1000)
    most: int = Field(ge=1, le=1000)

    @model_validator(mode="after")
    def least_first(self) -> "People":
        """Refuse a most that is below the least."""
        if self.least > self.most:
            raise ValueError("`least` is more than `most`")
        return self


class Step(Frozen):
    """One part of the script: ``do`` is what happens, ``notes`` what the facilitator may say."""

    code: Code
    title: Text
    minutes: int = Field(ge=1, le=480)
    do: Text
    notes: Text | None = None
    activity: AnyActivity | None = None


class WorkshopTemplate(Frozen):
    """One YAML file: why, for whom, how long, with what, and step by step.

    ``team`` is who does what; ``roles`` are groups that people say they belong to; ``access`` is
    what lets everybody take part.
    """

    READ: ClassVar[frozenset[str]] = frozenset({"file", "lines"})
    """What the loader fills in; nobody writes it in a file."""

    LISTS: ClassVar[tuple[str, ...]] = ("team", "materials", "access")
    """The fields that are lists of sentences."""

    code: Code
    version: int = Field(ge=1)
    kind: Kind
    title: Text
    purpose: Text
    audience: Text
    minutes: int = Field(ge=1, le=600)
    people: People
    joining: Some[Joining] = ("phone",)
    roles: tuple[Role, ...] = ()
    team: Some[Text]
    materials: Some[Text]
    access: Some[Text]
    steps: Some[Step]
    file: Path = Path()
    lines: dict[str, int] = Field(default_factory=dict)

    def line_of(self, code: str) -> int:
        """Return the line of a field, ``team.0``, ``steps.x`` or ``steps.x.option``; else 1."""
        return self.lines.get(code, 1)

    def activities(self) -> Iterator[tuple[Step, AnyActivity]]:
        """Yield every activity with its step, in order."""
        for step in self.steps:
            if step.activity is not None:
                yield step, step.activity

    def items(self) -> tuple[str, ...]:
        """Return the codes of the bank items it uses, each once, in order."""
        named = (activity.item_code for _step, activity in self.activities())
        return tuple(dict.fromkeys(code for code in named if code))

    def to_json(self) -> dict[str, Any]:
        """Return the script as JSON; ``from_json`` reads it back to an equal one."""
        return self.model_dump(mode="json", exclude_none=True, exclude=set(self.READ))

    @classmethod
    def from_json(cls, document: Mapping[str, Any] | None) -> "WorkshopTemplate":
        """Read what ``to_json`` wrote; raise ValueError when it is no template."""
        return cls.model_validate(document)

    def listing(self) -> dict[str, Any]:
        """Return what ``template list --json`` prints of it."""
        return {
            "template": self.code,
            "version": self.version,
            "kind": self.kind,
            "minutes": self.minutes,
            "languages": list(self.title.languages),
            "activities": [activity.kind for _step, activity in self.activities()],
            "items": list(self.items()),
        }

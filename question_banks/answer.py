"""One person's answer to one question, whoever asked it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Value = Any
"""By measure: nominal ``"bakery"`` · multiple ``("bakery", "bus")`` · ordinal ``4`` · grid
``{"row": 4 | None}`` (None is "don't know", an absent row is not answered) · ranking ``("a", "b")``
best first · points ``{"a": 3, "b": 7}`` · numeric ``12`` or ``2.5`` · text ``"…"`` · date
``"2026-05-20"``."""


class Status(StrEnum):
    """Whether there is a value, and if not, why."""

    GIVEN = "given"
    DONT_KNOW = "dont_know"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its status, its value when given, and what was typed beside "other"."""

    status: Status
    value: Value = None
    other: str | None = None

    @property
    def given(self) -> bool:
        return self.status is Status.GIVEN

    def to_json(self) -> dict[str, Any]:
        """Return a JSON object; tuples become lists."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        document: dict[str, Any] = {"status": str(self.status)}
        if self.given:
            document["value"] = value
        return document | ({"other": self.other} if self.other else {})

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "Answer":
        """Read what ``to_json`` wrote; raise ValueError for an unknown status."""
        value = document.get("value")
        return cls(
            Status(document["status"]),
            tuple(value) if isinstance(value, list) else value,
            document.get("other"),
        )


SKIPPED = Answer(Status.SKIPPED)
DONT_KNOW = Answer(Status.DONT_KNOW)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One line of an answer unfolded: at most one of option, number and text says the value."""

    row: str | None = None
    option: str | None = None
    number: float | None = None
    text: str | None = None
    position: int | None = None


class Problem(StrEnum):
    """What can be wrong with what somebody sent."""

    MISSING = "missing"
    UNKNOWN_OPTION = "unknown_option"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    EXCLUSIVE = "exclusive"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    TOO_LONG = "too_long"
    WRONG_SUM = "wrong_sum"
    TWICE = "twice"
    NOT_A_DATE = "not_a_date"
    MALFORMED = "malformed"


class InvalidAnswerError(Exception):
    """What was sent is no answer to this item; the web turns it into a sentence with ``params``."""

    def __init__(self, problem: Problem, item_code: str, **params: str | int) -> None:
        super().__init__(f"{item_code}: {problem} {params}")
        self.problem = problem
        self.item_code = item_code
        self.params = params

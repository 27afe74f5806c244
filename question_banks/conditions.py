"""When a question is asked: a small language that is total, so it fails at nobody's door."""

from collections.abc import Container, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictFloat, StrictInt, model_validator

from question_banks.answer import Answer

TESTS = ("is_", "has", "at_least", "at_most", "answered")


class Condition(BaseModel):
    """One test of an earlier answer, or several joined by all, any, not.

    ``{item: x, is: code}`` · ``{item: x, has: code}`` · ``{item: x, at_least: 3}`` ·
    ``{item: x, at_most: 3}`` · ``{item: x, answered: true}`` · ``{all: […]}`` · ``{any: […]}`` ·
    ``{not: {…}}``. A question without a given answer makes every test of it false: so
    ``{not: {item: x, answered: true}}`` asks for one that was left open.

    ``is`` compares a choice, a point of a scale, a number, a date; ``has`` looks for an option in a
    multiple or a ranking, or for one that got points; ``at_least`` and ``at_most`` compare a point
    of a scale or a number.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    item: str | None = None
    is_: Annotated[str | StrictInt | StrictFloat | None, Field(alias="is")] = None
    has: str | None = None
    at_least: float | None = None
    at_most: float | None = None
    answered: Literal[True] | None = None
    all_: Annotated[tuple["Condition", ...] | None, Field(alias="all")] = None
    any_: Annotated[tuple["Condition", ...] | None, Field(alias="any")] = None
    not_: Annotated["Condition | None", Field(alias="not")] = None

    @model_validator(mode="after")
    def one_thing(self) -> "Condition":
        """Refuse two tests at once, and a test without an item."""
        tests = [name for name in TESTS if getattr(self, name) is not None]
        joins = [name for name in ("all_", "any_", "not_") if getattr(self, name) is not None]
        if self.item and len(tests) == 1 and not joins:
            return self
        if not self.item and not tests and len(joins) == 1 and self.parts():
            return self
        raise ValueError("a condition is one test of one item, or one of all, any, not")

    def parts(self) -> tuple["Condition", ...]:
        """Return the conditions joined here; empty for a single test."""
        return (self.all_ or ()) + (self.any_ or ()) + ((self.not_,) if self.not_ else ())

    def items(self) -> frozenset[str]:
        """Return the codes of every item this condition looks at."""
        own = {self.item} if self.item else set()
        return frozenset(own.union(*(part.items() for part in self.parts())))


def holds(condition: Condition, answers: Mapping[str, Answer]) -> bool:
    """Judge a condition; total: whatever the answers are, the result is true or false."""
    if condition.all_ is not None:
        return all(holds(part, answers) for part in condition.all_)
    if condition.any_ is not None:
        return any(holds(part, answers) for part in condition.any_)
    if condition.not_ is not None:
        return not holds(condition.not_, answers)
    answer = answers.get(condition.item or "")
    return answer is not None and answer.given and passes(condition, answer.value)


def points_above_zero(value: Any) -> Container[str]:
    return {code for code, n in value.items() if n} if isinstance(value, dict) else value


def passes(condition: Condition, value: Any) -> bool:
    """Judge one test of a given value, of whatever measure; false where it makes no sense."""
    if condition.answered:
        return True
    if condition.is_ is not None:
        return str(value) == str(condition.is_)
    if condition.has is not None:
        return isinstance(value, tuple | dict) and condition.has in points_above_zero(value)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    if condition.at_least is not None:
        return value >= condition.at_least
    return condition.at_most is not None and value <= condition.at_most

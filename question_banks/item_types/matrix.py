"""Several rows on one scale: a card a row on a narrow screen, a table on paper."""

from typing import Any

from pydantic import model_validator

from question_banks.answer import DONT_KNOW, SKIPPED, Answer, Problem, Status
from question_banks.item import SAYS_DONT_KNOW, Frozen, Item, Raw
from question_banks.item import Code as ItemCode
from question_banks.measures import Measure
from question_banks.scales import Point, points_of
from question_banks.text import Text


class Row(Frozen):
    """One thing that is judged."""

    code: ItemCode
    text: Text
    topic: ItemCode | None = None
    pictogram: str | None = None


class Matrix(
    Item, name="matrix", measure=Measure.GRID, look="matrix", seconds=40, asks_opinion=True
):
    """The value is a point by row code; None is "don't know", an absent row was not answered."""

    scale: str = "own"
    points: tuple[Point, ...]
    rows: tuple[Row, ...]

    @classmethod
    def expand(cls, data: dict[str, Any]) -> dict[str, Any]:
        return points_of(data)

    @model_validator(mode="after")
    def some_rows(self) -> "Matrix":
        if not self.rows:
            raise ValueError("a matrix needs rows")
        return self

    def offered(self) -> tuple[str, ...]:
        return tuple(row.code for row in self.rows)

    def controls(self) -> tuple[str, ...]:
        return ("", *self.offered())

    def read(self, sent: Raw) -> Answer:
        value = {row: self.point(code) for row in self.offered() if (code := self.only(sent, row))}
        if not value:
            return SKIPPED
        if all(point is None for point in value.values()) and len(value) == len(self.rows):
            return DONT_KNOW
        return Answer(Status.GIVEN, value)

    def point(self, code: str) -> int | None:
        if code == SAYS_DONT_KNOW and self.dont_know:
            return None
        for point in self.points:
            if code == str(point.code):
                return point.code
        raise self.wrong(Problem.UNKNOWN_OPTION)

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        return {
            row: (SAYS_DONT_KNOW if point is None else str(point),)
            for row, point in answer.value.items()
        }

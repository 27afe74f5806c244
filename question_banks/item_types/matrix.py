"""Several rows on one scale: a card a row on a narrow screen, a table on paper."""

from typing import Any

from pydantic import Field

from question_banks.answer import DONT_KNOW, SKIPPED, Answer, Problem, Status
from question_banks.item import SAYS_DONT_KNOW, Code, Frozen, Item, Raw
from question_banks.measures import Measure
from question_banks.scales import OWN, Points, points_of
from question_banks.text import Pictogram, Text


class Row(Frozen):
    """One thing that is judged."""

    code: Code
    text: Text
    topic: Code | None = None
    pictogram: Pictogram | None = None


class Matrix(
    Item, name="matrix", measure=Measure.GRID, look="matrix", seconds=40, asks_opinion=True
):
    """The value is a point by row code; None is "don't know", an absent row was not answered.

    Somebody who says "don't know" on every row does not know: the answer is DONT_KNOW. Required
    means that one row at least is answered.
    """

    scale: str = OWN
    points: Points
    rows: tuple[Row, ...] = Field(min_length=1)

    @classmethod
    def expand(cls, data: dict[str, Any]) -> dict[str, Any]:
        return points_of(data)

    def offered(self) -> tuple[str, ...]:
        return tuple(row.code for row in self.rows)

    def controls(self) -> tuple[str, ...]:
        return ("", *self.offered())

    def read(self, sent: Raw) -> Answer:
        value = {row: self.point(code) for row in self.offered() if (code := self.only(sent, row))}
        if not value:
            return SKIPPED
        if len(value) == len(self.rows) and all(point is None for point in value.values()):
            return DONT_KNOW
        return Answer(Status.GIVEN, value)

    def point(self, code: str) -> int | None:
        """Return the point of a submitted string, None for "don't know"; refuse anything else."""
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

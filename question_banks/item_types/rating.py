"""One point of a scale: words from least to most, or faces."""

from typing import Any

from question_banks.answer import SKIPPED, Answer, Problem, Status
from question_banks.item import Item, Raw
from question_banks.measures import Measure
from question_banks.scales import OWN, Points, points_of


class Rating(
    Item, name="rating", measure=Measure.ORDINAL, look="rating", seconds=10, asks_opinion=True
):
    """The value is the whole number of a point; a higher number is more, or better."""

    scale: str = OWN
    points: Points

    @classmethod
    def expand(cls, data: dict[str, Any]) -> dict[str, Any]:
        return points_of(data)

    @property
    def widget(self) -> str:
        """Faces have a look of their own."""
        return "smiley" if self.scale.startswith("smiley") else self.look

    def read(self, sent: Raw) -> Answer:
        code = self.only(sent)
        if code is None:
            return SKIPPED
        for point in self.points:
            if code == str(point.code):
                return Answer(Status.GIVEN, point.code)
        raise self.wrong(Problem.UNKNOWN_OPTION)

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        return {"": (str(answer.value),)}

"""A number with its unit: years, euros, kilometres."""

import re

from pydantic import Field, model_validator

from question_banks.answer import SKIPPED, Answer, Problem, Status
from question_banks.item import Item, Raw
from question_banks.measures import Measure
from question_banks.text import Text

NUMBER = re.compile(r"-?\d{1,12}(?:[.,]\d{1,6})?")


class Number(Item, name="number", measure=Measure.NUMERIC, look="number", seconds=12):
    """The value is an int, or a float with at most ``decimals`` places; 2,5 and 2.5 are the same."""

    min: int = 0
    max: int = 1_000_000
    decimals: int = Field(default=0, ge=0, le=3)
    unit: Text | None = None

    @model_validator(mode="after")
    def bounds(self) -> "Number":
        if self.min >= self.max:
            raise ValueError("min must be less than max")
        return self

    def read(self, sent: Raw) -> Answer:
        text = self.only(sent)
        if text is None:
            return SKIPPED
        text = text.replace("\u2212", "-").replace(" ", "").replace("\u202f", "")
        if not NUMBER.fullmatch(text) or not text.isascii():
            raise self.wrong(Problem.NOT_A_NUMBER)
        number = round(float(text.replace(",", ".")), self.decimals)
        if not self.min <= number <= self.max:
            raise self.wrong(Problem.OUT_OF_RANGE, min=self.min, max=self.max)
        return Answer(Status.GIVEN, int(number) if number == int(number) else number)

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        return {"": (str(answer.value).replace(".", ","),)}

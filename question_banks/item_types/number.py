"""A number with its unit: years, euros, kilometres."""

import re

from pydantic import Field, model_validator

from question_banks.answer import SKIPPED, Answer, Problem, Status
from question_banks.item import Item, Raw
from question_banks.measures import Measure
from question_banks.text import Text

LONGEST_FRACTION = 3
WRITTEN = re.compile(r"(?P<whole>-?[0-9]{1,12})(?:[.,](?P<fraction>[0-9]{1,3}))?")
IN_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+(?=,|$)")
SPACES = str.maketrans({" ": "", "\u00a0": "", "\u2009": "", "\u202f": "", "\u2212": "-"})


class Number(Item, name="number", measure=Measure.NUMERIC, look="number", seconds=12):
    """The value is an int, or a float with at most ``decimals`` places.

    2,5 and 2.5 are the same. 1.500 is fifteen hundred, as people write it here, unless the item
    has three decimals. More decimals than the item has are refused: nothing is rounded in silence.
    """

    min: int = Field(default=0, ge=-1_000_000_000_000)
    max: int = Field(default=1_000_000, le=1_000_000_000_000)
    decimals: int = Field(default=0, ge=0, le=LONGEST_FRACTION)
    unit: Text | None = None

    @model_validator(mode="after")
    def bounds(self) -> "Number":
        """Refuse bounds that leave nothing to choose."""
        if self.min >= self.max:
            raise ValueError("let min be less than max")
        return self

    def read(self, sent: Raw) -> Answer:
        text = self.only(sent)
        if text is None:
            return SKIPPED
        number = self.number(text.translate(SPACES))
        if not self.min <= number <= self.max:
            raise self.wrong(Problem.OUT_OF_RANGE, min=self.min, max=self.max)
        return Answer(Status.GIVEN, int(number) if number == int(number) else number)

    def number(self, text: str) -> float:
        """Return the number written in ``text``; refuse what is none, or too precise."""
        if self.decimals < LONGEST_FRACTION:
            text = IN_THOUSANDS.sub(lambda found: found[0].replace(".", ""), text)
        found = WRITTEN.fullmatch(text)
        if found is None or len((found["fraction"] or "").rstrip("0")) > self.decimals:
            raise self.wrong(Problem.NOT_A_NUMBER)
        return float(f"{found['whole']}.{found['fraction'] or 0}")

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        return {"": (str(answer.value).replace(".", ","),)}

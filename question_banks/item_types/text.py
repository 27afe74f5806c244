"""Own words, short or long."""

from pydantic import Field

from question_banks.answer import SKIPPED, Answer, Problem, Status
from question_banks.item import Item, Raw
from question_banks.measures import Measure


class OpenText(Item, name="text", measure=Measure.TEXT, look="text", seconds=45):
    """The value is tidy text of at most ``max_length`` letters; it never enters the tally."""

    long: bool = False
    max_length: int = Field(default=2000, ge=10, le=2000)

    def read(self, sent: Raw) -> Answer:
        text = self.only(sent)
        if text is None:
            return SKIPPED
        if len(text) > self.max_length:
            raise self.wrong(Problem.TOO_LONG, max=self.max_length)
        return Answer(Status.GIVEN, text)

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        return {"": (answer.value,)}

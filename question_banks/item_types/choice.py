"""One of several, with "other" in own words when the bank allows it."""

from typing import ClassVar

from question_banks.answer import SKIPPED, Answer, Status
from question_banks.item import Raw
from question_banks.measures import Measure
from question_banks.options import BESIDE, OptionItem


class Choice(
    OptionItem, name="choice", measure=Measure.NOMINAL, look="choice", seconds=12, asks_opinion=True
):
    """The value is the code of one option."""

    takes_other: ClassVar[bool] = True

    def read(self, sent: Raw) -> Answer:
        code = self.only(sent)
        if code is None:
            return SKIPPED
        return Answer(Status.GIVEN, self.known(code), self.typed_beside(sent, (code,)))

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        beside = {BESIDE: (answer.other,)} if answer.other else {}
        return {**beside, "": (str(answer.value),)}

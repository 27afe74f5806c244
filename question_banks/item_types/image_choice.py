"""One of several pictures: for who reads with difficulty."""

from pydantic import field_validator

from question_banks.answer import SKIPPED, Answer, Status
from question_banks.item import Raw
from question_banks.measures import Measure
from question_banks.options import Option, OptionItem


class ImageChoice(
    OptionItem,
    name="image_choice",
    measure=Measure.NOMINAL,
    look="image_choice",
    seconds=12,
    asks_opinion=True,
):
    """The value is the code of one option; every option has a pictogram.

    Several pictures at once are a ``multiple`` whose options have pictograms: one type keeps one
    measure.
    """

    @field_validator("options")
    @classmethod
    def pictures(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        """Refuse an option without a picture."""
        bare = [option.code for option in options if not option.pictogram]
        if bare:
            raise ValueError(f"give each option a pictogram; missing: {', '.join(bare)}")
        return options

    def read(self, sent: Raw) -> Answer:
        code = self.only(sent)
        return SKIPPED if code is None else Answer(Status.GIVEN, self.known(code))

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        return {"": (answer.value,)}

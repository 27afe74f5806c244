"""Any of several, between a least and a most; an exclusive option stands alone."""

from typing import ClassVar

from pydantic import Field, model_validator

from question_banks.answer import SKIPPED, Answer, Problem, Status
from question_banks.item import Raw
from question_banks.measures import Measure
from question_banks.options import BESIDE, OptionItem


class Multiple(
    OptionItem,
    name="multiple",
    measure=Measure.MULTIPLE,
    look="multiple",
    seconds=20,
    asks_opinion=True,
):
    """The value is the codes of the chosen options, in the order of the questionnaire."""

    takes_other: ClassVar[bool] = True
    takes_exclusive: ClassVar[bool] = True

    min: int = Field(default=0, ge=0)
    max: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def bounds(self) -> "Multiple":
        """Refuse a least or a most that nobody can keep to."""
        together = sum(not option.exclusive for option in self.options)
        most = len(self.options) if self.max is None else self.max
        if self.min > min(most, together) or most > len(self.options):
            raise ValueError(
                f"min is {self.min} and max is {most}; "
                f"let 0 <= min <= max <= the number of options ({len(self.options)})"
            )
        return self

    def read(self, sent: Raw) -> Answer:
        asked = {self.known(code) for code in sent[""]}
        chosen = tuple(option.code for option in self.options if option.code in asked)
        if not chosen:
            return SKIPPED
        self.check(chosen)
        return Answer(Status.GIVEN, chosen, self.typed_beside(sent, chosen))

    def check(self, chosen: tuple[str, ...]) -> None:
        """Refuse too few, too many, and an exclusive option that does not stand alone."""
        if any(self.option(code).exclusive for code in chosen):
            if len(chosen) > 1:
                raise self.wrong(Problem.EXCLUSIVE)
            return
        if len(chosen) < self.min:
            raise self.wrong(Problem.TOO_FEW, min=self.min, count=len(chosen))
        if self.max is not None and len(chosen) > self.max:
            raise self.wrong(Problem.TOO_MANY, max=self.max, count=len(chosen))

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        beside = {BESIDE: (answer.other,)} if answer.other else {}
        return {**beside, "": tuple(answer.value)}

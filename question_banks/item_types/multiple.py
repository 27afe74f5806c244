"""Any of several, between a least and a most; an exclusive option stands alone."""

from pydantic import Field, model_validator

from question_banks.answer import SKIPPED, Answer, Problem, Status
from question_banks.item import OptionItem, Raw
from question_banks.measures import Measure


class Multiple(
    OptionItem,
    name="multiple",
    measure=Measure.MULTIPLE,
    look="multiple",
    seconds=20,
    asks_opinion=True,
):
    """The value is the codes of the chosen options, in the order of the questionnaire."""

    min: int = Field(default=0, ge=0)
    max: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def bounds(self) -> "Multiple":
        if self.max is not None and not self.min <= self.max <= len(self.options):
            raise ValueError(f"max is {self.max}; it lies between min and the number of options")
        return self

    def controls(self) -> tuple[str, ...]:
        return self.choice_controls()

    def read(self, sent: Raw) -> Answer:
        asked = {self.known(code) for code in sent.get("", ())}
        chosen = tuple(option.code for option in self.options if option.code in asked)
        if not chosen:
            return SKIPPED
        self.check(chosen)
        return Answer(Status.GIVEN, chosen, self.typed_beside(sent, chosen))

    def check(self, chosen: tuple[str, ...]) -> None:
        if any(self.option(code).exclusive for code in chosen):
            if len(chosen) > 1:
                raise self.wrong(Problem.EXCLUSIVE)
            return
        if len(chosen) < self.min:
            raise self.wrong(Problem.TOO_FEW, min=self.min, count=len(chosen))
        if self.max is not None and len(chosen) > self.max:
            raise self.wrong(Problem.TOO_MANY, max=self.max, count=len(chosen))

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        beside = {"other": (answer.other,)} if answer.other else {}
        return {"": answer.value} | beside

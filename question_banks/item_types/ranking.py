"""A first, a second, a third: tapped or chosen, never only dragged."""

from pydantic import Field, model_validator

from question_banks.answer import SKIPPED, Answer, Problem, Status
from question_banks.item import Raw
from question_banks.measures import Measure
from question_banks.options import OptionItem


class Ranking(OptionItem, name="ranking", measure=Measure.RANKING, look="ranking", seconds=30):
    """The value is option codes, best first. Fewer than all is fine; gaps between places close."""

    most: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def bounds(self) -> "Ranking":
        """Refuse more places than options."""
        if self.most is not None and self.most > len(self.options):
            raise ValueError(f"most is {self.most}; there are {len(self.options)} options")
        return self

    @property
    def places(self) -> int:
        """Number of places there are to give."""
        return self.most or len(self.options)

    def controls(self) -> tuple[str, ...]:
        return ("", *self.offered())

    def read(self, sent: Raw) -> Answer:
        placed: dict[int, str] = {}
        for code in self.offered():
            text = self.only(sent, code)
            if text is None:
                continue
            place = self.place(text)
            if place in placed:
                raise self.wrong(Problem.TWICE, place=place)
            placed[place] = code
        if not placed:
            return SKIPPED
        return Answer(Status.GIVEN, tuple(placed[place] for place in sorted(placed)))

    def place(self, text: str) -> int:
        """Return the place written in ``text``: a whole number from 1 to ``places``."""
        if not (text.isascii() and text.isdecimal() and len(text) <= 3):  # noqa: PLR2004 — "999" is far enough
            raise self.wrong(Problem.NOT_A_NUMBER)
        if not 1 <= int(text) <= self.places:
            raise self.wrong(Problem.OUT_OF_RANGE, min=1, max=self.places)
        return int(text)

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        return {code: (str(place),) for place, code in enumerate(answer.value, start=1)}

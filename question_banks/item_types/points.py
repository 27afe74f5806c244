"""Ten or a hundred points to divide: what matters, and how much."""

from typing import Literal

from question_banks.answer import SKIPPED, Answer, Problem, Status
from question_banks.item import Raw
from question_banks.measures import Measure
from question_banks.options import OptionItem


class Points(OptionItem, name="points", measure=Measure.POINTS, look="points", seconds=40):
    """The value is points by option code, zeros included; together they make ``total``.

    A blank is 0. Blanks and zeros only are no division: the answer is SKIPPED.
    """

    total: Literal[10, 100] = 10

    def controls(self) -> tuple[str, ...]:
        return ("", *self.offered())

    def read(self, sent: Raw) -> Answer:
        value = {code: self.number(self.only(sent, code) or "0") for code in self.offered()}
        given = sum(value.values())
        if not given:
            return SKIPPED
        if given != self.total:
            raise self.wrong(Problem.WRONG_SUM, total=self.total, sum=given)
        return Answer(Status.GIVEN, value)

    def number(self, text: str) -> int:
        """Return the points written in ``text``: a whole number from 0 to ``total``."""
        if not (text.isascii() and text.isdecimal() and len(text) <= 4):  # noqa: PLR2004 — more than any total
            raise self.wrong(Problem.NOT_A_NUMBER)
        if int(text) > self.total:
            raise self.wrong(Problem.OUT_OF_RANGE, min=0, max=self.total)
        return int(text)

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        return {code: (str(points),) for code, points in answer.value.items()}

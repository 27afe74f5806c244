"""Something to read before the next question; it asks nothing and is never counted."""

from question_banks.answer import SKIPPED, Answer
from question_banks.item import Item, Raw
from question_banks.measures import Measure
from question_banks.text import Text


class Info(Item, name="info", measure=Measure.NONE, look="info", seconds=8):
    """A heading (``text``) and a ``body``; there is no control, so the answer is SKIPPED."""

    body: Text

    def controls(self) -> tuple[str, ...]:
        return ()

    def read(self, sent: Raw) -> Answer:  # noqa: ARG002 — nothing is asked
        return SKIPPED

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:  # noqa: ARG002 — nothing was asked
        return {}

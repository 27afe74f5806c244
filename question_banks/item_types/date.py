"""A day: written as people write it, kept as the calendar writes it."""

import datetime as dt
import re

from pydantic import model_validator

from question_banks.answer import SKIPPED, Answer, Problem, Status
from question_banks.item import Item, Raw
from question_banks.measures import Measure

ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
WRITTEN = re.compile(r"(?P<day>\d{1,2})[/.\- ](?P<month>\d{1,2})[/.\- ](?P<year>\d{4})", re.ASCII)


class Date(Item, name="date", measure=Measure.DATE, look="date", seconds=15):
    """The value is an ISO date such as "2026-05-20", within ``earliest`` and ``latest``."""

    earliest: dt.date = dt.date(1900, 1, 1)
    latest: dt.date = dt.date(2100, 12, 31)

    @model_validator(mode="after")
    def bounds(self) -> "Date":
        """Refuse days that are the wrong way round."""
        if self.earliest > self.latest:
            raise ValueError("earliest must not be after latest")
        return self

    def read(self, sent: Raw) -> Answer:
        text = self.only(sent)
        if text is None:
            return SKIPPED
        found = ISO.fullmatch(text) or WRITTEN.fullmatch(text)
        if found is None:
            raise self.wrong(Problem.NOT_A_DATE)
        try:
            day = dt.date(*(int(found[part]) for part in ("year", "month", "day")))
        except ValueError:
            raise self.wrong(Problem.NOT_A_DATE) from None
        if not self.earliest <= day <= self.latest:
            earliest, latest = f"{self.earliest:%d/%m/%Y}", f"{self.latest:%d/%m/%Y}"
            raise self.wrong(Problem.OUT_OF_RANGE, min=earliest, max=latest)
        return Answer(Status.GIVEN, day.isoformat())

    def raw_value(self, answer: Answer) -> dict[str, tuple[str, ...]]:
        return {"": (answer.value,)}

"""May somebody answer now? Pure decisions about a collector's door."""

from datetime import date
from enum import StrEnum


class Door(StrEnum):
    """What somebody finds who scans the code."""

    OPEN = "open"
    DRAFT = "draft"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    FULL = "full"


def door(
    *,
    state: str,
    today: date,
    opens_on: date | None = None,
    closes_on: date | None = None,
    closed_on: date | None = None,
    taken: int = 0,
    quota: int | None = None,
    began: date | None = None,
) -> Door:
    """Judge the door of a collector.

    ``began`` is the day on which somebody was given the form: who began before the survey closed
    may still send until the end of the day of closing (``closed_on``) or the day after the last
    day (``closes_on``), so that nobody loses answers to a clock.
    """
    if state == "draft":
        return Door.DRAFT
    if opens_on and today < opens_on:
        return Door.NOT_YET
    if state == "closed":
        started = began is not None and closed_on is not None and began <= closed_on >= today
        return Door.OPEN if started else Door.CLOSED
    if closes_on and today > closes_on:
        started = began is not None and began <= closes_on and (today - closes_on).days <= 1
        return Door.OPEN if started else Door.CLOSED
    if quota is not None and taken >= quota:
        return Door.FULL
    return Door.OPEN

"""The canonical text of an answer: what the tally counts and every chart reads.

nominal ``bakery`` · multiple ``bakery+bus`` · ordinal ``4`` · grid ``a=4+b=2+c=?`` · ranking
``a>b>c`` · points ``a=3+b=7`` · numeric ``12`` or ``2.5`` · date ``2026-05-20`` · don't know ``?``
· skipped ``-``. Free text has no pattern, and what is typed beside "other" never stands in one.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from question_banks.answer import DONT_KNOW, SKIPPED, Answer, Status
from question_banks.measures import Measure

UNKNOWN = "?"
LEFT_OUT = "-"
LONGEST = 1000
"""No item may have a longer pattern: the tally's column is this wide."""

CODE = r"[^+=>?\s]+"
GRAMMAR: dict[Measure, str] = {
    Measure.NOMINAL: CODE,
    Measure.MULTIPLE: rf"{CODE}(?:\+{CODE})*",
    Measure.ORDINAL: r"-?[0-9]{1,9}",
    Measure.GRID: rf"{CODE}=(?:-?[0-9]{{1,9}}|\?)(?:\+{CODE}=(?:-?[0-9]{{1,9}}|\?))*",
    Measure.RANKING: rf"{CODE}(?:>{CODE})*",
    Measure.POINTS: rf"{CODE}=[0-9]{{1,9}}(?:\+{CODE}=[0-9]{{1,9}})*",
    Measure.NUMERIC: r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?",
    Measure.DATE: r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
}


def write(measure: Measure, answer: Answer) -> str | None:
    """Return the pattern of an answer; None for free text and for what asks nothing."""
    if measure in {Measure.TEXT, Measure.NONE}:
        return None
    if answer.status is Status.DONT_KNOW:
        return UNKNOWN
    if answer.status is Status.SKIPPED:
        return LEFT_OUT
    return WRITERS[measure](answer.value)


def read(measure: Measure, pattern: str) -> Answer:
    """Read a pattern back; raise ValueError when it is not one of this measure.

    Codes are taken as they stand: whether an item offers them is not this module's business.
    """
    if measure not in READERS:
        raise ValueError(f"answers of measure {measure} have no patterns")
    if pattern == UNKNOWN:
        return DONT_KNOW
    if pattern == LEFT_OUT:
        return SKIPPED
    if not re.fullmatch(GRAMMAR[measure], pattern):
        raise ValueError(f"{pattern!r} is no pattern of measure {measure}")
    return Answer(Status.GIVEN, READERS[measure](pattern))


def write_pairs(value: Mapping[str, int | None]) -> str:
    return "+".join(f"{code}={UNKNOWN if n is None else n}" for code, n in value.items())


def read_pairs(pattern: str) -> dict[str, int | None]:
    pairs = (pair.split("=") for pair in pattern.split("+"))
    return {code: None if n == UNKNOWN else int(n) for code, n in pairs}


def write_number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def read_number(pattern: str) -> int | float:
    return float(pattern) if "." in pattern else int(pattern)


def read_several(pattern: str) -> tuple[str, ...]:
    return tuple(pattern.split("+"))


def read_places(pattern: str) -> tuple[str, ...]:
    return tuple(pattern.split(">"))


WRITERS: dict[Measure, Callable[[Any], str]] = {
    Measure.NOMINAL: str,
    Measure.MULTIPLE: "+".join,
    Measure.ORDINAL: str,
    Measure.GRID: write_pairs,
    Measure.RANKING: ">".join,
    Measure.POINTS: write_pairs,
    Measure.NUMERIC: write_number,
    Measure.DATE: str,
}
READERS: dict[Measure, Callable[[str], Any]] = {
    Measure.NOMINAL: str,
    Measure.MULTIPLE: read_several,
    Measure.ORDINAL: int,
    Measure.GRID: read_pairs,
    Measure.RANKING: read_places,
    Measure.POINTS: read_pairs,
    Measure.NUMERIC: read_number,
    Measure.DATE: str,
}

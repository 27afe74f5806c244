"""The canonical text of an answer: what the tally counts and every chart reads.

nominal ``bakery`` · multiple ``bakery+bus`` · ordinal ``4`` · grid ``a=4+b=2+c=?`` · ranking
``a>b>c`` · points ``a=3+b=7`` · numeric ``12`` · date ``2026-05-20`` · don't know ``?`` ·
skipped ``-``. Free text has no pattern, and what is typed beside "other" never stands in one.
"""

from collections.abc import Callable, Mapping
from typing import Any

from question_banks.answer import DONT_KNOW, SKIPPED, Answer, Status
from question_banks.measures import Measure

UNKNOWN = "?"
LEFT_OUT = "-"


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
    """Read a pattern back; raise ValueError when it is not one of this measure."""
    if measure not in READERS:
        raise ValueError(f"{measure} has no patterns")
    if pattern == UNKNOWN:
        return DONT_KNOW
    if pattern == LEFT_OUT:
        return SKIPPED
    return Answer(Status.GIVEN, READERS[measure](pattern))


def write_pairs(value: Mapping[str, int | None]) -> str:
    return "+".join(f"{code}={UNKNOWN if n is None else n}" for code, n in value.items())


def read_pairs(pattern: str) -> dict[str, int | None]:
    pairs = (pair.split("=") for pair in pattern.split("+"))
    return {code: None if n == UNKNOWN else int(n) for code, n in pairs}


def write_number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def read_number(pattern: str) -> int | float:
    return float(pattern) if "." in pattern or "e" in pattern else int(pattern)


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
    Measure.MULTIPLE: lambda pattern: tuple(pattern.split("+")),
    Measure.ORDINAL: int,
    Measure.GRID: read_pairs,
    Measure.RANKING: lambda pattern: tuple(pattern.split(">")),
    Measure.POINTS: read_pairs,
    Measure.NUMERIC: read_number,
    Measure.DATE: str,
}

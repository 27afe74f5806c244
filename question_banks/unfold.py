"""An answer as rows, one for each option, row or number: the shape of long exports."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from question_banks.answer import Answer, AnswerRow
from question_banks.measures import Measure

Rows = tuple[AnswerRow, ...]


def unfold(measure: Measure, answer: Answer) -> Rows:
    """Return the rows of a given answer; none when it was not given or nothing is asked."""
    if not answer.given or measure not in BY_MEASURE:
        return ()
    return BY_MEASURE[measure](answer.value)


def chosen(value: str) -> Rows:
    return (AnswerRow(option=value),)


def all_chosen(value: Sequence[str]) -> Rows:
    return tuple(AnswerRow(option=code) for code in value)


def number(value: float) -> Rows:
    return (AnswerRow(number=value),)


def by_row(value: Mapping[str, int | None]) -> Rows:
    return tuple(AnswerRow(row=row, number=point) for row, point in value.items())


def placed(value: Sequence[str]) -> Rows:
    return tuple(
        AnswerRow(option=code, position=place) for place, code in enumerate(value, start=1)
    )


def divided(value: Mapping[str, int]) -> Rows:
    return tuple(AnswerRow(option=code, number=points) for code, points in value.items())


def words(value: str) -> Rows:
    return (AnswerRow(text=value),)


BY_MEASURE: dict[Measure, Callable[[Any], Rows]] = {
    Measure.NOMINAL: chosen,
    Measure.MULTIPLE: all_chosen,
    Measure.ORDINAL: number,
    Measure.GRID: by_row,
    Measure.RANKING: placed,
    Measure.POINTS: divided,
    Measure.NUMERIC: number,
    Measure.TEXT: words,
    Measure.DATE: words,
}

"""An answer as rows, one for each option, row or number: the shape of long exports."""

from collections.abc import Callable
from typing import Any

from question_banks.answer import Answer, AnswerRow
from question_banks.measures import Measure

Rows = tuple[AnswerRow, ...]


def unfold(measure: Measure, answer: Answer) -> Rows:
    """Return the rows of a given answer; none when it was not given or nothing is asked."""
    if not answer.given or measure not in BY_MEASURE:
        return ()
    rows = BY_MEASURE[measure](answer.value)
    return (*rows, AnswerRow(option="other", text=answer.other)) if answer.other else rows


BY_MEASURE: dict[Measure, Callable[[Any], Rows]] = {
    Measure.NOMINAL: lambda value: (AnswerRow(option=value),),
    Measure.MULTIPLE: lambda value: tuple(AnswerRow(option=code) for code in value),
    Measure.ORDINAL: lambda value: (AnswerRow(number=value),),
    Measure.GRID: lambda value: tuple(AnswerRow(row=row, number=n) for row, n in value.items()),
    Measure.RANKING: lambda value: tuple(
        AnswerRow(option=code, position=place) for place, code in enumerate(value, start=1)
    ),
    Measure.POINTS: lambda value: tuple(AnswerRow(option=code, number=n) for code, n in value.items()),
    Measure.NUMERIC: lambda value: (AnswerRow(number=value),),
    Measure.TEXT: lambda value: (AnswerRow(text=value),),
    Measure.DATE: lambda value: (AnswerRow(text=value),),
}

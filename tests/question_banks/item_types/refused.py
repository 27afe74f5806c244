"""Say what should be refused, and why, in one line of a test."""

import pytest

from question_banks.answer import InvalidAnswerError, Problem


def refused(item, raw) -> tuple[Problem, dict[str, str | int]]:
    with pytest.raises(InvalidAnswerError) as error:
        item.clean(raw)
    return error.value.problem, error.value.params

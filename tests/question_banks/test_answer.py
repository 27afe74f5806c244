"""Answers as JSON, and the error that says what is wrong."""

import json

import pytest

from question_banks.answer import (
    DONT_KNOW,
    SKIPPED,
    Answer,
    InvalidAnswerError,
    Problem,
    Status,
)


@pytest.mark.parametrize(
    ("answer", "document"),
    [
        (SKIPPED, {"status": "skipped"}),
        (DONT_KNOW, {"status": "dont_know"}),
        (Answer(Status.GIVEN, ("a", "b")), {"status": "given", "value": ["a", "b"]}),
        (Answer(Status.GIVEN, {"a": None}), {"status": "given", "value": {"a": None}}),
        (Answer(Status.GIVEN, "x", "y"), {"status": "given", "value": "x", "other": "y"}),
        (Answer(Status.GIVEN, 0), {"status": "given", "value": 0}),
    ],
)
def test_an_answer_is_the_same_after_json(answer, document):
    assert answer.to_json() == document
    assert Answer.from_json(json.loads(json.dumps(document))) == answer


def test_an_unknown_status_is_refused():
    with pytest.raises(ValueError, match="maybe"):
        Answer.from_json({"status": "maybe"})


def test_only_a_given_answer_is_given():
    assert Answer(Status.GIVEN, 1).given
    assert not SKIPPED.given
    assert not DONT_KNOW.given


def test_the_error_carries_what_a_sentence_needs():
    error = InvalidAnswerError(Problem.TOO_MANY, "missing", max=3, count=4)

    assert error.problem == "too_many"
    assert error.item_code == "missing"
    assert error.params == {"max": 3, "count": 4}
    assert "missing" in str(error)

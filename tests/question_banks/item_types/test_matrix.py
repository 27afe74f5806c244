"""Several rows on one scale."""

import pytest
from pydantic import ValidationError

from question_banks.answer import DONT_KNOW, SKIPPED, Answer, AnswerRow, Problem, Status
from question_banks.item_types import parse_item
from tests.question_banks.item_types.refused import refused
from tests.question_banks.strategies import mini_banks

STREET = mini_banks().items["matrix_street"]
SURE = mini_banks().items["matrix_sure"]


def test_rows_are_answered_apart_or_left_open():
    answer = STREET.clean({"green": ["2"], "light": ["4"]})

    assert answer == Answer(Status.GIVEN, {"light": 4, "green": 2})
    assert STREET.pattern(answer) == "light=4+green=2"


def test_not_knowing_one_row_is_an_answer():
    answer = STREET.clean({"light": ["4"], "traffic": ["__dont_know"]})

    assert answer == Answer(Status.GIVEN, {"light": 4, "traffic": None})
    assert STREET.unfold(answer) == (
        AnswerRow(row="light", number=4),
        AnswerRow(row="traffic", number=None),
    )


def test_not_knowing_every_row_is_not_knowing():
    assert STREET.clean(dict.fromkeys(STREET.offered(), ("__dont_know",))) == DONT_KNOW


def test_not_knowing_some_rows_and_leaving_the_rest_is_an_answer():
    assert STREET.clean({"light": ["__dont_know"]}) == Answer(Status.GIVEN, {"light": None})


def test_no_row_answered_is_skipped():
    assert STREET.clean({"light": [""]}) == SKIPPED


@pytest.mark.parametrize("sent", ["6", "x", "__skipped"])
def test_a_point_that_the_scale_has_not_is_refused(sent):
    assert refused(STREET, {"light": [sent]}) == (Problem.UNKNOWN_OPTION, {})


def test_not_knowing_a_row_is_refused_where_it_is_not_offered():
    assert refused(SURE, {"school": ["__dont_know"]}) == (Problem.UNKNOWN_OPTION, {})


def test_two_points_in_one_row_are_too_many():
    assert refused(STREET, {"light": ["1", "2"]}) == (Problem.TOO_MANY, {"max": 1})


def test_the_controls_are_the_rows():
    assert STREET.controls() == ("", "light", "traffic", "green")


def test_a_matrix_without_rows_is_refused():
    with pytest.raises(ValidationError):
        parse_item({"code": "any", "type": "matrix", "text": "Wat?", "scale": "agree5", "rows": []})

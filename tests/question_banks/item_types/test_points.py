"""Ten or a hundred points to divide."""

import pytest
from pydantic import ValidationError

from question_banks.answer import SKIPPED, Answer, AnswerRow, Problem, Status
from question_banks.item_types import parse_item
from tests.question_banks.item_types.refused import refused
from tests.question_banks.strategies import mini_banks

TEN = mini_banks().items["points_ten"]


def test_blanks_are_zero():
    answer = TEN.clean({"bakery": ["3"], "bus": ["7"], "bench": [""]})

    assert answer == Answer(Status.GIVEN, {"bakery": 3, "bus": 7, "bench": 0})
    assert TEN.pattern(answer) == "bakery=3+bus=7+bench=0"
    assert TEN.unfold(answer)[2] == AnswerRow(option="bench", number=0)


@pytest.mark.parametrize("raw", [{}, {"bakery": [""]}, {"bakery": ["0"], "bus": ["0"]}])
def test_no_points_given_is_skipped(raw):
    assert TEN.clean(raw) == SKIPPED


@pytest.mark.parametrize(("bus", "total"), [("6", 9), ("8", 11)])
def test_another_sum_is_told(bus, total):
    raw = {"bakery": ["3"], "bus": [bus]}

    assert refused(TEN, raw) == (Problem.WRONG_SUM, {"total": 10, "sum": total})


def test_one_option_cannot_have_more_than_all():
    assert refused(TEN, {"bus": ["11"]}) == (Problem.OUT_OF_RANGE, {"min": 0, "max": 10})


@pytest.mark.parametrize("sent", ["-3", "2,5", "drie", "³", "10000"])
def test_points_are_whole_numbers(sent):
    assert refused(TEN, {"bus": [sent]})[0] is Problem.NOT_A_NUMBER


def test_another_total_than_ten_or_a_hundred_is_refused():
    with pytest.raises(ValidationError):
        parse_item(TEN.to_json() | {"total": 20})

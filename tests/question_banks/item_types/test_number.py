"""A number with its unit."""

import pytest
from pydantic import ValidationError

from question_banks.answer import Answer, AnswerRow, Problem, Status
from question_banks.item_types import parse_item
from tests.question_banks.item_types.refused import refused
from tests.question_banks.strategies import mini_banks

PEOPLE = mini_banks().items["number_people"]
DISTANCE = mini_banks().items["number_distance"]
CHANGE = mini_banks().items["number_change"]


@pytest.mark.parametrize(
    ("item", "sent", "number"),
    [
        (PEOPLE, "12", 12),
        (PEOPLE, "007", 7),
        (PEOPLE, "3,0", 3),
        (DISTANCE, "2,5", 2.5),
        (DISTANCE, "2.5", 2.5),
        (DISTANCE, "2,50", 2.5),
        (DISTANCE, "1.500", 1500),
        (DISTANCE, "1 500", 1500),
        (DISTANCE, "1\u00a0500,25", 1500.25),
        (DISTANCE, "12.345,5", 12345.5),
        (CHANGE, "1.500", 1.5),
        (CHANGE, "−0,125", -0.125),
        (CHANGE, "-0", 0),
    ],
)
def test_a_number_is_read_as_people_write_it(item, sent, number):
    answer = item.clean({"": [sent]})

    assert answer == Answer(Status.GIVEN, number)
    assert type(answer.value) is type(number)
    assert item.unfold(answer) == (AnswerRow(number=number),)


@pytest.mark.parametrize(
    "sent", ["2,5", "twee", "1e1", "1,2,3", "NaN", "inf", "0x10", "٣", "--1", "9" * 13, "1.00.0"]
)
def test_what_is_no_whole_number_is_refused(sent):
    assert refused(PEOPLE, {"": [sent]}) == (Problem.NOT_A_NUMBER, {})


def test_more_decimals_than_asked_are_refused_and_not_rounded():
    assert refused(DISTANCE, {"": ["2,555"]})[0] is Problem.NOT_A_NUMBER


@pytest.mark.parametrize("sent", ["0", "21", "-1"])
def test_a_number_out_of_range_is_refused(sent):
    assert refused(PEOPLE, {"": [sent]}) == (Problem.OUT_OF_RANGE, {"min": 1, "max": 20})


@pytest.mark.parametrize("number", [1, 20])
def test_the_least_and_the_most_count(number):
    assert PEOPLE.clean({"": [str(number)]}).value == number


def test_bounds_that_leave_nothing_are_refused():
    with pytest.raises(ValidationError, match="let min be less than max"):
        parse_item({"code": "any", "type": "number", "text": "Wat?", "min": 5, "max": 5})

"""Any of several."""

import pytest
from pydantic import ValidationError

from question_banks.answer import SKIPPED, Answer, AnswerRow, Problem, Status
from question_banks.item_types import parse_item
from tests.question_banks.item_types.refused import refused
from tests.question_banks.strategies import mini_banks

MISSING = mini_banks().items["multiple_missing"]
TWO = mini_banks().items["multiple_two"]


def test_options_are_kept_in_the_order_of_the_questionnaire():
    answer = MISSING.clean({"": ["bench", "bakery", "bench"]})

    assert answer == Answer(Status.GIVEN, ("bakery", "bench"))
    assert MISSING.pattern(answer) == "bakery+bench"


def test_more_than_the_most_is_refused():
    raw = {"": ["bakery", "bus", "bench", "cafe"]}

    assert refused(MISSING, raw) == (Problem.TOO_MANY, {"max": 3, "count": 4})


def test_fewer_than_the_least_is_refused():
    assert refused(TWO, {"": ["bus"]}) == (Problem.TOO_FEW, {"min": 2, "count": 1})


def test_nothing_chosen_is_skipped_even_with_a_least():
    assert TWO.clean({"": []}) == SKIPPED


def test_an_exclusive_option_stands_alone():
    assert MISSING.clean({"": ["none"]}) == Answer(Status.GIVEN, ("none",))
    assert refused(MISSING, {"": ["none", "bus"]}) == (Problem.EXCLUSIVE, {})


def test_an_unknown_option_is_refused():
    assert refused(MISSING, {"": ["bus", "cinema"]}) == (Problem.UNKNOWN_OPTION, {})


def test_words_beside_other_stand_on_its_row_only():
    answer = MISSING.clean({"": ["bus", "elsewhere"], "other": ["kapper"]})

    assert MISSING.unfold(answer) == (
        AnswerRow(option="bus"),
        AnswerRow(option="elsewhere", text="kapper"),
    )


@pytest.mark.parametrize("bounds", [{"min": 3}, {"max": 3}, {"min": 2, "max": 1}, {"max": 0}])
def test_bounds_that_nobody_can_keep_are_refused(bounds):
    options = [{"code": "bus", "text": "Bus"}, {"code": "train", "text": "Trein"}]

    with pytest.raises(ValidationError):
        parse_item({"code": "any", "type": "multiple", "text": "Wat?", "options": options} | bounds)


def test_a_least_counts_only_options_that_go_together():
    options = [
        {"code": "bus", "text": "Bus"},
        {"code": "none", "text": "Niets", "exclusive": True},
    ]

    with pytest.raises(ValidationError, match="min is 2"):
        parse_item(
            {"code": "any", "type": "multiple", "text": "Wat?", "options": options, "min": 2}
        )

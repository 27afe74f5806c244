"""A day."""

import pytest
from pydantic import ValidationError

from question_banks.answer import Answer, AnswerRow, Problem, Status
from question_banks.item_types import parse_item
from tests.question_banks.item_types.refused import refused
from tests.question_banks.strategies import mini_banks

MEETING = mini_banks().items["date_meeting"]


@pytest.mark.parametrize(
    "sent", ["2026-05-20", "20/05/2026", "20-05-2026", "20.5.2026", "20 5 2026", "2026-5-20"]
)
def test_a_day_is_read_as_people_write_it(sent):
    answer = MEETING.clean({"": [sent]})

    assert answer == Answer(Status.GIVEN, "2026-05-20")
    assert MEETING.unfold(answer) == (AnswerRow(text="2026-05-20"),)


@pytest.mark.parametrize(
    "sent",
    ["morgen", "31/02/2026", "05/20/2026", "2026-05", "20/05/26", "٢٠/٠٥/٢٠٢٦", "0000-01-01"],
)
def test_what_is_no_day_is_refused(sent):
    assert refused(MEETING, {"": [sent]}) == (Problem.NOT_A_DATE, {})


@pytest.mark.parametrize("sent", ["31/12/2025", "01/01/2027"])
def test_a_day_out_of_bounds_is_refused(sent):
    bounds = {"min": "01/01/2026", "max": "31/12/2026"}

    assert refused(MEETING, {"": [sent]}) == (Problem.OUT_OF_RANGE, bounds)


@pytest.mark.parametrize("day", ["2026-01-01", "2026-12-31"])
def test_the_first_and_the_last_day_count(day):
    assert MEETING.clean({"": [day]}).value == day


def test_bounds_the_wrong_way_round_are_refused():
    with pytest.raises(ValidationError, match="earliest must not be after latest"):
        parse_item(MEETING.to_json() | {"earliest": "2027-01-01"})

"""One point of a scale."""

import pytest
from pydantic import ValidationError

from question_banks.answer import Answer, AnswerRow, Problem, Status
from question_banks.item_types import parse_item
from tests.question_banks.item_types.refused import refused
from tests.question_banks.strategies import mini_banks

NAMED = mini_banks().items["rating_named"]


def test_a_point_is_a_whole_number():
    answer = NAMED.clean({"": ["4"]})

    assert answer == Answer(Status.GIVEN, 4)
    assert NAMED.unfold(answer) == (AnswerRow(number=4),)


@pytest.mark.parametrize("sent", ["0", "6", "04", "4.0", "٤", "vier"])
def test_a_point_that_the_scale_has_not_is_refused(sent):
    assert refused(NAMED, {"": [sent]}) == (Problem.UNKNOWN_OPTION, {})


def test_a_scale_of_faces_has_a_look_of_its_own():
    items = mini_banks().items

    assert items["rating_faces"].widget == "smiley"
    assert NAMED.widget == items["rating_own"].widget == "rating"
    assert [point.pictogram for point in items["rating_faces"].points] == [
        f"gezicht-{n}" for n in range(1, 6)
    ]


def test_a_named_scale_is_written_out():
    assert [point.code for point in NAMED.points] == [1, 2, 3, 4, 5]
    assert len(NAMED.to_json()["points"]) == 5


@pytest.mark.parametrize(
    "scale",
    [
        {"scale": "stars"},
        {"scale": ["agree5"]},
        {"points": []},
        {"points": [{"code": 1, "text": "Ja"}]},
        {"points": [{"code": 2, "text": "Ja"}, {"code": 1, "text": "Nee"}]},
        {"points": [{"code": 1, "text": "Ja"}, {"code": 1, "text": "Nee"}]},
        {"points": [{"code": 1, "text": "Ja"}, {"code": 101, "text": "Nee"}]},
        {},
    ],
)
def test_a_scale_needs_points_from_least_to_most(scale):
    with pytest.raises(ValidationError):
        parse_item({"code": "any", "type": "rating", "text": "Wat?"} | scale)


def test_a_published_rating_outlives_the_name_of_its_scale():
    document = NAMED.to_json() | {"scale": "a_scale_of_former_days"}

    assert parse_item(document).points == NAMED.points

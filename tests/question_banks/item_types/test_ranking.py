"""A first, a second, a third."""

import pytest
from pydantic import ValidationError

from question_banks.answer import SKIPPED, Answer, AnswerRow, Problem, Status
from question_banks.item_types import parse_item
from tests.question_banks.item_types.refused import refused
from tests.question_banks.strategies import mini_banks

THREE = mini_banks().items["ranking_three"]
ALL = mini_banks().items["ranking_all"]


def test_places_make_an_order_best_first():
    answer = THREE.clean({"bakery": ["2"], "other": ["1"], "bench": ["3"]})

    assert answer == Answer(Status.GIVEN, ("other", "bakery", "bench"))
    assert THREE.pattern(answer) == "other>bakery>bench"
    assert THREE.unfold(answer)[0] == AnswerRow(option="other", position=1)


def test_gaps_between_places_close():
    assert THREE.clean({"bus": ["3"], "bench": ["1"]}) == Answer(Status.GIVEN, ("bench", "bus"))


def test_no_place_given_is_skipped():
    assert THREE.clean({"bus": [""]}) == SKIPPED


def test_two_options_on_one_place_are_refused():
    assert refused(THREE, {"bus": ["1"], "bench": ["1"]}) == (Problem.TWICE, {"place": 1})


@pytest.mark.parametrize("place", ["0", "4", "99"])
def test_a_place_that_is_not_to_give_is_refused(place):
    assert refused(THREE, {"bus": [place]}) == (Problem.OUT_OF_RANGE, {"min": 1, "max": 3})


@pytest.mark.parametrize("place", ["eerst", "1.5", "-1", "²", "1000"])
def test_a_place_is_a_small_whole_number(place):
    assert refused(THREE, {"bus": [place]})[0] is Problem.NOT_A_NUMBER


def test_without_a_most_every_option_has_a_place():
    assert ALL.places == 2
    assert THREE.places == 3


def test_more_places_than_options_are_refused():
    options = [{"code": "bus", "text": "Bus"}, {"code": "train", "text": "Trein"}]

    with pytest.raises(ValidationError, match="most is 3"):
        parse_item(
            {"code": "any", "type": "ranking", "text": "Wat?", "options": options, "most": 3}
        )


def test_a_ranking_has_no_words_of_ones_own():
    options = [{"code": "bus", "text": "Bus"}, {"code": "rest", "text": "Rest", "other": True}]

    with pytest.raises(ValidationError, match="in a choice or multiple only"):
        parse_item({"code": "any", "type": "ranking", "text": "Wat?", "options": options})

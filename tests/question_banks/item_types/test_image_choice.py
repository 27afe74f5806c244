"""One of several pictures."""

import pytest
from pydantic import ValidationError

from question_banks.answer import Answer, Problem, Status
from question_banks.item_types import parse_item
from tests.question_banks.item_types.refused import refused
from tests.question_banks.strategies import mini_banks

PLACE = mini_banks().items["image_place"]


def test_a_picture_is_the_answer():
    assert PLACE.clean({"": ["bench"]}) == Answer(Status.GIVEN, "bench")
    assert refused(PLACE, {"": ["cinema"]}) == (Problem.UNKNOWN_OPTION, {})


def test_an_option_without_a_picture_is_refused():
    options = [{"code": "bus", "text": "Bus", "pictogram": "bus"}, {"code": "feet", "text": "Voet"}]

    with pytest.raises(ValidationError, match="missing: feet"):
        parse_item({"code": "any", "type": "image_choice", "text": "Wat?", "options": options})

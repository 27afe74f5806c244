"""Something to read."""

import pytest
from pydantic import ValidationError

from question_banks.answer import SKIPPED
from question_banks.item_types import parse_item
from tests.question_banks.strategies import mini_banks

WHY = mini_banks().items["info_why"]


def test_information_asks_nothing():
    assert WHY.controls() == ()
    assert WHY.clean({"": ["iets"]}) == SKIPPED
    assert WHY.raw(SKIPPED) == {}
    assert WHY.raw_value(SKIPPED) == {}
    assert WHY.pattern(SKIPPED) is None
    assert WHY.unfold(SKIPPED) == ()


def test_information_cannot_be_required():
    with pytest.raises(ValidationError, match="it cannot be required"):
        parse_item(WHY.to_json() | {"required": True})

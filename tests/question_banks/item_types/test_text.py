"""Own words."""

import pytest

from question_banks.answer import Answer, AnswerRow, Problem, Status
from tests.question_banks.item_types.refused import refused
from tests.question_banks.strategies import mini_banks

SHORT = mini_banks().items["text_short"]
LONG = mini_banks().items["text_long"]


def test_words_are_kept_tidy():
    answer = SHORT.clean({"": [" Kerk\x00straat\u202e "]})

    assert answer == Answer(Status.GIVEN, "Kerkstraat")
    assert SHORT.unfold(answer) == (AnswerRow(text="Kerkstraat"),)
    assert SHORT.pattern(answer) is None


@pytest.mark.parametrize("hostile", ["=1+1", "<script>alert(1)</script>", "'; --", "{{ 7 * 7 }}"])
def test_hostile_words_are_words(hostile):
    assert SHORT.clean({"": [hostile]}).value == hostile


def test_text_has_an_end():
    assert refused(SHORT, {"": ["x" * 61]}) == (Problem.TOO_LONG, {"max": 60})
    assert refused(LONG, {"": ["x" * 2001]}) == (Problem.TOO_LONG, {"max": 2000})
    assert len(LONG.clean({"": ["x" * 2000]}).value) == 2000


def test_a_long_text_keeps_its_lines():
    assert LONG.clean({"": ["een\r\ntwee"]}).value == "een\ntwee"

"""One of several."""

import pytest
from pydantic import ValidationError

from question_banks.answer import Answer, AnswerRow, Problem, Status
from question_banks.item_types import parse_item
from tests.question_banks.item_types.refused import refused
from tests.question_banks.strategies import mini_banks

SHOP = mini_banks().items["choice_shop"]


def test_an_option_is_the_answer():
    assert SHOP.clean({"": ["market"]}) == Answer(Status.GIVEN, "market")


def test_the_same_option_sent_twice_is_one_answer():
    assert SHOP.clean({"": ["market", "market"]}) == Answer(Status.GIVEN, "market")


def test_two_options_are_too_many():
    assert refused(SHOP, {"": ["market", "bakery"]}) == (Problem.TOO_MANY, {"max": 1})


@pytest.mark.parametrize("code", ["cinema", "Market", "market; drop table", "0"])
def test_an_unknown_option_is_refused(code):
    assert refused(SHOP, {"": [code]}) == (Problem.UNKNOWN_OPTION, {})


def test_words_beside_other_are_kept_and_stand_on_its_row():
    answer = SHOP.clean({"": ["elsewhere"], "other": [" bij de boer "]})

    assert answer == Answer(Status.GIVEN, "elsewhere", "bij de boer")
    assert SHOP.unfold(answer) == (AnswerRow(option="elsewhere", text="bij de boer"),)
    assert SHOP.pattern(answer) == "elsewhere"


def test_words_beside_other_are_dropped_when_other_is_not_chosen():
    assert SHOP.clean({"": ["market"], "other": ["x" * 999]}).other is None


def test_words_beside_other_have_an_end():
    raw = {"": ["elsewhere"], "other": ["x" * 301]}

    assert refused(SHOP, raw) == (Problem.TOO_LONG, {"max": 300})


def test_a_choice_without_other_has_one_control():
    assert mini_banks().items["choice_age"].controls() == ("",)
    assert SHOP.controls() == ("", "other")


def test_an_option_is_found_by_its_code():
    assert SHOP.option("market").text.wording("en").text == "At the market"
    with pytest.raises(KeyError):
        SHOP.option("cinema")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ([{"code": "yes", "text": "Ja"}], "at least two options"),
        (
            [{"code": "yes", "text": "Ja"}, {"code": "dont_know", "text": "?"}],
            "leave the option dont_know out",
        ),
        (
            [{"code": c, "text": c, "other": True} for c in ("here", "there")],
            "one option at most as `other`",
        ),
        (
            [{"code": "yes", "text": "Ja"}, {"code": "no", "text": "Nee", "exclusive": True}],
            "only a multiple needs it",
        ),
    ],
)
def test_a_list_that_is_no_choice_is_refused(options, why):
    with pytest.raises(ValidationError, match=why):
        parse_item({"code": "any", "type": "choice", "text": "Wat?", "options": options})

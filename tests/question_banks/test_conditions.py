"""Conditions: what they mean, and that they never fail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from question_banks.answer import DONT_KNOW, SKIPPED, Answer, Status
from question_banks.conditions import Condition, holds
from tests.question_banks.strategies import answers, items, quick


def given_answer(value):
    return Answer(Status.GIVEN, value)


def condition(**data):
    return Condition.model_validate({key.rstrip("_"): value for key, value in data.items()})


ANSWERS = {
    "shop": given_answer("bakery"),
    "missing": given_answer(("bakery", "bus")),
    "order": given_answer(("bus", "bench")),
    "shares": given_answer({"bakery": 10, "bus": 0}),
    "rating": given_answer(4),
    "distance": given_answer(2.5),
    "day": given_answer("2026-05-20"),
    "unknown": DONT_KNOW,
    "left_open": SKIPPED,
}
TABLE = [
    ({"item": "shop", "is": "bakery"}, True),
    ({"item": "shop", "is": "market"}, False),
    ({"item": "rating", "is": 4}, True),
    ({"item": "rating", "is": "4"}, True),
    ({"item": "distance", "is": 2.5}, True),
    ({"item": "day", "is": "2026-05-20"}, True),
    ({"item": "missing", "has": "bus"}, True),
    ({"item": "missing", "has": "bench"}, False),
    ({"item": "order", "has": "bench"}, True),
    ({"item": "shares", "has": "bakery"}, True),
    ({"item": "shares", "has": "bus"}, False),
    ({"item": "shop", "has": "bakery"}, False),
    ({"item": "rating", "at_least": 4}, True),
    ({"item": "rating", "at_least": 5}, False),
    ({"item": "rating", "at_most": 4}, True),
    ({"item": "distance", "at_most": 2.4}, False),
    ({"item": "shop", "at_least": 1}, False),
    ({"item": "rating", "answered": True}, True),
    ({"item": "unknown", "answered": True}, False),
    ({"item": "left_open", "answered": True}, False),
    ({"item": "nobody", "answered": True}, False),
    ({"not": {"item": "nobody", "answered": True}}, True),
    ({"all": [{"item": "shop", "is": "bakery"}, {"item": "rating", "is": 4}]}, True),
    ({"all": [{"item": "shop", "is": "bakery"}, {"item": "rating", "is": 3}]}, False),
    ({"any": [{"item": "shop", "is": "market"}, {"item": "rating", "is": 4}]}, True),
    ({"any": [{"item": "shop", "is": "market"}, {"item": "rating", "is": 3}]}, False),
]


@pytest.mark.parametrize(("data", "expected"), TABLE)
def test_a_condition_means_what_it_says(data, expected):
    assert holds(Condition.model_validate(data), ANSWERS) is expected


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"item": "shop"},
        {"is": "bakery"},
        {"item": "shop", "is": "bakery", "has": "bakery"},
        {"item": "shop", "is": "bakery", "all": [{"item": "shop", "is": "bakery"}]},
        {"all": []},
        {"all": [{"item": "shop", "is": "a"}], "any": [{"item": "shop", "is": "a"}]},
        {"not": {}},
        {"item": "shop", "answered": False},
        {"item": "shop", "is": True},
        {"item": "shop", "equals": "bakery"},
        "shop",
    ],
)
def test_what_is_no_condition_is_refused(data):
    with pytest.raises(ValidationError):
        Condition.model_validate(data)


def test_a_condition_knows_every_item_it_looks_at():
    nested = condition(
        all_=[{"item": "aa", "is": "x"}, {"any": [{"not": {"item": "bb", "has": "y"}}]}]
    )

    assert nested.items() == {"aa", "bb"}
    assert condition(item="aa", is_="x").items() == {"aa"}


def test_a_condition_is_the_same_after_json():
    original = condition(any_=[{"item": "aa", "is": 4}, {"not": {"item": "bb", "at_least": 2}}])
    document = original.model_dump(mode="json", by_alias=True, exclude_none=True)

    assert Condition.model_validate(document) == original


def single_tests():
    codes = st.sampled_from([item.code for item in items()])
    named = st.sampled_from(["bakery", "often", "none", "4", "2026-05-20"])
    return st.one_of(
        st.fixed_dictionaries({"item": codes, "is": named | st.integers(-9, 9)}),
        st.fixed_dictionaries({"item": codes, "has": named}),
        st.fixed_dictionaries({"item": codes, "at_least": st.integers(-9, 9)}),
        st.fixed_dictionaries({"item": codes, "at_most": st.integers(-9, 9)}),
        st.fixed_dictionaries({"item": codes, "answered": st.just(True)}),
    )


def joined(parts):
    several = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(
        st.fixed_dictionaries({"all": several}),
        st.fixed_dictionaries({"any": several}),
        st.fixed_dictionaries({"not": parts}),
    )


conditions = st.recursive(single_tests(), joined, max_leaves=6)
some_answers = st.fixed_dictionaries({}, optional={item.code: answers(item) for item in items()})


@quick
@given(data=conditions, given_answers=some_answers)
def test_a_condition_is_true_or_false_whatever_the_answers(data, given_answers):
    parsed = Condition.model_validate(data)

    assert holds(parsed, given_answers) in {True, False}
    assert holds(Condition.model_validate({"not": data}), given_answers) is not holds(
        parsed, given_answers
    )


@quick
@given(data=conditions, given_answers=some_answers)
def test_only_the_items_it_looks_at_matter_to_a_condition(data, given_answers):
    parsed = Condition.model_validate(data)
    seen = {code: one for code, one in given_answers.items() if code in parsed.items()}

    assert holds(parsed, seen) is holds(parsed, given_answers)


def test_a_condition_two_hundred_deep_is_judged():
    data = {"item": "shop", "is": "bakery"}
    for _ in range(200):
        data = {"not": data}

    assert holds(Condition.model_validate(data), ANSWERS) is True

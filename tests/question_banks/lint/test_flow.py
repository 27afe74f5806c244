"""Rules about the way through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_banks.conditions import Condition
from question_banks.lint.candidates import candidates
from question_banks.lint.references import misfit
from question_banks.lint.references import tests as single_tests
from question_banks.path import walk
from tests.question_banks.lint.building import found, item, library, option, questionnaire
from tests.question_banks.strategies import answers, quick

SHOP = item("shop", "choice")


def after(code, show_if):
    return item(code, show_if=show_if)


def told(held):
    return [name for name, _what in found(held)]


def test_an_item_that_waits_for_itself_is_told():
    assert told(library(after("one", {"item": "one", "answered": True}))) == ["circular_condition"]


def test_items_that_wait_for_each_other_are_told():
    circle = [
        after("one", {"item": "two", "answered": True}),
        after("two", {"not": {"item": "three", "answered": True}}),
        after("three", {"item": "one", "answered": True}),
        after("outside", {"item": "one", "answered": True}),
    ]

    assert found(library(*circle)) == [
        ("circular_condition", f"{code}: show_if waits for itself")
        for code in ("one", "three", "two")
    ]


def test_a_questionnaire_that_looks_ahead_is_told():
    ahead = after("early", {"item": "shop", "is": "bus"})

    assert found(questionnaire(ahead, SHOP)) == [
        ("looks_ahead", "early: show_if looks at shop, which is asked later")
    ]
    assert told(questionnaire(SHOP, ahead)) == []
    assert told(library(ahead, SHOP)) == []


NONE_ALONE = [option("bus"), option("bench"), option("none", exclusive=True)]
MISSING = item("missing", "multiple", options=NONE_ALONE, max=1)
LIKING = item("liking", "rating")
PEOPLE = item("people", "number", min=1, max=9)
ORDER = item("order", "ranking", most=1)
SHARES = item("shares", "points")
DAY = item("day", "date")
STREET = item("street", "matrix")
WORDS = item("words")
CERTAIN = item("certain", "choice", required=True, dont_know=False)
ASKED = (SHOP, MISSING, LIKING, PEOPLE, ORDER, SHARES, DAY, STREET, WORDS, CERTAIN)


@pytest.mark.parametrize(
    "never",
    [
        {"all": [{"item": "shop", "is": "bus"}, {"item": "shop", "is": "bench"}]},
        {"all": [{"item": "shop", "is": "bus"}, {"not": {"item": "shop", "answered": True}}]},
        {"all": [{"item": "missing", "has": "bus"}, {"item": "missing", "has": "bench"}]},
        {"all": [{"item": "missing", "has": "bus"}, {"item": "missing", "has": "none"}]},
        {"item": "liking", "at_least": 6},
        {"all": [{"item": "liking", "at_least": 4}, {"item": "liking", "at_most": 3}]},
        {"item": "people", "at_least": 10},
        {"item": "people", "at_most": 0},
        {"item": "people", "is": 2.5},
        {"all": [{"item": "people", "is": 3}, {"item": "people", "at_least": 4}]},
        {"all": [{"item": "order", "has": "bus"}, {"item": "order", "has": "bench"}]},
        {"all": [{"item": "day", "is": "2026-01-01"}, {"item": "day", "is": "2026-01-02"}]},
        {"item": "day", "is": "2026-13-01"},
        {"not": {"item": "certain", "answered": True}},
    ],
)
def test_a_condition_that_can_never_hold_is_told(never):
    assert told(questionnaire(*ASKED, after("last", never))) == ["dead_end"]


@pytest.mark.parametrize(
    "possible",
    [
        {"not": {"item": "shop", "answered": True}},
        {"all": [{"item": "shop", "is": "bus"}, {"not": {"item": "shop", "is": "bench"}}]},
        {"item": "missing", "has": "none"},
        {"not": {"item": "missing", "has": "bus"}},
        {"all": [{"item": "liking", "at_least": 4}, {"item": "liking", "at_most": 4}]},
        {"all": [{"item": "people", "at_least": 3}, {"item": "people", "at_most": 3}]},
        {"item": "people", "is": 9},
        {
            "all": [
                {"item": "people", "at_least": 3},
                {"item": "people", "at_most": 5},
                {"not": {"item": "people", "is": 3}},
                {"not": {"item": "people", "is": 5}},
            ]
        },
        {"item": "order", "has": "bench"},
        {
            "all": [
                {"item": "shares", "has": "bus"},
                {"item": "shares", "has": "bench"},
                {"not": {"item": "shares", "has": "bakery"}},
            ]
        },
        {"item": "day", "is": "2026-01-01"},
        {"item": "street", "answered": True},
        {"item": "words", "answered": True},
    ],
)
def test_a_condition_that_can_hold_is_fine(possible):
    assert told(questionnaire(*ASKED, after("last", possible))) == []


def test_an_item_behind_a_dead_end_is_a_dead_end_too():
    never = after("never", {"item": "liking", "at_least": 6})
    behind = after("behind", {"item": "never", "answered": True})

    assert told(library(LIKING, never, behind)) == ["dead_end", "dead_end"]


def test_an_item_that_needs_two_answers_of_different_paths_is_told():
    one = after("one", {"item": "shop", "is": "bus"})
    two = after("two", {"item": "shop", "is": "bench"})
    both = after("both", {"all": [{"item": c, "answered": True} for c in ("one", "two")]})

    assert found(library(SHOP, one, two, both)) == [
        ("dead_end", "both: no way of answering ever shows this")
    ]


def test_more_ways_than_can_be_tried_are_taken_to_be_possible():
    many = [item(f"rating_{n}", "rating") for n in range(6)]
    never = {"all": [{"item": one.code, "at_least": 6} for one in many]}

    assert told(library(*many, after("last", never))) == []


@pytest.mark.parametrize("looked_at", ASKED, ids=lambda one: one.code)
@quick
@given(data=st.data())
def test_the_answers_tried_stand_for_all_answers(looked_at, data):
    one = st.sampled_from(possible_tests(looked_at))
    parts = data.draw(st.lists(one | one.map(lambda part: {"not": part}), min_size=1, max_size=3))
    last = after("last", {"all": parts})
    answer = data.draw(answers(looked_at))
    asked = list(single_tests(last.show_if))

    shown = len(walk((looked_at, last), {looked_at.code: answer}))

    assert shown in {
        len(walk((looked_at, last), {looked_at.code: tried}))
        for tried in candidates(looked_at, asked)
    }


def possible_tests(looked_at):
    """Every test that fits the item; the others are unknown references."""
    code = looked_at.code
    drawn = [
        {"item": code, "answered": True},
        *({"item": code, "has": option} for option in looked_at.offered()),
        *({"item": code, "is": option} for option in (*looked_at.offered(), "2026-05-20", 3)),
        *({"item": code, "at_least": n} for n in (1, 3, 7)),
        *({"item": code, "at_most": n} for n in (2, 3.5, 8)),
    ]
    return [one for one in drawn if misfit(Condition.model_validate(one), looked_at) is None]

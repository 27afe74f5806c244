"""What an edit does to results that are there already."""

import pytest

from question_banks.item_types import parse_item
from question_banks.questionnaire import Questionnaire, Section
from survey_app.surveys.rules import Change, Kind, apart, changes

ITEM = {
    "type": "multiple",
    "code": "missing",
    "text": "Wat mist u?",
    "role": "importance",
    "options": [
        {"code": "bread", "text": "Brood", "topic": "bread"},
        {"code": "bus", "text": "Bus"},
    ],
}
MORE = [*ITEM["options"], {"code": "bank", "text": "Bank"}]


def asked(*items) -> Questionnaire:
    parsed = tuple(parse_item(item) for item in items)
    return Questionnaire(title="Vragen", sections=(Section(code="all", items=parsed),))


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        ({}, ()),
        ({"text": "Wat ontbreekt er?"}, (Change(Kind.WORDING, "missing"),)),
        ({"hint": "Denk na."}, (Change(Kind.WORDING, "missing"),)),
        ({"options": MORE}, (Change(Kind.NEW_OPTION, "missing", "bank"),)),
        ({"role": "feasibility"}, (Change(Kind.MEANING, "missing"),)),
        ({"max": 1}, (Change(Kind.MEANING, "missing"),)),
        ({"type": "choice"}, (Change(Kind.MEANING, "missing"),)),
        (
            {"options": [{"code": "bread", "text": "Brood", "topic": "cafe"}, MORE[1]]},
            (Change(Kind.MEANING, "missing"),),
        ),
        (
            {"options": [MORE[0], MORE[2]]},
            (
                Change(Kind.NEW_OPTION, "missing", "bank"),
                Change(Kind.OPTION_GONE, "missing", "bus"),
            ),
        ),
        (
            {"options": [{"code": "bread", "text": "Bakker", "topic": "bread"}, MORE[1]]},
            (Change(Kind.WORDING, "missing"),),
        ),
        ({"seconds": 90}, ()),
        ({"required": True}, (Change(Kind.RULES, "missing"),)),
        ({"min": 1}, (Change(Kind.RULES, "missing"),)),
        ({"options": ITEM["options"][::-1]}, (Change(Kind.RULES, "missing"),)),
        ({"show_if": {"item": "older", "is": "yes"}}, (Change(Kind.RULES, "missing"),)),
        (
            {"text": "Wat ontbreekt er?", "required": True},
            (Change(Kind.WORDING, "missing"), Change(Kind.RULES, "missing")),
        ),
    ],
)
def test_an_edit_is_told_by_what_it_does(edit, found):
    assert changes(asked(ITEM), asked(ITEM | edit)) == found


def test_questions_that_come_and_go_are_told():
    other = ITEM | {"code": "other_one"}

    assert changes(asked(ITEM), asked(other)) == (
        Change(Kind.NEW_ITEM, "other_one"),
        Change(Kind.ITEM_GONE, "missing"),
    )


@pytest.mark.parametrize(
    "edit",
    [
        {"title": "Andere vragen"},
        {"intro": "Welkom."},
        {"next_steps": "Dank u."},
        {"languages": ("nl", "fr")},
        {"sections": (Section(code="all", title="Deel", items=(parse_item(ITEM),)),)},
    ],
)
def test_change_around_the_questions_is_told_of_the_whole(edit):
    before = asked(ITEM)

    assert changes(before, before.model_copy(update=edit)) == (Change(Kind.FRAME, ""),)


def test_another_order_is_told_of_the_whole():
    other = ITEM | {"code": "other_one"}

    assert changes(asked(ITEM, other), asked(other, ITEM)) == (Change(Kind.FRAME, ""),)
    assert changes(asked(ITEM), asked(other, ITEM)) == (Change(Kind.NEW_ITEM, "other_one"),)


@pytest.mark.parametrize(
    ("code", "taken", "new"),
    [
        ("bread", set(), "bread_v2"),
        ("bread", {"bread_v2"}, "bread_v3"),
        ("bread_v2", {"bread_v2"}, "bread_v3"),
        ("bread_v9", {"bread_v10"}, "bread_v11"),
        ("a" * 40, set(), "a" * 36 + "_v2"),
        ("bread_vest", set(), "bread_vest_v2"),
    ],
)
def test_a_changed_meaning_gets_a_code_of_its_own(code, taken, new):
    assert apart(code, frozenset(taken)) == new

"""From what a coach typed to a question: every type, any words, conditions of every kind."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_banks.conditions import Condition
from question_banks.item_types import parse_item
from question_banks.questionnaire import Questionnaire, Section
from survey_app.surveys import drafting
from tests.questions import EVERY_TYPE

ASKED = Questionnaire(
    title="Proef",
    sections=(Section(code="all", items=tuple(parse_item(dict(one)) for one in EVERY_TYPE)),),
)
LINES = "Ja\n\n Nee \nMisschien"


@given(st.text(max_size=80), st.frozensets(st.text("abc_2", max_size=8), max_size=5))
def test_any_words_give_a_code_that_is_free(words, taken) -> None:
    code = drafting.code_of(words, taken)

    assert re.fullmatch(r"[a-z][a-z0-9_]+", code)
    assert code not in taken


def test_same_words_give_codes_one_after_the_other() -> None:
    assert (
        drafting.code_of("Wat mist u?", frozenset({"own_wat_mist_u"}), "own_") == "own_wat_mist_u_2"
    )


@pytest.mark.parametrize("kind", drafting.OWN_TYPES)
def test_every_type_is_made_of_a_few_words(kind) -> None:
    sent = {"question": " Komt u? ", "easy": "Komt u?", "type": kind, "options": LINES, "most": "2"}

    item = drafting.own_item(sent, frozenset())

    assert (item.type, item.code) == (kind, "own_komt_u")
    assert item.text.root == {"nl": "Komt u?", "nl-x-easy": "Komt u?"}
    if kind in {*drafting.WITH_OPTIONS, "matrix"}:
        assert item.offered() == ("ja", "nee", "misschien")


@pytest.mark.parametrize(
    "sent",
    [
        {"question": "", "type": "choice", "options": LINES},
        {"question": "Komt u?", "type": "rocket", "options": LINES},
        {"question": "Komt u?", "type": "choice", "options": "Ja"},
        {"question": "Komt u?", "type": "matrix", "options": LINES, "scale": "rocket"},
    ],
)
def test_what_is_missing_is_refused(sent) -> None:
    with pytest.raises(ValueError):
        drafting.own_item(sent, frozenset())


@pytest.mark.parametrize(("most", "kept"), [("2", 2), ("9", None), ("0", None), ("x", None)])
def test_at_most_counts_only_when_it_can(most, kept) -> None:
    sent = {"question": "Komt u?", "type": "multiple", "options": LINES, "most": most}

    assert getattr(drafting.own_item(sent, frozenset()), "max", None) == kept


def test_adapting_changes_words_and_keeps_codes() -> None:
    item = ASKED.item("missing")
    sent = {
        "text.nl": "Wat ontbreekt er?",
        "text.fr": "",
        "options.bakery.nl": "De bakker",
        "options.bike.keep": "no",
        "options.new": "Bakker\nMarkt",
        "required": "yes",
    }

    data = drafting.adapted(item, sent, ("nl", "fr"))

    assert data["text"]["nl"] == "Wat ontbreekt er?"
    assert "fr" not in data["text"]
    assert [part["code"] for part in data["options"]] == [
        "bakery", "meet", "digital", "elsewhat", "nothing", "bakker", "markt",
    ]  # fmt: skip
    assert data["options"][0]["text"]["nl"] == "De bakker"
    assert data["required"] is True


def test_dutch_words_of_a_question_cannot_be_emptied_but_its_hint_can() -> None:
    held = {"nl": "Komt u?"}

    assert drafting.worded(held, "text", {"text.nl": " "}, ("nl",)) == held
    assert drafting.worded(held, "hint", {"hint.nl": " "}, ("nl",)) == {}


@pytest.mark.parametrize(
    ("picked", "rule"),
    [
        ("", None),
        ("age:", {"item": "age", "answered": True}),
        ("missing:bakery", {"item": "missing", "has": "bakery"}),
        ("feeling:<2", {"item": "feeling", "at_most": 2}),
        ("feeling:>4", {"item": "feeling", "at_least": 4}),
        ("outside:never", {"item": "outside", "is": "never"}),
    ],
)
def test_condition_is_what_was_picked(picked, rule) -> None:
    found = drafting.condition_of(ASKED, {"show_if": picked})

    assert found == rule
    assert rule is None or Condition.model_validate(found)


@pytest.mark.parametrize(
    "picked", ["nowhere:x", "nowhere", "feeling:many", "feeling:<", "\x00:\x00"]
)
def test_condition_that_cannot_be_is_refused(picked) -> None:
    with pytest.raises((ValueError, KeyError)):
        drafting.condition_of(ASKED, {"show_if": picked})

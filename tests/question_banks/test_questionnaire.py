"""A questionnaire: complete in itself, equal after JSON."""

import pytest
from pydantic import ValidationError

from question_banks.questionnaire import Questionnaire, Section
from tests.question_banks.strategies import items

ALL = Questionnaire(
    title={"nl": "Uw dorp"},
    intro={"nl": "Welkom"},
    languages=("nl", "fr"),
    sections=(
        Section(code="first", title="Eerst", items=tuple(items()[:3])),
        Section(code="rest", items=tuple(items()[3:])),
    ),
)


def test_a_questionnaire_is_the_same_after_json():
    again = Questionnaire.from_json(ALL.to_json())

    assert again == ALL
    assert again.sha256 == ALL.sha256


def test_another_word_is_another_fingerprint():
    document = ALL.to_json()
    document["title"]["nl"] = "Ons dorp"

    assert Questionnaire.from_json(document).sha256 != ALL.sha256


def test_items_come_in_the_order_in_which_they_are_asked():
    assert ALL.items() == tuple(items())
    assert ALL.item("text_long").code == "text_long"
    assert ALL.seconds == sum(item.seconds for item in items())


def test_an_item_knows_its_section():
    assert ALL.section_of(items()[0].code).code == "first"
    assert ALL.section_of(items()[-1].code).code == "rest"


def test_an_unknown_code_is_nowhere():
    with pytest.raises(KeyError):
        ALL.item("nowhere")
    with pytest.raises(KeyError):
        ALL.section_of("nowhere")


def test_an_item_that_stands_twice_is_refused():
    twice = (Section(code="one", items=(items()[0],)), Section(code="two", items=(items()[0],)))

    with pytest.raises(ValidationError, match=f"questions stand twice: {items()[0].code}"):
        Questionnaire(title="Uw dorp", sections=twice)


@pytest.mark.parametrize("document", [None, {}, {"title": {"nl": "x"}, "sections": [{"items": 3}]}])
def test_what_is_no_questionnaire_is_refused(document):
    with pytest.raises(ValueError, match="validation error"):
        Questionnaire.from_json(document)

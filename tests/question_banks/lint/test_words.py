"""Rules about words."""

import pytest

from question_banks.lint import Severity
from tests.question_banks.lint.building import (
    TONGUES,
    found,
    item,
    library,
    option,
    said,
    severities,
)


def without(tag: str, words: str = "Wat mist u in uw dorp?") -> dict[str, str]:
    return {other: words for other in TONGUES if other != tag}


def rules_of(**fields):
    return [name for name, _what in found(library(item("tried_item", **fields)))]


@pytest.mark.parametrize("tag", ["nl", "fr", "de", "en"])
def test_a_language_that_is_missing_is_told(tag):
    assert found(library(item("tried_item", text=without(tag)))) == [
        ("missing_language", f"tried_item: text is missing in {tag}")
    ]


@pytest.mark.parametrize("part", ["hint", "unit"])
def test_every_text_of_an_item_is_read(part):
    assert rules_of(kind="number", **{part: without("de", "km")}) == ["missing_language"]


def test_an_option_and_a_row_and_a_point_are_read():
    bare = {"nl": "x", "fr": "x", "de": "x"}
    options = [option("bus"), {"code": "train", "text": bare}]
    points = [{"code": 1, "text": said("aa")}, {"code": 2, "text": bare}]

    assert rules_of(kind="choice", options=options) == ["missing_language"]
    assert rules_of(kind="matrix", rows=[{"code": "light", "text": bare}]) == ["missing_language"]
    assert rules_of(kind="rating", scale="own", points=points) == ["missing_language"]


def test_a_note_for_whoever_asks_may_be_in_dutch_only():
    assert rules_of(interviewer_note="Toon de foto.") == []


def test_a_question_without_an_easy_variant_is_an_error():
    held = library(item("tried_item", text=without("nl-x-easy", "Wat?")))

    assert severities(held) == [("missing_easy", Severity.ERROR)]


def test_an_option_of_many_words_without_an_easy_variant_is_a_warning():
    long = {"code": "bus", "text": without("nl-x-easy", "Een bus die vaker rijdt")}
    short = {"code": "train", "text": without("nl-x-easy", "Een trein")}
    held = library(item("tried_item", "choice", options=[long, short]))

    assert severities(held) == [("missing_easy", Severity.WARNING)]
    assert found(held)[0][1].startswith("tried_item.bus:")


def test_a_title_needs_no_easy_variant():
    held = library(item("tried_item"), title=without("nl-x-easy", "Vier woorden of meer"))

    assert found(held) == []


SIXTEEN = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien en"
)


@pytest.mark.parametrize("tag", ["nl", "nl-x-easy"])
def test_a_sentence_of_sixteen_words_is_too_long(tag):
    assert found(library(item("tried_item", text=without(tag) | {tag: SIXTEEN}))) == [
        ("long_sentence", f"tried_item: text in {tag} has a sentence of 16 words")
    ]


def test_two_short_sentences_are_fine():
    assert rules_of(text=said(f"{SIXTEEN[:-3]}. {SIXTEEN[:-3]}!")) == []


def test_other_languages_may_be_longer():
    assert rules_of(text=without("fr") | {"fr": SIXTEEN}) == []


@pytest.mark.parametrize(
    "double",
    [
        "Mist u iets? Wat dan?",
        "Wat mist u en wat wilt u behouden?",
        "Komt u te voet of neemt u de bus?",
        "Vindt u het dorp mooi, en voelt u zich er thuis?",
    ],
)
def test_a_question_that_asks_two_things_is_told(double):
    assert rules_of(text=said("Wat mist u?") | {"nl": double}) == ["double_question"]


@pytest.mark.parametrize(
    "single",
    [
        "Mist u een bakker of een slager?",
        "Wat vindt u van eten en drinken in het dorp?",
        "Weet u of er een bus rijdt?",
        "Bent u zeker of u komt?",
        "Hoe gaat het met jong en oud?",
        "En wat mist u?",
        "Wat is er in het dorp te doen?",
    ],
)
def test_a_question_that_asks_one_thing_is_fine(single):
    assert rules_of(text=said(single)) == []


@pytest.mark.parametrize("words", ["<b>Wat</b>?", "Wat **mist** u?", "a&nbsp;b", "[hier](x)"])
def test_marks_of_a_page_are_told(words):
    assert set(rules_of(text=said(words))) == {"markup"}


def test_signs_that_are_no_marks_are_fine():
    assert rules_of(text=said("Minder dan 3 < 5 km & meer * dan 2?")) == []


@pytest.mark.parametrize("letter", ["\u202e", "\x00", "\x1b"])
def test_a_letter_that_nobody_sees_is_told(letter):
    assert found(library(item("tried_item", text=said("Wat?") | {"de": f"W{letter}as?"}))) == [
        ("hidden_letter", "tried_item: text in de has a letter that nobody sees")
    ]

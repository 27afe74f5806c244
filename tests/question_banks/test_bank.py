"""The library: finding, listing, and what belongs where."""

import pytest

from question_banks.bank import parts_of
from tests.question_banks.strategies import mini_banks

LIBRARY = mini_banks()


def codes(found):
    return [item.code for item in found]


def test_an_item_is_found_by_words_of_its_question():
    assert codes(LIBRARY.find("verdeel HONDERD", "nl")) == ["points_hundred"]


def test_an_item_is_found_by_its_options_and_rows():
    assert codes(LIBRARY.find("café", "nl")) == ["multiple_missing"]
    assert codes(LIBRARY.find("verkeer", "nl")) == ["matrix_street"]


def test_an_item_is_found_by_its_topics_in_the_language_of_the_reader():
    assert codes(LIBRARY.find("pain tableau", "fr")) == []
    assert "matrix_street" in codes(LIBRARY.find("pain", "fr"))
    assert "rating_named" in codes(LIBRARY.find("bread", "en"))


def test_a_topic_that_is_defined_nowhere_is_found_by_its_code():
    library = LIBRARY.model_copy(update={"banks": (LIBRARY.bank_of("rating_named"),)})

    assert codes(library.find("bread", "en")) == ["rating_named"]


def test_no_words_find_everything_in_a_bank():
    assert codes(LIBRARY.find("", "nl", bank="words")) == ["text_short", "text_long"]
    assert len(LIBRARY.find("", "nl")) == len(LIBRARY.items)


def test_an_item_knows_its_bank():
    assert LIBRARY.bank_of("date_any").bank == "days"
    with pytest.raises(KeyError):
        LIBRARY.bank_of("nowhere")


def test_topics_come_from_all_banks():
    assert LIBRARY.topics["buses"].wording("nl").text == "Bus"


def test_the_listing_is_what_scripts_read():
    listed = {one["bank"]: one for one in LIBRARY.listing()}

    assert listed["info"] == {
        "bank": "info",
        "version": 1,
        "items": [
            {
                "code": "info_why",
                "type": "info",
                "role": "none",
                "languages": ["nl", "nl-x-easy", "fr", "de", "en"],
            }
        ],
    }
    assert len(listed) == len(LIBRARY.banks)


def test_parts_are_options_or_rows():
    assert [part.code for part in parts_of(LIBRARY.items["matrix_sure"])] == ["school"]
    assert parts_of(LIBRARY.items["date_any"]) == ()

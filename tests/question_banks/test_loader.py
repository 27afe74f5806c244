"""Reading banks: every mistake at once, each on its line with its cure."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_banks.item import Item
from question_banks.loader import BANKS, BankError, load_bank, load_library
from question_banks.mistakes import Mistake
from question_banks.scales import scales
from tests.question_banks.strategies import BANKS as MINI_BANKS
from tests.question_banks.strategies import quick

GOOD = """\
bank: shops
version: 1
title: Winkels
topics:
  bread: Brood
items:
  - code: shops_missing
    type: choice
    text: Wat mist u?
    options:
      - {code: bakery, topic: bread, text: Bakker}
      - {code: none_at_all, text: Nee}
"""


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def mistakes_in(folder: Path, text: str) -> list[str]:
    written(folder, bank=text)
    with pytest.raises(BankError) as error:
        load_bank(folder / "bank.yaml")
    return [str(mistake) for mistake in error.value.mistakes]


def test_a_bank_is_read_with_its_lines(tmp_path):
    bank = load_bank(written(tmp_path, bank=GOOD) / "bank.yaml")

    assert bank.bank == "shops"
    assert [item.code for item in bank.items] == ["shops_missing"]
    assert bank.line_of("shops_missing") == 7
    assert bank.line_of("shops_missing.none_at_all") == 12
    assert bank.line_of("topics.bread") == 5
    assert bank.line_of("unknown") == 1


def test_a_row_of_a_matrix_knows_its_line():
    bank = load_bank(MINI_BANKS / "matrix.yaml")

    assert bank.line_of("matrix_street.traffic") == bank.line_of("matrix_street") + 6


def test_the_banks_of_the_house_load():
    assert load_library() is load_library(BANKS)


def test_a_library_is_read_once(tmp_path):
    written(tmp_path, bank=GOOD)

    assert load_library(tmp_path) is load_library(tmp_path)


def test_an_empty_folder_is_an_empty_library(tmp_path):
    assert load_library(tmp_path).banks == ()


MANY_MISTAKES = """\
bank: Shops
version: one
title: {nl: Winkels, nl: Handel}
lines: {}
items:
  - code: shops_missing
    type: poll
    text: Wat mist u?
  - code: shops_missing
    type: multiple
    text: 2026
    maxx: 3
    show_if: {item: other}
    options:
      - {code: bakery, text: Bakker}
  - rating
  - type: rating
    code: how_is_it
    scale: stars
"""


def test_every_mistake_is_told_at_once_on_its_line(tmp_path):
    known = ", ".join(sorted(Item.types))
    scales_known = ", ".join(sorted(scales()))
    assert (
        "\n".join(mistakes_in(tmp_path, MANY_MISTAKES))
        == f"""\
bank.yaml:1: bank: String should match pattern '^[a-z][a-z0-9_]{{1,39}}$'; use lower-case letters, \
digits and _, beginning with a letter
bank.yaml:2: version: Input should be a valid integer, unable to parse string as an integer; \
write a whole number
bank.yaml:3: nl stands twice; keep one of the two
bank.yaml:4: lines: this is filled in by itself; remove it
bank.yaml:7: unknown question type 'poll'; known: {known}; choose one of these types
bank.yaml:9: item code shops_missing stands in bank.yaml:6 too; give it a code of its own
bank.yaml:11: items.1.text: Input should be a valid dictionary; \
write words, or words by language: {{nl: …, fr: …}}
bank.yaml:12: items.1.maxx: Extra inputs are not permitted; remove it or correct its name
bank.yaml:13: items.1.show_if: a condition is one test of one item, or one of all, any, not; \
correct it
bank.yaml:14: items.1.options: give at least two options; correct it
bank.yaml:16: unknown question type None; known: {known}; choose one of these types
bank.yaml:17: items.3.text: Field required; add it
bank.yaml:17: items.3.points: name a known scale ({scales_known}), or give two points or more, \
their codes rising; correct it"""
    )


def test_doubles_over_files_are_told_even_when_another_mistake_hides_a_bank(tmp_path):
    other = GOOD.replace("bank: shops", "bank: more").replace("text: Nee", "text: 3")
    written(tmp_path, first=GOOD, second=other)

    with pytest.raises(BankError) as error:
        load_library(tmp_path)

    assert [(one.file, one.line, one.what) for one in error.value.mistakes] == [
        ("second.yaml", 5, "topic code bread stands in first.yaml:5 too"),
        ("second.yaml", 7, "item code shops_missing stands in first.yaml:7 too"),
        ("second.yaml", 12, "items.0.options.1.text: Input should be a valid dictionary"),
    ]


def test_a_second_bank_of_the_same_name_is_told(tmp_path):
    other = GOOD.replace("bread", "cakes").replace("shops_missing", "shops_other")
    written(tmp_path, first=GOOD, second=other)

    with pytest.raises(BankError, match=r"bank code shops stands in first\.yaml:1 too"):
        load_library(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "bank.yaml:1: this is no bank; begin with `bank: code`"),
        ("- 1", "bank.yaml:1: this is no bank; begin with `bank: code`"),
        ("bank: [", "bank.yaml:2: did not find expected node content; look at the indentation"),
        (GOOD + "items: []\n", "bank.yaml:13: there are no items; list them under `items:`"),
        (GOOD.partition("items")[0], "bank.yaml:1: there are no items; list them under `items:`"),
        (GOOD + "1: x\n", "bank.yaml:13: 1: Keys should be strings; correct it"),
        (GOOD + "extra: x\n", "bank.yaml:13: extra: Extra inputs are not permitted; remove it"),
        (
            GOOD + "      - {code: dont_know, text: Geen idee}\n",
            "bank.yaml:10: items.0.options: leave the option dont_know out",
        ),
    ],
)
def test_what_is_no_bank_is_told(tmp_path, text, told):
    assert any(one.startswith(told) for one in mistakes_in(tmp_path, text))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BankError) as error:
        load_bank(tmp_path / "nowhere.yaml")

    assert error.value.mistakes == (
        Mistake("nowhere.yaml", 1, "this file cannot be opened", "look at its name and its rights"),
    )


def test_topics_that_are_no_texts_are_told(tmp_path):
    text = GOOD.replace("  bread: Brood", "  - bread")

    assert mistakes_in(tmp_path, text)[0].startswith("bank.yaml:4: topics: Input should be a valid")


@quick
@given(place=st.integers(0, len(GOOD)), cut=st.integers(0, 40), put=st.text(max_size=6))
def test_a_damaged_file_is_read_or_told(tmp_path_factory, place, cut, put):
    damaged = GOOD[:place] + put + GOOD[place + cut :]
    path = tmp_path_factory.mktemp("banks") / "bank.yaml"
    path.write_bytes(damaged.encode("utf-8", "surrogatepass"))

    try:
        bank = load_bank(path)
    except BankError as error:
        assert error.mistakes  # noqa: PT017 — either way is fine, nothing else is
    else:
        assert bank.items

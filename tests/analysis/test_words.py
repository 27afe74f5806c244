"""Words and numbers as people read them, in the language they asked for."""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from analysis.words import (
    N_,
    chance,
    decimal,
    grouped,
    kind_of_group,
    listed,
    mean_words,
    number,
    percent,
    quoted,
    say,
)


def test_dutch_needs_no_catalog(tmp_path):
    assert say("nl", tmp_path).gettext("Doen") == "Doen"


def test_another_language_comes_from_its_catalog(tmp_path):
    catalog = Catalog(locale="fr", domain="analysis")
    catalog.add("Doen", "À faire")
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "analysis.mo").open("wb") as file:
        write_mo(file, catalog)

    assert say("fr-BE", tmp_path).gettext("Doen") == "À faire"


def test_a_marked_sentence_stays_itself():
    assert N_("Doen") == "Doen"


@pytest.mark.parametrize(
    ("names", "text"),
    [((), ""), (("a",), "a"), (("a", "b"), "a en b"), (("a", "b", "c"), "a, b en c")],
)
def test_a_list_is_told_as_people_do(names, text):
    assert listed(names) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0 %"), (0.001, "< 1 %"), (0.584, "58 %"), (0.999, "> 99 %"), (1, "100 %")],
)
def test_some_is_not_none_and_not_all_is_not_all(share, text):
    assert percent(share) == text.replace(" ", "\u00a0")


@given(st.integers(1, 100_000), st.data())
def test_only_nobody_is_none_and_only_all_are_all(n, data):
    k = data.draw(st.integers(0, n))

    assert (percent(k / n) == "0\u00a0%") == (k == 0)
    assert (percent(k / n) == "100\u00a0%") == (k == n)


def test_english_writes_percents_and_decimals_its_own_way():
    assert percent(0.5, "en") == "50%"
    assert decimal(2.5, 1, "en") == "2.5"
    assert number(2.5, "en") == "2.5"


def test_numbers_are_as_short_as_they_can_be():
    assert [number(x) for x in (12.0, 2.5, 0.1 + 0.2)] == ["12", "2,5", "0,3"]
    assert decimal(4, 1) == "4,0"


@pytest.mark.parametrize(
    ("language", "whole", "part"),
    [
        ("nl", "12.000", "12.345,7"),
        ("fr", "12\u202f000", "12\u202f345,7"),
        ("de-BE", "12.000", "12.345,7"),
        ("en", "12,000", "12,345.7"),
    ],
)
def test_long_numbers_have_their_thousands_apart(language, whole, part):
    assert number(12_000, language) == whole
    assert decimal(12_345.67, 1, language) == part
    assert say(language).gettext("%(n)s") % {"n": 12_000} == whole


def test_a_year_keeps_its_digits_together_and_money_does_not():
    assert number(1975) == "1975"
    assert number(-12_000) == "-12.000"
    assert grouped(5000, "nl") == "5.000"


def test_a_sentence_leaves_the_words_of_people_alone():
    assert say().gettext("%(label)s: %(n)s") % {"label": "12000", "n": 12000} == "12000: 12.000"


def test_each_language_has_its_own_quotes():
    assert [quoted("a", language) for language in ("nl", "fr", "de", "en")] == [
        "“a”", "«\u00a0a\u00a0»", "„a“", "“a”",
    ]  # fmt: skip


def test_a_little_is_never_told_as_nothing():
    assert [mean_words(x) for x in (0, 0.02, 0.05)] == ["0,0", "<\u00a00,1", "0,1"]


@pytest.mark.parametrize(("p", "text"), [(0, "< 1 %"), (0.25, "25 %"), (1, "> 99 %")])
def test_a_chance_is_never_none_nor_certain(p, text):
    assert chance(p) == text.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("kind", "language", "word"),
    [("age", "fr", "Âge"), ("hamlet", "de", "Weiler"), ("channel", "nl", "Kanaal")],
)
def test_what_groups_have_in_common_is_said_in_the_reader_s_language(kind, language, word):
    assert kind_of_group(kind, language) == word


def test_a_group_of_another_kind_bears_the_name_of_its_question():
    assert kind_of_group("other", "fr") == ""

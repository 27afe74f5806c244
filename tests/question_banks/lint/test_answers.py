"""Rules about the answers offered."""

import pytest

from question_banks.lint import Severity
from tests.question_banks.lint.building import found, item, library, option, said, severities

PICTURED = [option("bus", pictogram="bus"), option("bench", pictogram="bank")]


def rules_of(kind, **fields):
    return [name for name, _what in found(library(item("tried_item", kind, **fields)))]


@pytest.mark.parametrize("kind", ["choice", "multiple"])
def test_a_list_with_a_role_lets_people_not_know(kind):
    assert rules_of(kind, role="importance", dont_know=False) == ["no_dont_know"]
    assert rules_of(kind, role="importance") == []
    assert rules_of(kind, dont_know=False) == []


@pytest.mark.parametrize("kind", ["rating", "matrix"])
def test_a_scale_of_opinion_lets_people_not_know(kind):
    assert rules_of(kind, dont_know=False) == ["no_dont_know"]


def test_a_scale_of_facts_need_not():
    assert rules_of("rating", scale="frequency5", dont_know=False) == []


@pytest.mark.parametrize("kind", ["ranking", "points"])
def test_a_ranking_with_a_role_is_a_warning(kind):
    held = library(item("tried_item", kind, role="importance"))

    assert severities(held) == [("no_dont_know", Severity.WARNING)]


def test_a_number_or_words_need_no_way_out():
    assert rules_of("number", role="importance") == []
    assert rules_of("text", role="feasibility") == []


def test_more_than_twelve_options_are_told():
    options = [option(f"option_{n}") for n in range(13)]

    assert rules_of("choice", options=options) == ["too_many_options"]
    assert rules_of("choice", options=options[:12]) == []


def scale(*words, first=1):
    return [{"code": n, "text": said(word)} for n, word in enumerate(words, start=first)]


@pytest.mark.parametrize(
    "points",
    [
        scale("Slecht", "Goed", "Heel goed", "Uitstekend"),
        scale("Nooit", "Zelden", "Altijd"),
        scale("Veel minder", "Iets minder", "Gelijk", "Beter", first=-2),
    ],
)
def test_a_scale_that_leans_is_told(points):
    assert rules_of("rating", scale="own", points=points) == ["unbalanced_scale"]


@pytest.mark.parametrize(
    "points",
    [
        scale("Niet goed", "Gaat wel", "Goed"),
        scale("Nooit", "Soms", "Vaak"),
        scale("Minder", "Gelijk", "Meer", first=-1),
        scale("Een", "Twee", "Drie"),
    ],
)
def test_a_scale_in_balance_is_fine(points):
    assert rules_of("matrix", scale="own", points=points) == []


def test_two_options_that_say_the_same_are_told():
    options = [option("bus"), option("train", text=said("Bus"))]

    assert found(library(item("tried_item", "choice", options=options))) == [
        ("double_option", "tried_item: two options say “bus”")
    ]


@pytest.mark.parametrize("kind", ["choice", "multiple", "ranking", "points"])
def test_pictograms_for_some_options_only_are_told(kind):
    options = [option("bus", pictogram="bus"), option("bench"), option("bakery")]

    assert found(library(item("tried_item", kind, options=options))) == [
        ("some_pictures", "tried_item: no pictogram for bench, bakery, while others have one")
    ]


def test_pictograms_for_all_options_or_none_are_fine():
    assert rules_of("choice", options=PICTURED) == []
    assert rules_of("matrix", rows=PICTURED) == []

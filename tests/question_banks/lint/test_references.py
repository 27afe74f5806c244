"""Rules about names that point to something."""

import pytest

from tests.question_banks.lint.building import found, item, library, option, said


def test_a_code_that_stands_twice_is_told():
    assert found(library(item("tried_item"), item("tried_item"))) == [
        ("duplicate_code", "tried_item: 2 items have this code")
    ]


def test_a_topic_that_is_defined_nowhere_is_told():
    options = [option("bakery", topic="bread"), option("bus", topic="buses")]
    tried = item("tried_item", "choice", options=options, topic="cakes")

    assert found(library(tried, topics={"bread": said("Brood")})) == [
        ("unknown_topic", "tried_item.bus: topic buses is defined nowhere"),
        ("unknown_topic", "tried_item: topic cakes is defined nowhere"),
    ]


def test_a_pictogram_that_is_not_drawn_is_told(tmp_path):
    (tmp_path / "bakker.svg").write_text("<svg/>")
    tried = item(
        "tried_item",
        "choice",
        pictogram="bakker",
        options=[option("bakery", pictogram="bakker"), option("bus", pictogram="bus")],
    )

    assert found(library(tried), pictograms=tmp_path) == [
        ("unknown_pictogram", "tried_item.bus: there is no pictogram bus")
    ]
    assert found(library(tried), pictograms=tmp_path / "nowhere") == []


ASKED = [
    item("shop", "choice"),
    item("missing", "multiple"),
    item("liking", "rating"),
    item("street", "matrix"),
    item("order", "ranking"),
    item("shares", "points"),
    item("people", "number"),
    item("day", "date"),
    item("words", "text"),
    item("reading", "info", body=said("Lees dit.")),
]


def complaints(show_if):
    return [
        what
        for name, what in found(library(*ASKED, item("tried_item", show_if=show_if)))
        if name == "unknown_reference"
    ]


@pytest.mark.parametrize(
    ("show_if", "why"),
    [
        ({"item": "cinema", "answered": True}, "show_if looks at unknown cinema"),
        ({"not": {"item": "cinema", "answered": True}}, "show_if looks at unknown cinema"),
        ({"item": "shop", "is": "cinema"}, "show_if: shop has no answer cinema"),
        ({"item": "missing", "has": "cinema"}, "show_if: missing has no answer cinema"),
        ({"item": "liking", "is": 6}, "show_if: liking has no answer 6"),
        ({"item": "reading", "answered": True}, "show_if: reading asks nothing"),
        ({"item": "shop", "has": "bus"}, "show_if: `has` does not fit shop, which is nominal"),
        ({"item": "missing", "is": "bus"}, "show_if: `is` does not fit missing, which is multiple"),
        ({"item": "street", "has": "light"}, "show_if: `has` does not fit street, which is grid"),
        ({"item": "words", "is": "x"}, "show_if: `is` does not fit words, which is text"),
        ({"item": "shop", "at_least": 1}, "show_if: shop has no numbers to compare"),
        ({"item": "street", "at_most": 1}, "show_if: street has no numbers to compare"),
    ],
)
def test_a_condition_that_looks_at_nothing_is_told(show_if, why):
    assert complaints(show_if) == [f"tried_item: {why}"]


@pytest.mark.parametrize(
    "show_if",
    [
        {"item": "shop", "is": "bus"},
        {"item": "missing", "has": "bus"},
        {"item": "order", "has": "bus"},
        {"item": "shares", "has": "bus"},
        {"item": "liking", "is": 5},
        {"item": "liking", "at_least": 4},
        {"item": "people", "at_most": 3},
        {"item": "people", "is": 3},
        {"item": "day", "is": "2026-05-20"},
        {"item": "words", "answered": True},
        {"item": "street", "answered": True},
        {"any": [{"item": "shop", "is": "bus"}, {"not": {"item": "missing", "has": "bus"}}]},
    ],
)
def test_a_condition_that_fits_is_fine(show_if):
    assert complaints(show_if) == []

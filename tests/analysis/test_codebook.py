"""Codebooks: from items, from files, both ways, and every mistake at once."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebook import (
    Codebook,
    ItemCode,
    OptionCode,
    from_items,
    from_json,
    merge,
)
from analysis.errors import AnalyseError
from question_banks.measures import Measure
from tests.question_banks.strategies import items

BAKERY = OptionCode("bakery", "Bakker", "bread")
BUS = OptionCode("bus", "Bus")
MISSED = ItemCode("missed", "Wat mist u?", Measure.MULTIPLE, "importance", (BAKERY, BUS))


def test_every_item_of_a_bank_makes_the_round_trip():
    book = from_items(items())

    assert from_json(json.loads(json.dumps(book.to_json()))) == book


def test_items_that_ask_nothing_are_not_in_it():
    book = from_items(items())

    assert {item.code for item in items() if item.measure is Measure.NONE}.isdisjoint(
        item.code for item in book.items
    )


def test_a_file_of_the_contract_is_read():
    book = from_json(
        {
            "missed": {
                "label": "Wat mist u?",
                "measure": "multiple",
                "role": "importance",
                "options": {
                    "bakery": {"label": "Bakker", "topic": "bread"},
                    "bus": {"label": "Bus"},
                },
            }
        }
    )

    assert book == Codebook((MISSED,))
    assert book.item("missed").label_of("bus") == "Bus"
    assert book.item("missed").label_of("gone") == "gone"
    assert book.item("missed").option_codes == ("bakery", "bus")


def test_an_unknown_item_is_a_key_error():
    with pytest.raises(KeyError, match="gone"):
        Codebook((MISSED,)).item("gone")


def ordinal(**fields):
    return from_json({"q": {"label": "Hoe?", "measure": "ordinal", **fields}}).items[0]


@pytest.mark.parametrize(
    ("scale", "points"),
    [
        ({"1": "slecht", "2": "goed"}, [("1", "slecht"), ("2", "goed")]),
        ({"1": {"label": "slecht"}, "2": None}, [("1", "slecht"), ("2", "2")]),
        ([1, 2], [("1", "1"), ("2", "2")]),
        ([{"code": 1, "label": "slecht"}, {"code": 2}], [("1", "slecht"), ("2", "2")]),
        ({"min": -1, "max": 1}, [("-1", "-1"), ("0", "0"), ("1", "1")]),
        (None, []),
    ],
)
def test_a_scale_may_be_written_in_several_ways(scale, points):
    assert [(p.code, p.label) for p in ordinal(scale=scale).points] == points


def test_a_known_scale_may_be_called_by_its_name():
    assert [point.code for point in ordinal(scale="agree5").points] == ["1", "2", "3", "4", "5"]


def test_the_points_of_an_ordinal_item_may_stand_among_its_options():
    found = ordinal(options={"1": {"label": "slecht"}, "2": {"label": "goed"}})

    assert found.options == ()
    assert [point.label for point in found.points] == ["slecht", "goed"]


def test_options_that_are_no_numbers_stay_options():
    assert ordinal(options={"x": "X"}).option_codes == ("x",)
    assert ordinal(options={"1": "X"}, scale=[1, 2]).option_codes == ("1",)


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("  Wat\nmist\tu?\x00\x1b ", "Wat mist u?"),
        ({"nl": "Wat?", "fr": "Quoi ?"}, "Wat?"),
        ({"fr": "Quoi ?"}, "Quoi ?"),
        ({}, "q"),
        (None, "q"),
        (12, "12"),
    ],
)
def test_a_label_is_words_on_one_line(label, shown):
    assert ordinal(label=label).label == shown


@pytest.mark.parametrize(("total", "read"), [(10, 10), ("100", 100), (0, None), (-5, None),
                                             ("x", None), (None, None)])  # fmt: skip
def test_a_total_is_a_whole_number_or_nothing(total, read):
    document = {"q": {"measure": "points", "options": {"a": "A"}, "total": total}}

    assert from_json(document).items[0].total == read


@pytest.mark.parametrize("document", [None, [], {}, "x", 3])
def test_a_file_without_items_is_refused(document):
    with pytest.raises(AnalyseError, match="Geef een object met vragen per code"):
        from_json(document)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        ({"measure": "loud"}, "Vraag q: kies als measure een van nominal"),
        ({"measure": ["nominal"]}, "Vraag q: kies als measure een van nominal"),
        ("x", "Vraag q: kies als measure een van nominal"),
        ({"measure": "date", "role": "x"}, "Vraag q: kies als role een van importance"),
        ({"measure": "date", "options": ["a"]}, "Vraag q: geef options als object per code"),
        ({"measure": "nominal"}, "Vraag q: geef minstens één keuze bij options"),
        ({"measure": "date", "options": {"a b": "A"}}, "Vraag q: gebruik codes zonder spatie"),
        ({"measure": "date", "options": {"": "A"}}, "Vraag q: gebruik codes zonder spatie"),
        ({"measure": "date", "options": {"__x": "A"}}, "Vraag q: begin een code niet met __"),
        ({"measure": "ordinal", "scale": {"x": "A"}}, "Vraag q: geef scale als object"),
        ({"measure": "ordinal", "scale": "what5"}, "Vraag q: geef scale als object"),
        ({"measure": "ordinal", "scale": 5}, "Vraag q: geef scale als object"),
    ],
)
def test_a_wrong_item_is_named_with_what_to_do(one, said):
    with pytest.raises(AnalyseError, match=said):
        from_json({"q": one})


def test_all_mistakes_are_said_at_once():
    with pytest.raises(AnalyseError) as error:
        from_json({"q": {"measure": "loud", "role": "x"}, "r": {"measure": "nominal"}}, "boek.json")

    assert len(error.value.mistakes) == 3
    assert error.value.file == "boek.json"


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.text(max_size=4),
        st.fixed_dictionaries(
            {},
            optional={
                "measure": st.sampled_from([*Measure, "x"]),
                "label": json_like,
                "role": json_like,
                "options": json_like,
                "scale": json_like,
                "total": json_like,
                "topic": json_like,
            },
        ),
    )
)
def test_any_json_gives_a_codebook_or_says_what_is_wrong(document):
    try:
        book = from_json(document)
    except AnalyseError as error:
        assert all(mistake.sentence() for mistake in error.mistakes)  # noqa: PT017 — either will do
    else:
        assert from_json(book.to_json()) == book


def test_merged_codebooks_keep_every_option_and_the_newest_words():
    old = Codebook((MISSED, ItemCode("gone", "Weg", Measure.TEXT)))
    new = Codebook(
        (ItemCode("missed", "Wat ontbreekt?", Measure.MULTIPLE, "importance",
                  (OptionCode("bakery", "Een bakker", "bread"),)),)
    )  # fmt: skip

    book = merge([old, new])

    assert [item.code for item in book.items] == ["missed", "gone"]
    assert book.item("missed").label == "Wat ontbreekt?"
    assert [o.label for o in book.item("missed").options] == ["Een bakker", "Bus"]

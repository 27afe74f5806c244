"""The same item side by side: villages are whole, waves are cells, and chance changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.comparing import villages, waves
from tests.analysis.samples import GRID, MULTIPLE, ORDINAL, counts


def beside(how, held, asked=MULTIPLE):
    return how(asked, {name: counts(patterns) for name, patterns in held.items()}, draws=100)


def test_villages_stand_side_by_side_with_their_own_base():
    found = beside(villages, {"Heusden": {"a": 30, "b": 10}, "Pelt": {"b": 20}})

    assert found.bases == (40, 20)
    assert [cell.value for cell in found.cells["b"]] == [0.25, 1.0]
    assert found.options[0] == "b"


def test_a_village_of_few_has_no_figures():
    found = beside(villages, {"Heusden": {"a": 30}, "Pelt": {"a": 3}})

    assert found.bases == (30, 0)
    assert [cell is None for cell in found.cells["a"]] == [False, True]


def test_a_wave_is_told_only_where_no_small_cell_follows():
    found = beside(waves, {"before": {"a": 30, "b": 3}, "after": {"a": 20, "b": 20}})

    assert found.cells["b"] == (None, None) or all(
        cell is None or cell.count not in {1, 2, 3, 4} for cell in found.cells["b"]
    )


def test_what_really_rose_and_fell_is_named():
    found = beside(waves, {"before": {"a": 60, "b": 20}, "after": {"a": 20, "b": 60}})

    assert found.changed == {"a": -1, "b": 1}


def test_chance_is_no_change():
    assert beside(waves, {"before": {"a": 30, "b": 29}, "after": {"a": 31, "b": 30}}).changed == {}


def test_means_change_too():
    found = beside(waves, {"before": {"a=5+b=2": 40}, "after": {"a=2+b=2": 30, "a=3+b=2": 9}}, GRID)

    assert found.changed == {"a": -1}


def test_one_wave_alone_is_compared_with_nothing():
    assert beside(waves, {"before": {"a": 30}}).changed == {}


def test_a_single_scale_is_compared_by_its_own_words():
    found = beside(villages, {"Heusden": {"5": 30}, "Pelt": {"1": 20}}, ORDINAL)

    assert found.labels == {"q": "Vraag?"}
    assert [cell.value for cell in found.cells["q"]] == [5, 1]


@pytest.mark.parametrize("how", [villages, waves])
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_wave_shows_a_cell_of_few(how, data):
    patterns = st.dictionaries(st.sampled_from(["a", "b", "a+b", "?"]), st.integers(0, 12))
    held = {name: data.draw(patterns) for name in ("one", "two", "three")}

    found = beside(how, held)
    apart = how is waves and sum(any(one.values()) for one in held.values()) > 1

    for cells in found.cells.values():
        for cell, n in zip(cells, found.bases, strict=True):
            if cell is not None:
                assert n >= 5
                if apart:
                    assert cell.count == 0 or cell.count >= 5

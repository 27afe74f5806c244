"""Weights: the figures that R's package `survey` publishes, what they cost, and when they stop."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.raking import profiled
from analysis.weighting import CannotWeighError, Margin, kish, rake, trim, weights_for
from tests.analysis.samples import counts

SCHOOLS = (
    ("E", "No", "No", 12, 7156, 5243),
    ("E", "Yes", "No", 20, 13075, 8108),
    ("E", "Yes", "Yes", 112, 73206, 48980),
    ("H", "No", "No", 3, 1978, 2237),
    ("H", "Yes", "No", 4, 2484, 6039),
    ("H", "Yes", "Yes", 7, 4198, 7548),
    ("M", "No", "No", 8, 4851, 5983),
    ("M", "Yes", "No", 3, 2101, 1891),
    ("M", "Yes", "Yes", 14, 8834, 14569),
)
"""Californian schools by type and by two targets met: how many, and the sums of their performance
index (2000) and of their pupils. R package `survey` 4.5, data ``apiclus1``.
"""
TYPES = {"E": 4421, "H": 755, "M": 1018}
WIDE = {"No": 1072, "Yes": 5122}
TYPES_BY_WIDE = {
    ("E", "No"): 472,
    ("E", "Yes"): 3949,
    ("H", "No"): 334,
    ("H", "Yes"): 421,
    ("M", "No"): 266,
    ("M", "Yes"): 752,
}
"""All schools of the state by type and first target (data ``apipop``), a margin of pairs."""
IMPROVED = {"No": 1712, "Yes": 4482}
START = 33.847
"""Every school of the sample stands for as many (its weight in the data)."""


def target(codes, wanted):
    places = list(wanted)
    of_cell = np.array([places.index(code) for code in codes])
    return of_cell, np.array(list(wanted.values()), dtype=float)


def estimated(weighted):
    """The mean index and the number of pupils that weighted cells stand for."""
    n = np.array([row[3] for row in SCHOOLS])
    index, pupils = (np.array([row[column] for row in SCHOOLS]) for column in (4, 5))
    return float((weighted / n) @ index / weighted.sum()), float((weighted / n) @ pupils)


def counted():
    return np.array([row[3] for row in SCHOOLS]) * START


def test_raking_to_two_margins_gives_the_published_figures():
    margins = [target([r[0] for r in SCHOOLS], TYPES), target([r[1] for r in SCHOOLS], WIDE)]

    index, pupils = estimated(rake(counted(), margins))

    assert index == pytest.approx(641.23, abs=0.005)
    assert pupils == pytest.approx(3_647_280, abs=0.5)


def test_raking_to_a_joint_margin_gives_the_published_figure():
    joint = target([r[:2] for r in SCHOOLS], TYPES_BY_WIDE)
    improved = target([r[2] for r in SCHOOLS], IMPROVED)

    index, _pupils = estimated(rake(counted(), [joint, improved]))

    assert index == pytest.approx(642.61, abs=0.005)


def test_one_margin_is_met_in_one_step_as_by_hand():
    """Post-stratification: each type of school is multiplied by what the state has of it."""
    found = rake(counted(), [target([r[0] for r in SCHOOLS], TYPES)])

    index, pupils = estimated(found)
    assert index == pytest.approx(642.31, abs=0.005)
    assert pupils == pytest.approx(3_680_893, abs=0.5)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 40), min_size=6, max_size=6), st.lists(st.integers(1, 90), min_size=5)
)
def test_weighted_people_fit_every_margin(people, lives):
    profiles = [(a, b) for a in "xyz" for b in "pq"]
    first = dict(zip("xyz", lives, strict=False))
    second = dict(zip("pq", lives[3:], strict=False))

    found = weights_for(profiles, people, [Margin(first, {}), Margin(second, {})], heaviest=1e9)

    total = sum(people)
    for place, wanted in enumerate((first, second)):
        for code, number in wanted.items():
            mine = sum(
                n * w
                for profile, n, w in zip(profiles, people, found.values, strict=True)
                if profile[place] == code
            )
            assert mine == pytest.approx(total * number / sum(wanted.values()), rel=1e-6)
    assert 0 < found.effective <= total + 1e-9
    assert found.design == pytest.approx(total / found.effective)


def test_equal_weights_cost_nothing():
    found = weights_for([("a",), ("b",)], [30, 70], [Margin({"a": 3, "b": 7}, {})])

    assert found.values == pytest.approx([1.0, 1.0])
    assert (found.effective, found.design, found.trimmed) == (pytest.approx(100), 1.0, 0)


def test_the_effective_number_is_that_of_kish():
    """Weights 1 and 3 of ten people each: (10 + 30) squared over (10 + 90)."""
    assert kish(np.array([1.0, 3.0]), np.array([10.0, 10.0])) == 16.0


def test_heavy_weights_are_cut_and_the_total_is_kept():
    counts = np.array([1.0, 99.0])

    cut, hit = trim(np.array([20.0, 0.8]), counts, heaviest=5.0)

    assert hit == 1
    assert float(cut @ counts) == pytest.approx(100)
    assert cut[0] / cut[1] < 20 / 0.8


def test_who_did_not_say_keeps_their_own_part():
    found = weights_for([("a",), ("b",), ("",)], [10, 30, 20], [Margin({"a": 1, "b": 1}, {})])

    assert found.values == pytest.approx([2.0, 2 / 3, 1.0])


def test_a_group_without_answers_stops_the_weighing_in_plain_words():
    with pytest.raises(CannotWeighError) as stopped:
        weights_for([("a",)], [9], [Margin({"a": 5, "b": 5, "c": 0}, {"b": "80 jaar en ouder"})])

    assert stopped.value.words() == (
        "Wegen kan niet: uit 80 jaar en ouder antwoordde niemand. "
        "Zoek daar eerst antwoorden, of voeg groepen samen."
    )


def test_nobody_and_margins_that_contradict_each_other_stop_it_too():
    contrary = [Margin({"a": 1, "b": 9}, {}), Margin({"p": 5, "q": 5}, {})]

    with pytest.raises(CannotWeighError) as stopped:
        weights_for([("a",)], [0], [Margin({"a": 5}, {})])
    assert stopped.value.words().startswith("Wegen kan niet: de cijfers per groep")
    with pytest.raises(CannotWeighError):
        weights_for([("a", "p"), ("b", "q")], [5, 5], contrary)


def test_who_stands_in_no_group_is_weighed_along():
    whole = counts({"a": 30, "b": 12})
    groups = {"young": counts({"a": 10}), "old": counts({"a": 15, "b": 9})}

    cells = profiled(whole, groups)

    assert sum(cell.n for cell in cells) == 42
    assert {(c.profile, c.pattern): c.n for c in cells if c.profile == ("",)} == {
        (("",), "a"): 5,
        (("",), "b"): 3,
    }

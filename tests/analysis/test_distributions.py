"""Counts of answers add up to the people who gave them."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.dataset import PatternCount
from analysis.distributions import grid, options, people, points
from question_banks.measures import Measure
from tests.analysis.examples import item

NOMINAL = st.dictionaries(st.sampled_from(["o0", "o1", "o2", "?", "-"]), st.integers(1, 60))


def held_of(asked, patterns):
    return people(asked, [PatternCount("q", p, n) for p, n in patterns.items()])


@given(NOMINAL)
def test_base_and_skipped_are_everybody(patterns):
    held = held_of(item(Measure.NOMINAL), patterns)

    assert held.n + held.skipped == sum(patterns.values())
    assert held.given == held.n - patterns.get("?", 0)


@given(NOMINAL, st.booleans())
def test_told_numbers_are_true_and_small_sensitive_ones_hidden(patterns, sensitive):
    asked = item(Measure.NOMINAL, sensitive=sensitive)
    held = held_of(asked, patterns)
    row = options(asked, held)

    for code, n in zip(asked.option_codes, row.counts, strict=True):
        assert n is None or n == patterns.get(code, 0)
        assert not (sensitive and n is not None and 0 < n < 5)
    assert row.whole or sensitive or held.n < 5


def test_equal_answers_of_several_channels_are_one():
    counts = [PatternCount("q", "o1", 3, "poster"), PatternCount("q", "o1", 4, "hoplr")]

    assert people(item(Measure.NOMINAL), counts).given == 7


def test_answers_to_other_items_and_empty_counts_do_not_count():
    counts = [PatternCount("z", "o1", 9), PatternCount("q", "o1", 0)]

    assert people(item(Measure.NOMINAL), counts).n == 0


def test_few_who_skipped_a_sensitive_item_look_like_nobody():
    patterns = {"o0": 20, "-": 3}

    assert held_of(item(Measure.NOMINAL, sensitive=True), patterns).skipped == 0
    assert held_of(item(Measure.NOMINAL), patterns).skipped == 3


def test_a_row_left_out_is_not_its_reader():
    asked = item(Measure.GRID)
    rows = grid(asked, held_of(asked, {"o0=4": 6, "o0=?+o1=2": 5, "?": 2}))

    assert (rows[0].counts, rows[0].dont_know) == ((0, 0, 0, 6, 0), 7)
    assert (rows[1].counts, rows[1].dont_know) == ((0, 5, 0, 0, 0), 2)
    assert not rows[2].whole


def test_points_of_a_scale_count_in_its_order():
    asked = item(Measure.ORDINAL)

    assert points(asked, held_of(asked, {"5": 3, "1": 4})).counts == (4, 0, 0, 0, 3)

"""What each pattern says about each option."""

import numpy as np
import pytest

from analysis.scores import scores
from tests.analysis.samples import (
    GRID,
    MULTIPLE,
    NOMINAL,
    NUMERIC,
    ORDINAL,
    POINTS,
    RANKING,
    counts,
)

NAN = float("nan")


@pytest.mark.parametrize(
    ("item", "pattern", "said"),
    [
        (NOMINAL, "b", [0, 1, 0]),
        (NOMINAL, "?", [0, 0, 0]),
        (MULTIPLE, "a+c", [1, 0, 1]),
        (MULTIPLE, "", [0, 0, 0]),
        (MULTIPLE, "?", [0, 0, 0]),
        (ORDINAL, "4", [4]),
        (ORDINAL, "?", [NAN]),
        (GRID, "a=4+b=?", [4, NAN]),
        (GRID, "b=2", [NAN, 2]),
        (GRID, "?", [NAN, NAN]),
        (POINTS, "a=3+b=7+c=0", [3, 7, 0]),
        (POINTS, "a=10", [10, 0, 0]),
        (POINTS, "?", [NAN, NAN, NAN]),
        (RANKING, "c>a>b", [0.5, 0, 1]),
        (RANKING, "b", [0.25, 1, 0.25]),
        (RANKING, "?", [NAN, NAN, NAN]),
    ],
)
def test_a_pattern_scores_every_option(item, pattern, said):
    table = scores(item, counts({pattern: 3}))

    assert np.array_equal(table.table, [said], equal_nan=True)
    assert table.weights.tolist() == [3]
    assert table.shown.all()


def test_who_skipped_is_counted_apart_and_who_does_not_know_is_in_the_base():
    table = scores(MULTIPLE, counts({"a": 4, "?": 3, "-": 2}))

    assert (table.n, table.dont_know, table.skipped) == (7, 3, 2)
    assert table.weights.sum() == 7


def test_an_option_that_was_not_offered_has_no_score():
    old = counts({"a": 4, "?": 1}, offered=("a", "b"))
    new = counts({"a+c": 2}, offered=("a", "b", "c"))

    table = scores(MULTIPLE, old + new)

    assert table.shown[:, 2].tolist() == [False, False, True]
    assert np.isnan(table.table[:2, 2]).all()
    assert (table.shown.T @ table.weights).tolist() == [7, 7, 2]


def test_a_ranking_is_scored_among_the_options_that_were_offered():
    table = scores(RANKING, counts({"b>a": 1}, offered=("a", "b")))

    assert np.array_equal(table.table, [[0, 1, NAN]], equal_nan=True)


def test_a_single_option_to_rank_is_always_first():
    table = scores(RANKING, counts({"b": 1}, offered=("b",)))

    assert np.array_equal(table.table, [[NAN, 1, NAN]], equal_nan=True)


def test_what_an_old_version_offered_does_not_touch_the_item_s_own_mean():
    table = scores(ORDINAL, counts({"4": 2}, offered=("x",)))

    assert table.table.tolist() == [[4]]


def test_nothing_answered_gives_an_empty_table_of_the_right_shape():
    table = scores(MULTIPLE, [])

    assert table.table.shape == table.shown.shape == (0, 3)
    assert table.n == 0


def test_answers_to_another_item_are_left_alone():
    assert scores(MULTIPLE, counts({"a": 4}, code="other")).n == 0


def test_equal_patterns_are_added_up_whatever_the_channel():
    parts = counts({"a": 4}, collector="x") + counts({"a": 5}, collector="y", version=2)

    assert scores(MULTIPLE, parts).weights.tolist() == [9]


def test_numbers_have_nothing_to_put_in_order():
    with pytest.raises(ValueError, match="q: numeric has nothing to put in order"):
        scores(NUMERIC, [])


def test_a_pattern_of_another_measure_is_refused():
    with pytest.raises(ValueError, match="no pattern of measure ordinal"):
        scores(ORDINAL, counts({"a+b": 1}))

"""Intervals against scipy, the bootstrap against its own theory."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis import uncertainty
from analysis.uncertainty import (
    chance_first,
    differ,
    means,
    multinomial_means,
    normal_means,
    percentiles,
    resampled_means,
    resamples,
    root_of,
    shared_places,
    wilson,
)

NAN = float("nan")
quick = settings(max_examples=100, deadline=None)


@quick
@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_the_interval_of_scipy(k_of_n):
    k, n = k_of_n

    oracle = stats.binomtest(k, n).proportion_ci(method="wilson")

    assert wilson(k, n) == pytest.approx((oracle.low, oracle.high), abs=1e-9)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(0, 5, 0.0, 0.4345), (3, 7, 0.1582, 0.7495), (15, 40, 0.2422, 0.5297), (5, 5, 0.5655, 1.0)],
)
def test_wilson_gives_the_figures_worked_out_before(k, n, low, high):
    assert wilson(k, n) == pytest.approx((low, high), abs=5e-5)


def test_wilson_of_nobody_says_nothing():
    assert wilson(0, 0) == (0.0, 1.0)


def test_means_leave_out_who_did_not_judge():
    table = np.array([[1.0, NAN, NAN], [4.0, 2.0, NAN]])

    mean, people = means(table, np.array([3.0, 1.0]))

    assert mean[:2].tolist() == [1.75, 2.0]
    assert np.isnan(mean[2])
    assert people.tolist() == [4.0, 1.0, 0.0]


def test_resampled_people_are_always_as_many():
    weights = np.array([7.0, 0.0, 5.0])

    drawn = np.concatenate(list(resamples(weights, draws=50, seed=1)))

    assert drawn.shape == (50, 3)
    assert set(drawn.sum(axis=1)) == {12.0}
    assert set(drawn[:, 1]) == {0.0}


def test_the_same_seed_gives_the_same_draws():
    table, weights = np.array([[1.0], [2.0], [5.0]]), np.array([4.0, 3.0, 9.0])

    one = resampled_means(table, weights, seed=3)

    assert np.array_equal(one, resampled_means(table, weights, seed=3))
    assert not np.array_equal(one, resampled_means(table, weights, seed=4))


def test_drawing_in_parts_changes_nothing(monkeypatch):
    table, weights = np.array([[1.0], [2.0], [5.0]]), np.array([4.0, 3.0, 9.0])
    whole = multinomial_means(table, weights, draws=100, seed=3)

    monkeypatch.setattr(uncertainty, "CELLS_AT_ONCE", 21)

    assert np.array_equal(multinomial_means(table, weights, draws=100, seed=3), whole)


def test_the_bootstrap_of_a_mean_is_that_of_scipy():
    scores = np.repeat([1.0, 2.0, 3.0, 4.0, 5.0], [4, 9, 20, 31, 12])
    table = np.array([[1.0], [2.0], [3.0], [4.0], [5.0]])

    low, high = percentiles(
        resampled_means(table, np.array([4.0, 9.0, 20.0, 31.0, 12.0]), draws=20_000)
    )

    oracle = stats.bootstrap(
        (scores,), np.mean, method="percentile", n_resamples=20_000, rng=np.random.default_rng(1)
    ).confidence_interval
    assert (low, high) == pytest.approx((oracle.low, oracle.high), abs=0.02)


def test_many_people_are_drawn_from_the_limit_of_the_bootstrap():
    rng = np.random.default_rng(2)
    table = rng.integers(0, 6, (60, 5)).astype(float)
    table[:9, 2] = NAN
    weights = rng.integers(20, 200, 60).astype(float)

    exact = multinomial_means(table, weights, draws=20_000, seed=1)
    limit = normal_means(table, weights, draws=20_000, seed=2)

    assert limit.mean(axis=0) == pytest.approx(exact.mean(axis=0), abs=0.002)
    assert np.cov(limit.T) == pytest.approx(np.cov(exact.T), rel=0.1, abs=2e-5)
    for column in range(5):
        assert percentiles(limit[:, column]) == pytest.approx(
            percentiles(exact[:, column]), abs=0.005
        )


def test_the_limit_is_used_from_two_thousand_people_on():
    table = np.array([[0.0], [1.0]])

    few = resampled_means(table, np.array([999.0, 1000.0]), draws=10)
    many = resampled_means(table, np.array([1000.0, 1000.0]), draws=10)

    assert np.allclose(few * 1999, np.round(few * 1999))
    assert not np.allclose(many * 2000, np.round(many * 2000))


def test_a_million_people_cost_no_more_memory_than_their_patterns():
    table, weights = np.zeros((3000, 8)), np.full(3000, 400.0)
    table[::2] = 1.0
    resampled_means(table[:2], weights[:2])

    tracemalloc.start()
    resampled_means(table, weights)
    resampled_means(table[:1500], np.ones(1500))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 40_000_000


@quick
@given(st.lists(st.lists(st.floats(-3, 3), min_size=3, max_size=3), min_size=1, max_size=5))
def test_the_root_of_a_covariance_squares_to_it(rows):
    part = np.array(rows)
    covariance = part.T @ part

    root = root_of(covariance)

    assert root @ root.T == pytest.approx(covariance, abs=1e-5)


def test_options_that_are_always_scored_alike_never_differ():
    table = np.array([[1.0, 1.0, 0.0], [4.0, 4.0, 1.0], [2.0, 2.0, 5.0]])

    drawn = normal_means(table, np.array([900.0, 800.0, 700.0]), draws=500, seed=1)

    assert np.allclose(drawn[:, 0], drawn[:, 1], atol=1e-13)
    assert not differ(drawn[:, 0], drawn[:, 1])
    assert differ(drawn[:, 0], drawn[:, 2])


def test_the_chance_of_being_first_is_shared_by_who_ties():
    draws = np.array([[2.0, 2.0, 1.0], [3.0, 1.0, 1.0], [1.0, 1.0, 1.0], [NAN, 0.0, 0.0]])

    assert chance_first(draws) == pytest.approx([11 / 24, 1 / 3, 5 / 24], abs=1e-12)


def test_places_are_shared_until_the_first_of_the_group_really_differs():
    rng = np.random.default_rng(5)
    noise = rng.normal(0, 1, (4000, 4))

    places = shared_places(noise + np.array([10.0, 9.0, 2.0, 1.0]))

    assert places == [(1, 2), (1, 2), (3, 4), (3, 4)]


def test_a_chain_of_small_steps_is_cut_where_the_first_differs():
    """1 is like 2 and 2 like 3, but 3 is unlike 1: it begins a place of its own."""
    noise = np.random.default_rng(5).normal(0, 0.5, (4000, 3))

    places = shared_places(noise + np.array([3.0, 2.0, 1.0]))

    assert places == [(1, 2), (1, 2), (3, 3)]


def test_paired_answers_tell_apart_what_single_intervals_do_not():
    """Everybody scores b one lower than a: the order is sure though each mean is not."""
    a = np.random.default_rng(5).normal(0, 5, 4000)

    assert differ(a, a - 1)
    assert percentiles(a)[0] < percentiles(a - 1)[1]


def test_one_option_has_the_first_place_and_none_have_none():
    assert shared_places(np.zeros((10, 1))) == [(1, 1)]
    assert shared_places(np.zeros((10, 0))) == []

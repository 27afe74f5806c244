"""Exact tests against an independent library; corrections for many tests and small rooms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, false_discovery_control, fisher_exact

from analysis.exact import (
    binomial_p,
    corrected,
    finite,
    fisher_p,
    newcombe,
    two_sided,
    welch,
)
from analysis.uncertainty import wilson

thorough = settings(max_examples=150, deadline=None)
few = st.integers(0, 40)


@thorough
@given(few, few)
def test_the_binomial_test_is_that_of_scipy(one, other):
    if one + other:
        theirs = binomtest(one, one + other).pvalue
        assert binomial_p(one, one + other) == pytest.approx(theirs, abs=1e-12)


def test_the_binomial_test_gives_the_figures_of_the_study():
    assert binomial_p(13, 23) == pytest.approx(0.68, abs=0.005)
    assert binomial_p(18, 23) == pytest.approx(0.011, abs=0.0005)
    assert binomial_p(6400, 12_000) == pytest.approx(binomtest(6400, 12_000).pvalue)


@thorough
@given(few, few, few, few)
def test_fishers_test_is_that_of_scipy(a, b, c, d):
    assert fisher_p([[a, b], [c, d]]) == pytest.approx(fisher_exact([[a, b], [c, d]])[1], rel=1e-6)


def test_fishers_test_holds_for_a_town():
    table = [[3000, 9000], [3100, 8800]]

    assert fisher_p(table) == pytest.approx(fisher_exact(table)[1], rel=1e-6)


@thorough
@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_the_correction_for_many_tests_is_that_of_scipy(chances):
    assert corrected(chances) == pytest.approx(list(false_discovery_control(chances)))


def test_no_tests_need_no_correction():
    assert corrected([]) == []


def test_nothing_is_uncertain_when_everybody_voted():
    assert finite((0.3, 0.8), 0.6, n=23, of=23) == (0.6, 0.6)
    assert finite((0.3, 0.8), 1.0, n=1, of=1) == (1.0, 1.0)


def test_a_room_that_is_nearly_full_leaves_little_uncertain():
    """23 of 25: the interval shrinks to the square root of 2 in 24."""
    low, high = finite((0.4, 0.8), 0.6, n=23, of=25)

    assert (0.6 - low, high - 0.6) == (pytest.approx(0.2 * 0.2887, abs=1e-4),) * 2


def test_the_interval_of_a_difference_is_that_of_newcombes_own_example():
    """56 of 70 against 48 of 80: difference .2, 95 % interval .0524 to .3339 (his table II, a)."""
    one, other = (56 / 70, *wilson(56, 70)), (48 / 80, *wilson(48, 80))

    assert newcombe(one, other) == (
        pytest.approx(0.0524, abs=5e-5),
        pytest.approx(0.3339, abs=5e-5),
    )


@thorough
@given(few, few, few, few)
def test_a_difference_lies_in_its_interval(a, b, c, d):
    n, m = a + b, c + d
    if n and m:
        low, high = newcombe((a / n, *wilson(a, n)), (c / m, *wilson(c, m)))
        assert -1 <= low - 1e-12 <= a / n - c / m <= high + 1e-12
        assert high <= 1


def test_the_interval_of_a_difference_of_means():
    assert welch((3.0, 4.0, 100), (2.5, 0.0, 100)) == (
        pytest.approx(0.5 - 1.96 * 0.2, abs=1e-4), pytest.approx(0.5 + 1.96 * 0.2, abs=1e-4),
    )  # fmt: skip


def test_a_difference_without_an_error_is_certain():
    assert (two_sided(0.0, 0.0), two_sided(0.1, 0.0)) == (1.0, 0.0)
    assert two_sided(1.959964, 1.0) == pytest.approx(0.05, abs=1e-6)

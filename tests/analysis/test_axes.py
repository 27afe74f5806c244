"""Axes hold the longest bar, begin where they must and have few round ticks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.axes import number_axis, round_step, share_axis


@given(st.floats(0, 1))
def test_share_axis_holds_the_longest_bar_and_ends_at_all(longest):
    top, ticks = share_axis(longest, "nl")

    assert longest <= top <= 1
    assert ticks[0] == (0.0, "0\u00a0%")
    assert 2 <= len(ticks) <= 6
    assert all(value <= top + 1e-9 for value, _label in ticks)


@given(st.floats(0, 10), st.floats(0, 1e9))
def test_number_axis_begins_at_its_base(base, longest):
    top, ticks = number_axis(base, longest, "nl")

    assert top >= max(longest, base + 1)
    assert ticks[0][0] == base
    assert len(ticks) <= 7


@pytest.mark.parametrize(
    ("length", "step"), [(0, 1), (4, 1), (5, 1), (6, 2), (17, 5), (99, 20), (0.7, 0.2), (1e6, 2e5)]
)
def test_steps_are_round(length, step):
    assert round_step(length) == pytest.approx(step)

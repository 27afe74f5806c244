"""Numbers and days fall in ranges, each person in one, none left out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.bins import at, day_bins, middle, number_bins

VALUES = st.dictionaries(st.floats(-1e6, 1e6).map(lambda x: round(x, 3)), st.integers(1, 50))
DAYS = st.dictionaries(st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(str), st.integers(1, 50))


@given(VALUES)
def test_every_number_falls_in_one_range(values):
    bins = number_bins(values, "nl")

    assert sum(one.n for one in bins) == sum(values.values())
    assert len(bins) <= 21


@given(DAYS)
def test_every_day_falls_in_one_range(days):
    bins = day_bins(days, "nl")

    assert sum(one.n for one in bins) == sum(days.values())
    assert len(bins) <= 21


def test_few_whole_numbers_stay_themselves_with_the_empty_ones_between():
    assert [(b.label, b.n) for b in number_bins({1.0: 4, 3.0: 2}, "nl")] == [
        ("1", 4), ("2", 0), ("3", 2),
    ]  # fmt: skip


def test_many_whole_numbers_fall_in_tens():
    labels = [b.label for b in number_bins({12.0: 1, 87.0: 1, 34.0: 2}, "nl")]

    assert (labels[0], labels[-1], len(labels)) == ("10–19", "80–89", 8)


def test_decimals_fall_in_round_ranges():
    assert [b.label for b in number_bins({0.5: 1, 2.25: 1}, "nl")][:2] == ["0,4–0,6", "0,6–0,8"]


def test_few_days_stay_days():
    assert [b.label for b in day_bins({"2026-05-20": 2, "2026-05-02": 1}, "nl")] == [
        "2 mei 2026",
        "20 mei 2026",
    ]


def test_many_days_become_months_without_a_gap():
    days = {f"2026-0{m}-0{d}": 1 for m in (1, 4) for d in range(1, 6)}

    assert [(b.label, b.n) for b in day_bins(days, "nl")] == [
        ("januari 2026", 5), ("februari 2026", 0), ("maart 2026", 0), ("april 2026", 5),
    ]  # fmt: skip


def test_many_months_become_years():
    days = {f"20{y}-03-01": 2 for y in range(10, 20)}

    assert [b.label for b in day_bins(days, "nl")][:2] == ["2010", "2011"]


@pytest.mark.parametrize(
    ("values", "expected"), [({3.0: 1}, 3), ({1.0: 1, 2.0: 1}, 1.5), ({1.0: 5, 9.0: 2}, 1)]
)
def test_middle_answer_has_half_on_either_side(values, expected):
    assert middle(values) == expected


def test_nobody_stands_in_a_place_beyond_the_last():
    with pytest.raises(IndexError):
        at([(1.0, 2)], 2)

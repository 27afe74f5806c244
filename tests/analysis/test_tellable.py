"""Which figures of an item may be told."""

import pytest

from analysis.scores import scores
from analysis.tellable import tellable
from question_banks.measures import Measure
from tests.analysis.samples import GRID, MULTIPLE, NOMINAL, counts, item

ALL = {"a", "b", "c", "__dont_know", "__skipped"}


def told(asked, *parts, k=5):
    tables = [scores(asked, counts(patterns)) for patterns in parts]
    return [set(names) for names in tellable(asked, tables, k=k)]


def test_everything_of_a_whole_that_is_not_sensitive_may_be_told():
    assert told(NOMINAL, {"a": 40, "b": 1, "?": 1, "-": 1}) == [ALL]


def test_a_small_figure_of_a_sensitive_whole_hides_itself_and_one_more():
    sensitive = item(Measure.NOMINAL, "a", "b", "c", sensitive=True)

    assert told(sensitive, {"a": 40, "b": 20, "c": 2}) == [ALL - {"b", "c"}]


def test_who_skipped_is_told_when_nobody_or_enough_did():
    sensitive = item(Measure.MULTIPLE, "a", sensitive=True)

    assert "__skipped" in told(sensitive, {"a": 40, "-": 5})[0]
    assert "__skipped" not in told(sensitive, {"a": 40, "-": 4})[0]


def test_a_share_needs_enough_on_both_sides():
    assert told(MULTIPLE, {"a": 38, "b": 2}, {"a": 20, "b": 20}) == [
        {"c", "__dont_know", "__skipped"},
        {"c", "__dont_know", "__skipped"},
    ]


def test_a_mean_needs_enough_who_judged_and_enough_or_none_who_did_not():
    first, second = told(GRID, {"a=4+b=4": 20, "a=4": 2}, {"a=1+b=1": 20, "a=2": 9})

    assert first == second == {"a", "__dont_know", "__skipped"}


@pytest.mark.parametrize(("k", "shown"), [(5, True), (10, False)])
def test_schools_need_more(k, shown):
    parts = told(MULTIPLE, {"a": 20, "b": 7}, {"a": 20, "b": 20}, k=k)

    assert all(("b" in names) is shown for names in parts)


def test_an_empty_part_may_say_that_it_is_empty():
    assert tellable(NOMINAL, [scores(NOMINAL, ())]) == (frozenset(ALL),)

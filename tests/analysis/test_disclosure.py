"""Nobody can be singled out, however clever the reader."""

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from analysis.disclosure import (
    LEAST,
    LEAST_SCHOOL,
    band,
    may_show,
    protect,
    protect_filter,
    protect_groups,
)

K = LEAST
careful = settings(max_examples=150, deadline=None)


def tables(rows=(2, 4), columns=(2, 4), most=12):
    return st.tuples(st.integers(*rows), st.integers(*columns)).flatmap(
        lambda size: st.lists(
            st.lists(st.integers(0, most), min_size=size[1], max_size=size[1]),
            min_size=size[0],
            max_size=size[0],
        )
    )


def solved_by_totals(table, shown, cell):
    """The least and most of a hidden cell, by linear programming over what is published."""
    height, width = len(table), len(table[0])
    equal, values = [], []
    for i in range(height):
        equal.append([float(a == i) for a, _b in product(range(height), range(width))])
        values.append(sum(table[i]))
    for j in range(width):
        equal.append([float(b == j) for _a, b in product(range(height), range(width))])
        values.append(sum(row[j] for row in table))
    bounds = [
        (n, n) if n is not None else (0, None)
        for n in (shown[a][b] for a, b in product(range(height), range(width)))
    ]
    aim = np.zeros(height * width)
    aim[cell[0] * width + cell[1]] = 1
    least = linprog(aim, A_eq=equal, b_eq=values, bounds=bounds).fun
    most = -linprog(-aim, A_eq=equal, b_eq=values, bounds=bounds).fun
    return round(least), round(most)


@careful
@given(tables())
def test_no_small_cell_can_be_solved_from_the_totals(table):
    assume(all(sum(row) == 0 or sum(row) >= K for row in table))
    assume(sum(sum(row) == 0 for row in table) <= len(table) - 2)

    shown = protect(table)

    for i, j in product(range(len(table)), range(len(table[0]))):
        if shown[i][j] is None and 0 < table[i][j] < K:
            least, most = solved_by_totals(table, shown, (i, j))
            assert least == 0 or most >= K


@careful
@given(tables())
def test_no_small_cell_is_shown_and_no_other_figure_changes(table):
    shown = protect(table)

    for before, after in zip(table, shown, strict=True):
        for n, told in zip(before, after, strict=True):
            assert told is None or (told == n and (n == 0 or n >= K))


@careful
@given(tables())
def test_what_is_left_beside_a_shown_figure_is_nobody_or_enough(table):
    shown = protect(table)

    for i, j in product(range(len(table)), range(len(table[0]))):
        if shown[i][j] is not None:
            in_row = sum(table[i]) - table[i][j]
            in_column = sum(row[j] for row in table) - table[i][j]
            assert not 0 < in_row < K
            assert not 0 < in_column < K


@careful
@given(tables(columns=(1, 1)), st.sampled_from([LEAST, LEAST_SCHOOL]))
def test_two_hidden_figures_in_a_line_hold_enough_people_together(table, k):
    column = [row[0] for row in table]
    assume(sum(column) >= k)

    [shown] = protect([column], k=k, column_totals=False)

    hidden = [n for n, told in zip(column, shown, strict=True) if told is None]
    assert not hidden or (len(hidden) > 1 and sum(hidden) >= k)


def test_a_table_of_large_figures_is_whole():
    assert protect([[10, 20], [30, 40]]) == ((10, 20), (30, 40))


def test_an_empty_cell_may_be_shown_beside_large_ones():
    assert protect([[10, 0], [0, 10]]) == ((10, 0), (0, 10))


def test_one_small_cell_hides_three_others():
    assert protect([[3, 20, 30], [20, 30, 40], [30, 40, 60]]) == (
        (None, None, 30),
        (None, None, 40),
        (30, 40, 60),
    )


def test_a_large_cell_that_leaves_few_over_is_hidden():
    assert protect([[48, 2], [30, 30]]) == ((None, None), (None, None))


def test_two_rings_joined_by_one_small_cell_do_not_give_it_away():
    """Each line hides two figures, yet totals of whole blocks would solve the cell between them."""
    table = [
        [6, 6, 20, 20],
        [6, 6, 3, 20],
        [20, 20, 6, 6],
        [20, 20, 6, 6],
    ]
    ringed = ((None, None, 20, 20), (None, None, None, 20), (20, 20, None, None))
    naive = (*ringed, (20, 20, None, None))
    assert solved_by_totals(table, naive, (1, 2)) == (3, 3)

    shown = protect(table)

    least, most = solved_by_totals(table, shown, (1, 2))
    assert least == 0 or most >= K


def test_the_second_part_is_tried_when_the_first_line_has_no_more_to_hide():
    table = [[1, 4, 0], [4, 1, 0], [0, 0, 30]]

    shown = protect(table)

    assert shown[0][0] is None
    assert solved_by_totals(table, shown, (0, 0))[0] == 0


@pytest.mark.parametrize("table", [[], [[]], [[7]], [[0]]])
def test_tables_without_anything_to_compare_stand_as_they_are(table):
    assert protect(table) == tuple(tuple(row) for row in table)


def test_a_total_that_is_small_itself_may_stay_known_but_not_whose_it_is():
    shown = protect([[2, 28], [0, 30]])

    assert [row[0] for row in shown] == [None, None]


def test_without_column_totals_every_row_is_protected_by_itself():
    assert protect([[3, 20, 30]], column_totals=False) == ((None, None, 30),)
    assert protect([[3, 20], [20, 20]], column_totals=False) == ((None, None), (20, 20))


@pytest.mark.parametrize(("n", "k", "shown"), [(4, 5, False), (5, 5, True), (9, 10, False)])
def test_a_total_needs_enough_people(n, k, shown):
    assert may_show(n, k=k) is shown


@careful
@given(st.dictionaries(st.text("abcdef", min_size=1), st.integers(0, 15)), st.integers(0, 8))
def test_groups_not_shown_are_nobody_or_enough_together(sizes, rest):
    shown = protect_groups(sizes, rest=rest)

    together = sum(sizes.values()) + rest - sum(sizes[name] for name in shown)
    assert all(sizes[name] >= K for name in shown)
    assert together == 0 or together >= K or not shown


def test_a_small_group_takes_the_smallest_other_with_it():
    assert protect_groups({"school": 30, "poster": 12, "hoplr": 2}) == {"school"}


def test_people_without_a_group_count_as_a_group():
    assert protect_groups({"school": 30, "poster": 12}, rest=2) == {"school"}


def test_no_groups_show_nothing():
    assert protect_groups({}) == frozenset()


@careful
@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=2, max_size=4),
)
def test_the_complement_of_a_filter_tells_nothing_either(cells):
    part = [inside for inside, _outside in cells]
    outside = [other for _inside, other in cells]
    whole = [inside + other for inside, other in cells]

    shown = protect_filter(part, whole)

    for told, inside, other in zip(shown, part, outside, strict=True):
        assert told is None or (not 0 < inside < K and not 0 < other < K)
    if 0 < sum(part) < K or 0 < sum(outside) < K:
        assert set(shown) == {None}
    elif sum(part) and sum(outside):
        for j, told in enumerate(shown):
            if told is None and 0 < part[j] < K:
                both = [
                    list(shown),
                    [None if n is None else outside[i] for i, n in enumerate(shown)],
                ]
                least, most = solved_by_totals([part, outside], both, (0, j))
                assert least == 0 or most >= K


profiles = st.lists(
    st.tuples(*(st.sampled_from("xyz") for _column in range(3))), min_size=0, max_size=40
)


@careful
@given(profiles)
def test_every_profile_in_an_export_stands_for_enough_people(rows):
    blurred = band(rows)

    counts = Counter(blurred)
    if len(rows) >= K:
        assert all(n >= K for n in counts.values())
    else:
        assert set(blurred) <= {("", "", "")}


@careful
@given(profiles)
def test_banding_keeps_order_and_only_empties_cells(rows):
    blurred = band(rows)

    assert len(blurred) == len(rows)
    for before, after in zip(rows, blurred, strict=True):
        assert all(new in ("", old) for old, new in zip(before, after, strict=True))


def test_common_profiles_are_left_alone():
    rows = [("old", "north")] * 6 + [("young", "south")] * 5

    assert band(rows) == rows


def test_the_last_column_goes_first():
    rows = [("old", "north")] * 3 + [("old", "south")] * 3

    assert band(rows) == [("old", "")] * 6


def test_rows_that_stay_alone_take_the_rarest_profile_with_them():
    rows = [("old", "north")] * 6 + [("young", "south")] * 2 + [("middle", "west")] * 9

    assert band(rows) == [("", "")] * 8 + [("middle", "west")] * 9

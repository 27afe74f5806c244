"""No two publications together tell what a few people answered."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.releases import by_answer, may_follow, newest_shown, only_people, safe

K = 5
CELLS = st.dictionaries(
    st.tuples(st.sampled_from("ab"), st.sampled_from("xyz")), st.integers(0, 40), max_size=6
)
PUBLISHED = st.lists(CELLS, min_size=1, max_size=6)


def test_four_more_people_do_not_move_a_figure():
    assert not may_follow(only_people(57), only_people(61))


def test_five_more_people_do():
    assert may_follow(only_people(57), only_people(62))


def test_the_same_figure_may_always_follow():
    assert may_follow(only_people(57), only_people(57))


def test_one_more_in_a_small_group_holds_the_chart_back():
    before = {("old", "bread"): 10, ("old", "bus"): 10, ("young", "bread"): 10, ("young", "bus"): 9}
    after = before | {("old", "bread"): 20, ("young", "bus"): 10}

    assert not may_follow(before, after)


def test_answers_taken_back_count_as_much_as_answers_given():
    before, after = only_people(57), only_people(55)

    assert not may_follow(before, after)


def test_one_who_leaves_cannot_hide_behind_one_who_comes():
    before = {("", "bread"): 20, ("", "bus"): 20}
    after = {("", "bread"): 19, ("", "bus"): 30}

    assert not may_follow(before, after)


def test_a_chart_stays_where_it_was_until_enough_changed():
    counted = [only_people(n) for n in (20, 22, 24, 25, 29, 31)]

    assert newest_shown(counted, lambda cells: cells) == only_people(31)
    assert newest_shown(counted[:3], lambda cells: cells) == only_people(20)
    assert newest_shown(counted[:5], lambda cells: cells) == only_people(25)


@given(PUBLISHED)
def test_no_two_publications_in_a_row_tell_of_a_few(published):
    shown = [
        newest_shown(published[: n + 1], lambda cells: cells, k=K) for n in range(len(published))
    ]

    for before, after in pairwise(shown):
        for cell in {*before, *after}:
            change = after.get(cell, 0) - before.get(cell, 0)
            assert change == 0 or abs(change) >= K


@given(PUBLISHED)
def test_any_two_publications_ever_shown_tell_of_nobody_or_of_enough(published):
    """People who only come: then also the first and the last together tell nothing of a few."""
    growing: list[dict[tuple[str, str], int]] = [{}]
    for cells in published:
        last = growing[-1]
        growing.append({key: last.get(key, 0) + cells.get(key, 0) for key in {*last, *cells}})

    shown = [newest_shown(growing[: n + 1], lambda cells: cells, k=K) for n in range(len(growing))]

    for n, before in enumerate(shown):
        for after in shown[n:]:
            changes = [after.get(c, 0) - before.get(c, 0) for c in {*before, *after}]
            assert all(change == 0 or change >= K for change in changes)


def test_rows_become_cells_by_group_and_answer():
    rows = [("old", "bread", 2), ("old", "bread", 3), ("young", "bus", 1)]

    assert by_answer(rows) == {("old", "bread"): 5, ("young", "bus"): 1}


def test_an_empty_table_is_safe():
    assert safe([], k=K)
    assert safe([[]], k=K)

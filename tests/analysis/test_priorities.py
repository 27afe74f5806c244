"""Places, chances and intervals, by hand and against scipy."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.codebook import ItemCode
from analysis.priorities import Priorities, priorities, scale_of
from analysis.uncertainty import wilson
from question_banks.measures import Measure
from tests.analysis.samples import (
    GRID,
    MULTIPLE,
    NOMINAL,
    ORDINAL,
    POINTS,
    RANKING,
    counts,
    item,
)

quick = settings(max_examples=50, deadline=None)


def values(found):
    return {row.option: row.value for row in found.rows}


def test_shares_are_worked_out_by_hand():
    found = priorities(MULTIPLE, counts({"a": 20, "a+b": 10, "c": 5, "?": 4, "-": 9}))

    assert (found.unit, found.n, found.dont_know, found.skipped) == ("share", 39, 4, 9)
    assert [(row.option, row.n, row.count) for row in found.rows] == [
        ("a", 39, 30),
        ("b", 39, 10),
        ("c", 39, 5),
    ]
    assert values(found) == pytest.approx({"a": 30 / 39, "b": 10 / 39, "c": 5 / 39})
    for row in found.rows:
        assert (row.low, row.high) == wilson(row.count, row.n)
        oracle = stats.binomtest(row.count, row.n).proportion_ci(method="wilson")
        assert (row.low, row.high) == pytest.approx((oracle.low, oracle.high), abs=1e-9)


def test_what_clearly_leads_has_the_first_place_alone():
    found = priorities(MULTIPLE, counts({"a": 40, "b": 12, "c": 10}))

    assert [row.place for row in found.rows] == [(1, 1), (2, 3), (2, 3)]
    assert [row.option for row in found.first()] == ["a"]
    assert found.rows[0].p_first > 0.99


def test_what_hardly_differs_shares_a_place():
    found = priorities(MULTIPLE, counts({"a": 20, "b": 19, "c": 18}))

    assert {row.place for row in found.rows} == {(1, 3)}
    assert sum(row.p_first for row in found.rows) == pytest.approx(1)


def test_options_that_tie_keep_the_order_of_the_question_and_share_the_chance():
    found = priorities(MULTIPLE, counts({"a+b+c": 30}))

    assert [row.option for row in found.rows] == ["a", "b", "c"]
    assert [row.p_first for row in found.rows] == pytest.approx([1 / 3] * 3)
    assert {row.place for row in found.rows} == {(1, 3)}


def test_paired_answers_decide_where_single_intervals_overlap():
    """Everybody who chose b chose a as well: a is surely above b, though both intervals overlap."""
    found = priorities(MULTIPLE, counts({"a+b": 40, "a": 8, "c": 32}))

    a, b = found.rows[:2]
    assert b.high > a.low
    assert a.place == (1, 1)
    assert b.place[0] == 2


def test_a_mean_is_that_of_scipy_and_leaves_out_who_does_not_know():
    found = priorities(ORDINAL, counts({"2": 10, "4": 20, "5": 5, "?": 7}))

    [row] = found.rows
    scores = [2] * 10 + [4] * 20 + [5] * 5
    oracle = stats.bootstrap((scores,), lambda x: sum(x) / len(x), vectorized=False,
                             method="percentile", n_resamples=4000, rng=1)  # fmt: skip
    assert (found.unit, found.top, row.option, row.label) == ("mean", 5.0, "q", "Vraag?")
    assert (row.n, row.count, row.topic) == (42, 35, "about_q")
    assert row.value == pytest.approx(125 / 35)
    assert (row.low, row.high) == pytest.approx(tuple(oracle.confidence_interval), abs=0.06)
    assert (row.place, row.p_first) == ((1, 1), 1.0)


def test_rows_of_a_grid_have_their_own_numbers_of_judges():
    found = priorities(GRID, counts({"a=4+b=2": 10, "a=5": 5, "a=?+b=3": 5, "?": 2}))

    assert [(row.option, row.n, row.count) for row in found.rows] == [("a", 22, 15), ("b", 22, 15)]
    assert values(found) == pytest.approx({"a": 65 / 15, "b": 35 / 15})
    assert [row.place for row in found.rows] == [(1, 1), (2, 2)]


def test_points_are_meant_over_who_divided_them():
    found = priorities(POINTS, counts({"a=10+b=0+c=0": 10, "a=0+b=6+c=4": 10}))

    assert values(found) == {"a": 5.0, "b": 3.0, "c": 2.0}
    assert (found.unit, found.top) == ("points", 10.0)


def test_places_gained_count_options_left_out_as_sharing_what_remains():
    found = priorities(RANKING, counts({"a>b>c": 10, "c": 10}))

    assert values(found) == pytest.approx({"a": 0.625, "c": 0.5, "b": 0.375})


def test_too_few_answers_show_nothing_and_look_like_none():
    few = priorities(MULTIPLE, counts({"a": 4, "-": 3}))
    none = priorities(MULTIPLE, [])

    assert few == none == Priorities("q", "Vraag?", "share", 0, 0, 0, (), 1.0, hidden=True)
    assert none.first() == ()


@pytest.mark.parametrize(
    ("n", "few", "very_few", "note"),
    [(9, True, True, "few"), (10, True, False, "few"), (29, True, False, "few"),
     (30, False, False, "")],
)  # fmt: skip
def test_few_answers_are_marked(n, few, very_few, note):
    found = priorities(MULTIPLE, counts({"a": n}))

    assert (found.few, found.very_few) == (few, very_few)
    assert {row.note for row in found.rows} == {note}


def test_schools_need_ten():
    assert priorities(MULTIPLE, counts({"a": 9}), k=10).hidden
    assert not priorities(MULTIPLE, counts({"a": 10}), k=10).hidden


def test_a_new_option_has_the_base_of_who_was_shown_it():
    found = priorities(
        MULTIPLE,
        counts({"a": 30, "b": 10}, offered=("a", "b"))
        + counts({"c": 8, "a+c": 2, "b": 10}, offered=("a", "b", "c"), version=2),
    )

    assert {row.option: (row.count, row.n) for row in found.rows} == {
        "a": (32, 60),
        "b": (20, 60),
        "c": (10, 20),
    }


def test_an_option_that_too_few_were_shown_is_left_out_and_named():
    found = priorities(
        MULTIPLE,
        counts({"a": 30, "b": 10}, offered=("a", "b"))
        + counts({"c": 4}, offered=("a", "b", "c"), version=2),
    )

    assert [row.option for row in found.rows] == ["a", "b"]
    assert found.left_out == ("C",)


def test_a_scale_nobody_could_judge_has_no_row():
    found = priorities(ORDINAL, counts({"?": 20}))

    assert (found.rows, found.left_out, found.n, found.dont_know) == ((), ("Vraag?",), 20, 20)


def test_figures_of_a_sensitive_item_that_single_out_are_left_out():
    sensitive = item(Measure.MULTIPLE, "a", "b", "c", sensitive=True)

    found = priorities(sensitive, counts({"a": 20, "a+b": 4, "c": 10, "?": 2, "-": 1}))

    assert [row.option for row in found.rows] == ["a", "c"]
    assert found.left_out == ("B",)
    assert (found.dont_know, found.skipped) == (0, 0)


def test_one_small_figure_of_a_sensitive_choice_hides_another():
    sensitive = item(Measure.NOMINAL, "a", "b", "c", sensitive=True)

    found = priorities(sensitive, counts({"a": 60, "b": 3, "c": 10}))

    assert [row.option for row in found.rows] == ["a"]
    assert found.rows[0].place == (1, 1)


@quick
@given(
    st.dictionaries(st.sampled_from(["a", "b", "c", "?", "-"]), st.integers(0, 50)), st.randoms()
)
def test_the_order_of_patterns_does_not_matter(patterns, rnd):
    held = counts(patterns, collector="x") + counts(patterns, collector="y")
    mixed = list(held)
    rnd.shuffle(mixed)

    assert priorities(NOMINAL, mixed) == priorities(NOMINAL, held)


@quick
@given(
    st.dictionaries(
        st.sampled_from(["a", "b", "c", "a+b", "a+c", "b+c", "a+b+c", "?", "-", ""]),
        st.integers(0, 60),
    )
)
def test_what_always_holds(patterns):
    found = priorities(MULTIPLE, counts(patterns))

    if not found.hidden:
        assert sum(row.p_first for row in found.rows) == pytest.approx(1)
    shown = [row.value for row in found.rows]
    assert shown == sorted(shown, reverse=True)
    rank = 1
    for row in found.rows:
        assert row.place[0] <= rank <= row.place[1]
        assert 0 <= row.low <= row.value <= row.high <= 1
        rank += 1


@pytest.mark.parametrize(
    ("asked", "scale"),
    [
        (ORDINAL, (1, 5)),
        (ItemCode("q", "Vraag?", Measure.ORDINAL), (1, 5)),
        (item(Measure.POINTS, "a", total=100), (0, 100)),
        (item(Measure.POINTS, "a", total=None), (0, 10)),
        (MULTIPLE, (0, 1)),
        (RANKING, (0, 1)),
    ],
)
def test_the_ends_of_the_scale(asked, scale):
    assert scale_of(asked) == scale


def test_a_million_answers_take_no_time():
    rnd = random.Random(1)
    codes = [f"o{n:02}" for n in range(20)]
    big = item(Measure.MULTIPLE, *codes)
    patterns = {"+".join(sorted(rnd.sample(codes, 3))): rnd.randint(500, 2500) for _ in range(900)}
    held = counts(patterns)
    priorities(big, held[:5])

    began = time.perf_counter()
    found = priorities(big, held)

    assert found.n > 900_000
    assert time.perf_counter() - began < 1

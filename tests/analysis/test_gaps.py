"""Differences of a group: the test, the correction, quiet needs, loud groups, and who is hidden."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import permutation_test

from analysis.gaps import LOUD, QUIET, gaps, permuted
from analysis.groups import priorities_by
from analysis.scores import scores
from question_banks.measures import Measure
from tests.analysis.samples import GRID, MULTIPLE, ORDINAL, counts, item

SIX = item(Measure.MULTIPLE, *"abcdef")


def found(group, others, asked=MULTIPLE, **fields):
    held = {"old": counts(group), "young": counts(others)}
    whole = held["old"] + held["young"]
    return gaps(asked, whole, held, group="old", name="ouderen", **{"draws": 400, **fields})


def row(held, option):
    return next(one for one in held.rows if one.option == option)


def test_the_permutation_test_agrees_with_an_independent_one():
    group, others = {"4": 6, "2": 5, "5": 3}, {"1": 9, "3": 10, "4": 6}
    mine = scores(ORDINAL, counts(group)), scores(ORDINAL, counts(others))
    people = [[float(p) for p, n in held.items() for _ in range(n)] for held in (group, others)]

    [p] = permuted(*mine, ["q"], draws=20_000, seed=1)

    theirs = permutation_test(
        people, lambda a, b, axis: np.abs(a.mean(axis=axis) - b.mean(axis=axis)),
        vectorized=True, n_resamples=20_000, alternative="greater", rng=1,
    )  # fmt: skip
    assert p == pytest.approx(theirs.pvalue, abs=0.006)


def test_groups_that_answer_alike_hardly_ever_differ():
    """Of five hundred options without any difference, at most one in twenty is called real."""
    rng = np.random.default_rng(3)
    called = 0
    for _trial in range(100):
        held = [rng.multinomial(60, [0.2] * 5) for _part in range(2)]
        patterns = ["a", "b", "c", "a+b", "b+c"]
        one, other = (dict(zip(patterns, map(int, n), strict=True)) for n in held)
        called += any(r.real for r in found(one, other, draws=200).rows)

    assert called <= 9


def test_a_clear_difference_is_real_and_lies_in_its_interval():
    gap = row(found({"a": 40, "b": 10}, {"a": 50, "b": 150}), "a")

    assert gap.real
    assert gap.difference == pytest.approx(0.8 - 0.25)
    assert 0 < gap.low < gap.difference < gap.high


def test_a_need_that_only_the_group_puts_first_is_quiet():
    held = found({"f": 20, "a": 2, "b": 8}, {"a+b": 150, "c": 40, "d": 9, "f": 8}, SIX)

    assert row(held, "f").mark == QUIET


def test_a_need_that_a_too_large_group_pushes_up_is_loud():
    others = {"a": 30, "b": 30, "c": 12, "d": 12, "e": 12, "f": 9}

    assert row(found({"f": 60, "b": 8}, others, SIX, lives=0.05), "f").mark == LOUD
    assert row(found({"f": 60, "b": 8}, others, SIX, lives=0.6), "f").mark == ""
    assert row(found({"f": 60, "b": 8}, others, SIX), "f").mark == ""


@pytest.mark.parametrize(
    ("group", "others"), [({"a": 4}, {"a": 90}), ({"a": 90}, {"a": 4}), ({}, {"a": 90})]
)
def test_a_small_group_and_its_small_complement_are_hidden(group, others):
    held = found(group, others)

    assert (held.hidden, held.rows, held.n, held.n_others) == (True, (), 0, 0)


def test_an_option_that_few_of_the_group_chose_is_left_out():
    held = found({"a": 20, "b": 3, "c": 9}, {"a": 30, "b": 40, "c": 30})

    assert "B" in held.left_out
    assert {one.option for one in held.rows} == {"a", "c"}


def test_means_have_differences_on_their_scale():
    held = found({"a=5+b=1": 30}, {"a=2+b=1": 40, "a=3": 20}, GRID)

    assert held.top == 4
    assert row(held, "a").difference == pytest.approx(5 - 7 / 3)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["a", "b", "a+b", "c", "?"]), st.integers(0, 30), min_size=1),
    st.dictionaries(st.sampled_from(["a", "b", "a+b", "c", "?"]), st.integers(0, 30), min_size=1),
)
def test_no_figure_of_a_group_stands_for_few_people(group, others):
    """Inside and outside, each share stands for nobody or five, and so does what is left."""
    held = found(group, others, draws=20)

    for one in held.rows:
        for share, n in ((one.inside, held.n), (one.outside, held.n_others)):
            people = round(share * n)
            assert people == 0 or people >= 5
            assert n - people == 0 or n - people >= 5


GROUPS = st.lists(
    st.dictionaries(st.sampled_from(["a", "b", "c", "a+b", "?"]), st.integers(0, 30), max_size=5),
    min_size=2,
    max_size=4,
)


def split(groups):
    held = {f"g{n}": tuple(counts(patterns)) for n, patterns in enumerate(groups)}
    return held, [one for part in held.values() for one in part]


@given(GROUPS)
def test_gap_is_told_only_where_the_group_has_a_figure_of_its_own(groups):
    held, whole = split(groups)
    told = priorities_by(MULTIPLE, whole, held, draws=50)

    for group in held:
        found = gaps(MULTIPLE, whole, held, group=group, name=group, draws=50)
        assert {row.option for row in found.rows} <= {row.option for row in told[group].rows}


def test_small_group_is_not_the_difference_of_two_gaps():
    groups = {"a": 20, "b": 20}, {"a": 15, "b": 25}, {"a": 2, "b": 1}
    held, whole = split(groups)

    shown = [g for g in held if not gaps(MULTIPLE, whole, held, group=g, name=g, draws=50).hidden]

    assert "g2" not in shown
    assert len(shown) < 2


def test_options_that_may_not_be_told_are_named_as_left_out():
    held, whole = split(({"a": 30, "b": 30, "c": 2}, {"a": 20, "b": 30, "c": 20}))

    found = gaps(MULTIPLE, whole, held, group="g0", name="g0", draws=50)

    assert {row.label for row in found.rows} == {"A", "B"}
    assert found.left_out == ("C",)

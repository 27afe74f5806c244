"""Priorities by channel or group, with what could single somebody out left away."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from analysis.dataset import by
from analysis.groups import priorities_by
from analysis.priorities import priorities
from question_banks.measures import Measure
from tests.analysis.samples import GRID, MULTIPLE, NOMINAL, counts, item

K = 5
careful = settings(max_examples=60, deadline=None)


def split(asked, *parts, **fields):
    """Priorities for channels x, y, z … with these patterns."""
    whole = [
        count
        for name, patterns in zip("xyz", parts, strict=False)
        for count in counts(patterns, collector=name)
    ]
    return priorities_by(asked, whole, by(whole, "collector"), **fields)


def test_large_channels_are_shown_whole():
    found = split(MULTIPLE, {"a": 30, "b": 20, "c": 10}, {"a": 10, "b": 30, "c": 10})

    assert {row.option: row.count for row in found["x"].rows} == {"a": 30, "b": 20, "c": 10}
    assert {row.option: row.count for row in found["y"].rows} == {"b": 30, "a": 10, "c": 10}
    assert found["x"].left_out == ()


def test_a_small_channel_is_hidden_with_the_smallest_other():
    found = split(MULTIPLE, {"a": 30}, {"a": 12}, {"b": 2})

    assert {name: one.hidden for name, one in found.items()} == {
        "x": False,
        "y": True,
        "z": True,
    }


def test_a_small_figure_is_left_out_here_and_where_it_could_be_worked_out():
    found = split(MULTIPLE, {"a": 30, "b": 27, "c": 3}, {"a": 20, "b": 20, "c": 20})

    assert found["x"].left_out == ("C",)
    assert found["y"].left_out == ("C",)


def test_the_first_place_may_be_one_that_is_not_shown():
    found = split(MULTIPLE, {"a": 38, "b": 2}, {"a": 10, "b": 30})

    assert found["x"].left_out == ("A", "B")
    assert found["x"].first() == ()
    assert found["x"].rows[0].place[0] > 1


def test_who_does_not_know_is_told_only_when_enough_do_not():
    found = split(NOMINAL, {"a": 30, "?": 3, "-": 8}, {"a": 30, "?": 30, "-": 10})

    assert (found["x"].dont_know, found["y"].dont_know) == (0, 0)


def test_means_need_enough_judges_and_enough_or_no_others():
    found = split(GRID, {"a=4+b=2": 20, "a=5": 3}, {"a=3+b=3": 20, "a=1": 9})

    assert [row.option for row in found["x"].rows] == ["a"]
    assert [row.option for row in found["y"].rows] == ["a"]


def test_people_of_no_group_are_a_group_of_their_own():
    whole = counts({"a": 30}, group="old") + counts({"a": 20}, group="young") + counts({"b": 2})
    groups = {"old": whole[:1], "young": whole[1:2]}

    found = priorities_by(NOMINAL, whole, groups)

    assert found["young"].hidden
    assert not found["old"].hidden


def test_one_group_is_the_whole_and_is_told_whole():
    found = split(MULTIPLE, {"a": 30, "b": 2})

    assert [row.count for row in found["x"].rows] == [30, 2, 0]


def test_what_is_left_out_of_a_sensitive_whole_is_left_out_of_its_groups():
    sensitive = item(Measure.NOMINAL, "a", "b", "c", sensitive=True)

    found = split(sensitive, {"a": 60, "b": 20, "c": 0}, {"a": 50, "b": 20, "c": 3})

    assert all("B" in one.left_out and "C" in one.left_out for one in found.values())


def test_no_groups_give_nothing():
    assert priorities_by(MULTIPLE, [], {}) == {}


def test_groups_that_overlap_are_refused():
    held = counts({"a": 30})

    with pytest.raises(ValueError, match="groups overlap"):
        priorities_by(MULTIPLE, held, {"x": held, "y": held})


def test_groups_counted_in_another_way_than_the_whole_are_refused():
    """Else the rest could not be told from the whole, and would hide nothing."""
    with pytest.raises(ValueError, match="answers that the whole does not"):
        priorities_by(MULTIPLE, counts({"a": 30}, offered=("a", "b")), {"x": counts({"a": 30})})


@careful
@given(
    st.lists(
        st.dictionaries(st.sampled_from(["a", "b", "c", "?", "-"]), st.integers(0, 14)),
        min_size=2,
        max_size=3,
    )
)
def test_no_figure_of_few_people_is_ever_told(parts):
    found = split(NOMINAL, *parts)
    shown = [name for name, one in found.items() if not one.hidden]
    assume(len(shown) > 1)

    for name in shown:
        for row in found[name].rows:
            assert not 0 < row.count < K
        assert not 0 < found[name].dont_know < K
        assert not 0 < found[name].skipped < K


ANSWERS = ("a", "b", "c", "?", "-")


def published(whole, groups, parts):
    """What a clever reader writes down: sums over cells (group, answer) that are known."""
    names = list(groups)
    for answer in ANSWERS:
        told = {row.option: row.count for row in whole.rows} | {
            "?": whole.dont_know,
            "-": whole.skipped,
        }
        yield [(name, answer) for name in names], told[answer]
    for name in names:
        if groups[name].hidden:
            continue
        yield [(name, answer) for answer in "abc?"], groups[name].n
        told = {row.option: row.count for row in groups[name].rows}
        told |= {"?": groups[name].dont_know} if groups[name].dont_know else {}
        told |= {"-": groups[name].skipped} if groups[name].skipped else {}
        for answer, n in told.items():
            assert n == parts[name].get(answer, 0)
            yield [(name, answer)], n


def least_and_most(known, cells, wanted):
    equal = [[float(cell in held) for cell in cells] for held, _n in known]
    values = [n for _held, n in known]
    aim = np.array([float(cell in wanted) for cell in cells])
    return tuple(round(abs(linprog(sign * aim, A_eq=equal, b_eq=values).fun)) for sign in (1, -1))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from(ANSWERS), st.integers(0, 12)), min_size=2, max_size=3)
)
def test_who_adds_and_subtracts_everything_published_finds_no_few_people(drawn):
    parts = dict(zip("xyz", drawn, strict=False))
    counted = [c for name, held in parts.items() for c in counts(held, collector=name)]
    whole = priorities(NOMINAL, counted)
    assume(not whole.hidden)
    groups = priorities_by(
        NOMINAL, counted, {n: [c for c in counted if c.collector == n] for n in parts}
    )
    known = list(published(whole, groups, parts))
    cells = [(name, answer) for name in parts for answer in ANSWERS]
    in_base = {name: sum(parts[name].get(answer, 0) for answer in "abc?") for name in parts}
    assume(sum(n > 0 for n in in_base.values()) > 1)

    few = [[(name, a) for a in "abc?"] for name, n in in_base.items() if 0 < n < K]
    few += [[(name, a)] for name, held in parts.items() for a, n in held.items() if 0 < n < K]
    for wanted in few:
        least, most = least_and_most(known, cells, wanted)
        assert least == 0 or most >= K

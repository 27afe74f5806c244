"""Groups of opinions: found where they are, not where they are not, and never of few people."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.opinions import SHARED, names_of, opinions
from question_banks.measures import Measure
from tests.analysis.samples import counts, item

STATEMENTS = item(Measure.GRID, *"abcdef")


def pattern(points):
    return "+".join(f"{code}={p}" for code, p in zip("abcdef", points, strict=True))


def crowd(sides, *, noise=0.1, seed=1):
    """People of each side answer as it does, but for some chance."""
    rng = np.random.default_rng(seed)
    held = {}
    for agrees, n in sides:
        for _one in range(n):
            yes = [a != (rng.random() < noise) for a in agrees]
            key = pattern([int(rng.integers(4, 6) if y else rng.integers(1, 3)) for y in yes])
            held[key] = held.get(key, 0) + 1
    return counts(held)


ONE, OTHER = (True, True, True, False, False, True), (False, False, True, True, True, True)


def test_two_sides_are_found_with_what_they_share():
    found = opinions(STATEMENTS, crowd([(ONE, 40), (OTHER, 25)]))

    assert sorted(found.sizes) == pytest.approx([25, 40], abs=2)
    assert {row.option for row in found.shared()} == {"c", "f"}
    assert {row.option for row in found.rows[:2]} == {"c", "f"}
    assert dict(names_of(found)) == {0: "A", 1: "B"}


@pytest.mark.parametrize("noise", [0.0, 0.1, 0.15, 0.3])
def test_one_crowd_has_no_groups(noise):
    for seed in range(8):
        found = opinions(STATEMENTS, crowd([((True,) * 6, 80)], noise=noise, seed=seed))

        assert (found.reason, found.rows) == ("one", ())


@pytest.mark.parametrize(("n", "reason"), [(3, "hidden"), (30, "few")])
def test_too_few_people_have_no_groups(n, reason):
    assert opinions(STATEMENTS, crowd([(ONE, n)])).reason == reason


def test_too_few_statements_have_no_groups():
    asked = item(Measure.GRID, "a", "b")

    assert opinions(asked, counts({"a=5+b=1": 60})).reason == "statements"


def test_the_same_answers_give_the_same_groups():
    people = crowd([(ONE, 40), (OTHER, 25)])

    assert opinions(STATEMENTS, people) == opinions(STATEMENTS, people[::-1])


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60), st.floats(0, 0.4), st.integers(0, 99))
def test_no_group_is_small_and_no_small_figure_is_told(one, other, noise, seed):
    found = opinions(STATEMENTS, crowd([(ONE, one), (OTHER, other)], noise=noise, seed=seed))

    assert all(size >= 5 for size in found.sizes)
    assert sum(found.sizes) == (found.n if found.rows else 0)
    for row in found.shared():
        assert min(part for part in row.agree if part is not None) >= SHARED

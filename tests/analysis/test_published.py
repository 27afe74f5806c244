"""Everything that is published of one question together: no small cell can be worked out from it.

A reader is thought to hold every figure by group at once, in all kinds of charts, and to solve for
the people behind them by linear programming.
"""

from itertools import chain

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from analysis.comparing import waves
from analysis.gaps import gaps
from analysis.groups import priorities_by
from analysis.priorities import priorities
from analysis.raking import profiled, raked
from analysis.representation import Part, representation
from analysis.sensitivity import what_would_change
from analysis.weighting import CannotWeighError, Margin
from question_banks.measures import Measure
from tests.analysis.samples import counts, item

K = 5
ASKED = item(Measure.MULTIPLE, "a")
"""One option: who chose it, and who did not."""

LIVES = {"g0": 500, "g1": 300, "g2": 200}
crowd = st.lists(
    st.tuples(st.integers(0, 16), st.integers(0, 16)), min_size=4, max_size=4
)  # chose, did not choose: three groups, and who stands in none


class Reader:
    """What somebody knows of the people in each group who chose (even) and did not (odd)."""

    def __init__(self, groups):
        self.size = 2 * groups
        self.known = []

    def learns(self, terms, low, high):
        """The sum of ``weight`` times the people in each place lies between two numbers."""
        row = np.zeros(self.size)
        for place, weight in terms:
            row[place] += weight
        self.known.append((row, low, high))

    def learns_share(self, group, share, n):
        """A share of a base: who chose, and who did not."""
        self.learns([(2 * group, 1)], share * n, share * n)
        self.learns([(2 * group + 1, 1)], n - share * n, n - share * n)

    def bounds_of(self, place):
        """The fewest and the most people there can be in a place."""
        rows = np.array([row for row, _low, _high in self.known])
        lows, highs = (np.array([one[i] for one in self.known]) for i in (1, 2))
        aim = np.zeros(self.size)
        aim[place] = 1
        limits = {"A_ub": np.vstack([rows, -rows]), "b_ub": np.concatenate([highs, -lows]) + 1e-7}
        least, most = (linprog(sign * aim, bounds=(0, None), **limits) for sign in (1, -1))
        return round(least.fun, 4), round(-most.fun, 4)


def patterns(chose, did_not):
    return counts({"a": chose, "": did_not})


def everything(people):
    """Learn all charts by group of these people."""
    named = {f"g{n}": patterns(*people[n]) for n in range(3)}
    whole = [*chain(*named.values()), *patterns(*people[3])]
    reader = Reader(len(people))
    of_all = priorities(ASKED, whole, draws=10)
    for side in (0, 1):
        total = sum(one[side] for one in people)
        if not of_all.hidden:
            reader.learns([(2 * g + side, 1) for g in range(4)], total, total)
    sizes_of(reader, people)
    figures_of(reader, named, whole)
    without_each(reader, named, whole)
    weighted(reader, people, named, whole)
    return reader


def sizes_of(reader, people):
    """Who answered: how many of each group, and of all groups together."""
    parts = [Part(f"g{n}", f"g{n}", sum(people[n])) for n in range(3)]
    found = representation(parts, what="Groep", rest=sum(people[3]))
    if not found.hidden:
        counted = 8 if 0 < sum(people[3]) < K else 6
        reader.learns([(place, 1) for place in range(counted)], found.n, found.n)
        for g, group in enumerate(found.groups):
            if group.n is not None:
                reader.learns([(2 * g, 1), (2 * g + 1, 1)], group.n, group.n)


def figures_of(reader, named, whole):
    """Priorities of each group, and its gap with all others."""
    for name, found in priorities_by(ASKED, whole, named, draws=10).items():
        g = int(name[1])
        if found.n:
            reader.learns([(2 * g, 1), (2 * g + 1, 1)], found.n, found.n)
        for row in found.rows:
            reader.learns_share(g, row.value, row.n)
    for name in named:
        for row in (held := gaps(ASKED, whole, named, group=name, name=name, draws=2)).rows:
            reader.learns_share(int(name[1]), row.inside, held.n)


def without_each(reader, named, whole):
    """What stands when a channel is left out."""
    for one in what_would_change(ASKED, whole, named).without:
        others = [g for g in range(4) if f"g{g}" != one.channel]
        reader.learns([(2 * g + side, 1) for g in others for side in (0, 1)], one.n, one.n)
        for share in one.values.values():
            reader.learns([(2 * g, 1) for g in others], share * one.n, share * one.n)


def weighted(reader, people, named, whole):
    """The weighted share as it is printed, in whole percents; the reader knows every weight."""
    try:
        found = raked(ASKED, profiled(whole, named), [Margin(LIVES, {})])
    except CannotWeighError:
        return
    for row in found.rows:
        if row.weighted is not None:
            n, said = sum(map(sum, people)), sum(map(sum, people[:3]))
            weight = [LIVES[f"g{g}"] / 1000 * said / (sum(people[g]) or 1) for g in range(3)]
            terms = [(2 * g, w) for g, w in enumerate([*weight, 1.0])]
            told = round(row.weighted.value, 2) * n
            reader.learns(terms, told - 0.005 * n - 1e-6, told + 0.005 * n + 1e-6)


def assert_nobody_is_told(reader, people):
    """No place holds 1 to 4 people for certain; where all stand in one group it is the whole."""
    if sum(any(both) for both in people) < 2:
        return
    for g, both in enumerate(people):
        for side, n in enumerate(both):
            if 0 < n < K:
                least, most = reader.bounds_of(2 * g + side)
                assert least == 0 or most >= K, (people, g, side, least, most)


@settings(max_examples=250, deadline=None)
@given(crowd)
def test_no_small_cell_follows_from_all_charts_together(people):
    reader = everything(people)

    if reader.known:
        assert_nobody_is_told(reader, people)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 16), st.integers(0, 16)), min_size=2, max_size=4))
def test_no_small_cell_follows_from_waves_beside_the_whole(people):
    reader = Reader(len(people))
    found = waves(ASKED, {f"g{n}": patterns(*one) for n, one in enumerate(people)}, draws=10)
    for side in (0, 1):
        total = sum(one[side] for one in people)
        reader.learns([(2 * g + side, 1) for g in range(len(people))], total, total)
    for g, (cell, n) in enumerate(zip(found.cells["a"], found.bases, strict=True)):
        if n:
            reader.learns([(2 * g, 1), (2 * g + 1, 1)], n, n)
        if cell is not None:
            reader.learns_share(g, cell.value, cell.n)

    if sum(map(sum, people)) >= K:
        assert_nobody_is_told(reader, people)

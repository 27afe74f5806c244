"""Everything that outsiders are shown, held together: nobody's answer can be worked out from it.

The registry of sources is walked with every filter and every part, for one publication after
another. A reader learns each figure of each chart, knows that people only come, and solves for the
people behind them by linear programming: by group, by channel, by both, and who came in between.
Totals of everybody and the sizes of groups are told whole (ADR 0008): what they alone tell, such as
of a first day when one channel was open, is permitted. Formats add nothing: what writes one is
given the chart and no more. A new source fails here until it says what it tells of groups.
"""

import re
from inspect import signature
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from analysis.codebook import Codebook, ItemCode, OptionCode
from analysis.export import EXPORTS
from question_banks.measures import Measure
from survey_app.reports import composing  # noqa: F401 — registers every source
from survey_app.reports.rules import may_release
from survey_app.reports.sources import SOURCES, Shown, Village, charts_from

K = 5
AGES = ("from_18_to_29", "from_30_to_44", "from_65_to_79")
WAYS = ("GATE22", "PAPER2")
BY = {"collector": WAYS, "profile_age": AGES}
"""Every filter of a dossier with its parts; nobody can ask for two together."""

ITEMS = (
    ItemCode("missing", "Wat?", Measure.MULTIPLE, "importance", (OptionCode("a", "Bakker", "t"),)),
    ItemCode("profile_age", "Oud?", Measure.NOMINAL, "none", tuple(map(OptionCode, AGES, AGES))),
)
LIVES = {"18-29": 60, "30-44": 95, "65-79": 70}
DAYS = ("2026-05-20", "2026-05-29")
TYPES = tuple(product((*AGES, None), WAYS, (True, False)))
"""Whose people a reader wants to know: their age or none said, their channel, chose or not."""

WHOLE = frozenset({
    "quadrant", "not_heard", "moments", "vote", "criteria", "waves", "themes",
    "agreement", "strengths", "opinions", "profile", "budget",
})  # fmt: skip
"""Sources of ungrouped totals, or of what the figures here tell already: no filter changes them."""


def release(people, day):
    """The counts of these people as the worker keeps them."""
    said = [(age, way, "a" if chose else "", n) for (age, way, chose), n in people.items() if n]
    aged = [one for one in said if one[0]]
    return {
        "counts": [
            *(["missing", pattern, n, way, "self", 1] for _age, way, pattern, n in said),
            *(["profile_age", age, n, way, "self", 1] for age, way, _pattern, n in aged),
        ],
        "groups": {
            "profile_age": [["missing", pattern, n, age, 1] for age, _w, pattern, n in aged]
        },
        "people": {w: sum(n for _a, way, _p, n in said if way == w) for w in WAYS},
        "offered": {"1": {"missing": ["a"]}},
        "collectors": {way: way for way in WAYS},
        "days": ["2026-05-01", day],
    }


def village(*releases):
    shown = Shown(1, "Bevraging", K, Codebook(ITEMS).to_json(), releases)
    return Village((shown,), 500, LIVES)


def charts(held, kind, by="", part=""):
    asked = {"kind": kind, "survey": 1, "item": "missing", "by": by, "group": part}
    return charts_from(held, asked, "nl")


class Reader:
    """What somebody knows of the people of each type, at the first moment and at the second."""

    def __init__(self):
        self.rows, self.values = [], []

    def learns(self, chart, people, **type_):
        """So many people stand in these types, in the release that the chart names."""
        at = next(n for n, day in enumerate(DAYS) if "/".join(reversed(day.split("-"))) in chart)
        self.rows.append(places(at, **type_))
        self.values.append(people)

    def knows(self, aim):
        """Whether it is certain that somebody stands there, and that they are few."""
        least, most = self.bounds_of(aim)
        return least > 0 and most < K

    def bounds_of(self, aim):
        """The fewest and the most there can be; people only come."""
        size = len(TYPES)
        grows = np.hstack([np.eye(size), -np.eye(size)])
        told = {"A_ub": grows, "b_ub": np.zeros(size)}
        if self.rows:
            told |= {"A_eq": np.array(self.rows), "b_eq": np.array(self.values)}
        found = [linprog(sign * aim, bounds=(0, 400), **told) for sign in (1, -1)]
        assert all(one.success for one in found), "the figures contradict each other"
        return round(found[0].fun, 4), round(-found[1].fun, 4)


def places(at, *, age=..., way=..., chose=...):
    """Which of all unknowns are people of these types at a moment."""
    row = np.zeros(2 * len(TYPES))
    for n, type_ in enumerate(TYPES):
        if all(wish in {..., is_} for wish, is_ in zip((age, way, chose), type_, strict=True)):
            row[at * len(TYPES) + n] = 1
    return row


NAMES = {"collector": "way", "profile_age": "age"}


def of_item(reader, held):
    """Shares of everybody, and of each part."""
    of_everybody(reader, held)
    for by, part in ((by, part) for by, parts in BY.items() for part in parts):
        learn_shares(reader, charts(held, "item", by, part), **{NAMES[by]: part})


def of_everybody(reader, held):
    """The ungrouped total, which is told whole."""
    learn_shares(reader, charts(held, "item"))


def learn_shares(reader, told, **who):
    for chart in told:
        for row in chart.table.rows:
            if row[1] == "Bakker" and row[3] is not None:
                reader.learns(chart.subtitle, row[3], **who, chose=True)
                reader.learns(chart.subtitle, row[2] - row[3], **who, chose=False)


def of_gaps(reader, held):
    """A part and all others, as shares of two known numbers of people."""
    for by, part in ((by, part) for by, parts in BY.items() for part in parts):
        for chart in charts(held, "gaps", by, part):
            told = re.search(r"\((\d+)\) tegen alle anderen \((\d+)\)", chart.subtitle)
            for row in chart.table.rows if told else ():
                n, chose = int(told[1]), round(row[1] * int(told[1]) / 100)
                reader.learns(chart.subtitle, chose, **{NAMES[by]: part}, chose=True)
                reader.learns(chart.subtitle, n - chose, **{NAMES[by]: part}, chose=False)


def of_who(reader, held):
    """How many people of each age and of each channel."""
    for by in BY:
        for chart in charts(held, "who", by):
            for row in chart.table.rows:
                if row[1] is not None:
                    reader.learns(chart.subtitle, row[1], **{NAMES[by]: row[0]})


def of_change(reader, held):
    """What stands when a channel is left out: with two channels, the other one."""
    for chart in charts(held, "change"):
        for column, name in enumerate(chart.table.columns):
            left = next((way for way in WAYS if f"Zonder {way}" in name), None)
            if left and chart.table.rows and chart.table.rows[0][column] is not None:
                other = next(way for way in WAYS if way != left)
                n = int(re.search(rf"Zonder {left} \((\d+)\)", str(chart.figure))[1])
                share = chart.table.rows[0][column]
                reader.learns(chart.subtitle, round(share * n / 100), way=other, chose=True)


def of_weighted(_reader, _held):
    """Whole percents of all people together; held to the figures by group in analysis."""


TELLS = {
    "item": of_item,
    "gaps": of_gaps,
    "who": of_who,
    "change": of_change,
    "weighted": of_weighted,
}


def test_every_source_says_what_it_tells_of_groups():
    assert set(TELLS) | WHOLE == set(SOURCES)
    assert not set(TELLS) & WHOLE


@pytest.mark.parametrize("kind", sorted(WHOLE))
def test_no_filter_changes_what_is_ungrouped(kind):
    held = village(release(dict.fromkeys(TYPES, 9), DAYS[0]))

    for by, parts in BY.items():
        for part in parts:
            assert charts(held, kind, by, part) == charts(held, kind)


few = st.lists(st.integers(0, 12), min_size=len(TYPES), max_size=len(TYPES))


@settings(max_examples=60, deadline=None)
@given(few, few)
def test_no_small_cell_follows_from_all_that_was_ever_shown(before, more):
    first = dict(zip(TYPES, before, strict=True))
    then = {type_: first[type_] + n for type_, n in zip(TYPES, more, strict=True)}
    if not may_release(people=sum(before), shown=None, k=K, open_=True):
        return
    releases = [release(first, DAYS[0])]
    if may_release(people=sum(then.values()), shown=sum(before), k=K, open_=True):
        releases.append(release(then, DAYS[1]))

    everything, permitted = Reader(), Reader()
    for n in range(len(releases)):
        held = village(*releases[: n + 1])
        for tells in TELLS.values():
            tells(everything, held)
        for tells in (of_everybody, of_who):
            tells(permitted, held)

    truth = np.array([*first.values(), *then.values()])
    for aim, whole in aims(len(releases)):
        people = aim @ truth
        if 0 < people < K and people != whole @ truth and everything.knows(aim):
            assert permitted.knows(aim), (first, then, aim.nonzero())


def aims(moments):
    """People by group, by channel and by both, at each moment and in between.

    Each beside everybody on that side, which is told whole: who is all of them is no cell.
    """
    for age, way, side in product((*AGES, None, ...), (*WAYS, ...), (True, False, ...)):
        if age is ... and way is ...:
            continue
        cell = [places(at, age=age, way=way, chose=side) for at in (0, 1)]
        whole = [places(at, chose=side) for at in (0, 1)]
        yield from zip(cell[:moments], whole, strict=False)
        if moments > 1:
            yield cell[1] - cell[0], whole[1] - whole[0]


def test_reader_does_solve_what_is_not_protected():
    """The test of the test: told a group whole and its total, a reader finds the other."""
    reader = Reader()
    reader.learns("20/05/2026", 20, chose=True)
    reader.learns("20/05/2026", 18, chose=True, way="GATE22")

    assert reader.bounds_of(places(0, way="PAPER2", chose=True)) == (2, 2)


@pytest.mark.parametrize("name", EXPORTS)
def test_format_is_given_the_chart_and_nothing_else(name):
    assert list(signature(EXPORTS[name].write).parameters) == ["chart"]

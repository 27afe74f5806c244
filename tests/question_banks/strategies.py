"""Answers to any item, drawn by its measure; and whatever a hostile form may send."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

from question_banks.answer import DONT_KNOW, SKIPPED, Answer, Status
from question_banks.bank import Library
from question_banks.item import SAYS_DONT_KNOW, SAYS_SKIP, Item
from question_banks.loader import load_library
from question_banks.measures import Measure
from question_banks.options import LONGEST_OTHER
from question_banks.tidy import tidy

quick = settings(max_examples=40, deadline=None)
BANKS = Path(__file__).parents[1] / "banks"


def mini_banks() -> Library:
    return load_library(BANKS)


def items() -> list[Item]:
    return list(mini_banks().items.values())


def answers(item: Item) -> st.SearchStrategy[Answer]:
    """Every answer that ``item.clean`` can return."""
    possible = [] if item.required else [st.just(SKIPPED)]
    if item.dont_know:
        possible.append(st.just(DONT_KNOW))
    if item.measure in GIVEN:
        possible.append(GIVEN[item.measure](item))
    return st.one_of(possible)


def given_as(values):
    return values.map(lambda value: Answer(Status.GIVEN, value))


def words(longest: int) -> st.SearchStrategy[str]:
    """Text as it is kept: tidy, not empty, and none of the words a form itself sends."""
    said = st.text(max_size=longest).map(tidy)
    return said.filter(lambda text: text and text not in {SAYS_DONT_KNOW, SAYS_SKIP})


def beside(item: Item, values):
    """Add words beside "other" now and then, where it was chosen."""
    other = {option.code for option in item.options if option.other}

    def add(value):
        chosen = {value} if isinstance(value, str) else set(value)
        typed = st.none() | words(LONGEST_OTHER) if chosen & other else st.none()
        return typed.map(lambda text: Answer(Status.GIVEN, value, text))

    return values.flatmap(add)


def nominal(item: Item):
    return beside(item, st.sampled_from(item.offered()))


def multiple(item: Item):
    plain = [option.code for option in item.options if not option.exclusive]
    alone = [(option.code,) for option in item.options if option.exclusive]
    sizes = {"min_size": max(item.min, 1), "max_size": min(item.max or 99, len(plain))}
    sets = st.sets(st.sampled_from(plain), **sizes)
    ordered = sets.map(lambda codes: tuple(code for code in item.offered() if code in codes))
    return beside(item, ordered | st.sampled_from(alone) if alone else ordered)


def ordinal(item: Item):
    return given_as(st.sampled_from([point.code for point in item.points]))


def grid(item: Item):
    point = st.sampled_from([point.code for point in item.points])
    cell = st.none() | point if item.dont_know else point
    rows = st.sets(st.sampled_from(item.offered()), min_size=1)
    tables = rows.flatmap(
        lambda chosen: st.fixed_dictionaries({row: cell for row in item.offered() if row in chosen})
    )
    full = len(item.offered())
    return given_as(
        tables.filter(lambda t: len(t) < full or any(n is not None for n in t.values()))
    )


def ranking(item: Item):
    order = st.permutations(item.offered())
    length = st.integers(1, item.places)
    return given_as(st.tuples(order, length).map(lambda drawn: tuple(drawn[0][: drawn[1]])))


def points(item: Item):
    cuts = st.lists(
        st.integers(0, item.total), min_size=len(item.options) - 1, max_size=len(item.options) - 1
    )

    def divide(places):
        edges = [0, *sorted(places), item.total]
        shares = [high - low for low, high in pairwise(edges)]
        return dict(zip(item.offered(), shares, strict=True))

    return given_as(cuts.map(divide))


def numeric(item: Item):
    scale = 10**item.decimals
    whole = st.integers(item.min * scale, item.max * scale)
    return given_as(whole.map(lambda n: n // scale if n % scale == 0 else n / scale))


def free_text(item: Item):
    return given_as(words(item.max_length))


def date(item: Item):
    days = st.dates(item.earliest, item.latest)
    return given_as(days.map(dt.date.isoformat))


GIVEN = {
    Measure.NOMINAL: nominal,
    Measure.MULTIPLE: multiple,
    Measure.ORDINAL: ordinal,
    Measure.GRID: grid,
    Measure.RANKING: ranking,
    Measure.POINTS: points,
    Measure.NUMERIC: numeric,
    Measure.TEXT: free_text,
    Measure.DATE: date,
}


def hostile(item: Item) -> st.SearchStrategy[dict[str, list[str]]]:
    """Whatever may be posted: known names with strange values, unknown names, values near right."""
    offered = [*item.offered(), *item.controls(), "1", "2", "5", "-0", "1.000", "2026-05-20", ""]
    offered += [str(point.code) for point in getattr(item, "points", ())]
    near = st.sampled_from([*offered, SAYS_DONT_KNOW, SAYS_SKIP, "٣", "1e9", "NaN", "x" * 10_000])
    far = st.text(st.characters(exclude_categories=[]), max_size=40)
    name = st.sampled_from([*item.controls(), ""]) | far
    return st.dictionaries(name, st.lists(near | far, max_size=4), max_size=6)

"""A first, a second, a third: an option scores the part of the others that it stands above."""

from analysis.codebook import ItemCode
from analysis.measures.rule import (
    MeasureRule,
    Rows,
    Says,
    UnreadableError,
    known_option,
    once,
    register,
    whole_of,
)
from question_banks.measures import Measure


def says(_item: ItemCode, value: tuple[str, ...] | None, shown: tuple[str, ...]) -> Says:
    """Score the options shown, 1 for first and 0 for last; a don't know scores none.

    Options that somebody left out share the places that remain: each scores their mean. This is
    Borda's count with averaged places for a ranking cut short (Emerson, P. (2013), Social Choice
    and Welfare 40, 353-358, compares the variants), divided by the number of other options.
    """
    if value is None:
        return {}
    others = len(shown) - 1
    if others < 1:
        return dict.fromkeys(shown, 1.0)
    placed = {code: (others - place) / others for place, code in enumerate(value)}
    left = (others - len(value)) / 2 / others
    return {code: placed.get(code, left) for code in shown}


def from_rows(item: ItemCode, rows: Rows) -> tuple[str, ...] | None:
    """Read places by option, 1 is first; an empty place was not given, gaps close."""
    cells = dict(once((known_option(item, row.option), row) for row in rows))
    places = {code: whole_of(row) for code, row in cells.items() if row.number or row.value}
    if len(set(places.values())) < len(places):
        raise UnreadableError("same_place")
    return tuple(sorted(places, key=places.__getitem__)) or None


register(Measure.RANKING, MeasureRule("rank", says, from_rows))

"""Weigh options on the criteria of the multi-year plan, and say what would change the order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from survey_app.ballots.facts import Criterion

MOST_POINTS = 5
MOST_WEIGHT = 10

Scores = Mapping[str, Mapping[str, int]]
"""Points by option, then by criterion; a criterion that was left open gives none."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """An option's weighted sum, and its place; options with the same sum share a place."""

    option: str
    total: int
    place: int


@dataclass(frozen=True, slots=True)
class Swing:
    """With this weight for one criterion, all else alike, another option comes level or first."""

    criterion: str
    weight: int
    option: str
    level: bool


def weigh(criteria: Sequence[Criterion], scores: Scores) -> tuple[Weighed, ...]:
    """The options by their weighted sum, the highest first."""
    totals = {
        option: sum(one.weight * points.get(one.code, 0) for one in criteria)
        for option, points in scores.items()
    }
    return tuple(
        Weighed(option, total, 1 + sum(other > total for other in totals.values()))
        for option, total in sorted(totals.items(), key=lambda pair: -pair[1])
    )


def swings(criteria: Sequence[Criterion], scores: Scores) -> tuple[Swing, ...]:
    """For each criterion the nearest weight that takes the first place from who has it alone."""
    order = weigh(criteria, scores)
    first = [one for one in order if one.place == 1]
    if len(first) != 1:
        return ()
    found = (nearest(one, first[0], order[1:], scores) for one in criteria)
    return tuple(swing for swing in found if swing is not None)


def nearest(
    criterion: Criterion, first: Weighed, others: Sequence[Weighed], scores: Scores
) -> Swing | None:
    """The smallest change of one weight, up or down but never below nothing."""
    ways = [
        way
        for other in others
        if (way := swing(criterion, first, other, scores)) is not None and way.weight >= 0
    ]
    return min(ways, key=lambda way: abs(way.weight - criterion.weight), default=None)


def swing(criterion: Criterion, first: Weighed, other: Weighed, scores: Scores) -> Swing | None:
    """The whole weight that is just enough for one other option."""
    lead = first.total - other.total
    gain = scores[other.option].get(criterion.code, 0) - scores[first.option].get(criterion.code, 0)
    if not gain:
        return None
    change = -(-lead // gain) if gain > 0 else lead // gain
    return Swing(
        criterion.code, criterion.weight + change, other.option, level=change * gain == lead
    )

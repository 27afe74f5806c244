"""Weigh options on the criteria of the multi-year plan, and say what would change the order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
    found = (swing(criteria, one, order, scores) for one in criteria)
    return tuple(one for one in found if one is not None)


def swing(
    criteria: Sequence[Criterion], moved: Criterion, order: Sequence[Weighed], scores: Scores
) -> Swing | None:
    """The smallest change of one weight, up or down but never below nothing, and who is first."""
    leader = order[0]
    weights = [
        moved.weight + change
        for other in order[1:]
        for change in enough(moved.code, leader, other, scores)
        if moved.weight + change >= 0
    ]
    if not weights:
        return None
    weight = min(weights, key=lambda one: abs(one - moved.weight))
    changed = [replace(one, weight=weight) if one is moved else one for one in criteria]
    first = [one.option for one in weigh(changed, scores) if one.place == 1]
    passing = next(option for option in first if option != leader.option)
    return Swing(moved.code, weight, passing, level=leader.option in first)


def enough(code: str, leader: Weighed, other: Weighed, scores: Scores) -> Iterator[int]:
    """The whole change of a weight that brings another option level or past, if any does."""
    lead = leader.total - other.total
    gain = scores[other.option].get(code, 0) - scores[leader.option].get(code, 0)
    if gain:
        yield -(-lead // gain) if gain > 0 else lead // gain

"""Weigh options on the criteria of the multi-year plan, and say what would change the outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

MOST_POINTS = 5
MOST_WEIGHT = 10


@dataclass(frozen=True, slots=True)
class Weighed:
    """One option with its weighted sum."""

    code: str
    total: int


@dataclass(frozen=True, slots=True)
class Turn:
    """Past this weight of one criterion another option comes first."""

    criterion: str
    weight: int
    border: Fraction
    falls: bool
    """True when a lighter weight turns it, False when a heavier one does."""
    other: str


def weigh(scores: Mapping[str, Mapping[str, int]], weights: Mapping[str, int]) -> list[Weighed]:
    """Each option's sum of points times weight, in the order given; no points count as 0."""
    return [
        Weighed(code, sum(weight * points.get(name, 0) for name, weight in weights.items()))
        for code, points in scores.items()
    ]


def first_of(weighed: Sequence[Weighed]) -> list[str]:
    """Who stands first, several when they tie; nobody when nothing scored."""
    most = max((one.total for one in weighed), default=0)
    return [one.code for one in weighed if one.total == most and most]


def what_turns_it(
    scores: Mapping[str, Mapping[str, int]], weights: Mapping[str, int]
) -> list[Turn]:
    """For each criterion the nearest weight at which another option overtakes the first."""
    totals = {one.code: one.total for one in weigh(scores, weights)}
    first = first_of(weigh(scores, weights))
    if len(first) != 1:
        return []
    turns = []
    for name, weight in weights.items():
        found = []
        for other, total in totals.items():
            behind = totals[first[0]] - total
            ahead = scores[first[0]].get(name, 0) - scores[other].get(name, 0)
            border = border_of(behind, ahead, weight)
            if border is not None:
                found.append(Turn(name, weight, border, border < weight, other))
        turns += sorted(found, key=distance)[:1]
    return sorted(turns, key=distance)


def distance(turn: Turn) -> Fraction:
    return abs(turn.border - turn.weight)


def border_of(behind: int, ahead: int, weight: int) -> Fraction | None:
    """The weight at which two options are equal, one ``behind`` in all and ``ahead`` points apart.

    None when no weight from 0 to 10 makes them so.
    """
    if not ahead or not behind:
        return None
    border = weight - Fraction(behind, ahead)
    return border if 0 <= border <= MOST_WEIGHT else None

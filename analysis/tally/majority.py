"""Majorities and quorums as exact fractions over a base that is named; ties are said as ties."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

HALF = Fraction(1, 2)


class Base(StrEnum):
    """What a majority is a part of."""

    CAST = "cast"
    VALID = "valid"
    PRESENT = "present"
    ENTITLED = "entitled"


class Verdict(StrEnum):
    """What a vote leads to under its rule."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CHOSEN = "chosen"
    NO_MAJORITY = "no_majority"
    TIE = "tie"
    NO_QUORUM = "no_quorum"


@dataclass(frozen=True, slots=True)
class Heads:
    """How many votes there could be and were: ``valid`` leaves abstentions and blanks out."""

    cast: int
    valid: int
    present: int
    entitled: int

    def of(self, base: Base) -> int:
        return {
            Base.CAST: self.cast,
            Base.VALID: self.valid,
            Base.PRESENT: self.present,
            Base.ENTITLED: self.entitled,
        }[base]


@dataclass(frozen=True, slots=True)
class Majority:
    """How much of which base a proposal needs; ``strict`` asks for more than the share itself.

    A share of nothing asks only for more votes than any other.
    """

    share: Fraction
    strict: bool
    base: Base

    def needed(self, heads: Heads) -> int:
        """The fewest votes that are enough; one at least."""
        exact = self.share * heads.of(self.base)
        return max(1, floor(exact) + 1 if self.strict else ceil(exact))


SIMPLE = Majority(Fraction(0), strict=True, base=Base.VALID)
ABSOLUTE = Majority(HALF, strict=True, base=Base.VALID)
TWO_THIRDS = Majority(Fraction(2, 3), strict=False, base=Base.VALID)
THREE_QUARTERS = Majority(Fraction(3, 4), strict=False, base=Base.VALID)
UNANIMOUS = Majority(Fraction(1), strict=False, base=Base.VALID)


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many members must be there; ``strict`` asks for more than the share itself."""

    share: Fraction
    strict: bool = True

    def needed(self, members: int) -> int:
        exact = self.share * members
        return floor(exact) + 1 if self.strict else ceil(exact)

    def reached(self, present: int, members: int) -> bool:
        return present >= self.needed(members)


def decide_motion(votes_for: int, against: int, *, majority: Majority, heads: Heads) -> Verdict:
    """For or against: equal votes are a tie where one vote more would have been enough."""
    needed = majority.needed(heads)
    if votes_for == against and votes_for and majority.share <= HALF and votes_for + 1 >= needed:
        return Verdict.TIE
    enough = votes_for >= needed and votes_for > against
    return Verdict.ACCEPTED if enough else Verdict.REJECTED


def decide_choice(
    votes: Sequence[tuple[str, int]], *, majority: Majority, heads: Heads
) -> tuple[Verdict, tuple[str, ...]]:
    """One of several: the verdict and the options on the first place, several when they tie.

    Equal votes so few that one more would not have been enough are no tie: nothing can be settled.
    """
    most = max((n for _option, n in votes), default=0)
    first = tuple(option for option, n in votes if n == most and most)
    needed = majority.needed(heads)
    if len(first) > 1 and most + 1 >= needed:
        return Verdict.TIE, first
    enough = len(first) == 1 and most >= needed
    return (Verdict.CHOSEN if enough else Verdict.NO_MAJORITY), first

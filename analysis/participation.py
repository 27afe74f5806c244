"""How many came to each moment of a trajectory, and the shape that makes."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from analysis.representation import expected_active

CLEARLY = 1.25
"""So many times as many is more than a good evening."""


class Shape(StrEnum):
    """What the attendance looks like from the first moment to the last."""

    HOURGLASS = "hourglass"
    RISING = "rising"
    FALLING = "falling"
    LEVEL = "level"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Moment:
    """One participation moment; ``people`` is None when nobody counted."""

    label: str
    note: str
    people: int | None


@dataclass(frozen=True, slots=True)
class Participation:
    """The moments in order of time, with how many inhabitants take part as a rule."""

    moments: tuple[Moment, ...]
    inhabitants: int

    @property
    def fair(self) -> int:
        """Four in a hundred inhabitants: who takes part actively."""
        return expected_active(self.inhabitants)

    def counted(self) -> tuple[Moment, ...]:
        return tuple(one for one in self.moments if one.people is not None)

    def shape(self) -> Shape:
        """Wide, narrow, wide again is an hourglass; three counted moments at least."""
        n = [one.people or 0 for one in self.counted()]
        if len(n) < 3:  # noqa: PLR2004 — a shape has a beginning, a middle and an end
            return Shape.UNKNOWN
        first, last, waist = n[0], n[-1], min(n[1:-1])
        if clearly(first, waist) and clearly(last, waist):
            return Shape.HOURGLASS
        if clearly(last, first):
            return Shape.RISING
        return Shape.FALLING if clearly(first, last) else Shape.LEVEL


def clearly(more: int, fewer: int) -> bool:
    return more > fewer and more >= CLEARLY * fewer


def participation(moments: Iterable[Moment], *, inhabitants: int | None) -> Participation:
    """Put a trajectory's moments beside its village."""
    return Participation(tuple(moments), inhabitants or 0)

"""Where a hall places each option: the middle answer, and between which points half of it lies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from question_banks.options import Option
from question_banks.text import Text
from survey_app.activities.bars import Group, by_role
from survey_app.activities.base import Given, Result

LEAST, MOST = 1, 5
MIDDLE = Fraction(LEAST + MOST, 2)


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle answer of a scale, and the borders of the middle half."""

    low: Fraction
    middle: Fraction
    high: Fraction

    @property
    def width(self) -> Fraction:
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Placed:
    """One option on the plane; ``n`` people placed it."""

    option: Option
    n: int
    important: Spread
    feasible: Spread

    @property
    def code(self) -> str:
        return self.option.code

    @property
    def text(self) -> Text:
        return self.option.text

    @property
    def spread(self) -> Fraction:
        """How far people are apart, both ways together: what is worth talking about."""
        return self.important.width + self.feasible.width

    @property
    def corner(self) -> str:
        """Where it lies: do it, find out first, may come along, not now; on a line it is open."""
        up, right = self.important.middle - MIDDLE, self.feasible.middle - MIDDLE
        if not up or not right:
            return "open"
        return {(True, True): "do", (True, False): "find", (False, True): "along"}.get(
            (up > 0, right > 0), "later"
        )


@dataclass(frozen=True, slots=True)
class MatrixResult(Result):
    """Every option that enough people placed, in the order of the question."""

    placed: tuple[Placed, ...] = ()
    hidden: tuple[Option, ...] = ()
    groups: tuple[Group, ...] = ()

    @property
    def bars(self) -> tuple[Placed, ...]:
        """The rows of the table by group, and of what shifted."""
        return self.placed

    @property
    def apart(self) -> tuple[Placed, ...]:
        """The two options on which people differ most."""
        held = [one for one in self.placed if one.spread]
        return tuple(sorted(held, key=lambda one: (-one.spread, one.code))[:2])


def place(options: Sequence[Option], given: Sequence[Given], *, k: int) -> MatrixResult:
    """Gather a round; an option that fewer than ``k`` people placed is not shown."""
    n = len({one.participant for one in given})
    if n < k:
        return MatrixResult(n, enough=False)
    found, hidden = [], []
    for option in options:
        points = [
            one.body["placed"][option.code] for one in given if option.code in one.body["placed"]
        ]
        if len(points) < k:
            hidden.append(option)
            continue
        important, feasible = (spread([pair[side] for pair in points]) for side in (0, 1))
        found.append(Placed(option, len(points), important, feasible))
    return MatrixResult(n, placed=tuple(found), hidden=tuple(hidden))


def place_by_group(options: Sequence[Option], given: Sequence[Given], *, k: int) -> MatrixResult:
    """Gather a round with a line for each group that is large enough."""
    groups = by_role(
        given,
        lambda part: place(options, part, k=k).placed,
        k=k,
        speaks_of=lambda one: one.body["placed"],
    )
    return replace(place(options, given, k=k), groups=groups)


def spread(points: Sequence[int]) -> Spread:
    """The median, and the medians of both halves (Tukey's hinges)."""
    held = sorted(points)
    half = (len(held) + 1) // 2
    return Spread(median(held[:half]), median(held), median(held[-half:]))


def median(held: Sequence[int]) -> Fraction:
    """The middle of sorted numbers, or the middle of the two middle ones."""
    last = len(held) - 1
    return Fraction(held[last // 2] + held[(last + 1) // 2], 2)

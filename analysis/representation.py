"""Who answered, held against who lives in the village; and whom we have not heard enough yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from analysis.disclosure import LEAST, may_show, protect

ENOUGH = 0.8
"""A group is heard too little when it has under so much of its part of the answers."""

WORTH_A_VISIT = 3
"""Fewer people than this are not worth standing somewhere for."""

ACTIVE = 0.04
"""The part of a village that takes part actively (Klandermans & Oegema 1987, ASR 52, 519-531)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One group: how many answered, and how many live in the village, when that is known."""

    code: str
    label: str
    n: int
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """One group as it may be told.

    ``n`` and ``share`` are None for nobody and for too few alike. ``fair`` is the group's part of
    the inhabitants; ``missing`` how many more answers would be its part, None when that would tell
    too much. ``short`` says that the group is heard too little.
    """

    code: str
    label: str
    n: int | None
    share: float | None
    people: int | None
    fair: float | None
    missing: int | None
    short: bool


@dataclass(frozen=True, slots=True)
class Representation:
    """The groups of one kind: ``kind`` is "age", "hamlet", "channel", "mode" or "other"."""

    what: str
    kind: str
    n: int
    inhabitants: int
    groups: tuple[Heard, ...]
    hidden: bool = False

    def sure(self) -> bool:
        """Whether no group is so small that it could be missing without standing out."""
        fair = [group.fair * self.n for group in self.groups if group.fair is not None]
        return all(expected >= WORTH_A_VISIT for expected in fair)

    def short(self) -> tuple[Heard, ...]:
        """The groups that are heard too little, those that lack most people first."""
        found = [group for group in self.groups if group.short]
        return tuple(sorted(found, key=lambda group: -(group.missing or 0)))


def representation(
    parts: Iterable[Part], *, what: str, kind: str = "other", k: int = LEAST, rest: int = 0
) -> Representation:
    """Hold who answered against who lives there; small groups and empty ones look alike.

    ``rest`` are those who answered and stand in no group, such as who did not say. When they are
    few they count in the base, so that it does not tell how few.
    """
    held = tuple(parts)
    few = rest if 0 < rest < k else 0
    n, inhabitants = sum(p.n for p in held) + few, sum(p.people or 0 for p in held)
    if not may_show(n, k=k):
        return Representation(what, kind, 0, inhabitants, (), hidden=True)
    [told] = protect([[*(part.n for part in held), rest]], k=k, column_totals=False)
    compared = sum(part.n for part in held if part.people is not None) + few
    groups = tuple(
        one_group(part, shown or None, n=n, fair=fair_part(part, inhabitants), base=compared)
        for part, shown in zip(held, told, strict=False)
    )
    return Representation(what, kind, n, inhabitants, groups)


def fair_part(part: Part, inhabitants: int) -> float | None:
    if part.people is None or not inhabitants:
        return None
    return part.people / inhabitants


def one_group(part: Part, shown: int | None, *, n: int, fair: float | None, base: int) -> Heard:
    expected = 0.0 if fair is None else fair * base
    missing = max(0, ceil(expected - part.n - 1e-9))
    short = part.n < ENOUGH * expected and missing >= WORTH_A_VISIT
    told = missing if short and shown is not None else 0 if not short else None
    share = None if shown is None else shown / n
    return Heard(part.code, part.label, shown, share, part.people, fair, told, short)


def expected_active(inhabitants: int) -> int:
    """How many people of a village take part as a rule."""
    return round(ACTIVE * inhabitants)


def most_missing(found: Sequence[Representation]) -> tuple[tuple[Representation, Heard], ...]:
    """Everybody to look for, over all kinds of groups, those that lack most people first."""
    pairs = [(one, group) for one in found for group in one.short()]
    return tuple(sorted(pairs, key=lambda pair: -(pair[1].missing or 0)))

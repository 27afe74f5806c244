"""Bars as every screen of a workshop shows them: in the order of the question, never sorted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from analysis.disclosure import protect_groups
from question_banks.text import Text
from survey_app.activities.base import Given

FEWEST_FOR_SHARES = 10
"""Under so many answers a percentage says more than is known."""

STEPS = (5, 8, 12, 20, 40, 60, 100, 150, 200, 400, 600, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Bar:
    """One option: its length, how many people of it were counted by hand, its share of all."""

    code: str
    text: Text
    value: Fraction
    by_hand: int = 0
    share: Fraction | None = None
    pictogram: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """What people of one role said, from the threshold up."""

    role: str
    n: int
    bars: tuple[Bar, ...]

    def value(self, code: str) -> Fraction:
        """How long the bar of one option is in this group."""
        return next((bar.value for bar in self.bars if bar.code == code), Fraction(0))


def top_of(bars: Iterable[Bar]) -> int:
    """The end of the axis: it grows in steps, so that bars do not shrink at every vote."""
    longest = max((bar.value for bar in bars), default=Fraction(0))
    return next((step for step in STEPS if step >= longest), int(longest) + 1)


def shares(bars: Sequence[Bar], people: int) -> tuple[Bar, ...]:
    """The same bars with their share of ``people``, from ten people up."""
    if people < FEWEST_FOR_SHARES:
        return tuple(bars)
    return tuple(
        Bar(bar.code, bar.text, bar.value, bar.by_hand, bar.value / people, bar.pictogram)
        for bar in bars
    )


def groups_that_may_show(sizes: Mapping[str, int], *, k: int) -> frozenset[str]:
    """Which roles may have a line of their own; people without a role are the rest."""
    named = {role: n for role, n in sizes.items() if role}
    return protect_groups(named, k=k, rest=sizes.get("", 0))


def by_role(
    given: Sequence[Given], count: Callable[[Sequence[Given]], tuple[Bar, ...]], *, k: int
) -> tuple[Group, ...]:
    """A line for each role with enough people, when what is left is enough too.

    Each of ``given`` is one person; a single group is not shown, for it compares with nothing.
    """
    sizes = Counter(one.group for one in given)
    shown = groups_that_may_show(sizes, k=k)
    if len(shown) <= 1:
        return ()
    return tuple(
        Group(role, sizes[role], count([one for one in given if one.group == role]))
        for role in sorted(shown)
    )

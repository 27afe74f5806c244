"""Bars as every screen of a workshop shows them: in the order of the question, never sorted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol

from analysis.disclosure import protect_groups
from question_banks.text import Text
from survey_app.activities.base import Given

FEWEST_FOR_SHARES = 10
"""Under so many answers a percentage says more than is known."""

FEW, SHORT, ONE_LINE = 6, 34, 46
"""So few bars with names so short stand beside them; a name up to ONE_LINE fits on one line."""

LONGEST_LEAF = 12

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


class Worded(Protocol):
    """Anything with words of its own: a bar, or an option that can be chosen."""

    @property
    def text(self) -> Text: ...


class Row(Protocol):
    """What a group says about one option: a bar, or a place on a plane."""

    @property
    def code(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Group:
    """What people of one role said, from the threshold up."""

    role: str
    n: int
    bars: tuple[Any, ...]

    def row(self, code: str) -> Any:
        """What this group says about one option; None where that may not be told."""
        return next((bar for bar in self.bars if bar.code == code), None)


def top_of(bars: Iterable[Bar]) -> int:
    """The end of the axis: it grows in steps, so that bars do not shrink at every vote."""
    longest = max((bar.value for bar in bars), default=Fraction(0))
    return next((step for step in STEPS if step >= longest), int(longest) + 1)


def is_broad(rows: Sequence[Worded], language: str) -> bool:
    """Whether bars lie behind their names over the whole wall, so that the last row reads them."""
    return len(rows) > FEW or longest_name(rows, language) > SHORT


def leaves_of(rows: Sequence[Worded], language: str) -> list[Sequence[Worded]]:
    """The rows in as few leaves as the wall needs, each as full as the others."""
    most = FEW if longest_name(rows, language) > ONE_LINE else LONGEST_LEAF
    leaves = -(-len(rows) // most) or 1
    size = -(-len(rows) // leaves)
    return [rows[at : at + size] for at in range(0, len(rows), size or 1)]


def longest_name(rows: Sequence[Worded], language: str) -> int:
    return max((len(row.text.wording(language).text) for row in rows), default=0)


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
    given: Sequence[Given],
    count: Callable[[Sequence[Given]], Sequence[Row]],
    *,
    k: int,
    speaks_of: Callable[[Given], Iterable[str]] | None = None,
) -> tuple[Group, ...]:
    """A line for each role with enough people, when what is left is enough too.

    A single group is not shown, for it compares with nothing. Where people choose what they speak
    of, ``speaks_of`` says which options that are, and the same rule holds for each option apart.
    """
    sizes = people_by_role(given)
    shown = groups_that_may_show(sizes, k=k)
    if len(shown) <= 1:
        return ()
    found = {role: count([one for one in given if one.group == role]) for role in sorted(shown)}
    if speaks_of is not None:
        told = told_by_option(given, speaks_of, k=k)
        found = {
            role: tuple(row for row in rows if role in told.get(row.code, ()))
            for role, rows in found.items()
        }
    return tuple(Group(role, sizes[role], tuple(rows)) for role, rows in found.items())


def people_by_role(given: Iterable[Given]) -> Counter[str]:
    """How many people of each role sent something; somebody who sent more counts once."""
    return Counter(role for _person, role in {(one.participant, one.group) for one in given})


def told_by_option(
    given: Iterable[Given], speaks_of: Callable[[Given], Iterable[str]], *, k: int
) -> dict[str, frozenset[str]]:
    """Which roles may have a line about each option, by who spoke of it."""
    about: defaultdict[str, list[Given]] = defaultdict(list)
    for one in given:
        for code in speaks_of(one):
            about[code].append(one)
    return {code: groups_that_may_show(people_by_role(held), k=k) for code, held in about.items()}

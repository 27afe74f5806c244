"""One ranking counted by several rules: whether the winner depends on how one counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST, may_show
from analysis.tally import RULES, Tally
from analysis.tally.pairwise import beats_all

COMPARED = ("first_choices", "ranking", "instant_runoff", "schulze")
"""Plurality, Borda (as mean places), instant run-off, Schulze."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The place of each option under each rule; ties share a place.

    ``options`` stand from the best mean place down. ``beats_all`` wins every duel, if anybody does.
    """

    item: str
    label: str
    n: int
    options: tuple[str, ...]
    labels: Mapping[str, str]
    places: Mapping[str, Mapping[str, int]]
    tied: Mapping[str, frozenset[int]]
    beats_all: str | None
    hidden: bool = False

    def winners(self, rule: str) -> tuple[str, ...]:
        """Who is first under a rule."""
        return tuple(code for code in self.options if self.places[rule][code] == 1)

    def agreed(self) -> tuple[str, ...]:
        """Who is first under every rule, alone or together."""
        return tuple(c for c in self.options if all(self.places[r][c] == 1 for r in self.places))


def agreement(item: ItemCode, counts: Iterable[PatternCount], *, k: int = LEAST) -> Agreement:
    """Count a ranking by every rule; fewer than ``k`` answers show nothing."""
    held = tuple(counts)
    tallies = {rule: RULES[rule].count(item, held) for rule in COMPARED}
    n = tallies[COMPARED[0]].n
    places = {
        rule: {line.option: line.place for line in found.lines} for rule, found in tallies.items()
    }
    options = sorted(item.option_codes, key=lambda c: sum(place[c] for place in places.values()))
    hidden = not may_show(n, k=k)
    return Agreement(
        item.code,
        item.label,
        0 if hidden else n,
        () if hidden else tuple(options),
        {code: item.label_of(code) for code in options},
        places,
        {rule: shared(found) for rule, found in tallies.items()},
        None if hidden else beats_all(RULES["pairwise"].count(item, held)),
        hidden,
    )


def shared(found: Tally) -> frozenset[int]:
    """The places that several options stand on."""
    places = [line.place for line in found.lines]
    return frozenset(place for place in places if places.count(place) > 1)

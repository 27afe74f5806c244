"""A bundle: what a budget buys, whom it serves, and what was only decided by order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Backing:
    """``n`` people who approve of the same options."""

    options: frozenset[str]
    n: int


@dataclass(frozen=True, slots=True)
class Bought:
    """One option in a bundle: its price, who approves of it, and the most that one person pays.

    ``filled`` says that it was bought last, by number of supporters, with money that was left over.
    """

    option: str
    cost: int
    supporters: int
    each: Fraction
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Bundle:
    """Options in the order in which they were bought, by a rule, from a budget.

    ``even`` are options that stood alike while not all of them could be bought: the cheaper went
    first, then the one asked first, and with a draw the bundle might have been another.
    """

    rule: str
    budget: int
    bought: tuple[Bought, ...]
    even: tuple[str, ...] = ()

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(one.option for one in self.bought)

    @property
    def spent(self) -> int:
        return sum(one.cost for one in self.bought)

    @property
    def left(self) -> int:
        return self.budget - self.spent


def supporters(options: Iterable[str], backing: Iterable[Backing]) -> dict[str, int]:
    """How many people approve of each option."""
    counted = dict.fromkeys(options, 0)
    for one in backing:
        for option in one.options & counted.keys():
            counted[option] += one.n
    return counted


def served(bundle: Bundle, backing: Iterable[Backing]) -> tuple[int, int]:
    """How many people have at least one option of theirs in the bundle, of how many who chose."""
    chosen = set(bundle.options)
    people = [(one.n, bool(one.options & chosen)) for one in backing if one.options]
    return sum(n for n, has in people if has), sum(n for n, _has in people)


def greedily(
    costs: Mapping[str, int], chosen_by: Mapping[str, int], *, left: int, filled: bool = False
) -> tuple[tuple[Bought, ...], frozenset[str]]:
    """Buy the most chosen that still fit; also say which stood alike without all being bought."""
    bought: list[Bought] = []
    even: set[str] = set()
    for n in sorted({n for n in chosen_by.values() if n}, reverse=True):
        alike = sorted((c for c in costs if chosen_by[c] == n), key=lambda c: costs[c])
        fitting = {code for code in alike if costs[code] <= left}
        even |= fitting if sum(costs[code] for code in fitting) > left else set()
        for code in alike:
            if costs[code] <= left:
                left -= costs[code]
                bought.append(Bought(code, costs[code], n, Fraction(costs[code], n), filled))
    return tuple(bought), frozenset(even)


def refuse_free(costs: Mapping[str, int]) -> None:
    """What costs nothing needs no share of a budget."""
    if any(cost <= 0 for cost in costs.values()):
        raise ValueError("every option of a budget costs something")

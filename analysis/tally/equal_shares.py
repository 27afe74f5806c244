"""Equal shares: everybody holds the same part of the budget and pays for what they approve of.

Peters, D., Pierczyński, G. & Skowron, P. (2021), Proportional Participatory Budgeting with Additive
Utilities, NeurIPS 34: an option is bought when those who approve of it can pay for it together, and
of those that can be, the one that costs its supporters least for each euro it is worth.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from analysis.tally.bundle import Backing, Bought, Bundle, greedily, refuse_free, supporters

CENTS = 100


@dataclass(frozen=True, slots=True)
class Round:
    """What is bought when everybody holds the same ``share``, and what stood alike meanwhile."""

    bought: tuple[Bought, ...]
    alike: tuple[frozenset[str], ...]

    @property
    def spent(self) -> int:
        return sum(one.cost for one in self.bought)


def equal_shares(costs: Mapping[str, int], backing: Iterable[Backing], *, budget: int) -> Bundle:
    """Buy by equal shares; the shares grow by one per cent as long as the budget still suffices.

    Growing is the usual way to complete the method, which by itself leaves money that nobody holds
    enough of. What then is left buys the most chosen options that still fit.
    """
    refuse_free(costs)
    held = [one for one in backing if one.n > 0 and one.options & costs.keys()]
    chosen_by = supporters(costs, held)
    people = sum(one.n for one in held)
    if not people:
        return Bundle("equal_shares", budget, ())
    found = grown(costs, held, budget=budget, share=Fraction(budget, people))
    options = {one.option for one in found.bought}
    waiting = {code: cost for code, cost in costs.items() if code not in options}
    filled, even = greedily(waiting, chosen_by, left=budget - found.spent, filled=True)
    options |= {one.option for one in filled}
    doubt = even.union(*(alike for alike in found.alike if not alike <= options))
    even_ones = tuple(code for code in costs if code in doubt)
    return Bundle("equal_shares", budget, (*found.bought, *filled), even_ones)


def grown(
    costs: Mapping[str, int], backing: Sequence[Backing], *, budget: int, share: Fraction
) -> Round:
    """Give everybody more until what is bought costs too much; the last that did not is found."""
    found = shared_out(costs, backing, share=share)
    cents = int(share * CENTS)
    while True:
        least = cheapest_left(costs, backing, found)
        if least is None or found.spent + least > budget:
            return found
        cents = max(cents + 1, cents * 101 // 100)
        more = shared_out(costs, backing, share=Fraction(cents, CENTS))
        if more.spent > budget:
            return found
        found = more


def cheapest_left(costs: Mapping[str, int], backing: Sequence[Backing], found: Round) -> int | None:
    """The lowest cost of what somebody chose and nobody bought yet."""
    chosen_by = supporters(costs, backing)
    options = {one.option for one in found.bought}
    return min((costs[c] for c in costs if chosen_by[c] and c not in options), default=None)


def shared_out(costs: Mapping[str, int], backing: Sequence[Backing], *, share: Fraction) -> Round:
    """Buy what its supporters can pay, the cheapest for them by euro first."""
    money = [share for _one in backing]
    waiting = dict(costs)
    bought: list[Bought] = []
    alike: list[frozenset[str]] = []
    while prices := {c: each for c in waiting if (each := price(c, costs[c], backing, money))}:
        best = min(each / costs[code] for code, each in prices.items())
        tied = [code for code, each in prices.items() if each / costs[code] == best]
        code = min(tied, key=lambda c: costs[c])
        alike += [frozenset(tied)] if len(tied) > 1 else []
        people = sum(one.n for one in backing if code in one.options)
        bought.append(Bought(code, waiting.pop(code), people, prices[code]))
        for i, one in enumerate(backing):
            if code in one.options:
                money[i] -= min(money[i], prices[code])
    return Round(tuple(bought), tuple(alike))


def price(
    code: str, cost: int, backing: Sequence[Backing], money: Sequence[Fraction]
) -> Fraction | None:
    """The most that one supporter pays when all pay alike and who has less pays all they have.

    None when the supporters do not hold enough.
    """
    holding = sorted((money[i], one.n) for i, one in enumerate(backing) if code in one.options)
    due, people = Fraction(cost), sum(n for _each, n in holding)
    for each, n in holding:
        if each * people >= due:
            return due / people
        due, people = due - each * n, people - n
    return None

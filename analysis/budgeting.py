"""What a budget buys by equal shares, beside what the most votes buy."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST, may_show
from analysis.tally.bundle import Backing, Bundle, served, supporters
from analysis.tally.count import answers_of
from analysis.tally.equal_shares import equal_shares
from analysis.tally.greedy import greedy
from question_banks.measures import Measure


@dataclass(frozen=True, slots=True)
class Budget:
    """Two bundles from one budget; ``served_by`` are people with something of theirs, of ``n``."""

    item: str
    label: str
    n: int
    budget: int
    labels: Mapping[str, str]
    costs: Mapping[str, int]
    backed: Mapping[str, int]
    fair: Bundle
    plain: Bundle
    served_fair: int
    served_plain: int
    hidden: bool = False

    @property
    def options(self) -> tuple[str, ...]:
        """The options by how many chose them."""
        return tuple(sorted(self.costs, key=lambda code: (-self.backed[code], self.costs[code])))


def budgeting(
    item: ItemCode,
    counts: Iterable[PatternCount],
    *,
    costs: Mapping[str, int],
    budget: int,
    k: int = LEAST,
) -> Budget:
    """Fit options into a budget by both rules; an option without a cost cannot be bought.

    Of points every option that got any is approved of. Raise ValueError for another measure.
    """
    if item.measure not in {Measure.MULTIPLE, Measure.NOMINAL, Measure.POINTS}:
        raise ValueError(f"{item.code}: {item.measure} says nothing of what people approve of")
    known = {code: costs[code] for code in item.option_codes if costs.get(code, 0) > 0}
    totals: Counter[frozenset[str]] = Counter()
    for answer, n, _shown in answers_of(item, counts):
        if answer.given:
            totals[approved(item, answer.value).intersection(known)] += n
    people = [Backing(options, n) for options, n in sorted(totals.items(), key=repr_of)]
    n = sum(one.n for one in people if one.options)
    hidden = not may_show(sum(totals.values()), k=k) or not n
    known, people = ({}, []) if hidden else (known, people)
    fair = equal_shares(known, people, budget=budget)
    plain = greedy(known, people, budget=budget)
    return Budget(
        item.code,
        item.label,
        0 if hidden else n,
        budget,
        {code: item.label_of(code) for code in known},
        known,
        supporters(known, people),
        fair,
        plain,
        served(fair, people)[0],
        served(plain, people)[0],
        hidden,
    )


def approved(item: ItemCode, value: object) -> frozenset[str]:
    """What somebody chose, or gave points to."""
    if item.measure is Measure.NOMINAL:
        return frozenset({str(value)})
    if isinstance(value, dict):
        return frozenset(code for code, points in value.items() if points)
    return frozenset(value) if isinstance(value, tuple) else frozenset()


def repr_of(pair: tuple[frozenset[str], int]) -> tuple[str, ...]:
    """An order that does not depend on the order of a set."""
    return tuple(sorted(pair[0]))

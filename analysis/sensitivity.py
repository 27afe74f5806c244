"""What would change the outcome: a few more people, one channel less, another weight."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST, may_show
from analysis.groups import parted
from analysis.priorities import own_words, scale_of
from analysis.scores import UNITS, Scores, scores
from analysis.uncertainty import NOTHING, means

MOST_PEOPLE = 10**7


@dataclass(frozen=True, slots=True)
class Without:
    """The outcome when one channel is left out; ``values`` only where they may be told."""

    channel: str
    n: int
    first: tuple[str, ...]
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Change:
    """How firm an outcome is.

    ``more`` people who all put ``second`` highest and ``first`` lowest would turn the two around;
    0 when they stand alike already, or when there is no second. ``untold`` channels are too small
    to leave out.
    """

    item: str
    label: str
    unit: str
    least: float
    top: float
    n: int
    options: tuple[str, ...]
    labels: Mapping[str, str]
    values: Mapping[str, float]
    first: tuple[str, ...]
    second: str
    more: int
    without: tuple[Without, ...]
    untold: tuple[str, ...]
    hidden: bool = False


def what_would_change(
    item: ItemCode,
    whole: Iterable[PatternCount],
    channels: Mapping[str, Iterable[PatternCount]],
    *,
    k: int = LEAST,
) -> Change:
    """Find the least change that turns the first two around, and leave each channel out in turn.

    The whole less a channel tells of the channel: it is left out only where it might be shown.
    """
    held = tuple(whole)
    found = parted(item, held, channels, k=k)
    total, sizes = found.total, {name: part.n for name, part in found.groups.items()}
    values = values_of(total) if may_show(total.n, k=k) and not item.sensitive else {}
    options = tuple(sorted(values, key=lambda code: -values[code]))
    told = found.told if values else {}
    return Change(
        item.code,
        item.label,
        UNITS[item.measure],
        *scale_of(item),
        total.n if values else 0,
        options,
        {code: own_words(item, code) for code in options},
        values,
        firsts(values),
        options[1] if len(options) > 1 else "",
        people_to_flip(total, options, *scale_of(item)),
        tuple(
            without(item, held, name, tuple(channels[name]), told[name])
            for name in told
            if total.n - sizes[name] >= k
        ),
        tuple(name for name in sizes if name not in told),
        hidden=not values,
    )


def values_of(held: Scores) -> dict[str, float]:
    """The mean of every option that somebody judged."""
    value, people = means(held.table, held.weights)
    return {code: float(value[i]) for i, code in enumerate(held.options) if people[i] > 0}


def firsts(values: Mapping[str, float]) -> tuple[str, ...]:
    best = max(values.values(), default=0.0)
    return tuple(code for code, value in values.items() if value >= best - NOTHING)


def without(
    item: ItemCode,
    whole: Sequence[PatternCount],
    name: str,
    channel: Sequence[PatternCount],
    told: frozenset[str],
) -> Without:
    """Count again as if a channel had not been there."""
    taken = [PatternCount(one.item, one.pattern, -one.n, offered=one.offered) for one in channel]
    left = scores(item, less((*whole, *taken)))
    values = values_of(left)
    return Without(
        name, left.n, firsts(values), {code: x for code, x in values.items() if code in told}
    )


def less(counts: Iterable[PatternCount]) -> list[PatternCount]:
    """Add up equal patterns, negative ones taken off."""
    totals: dict[tuple[str, str, tuple[str, ...] | None], int] = {}
    for one in counts:
        key = one.item, one.pattern, one.offered
        totals[key] = totals.get(key, 0) + one.n
    return [PatternCount(i, p, n, offered=o) for (i, p, o), n in totals.items() if n > 0]


def people_to_flip(held: Scores, options: Sequence[str], least: float, top: float) -> int:
    """The fewest people who would turn the first two around, all of one mind."""
    if len(options) < 2:  # noqa: PLR2004 — with one option nothing can turn
        return 0
    (sum_one, n_one), (sum_two, n_two) = (sums(held, code) for code in options[:2])

    def turned(people: int) -> bool:
        one = (sum_one + Fraction(least) * people) / (n_one + people)
        return (sum_two + Fraction(top) * people) / (n_two + people) > one

    if sum_one * n_two == sum_two * n_one:
        return 0
    few, many = 0, 1
    while not turned(many) and many < MOST_PEOPLE:
        few, many = many, many * 2
    while many - few > 1:
        middle = (few + many) // 2
        few, many = (few, middle) if turned(middle) else (middle, many)
    return many


def sums(held: Scores, code: str) -> tuple[Fraction, int]:
    """The sum of an option's scores, and who judged it."""
    total, people = Fraction(0), 0
    column = held.options.index(code)
    for score, weight in zip(held.table[:, column], held.weights, strict=True):
        if score == score:  # noqa: PLR0124 — NaN is not itself
            total += Fraction(float(score)).limit_denominator(10**6) * int(weight)
            people += int(weight)
    return total, people

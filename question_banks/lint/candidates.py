"""The few answers to an item that can make a difference to conditions on it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from question_banks.answer import Answer, InvalidAnswerError
from question_banks.conditions import Condition
from question_banks.item import Item
from question_banks.measures import Measure

MOST_MENTIONED = 8
Raws = Iterator[Mapping[str, Sequence[str]]]


def candidates(item: Item, tests: Sequence[Condition]) -> tuple[Answer, ...]:
    """Return answers that ``item`` really accepts, the empty one too where it is allowed.

    ``tests`` are all single tests of the item. Whatever else somebody answers, some candidate
    passes exactly the same tests, as far as eight options or fewer are named.
    """
    found: list[Answer] = []
    for raw in raws(item, tests):
        try:
            answer = item.clean(raw)
        except InvalidAnswerError:
            continue
        if answer not in found:
            found.append(answer)
    return tuple(found)


def raws(item: Item, tests: Sequence[Condition]) -> Raws:
    yield {}
    yield from BY_MEASURE.get(item.measure, anything)(item, tests)


def anything(_item: Item, _tests: Sequence[Condition]) -> Raws:
    yield {"": ("x",)}


def options(item: Item, _tests: Sequence[Condition]) -> Raws:
    yield from ({"": (code,)} for code in item.offered())


def points(item: Any, _tests: Sequence[Condition]) -> Raws:
    yield from ({"": (str(point.code),)} for point in item.points)


def numbers(item: Any, tests: Sequence[Condition]) -> Raws:
    """Yield the bounds, and each number that is named with its neighbours."""
    step = 10**-item.decimals
    named = [test.at_least if test.at_least is not None else test.at_most for test in tests]
    named += [test.is_ for test in tests if isinstance(test.is_, int | float)]
    around = [n + move for n in named if n is not None for move in (-step, 0, step)]
    for number in (item.min, item.max, *around):
        yield {"": (f"{number:.{item.decimals}f}".replace(".", ","),)}


def days(item: Any, tests: Sequence[Condition]) -> Raws:
    yield from ({"": (str(day),)} for day in (item.earliest, *(test.is_ for test in tests)))


def grids(item: Any, _tests: Sequence[Condition]) -> Raws:
    yield {item.offered()[0]: (str(item.points[0].code),)}


def subsets(item: Item, tests: Sequence[Condition]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield every group of the options named, each with the options not named."""
    named = sorted({test.has for test in tests if test.has})[:MOST_MENTIONED]
    others = [code for code in item.offered() if code not in named]
    for size in range(len(named) + 1):
        for group in combinations(named, size):
            yield list(group), others


def several(item: Any, tests: Sequence[Condition]) -> Raws:
    """Yield each group alone, and filled up to the least that must be chosen."""
    for group, others in subsets(item, tests):
        plain = [code for code in others if not item.option(code).exclusive]
        yield {"": (group + plain)[: max(len(group), item.min, 1)]}
        yield {"": (*group, *others[-1:])}


def places(item: Item, tests: Sequence[Condition]) -> Raws:
    for group, others in subsets(item, tests):
        ranked = group or others[:1]
        yield {code: (str(place),) for place, code in enumerate(ranked, start=1)}


def shares(item: Any, tests: Sequence[Condition]) -> Raws:
    """Yield one point for each of a group, and the rest of the total for its last."""
    for group, others in subsets(item, tests):
        given = group or others[:1]
        divided = dict.fromkeys(given, 1)
        if given:
            divided[given[-1]] = item.total - len(given) + 1
        yield {code: (str(n),) for code, n in divided.items()}


BY_MEASURE: dict[Measure, Callable[[Any, Sequence[Condition]], Raws]] = {
    Measure.NOMINAL: options,
    Measure.MULTIPLE: several,
    Measure.ORDINAL: points,
    Measure.GRID: grids,
    Measure.RANKING: places,
    Measure.POINTS: shares,
    Measure.NUMERIC: numbers,
    Measure.DATE: days,
}

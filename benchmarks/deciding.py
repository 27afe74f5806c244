"""What the statistics cost on counts of patterns: gaps, weights, what would change, rules, groups.

Their cost should follow the number of different answers, not the number of people.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from analysis.agreement import agreement
from analysis.codebook import Codebook, ItemCode, from_items
from analysis.dataset import PatternCount
from analysis.gaps import gaps
from analysis.priorities import priorities
from analysis.raking import profiled, raked
from analysis.sensitivity import what_would_change
from analysis.weighting import Margin
from benchmarks.asking import ten_questions
from benchmarks.charting import SIZES
from benchmarks.crowd import crowd
from benchmarks.results import Result
from question_banks.measures import Measure

WAYS = 3
SEED = 20260520


def measure(_folder: Path) -> Iterator[Result]:
    """Every statistic of one question at each size."""
    items = ten_questions().items()
    book = from_items(items)
    for name, people in SIZES.items():
        lines = list(crowd(items, people, ways=WAYS, seed=SEED))
        counts = [PatternCount(one.item, one.pattern, one.n, str(one.way)) for one in lines]
        for what, seconds in costs(book, counts):
            yield Result(f"{what}_{name}_s", seconds, "s")


def costs(book: Codebook, counts: list[PatternCount]) -> Iterator[tuple[str, float]]:
    chosen, ranking = first(book, Measure.MULTIPLE), first(book, Measure.RANKING)
    whole = [one for one in counts if one.item == chosen.code]
    ranked = [one for one in counts if one.item == ranking.code]
    groups = {str(way): [one for one in whole if one.collector == str(way)] for way in range(WAYS)}
    lives = Margin(dict.fromkeys(groups, 100), {})
    yield "priorities", taken(lambda: priorities(chosen, whole))
    yield "gaps", taken(lambda: gaps(chosen, whole, groups, group="0", name="0"))
    yield "weights", taken(lambda: raked(chosen, profiled(whole, groups), [lives]))
    yield "change", taken(lambda: what_would_change(chosen, whole, groups))
    yield "rules", taken(lambda: agreement(ranking, ranked))


def first(book: Codebook, measure: Measure) -> ItemCode:
    return next(item for item in book.items if item.measure is measure)


def taken(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began

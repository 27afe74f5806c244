"""The same priorities for each channel or group, beside the whole, with small cells hidden."""

from collections.abc import Iterable, Mapping

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST, protect_groups
from analysis.priorities import Priorities, priorities
from analysis.scores import scores
from analysis.tellable import tellable
from analysis.uncertainty import DRAWS, SEED


def priorities_by(
    item: ItemCode,
    whole: Iterable[PatternCount],
    groups: Mapping[str, Iterable[PatternCount]],
    *,
    k: int = LEAST,
    draws: int = DRAWS,
    seed: int = SEED,
) -> dict[str, Priorities]:
    """Priorities by the name of a group; ``whole`` holds every answer, also of nobody's group.

    Groups do not overlap; ValueError otherwise. A group is hidden when it is small, or when the
    total less the shown groups would tell a small one. Within the groups shown, options are left
    out whose figure stands for 1 to k - 1 people, or leaves so few over in its row or column, and
    as many others as keep those from being solved. For a sensitive item an option left out of the
    whole is left out here.
    """
    everybody = list(whole)
    held = {name: list(counts) for name, counts in groups.items()}
    sizes = {name: scores(item, counts).n for name, counts in held.items()}
    total = scores(item, everybody)
    if sum(sizes.values()) > total.n:
        raise ValueError(f"{item.code}: groups overlap; split by something people are one of")
    shown = protect_groups(sizes, k=k, rest=total.n - sum(sizes.values()))
    others = [count for name, counts in held.items() if name not in shown for count in counts]
    parts = [*(held[name] for name in held if name in shown), others + outside(everybody, held)]
    tables = [scores(item, part) for part in parts if part]
    told = tellable(item, tables, k=k) if len(tables) > 1 else tellable(item, [total], k=k)
    whole_told = tellable(item, [total], k=k)[0]
    only = dict(zip((name for name in held if name in shown), told, strict=False))
    return {
        name: priorities(
            item,
            counts if name in shown else (),
            k=k,
            draws=draws,
            seed=seed,
            only=only.get(name, frozenset()) & whole_told,
        )
        for name, counts in held.items()
    }


def outside(
    everybody: list[PatternCount], groups: Mapping[str, list[PatternCount]]
) -> list[PatternCount]:
    """The answers of the whole that stand in no group."""
    left = {key(count): 0 for count in everybody}
    for count in everybody:
        left[key(count)] += count.n
    for counts in groups.values():
        for count in counts:
            left[key(count)] = left.get(key(count), 0) - count.n
    return [
        PatternCount(item, pattern, n, offered=offered)
        for (item, pattern, offered), n in left.items()
        if n > 0
    ]


def key(count: PatternCount) -> tuple[str, str, tuple[str, ...] | None]:
    return count.item, count.pattern, count.offered

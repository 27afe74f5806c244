"""The same priorities for each channel or group, beside the whole, with small cells hidden."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST, protect_groups
from analysis.priorities import Priorities, told_priorities
from analysis.scores import Scores, scores, scores_beside
from analysis.tellable import Told, tellable
from analysis.uncertainty import DRAWS, SEED


@dataclass(frozen=True, slots=True)
class Parted:
    """A whole and its groups, with what may be told of each beside the whole.

    ``told`` has only the groups that may be shown at all. Every output that speaks of groups asks
    this one question, so that no two of them together tell what neither may.
    """

    total: Scores
    rest: Scores
    groups: Mapping[str, Scores]
    told: Mapping[str, Told]


def parted(
    item: ItemCode,
    whole: Iterable[PatternCount],
    groups: Mapping[str, Iterable[PatternCount]],
    *,
    k: int = LEAST,
) -> Parted:
    """Lay out the groups of an item and what may be told; ValueError when groups overlap."""
    total, rest, tables = scores_beside(item, whole, groups.values())
    by_name = dict(zip(groups, tables, strict=True))
    shown = protect_groups({name: table.n for name, table in by_name.items()}, k=k, rest=rest.n)
    hidden = [table for name, table in by_name.items() if name not in shown]
    told = told_of_groups(item, {n: by_name[n] for n in groups if n in shown}, [rest, *hidden], k=k)
    of_whole = tellable(item, [total], k=k)[0]
    return Parted(total, rest, by_name, {name: may & of_whole for name, may in told.items()})


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

    Groups are parts of the whole and do not overlap; ValueError otherwise. A group is hidden when
    it is small, or when the total less the shown groups would tell a small one. Within the groups
    shown, options are left out whose figure stands for 1 to k - 1 people, or leaves so few over in
    its row or column, and as many others as keep those from being solved. For a sensitive item an
    option left out of the whole is left out here.
    """
    held, nobody = parted(item, whole, groups, k=k), scores(item, ())
    return {
        name: told_priorities(
            item,
            table if name in held.told else nobody,
            held.told.get(name, frozenset()),
            k=k,
            draws=draws,
            seed=seed,
        )
        for name, table in held.groups.items()
    }


def told_of_groups(
    item: ItemCode, shown: Mapping[str, Scores], others: Sequence[Scores], *, k: int
) -> dict[str, Told]:
    """What may be told of each shown group, the others being one more row that a reader knows."""
    rest = [part for part in others if part.n or part.skipped]
    parts = [*shown.values(), *([added(rest)] if rest else [])]
    if not parts:
        return {}
    return dict(zip(shown, tellable(item, parts, k=k), strict=False))


def added(parts: Sequence[Scores]) -> Scores:
    """Several parts as one."""
    import numpy as np  # noqa: PLC0415 — slow import

    return Scores(
        parts[0].options,
        np.concatenate([part.table for part in parts]),
        np.concatenate([part.shown for part in parts]),
        np.concatenate([part.weights for part in parts]),
        sum(part.dont_know for part in parts),
        sum(part.skipped for part in parts),
        sum(part.n for part in parts),
    )

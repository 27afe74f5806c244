"""Groups of people who answer a set of statements alike, and what all of them share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST
from analysis.priorities import scale_of
from analysis.scores import Scores, scores
from analysis.tellable import tellable
from analysis.uncertainty import SEED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENOUGH = 40
"""Below so many people groups come and go with single answers (Polis data, re-run)."""

FEWEST_STATEMENTS = 4
MOST_GROUPS = 4
COMPONENTS = 2
STARTS, STEPS = 12, 100
SHARED = 0.6
"""A statement is shared when so many of every group agree."""

CLEARER = 0.05
"""More groups must lie so much further apart to be worth telling."""

CLEAR = 0.68
"""Groups whose silhouette is lower lie in one another."""

SMALLEST = 0.15
"""A smaller part of the people answers otherwise by chance too often."""

OPPOSED, STATEMENTS_APART = 0.7, 2
"""Every two groups differ by so much on so many statements: one exception makes no group."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """One statement: the part of each group that agrees, None where it may not be told."""

    option: str
    label: str
    agree: tuple[float | None, ...]

    @property
    def shared(self) -> bool:
        return all(part is not None and part >= SHARED for part in self.agree)

    @property
    def spread(self) -> float:
        """How far the groups stand apart."""
        known = [part for part in self.agree if part is not None]
        return max(known) - min(known) if known else 0.0


@dataclass(frozen=True, slots=True)
class Opinions:
    """The groups by size, and the statements; ``reason`` says why there are no groups.

    ``reason`` is "hidden", "few", "statements" or "one".
    """

    item: str
    label: str
    n: int
    sizes: tuple[int, ...]
    rows: tuple[Opinion, ...]
    reason: str = ""

    def shared(self) -> tuple[Opinion, ...]:
        return tuple(row for row in self.rows if row.shared)


def opinions(item: ItemCode, counts: Iterable[PatternCount], *, k: int = LEAST) -> Opinions:
    """Look for groups by the two main directions in which answers differ.

    As Polis does: every statement centred on its mean, missing answers taken for that mean and
    stretched again, principal components, then k-means with the number of groups that lie furthest
    apart (Small, C. et al. (2021), RECERCA 26). Groups of fewer than ``k`` people do not count.
    """
    held = scores(item, counts)
    n = held.n - held.dont_know
    statements = len(held.options)
    for reason, failed in (
        ("hidden", n < k),
        ("few", n < ENOUGH),
        ("statements", statements < FEWEST_STATEMENTS),
    ):
        if failed:
            return Opinions(item.code, item.label, n if n >= k else 0, (), (), reason)
    least, top = scale_of(item)
    groups = grouped(held, middle=(least + top) / 2, k=k)
    if groups is None:
        return Opinions(item.code, item.label, n, (), (), "one")
    parts = [part_of(held, groups == g) for g in range(int(groups.max()) + 1)]
    told = tellable(item, parts, k=k)
    rows = [
        Opinion(
            code,
            item.label_of(code),
            tuple(
                agreeing(part, code, (least + top) / 2) if code in may else None
                for part, may in zip(parts, told, strict=True)
            ),
        )
        for code in held.options
    ]
    rows.sort(key=lambda row: (not row.shared, -row.spread))
    return Opinions(item.code, item.label, n, tuple(part.n for part in parts), tuple(rows))


def grouped(held: Scores, *, middle: float, k: int) -> "NDArray[np.intp] | None":
    """The group of each pattern, the largest group first; None when people lie in one cloud.

    Only agreeing, doubting and disagreeing count: how strongly makes no group.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    answered = ~np.isnan(held.table).all(axis=1)
    where = positions(np.sign(held.table[answered] - middle), held.weights[answered])
    weights = held.weights[answered]
    best, clearest = None, CLEAR
    for groups in range(2, MOST_GROUPS + 1):
        found = nearest_means(where, weights, groups)
        sizes = np.bincount(found, weights, groups)
        apart = silhouette(where, weights, found)
        opposed = all_opposed(held.table[answered] > middle, weights, found)
        large = sizes.min() >= max(k, SMALLEST * weights.sum())
        if large and apart > clearest and opposed:
            best, clearest = found, apart + CLEARER
    if best is None:
        return None
    order = np.argsort(-np.bincount(best, weights), kind="stable")
    whole = np.full(len(held.weights), -1, dtype=np.intp)
    whole[answered] = np.argsort(order)[best]
    return whole


def all_opposed(
    agrees: "NDArray[np.bool_]", weights: "NDArray[np.float64]", groups: "NDArray[np.intp]"
) -> bool:
    """Whether every two groups stand apart on several statements."""
    import numpy as np  # noqa: PLC0415 — slow import

    parts = [np.average(agrees[groups == g], axis=0, weights=weights[groups == g])
             for g in np.unique(groups)]  # fmt: skip
    return all(
        int((np.abs(one - other) >= OPPOSED).sum()) >= STATEMENTS_APART
        for one, other in combinations(parts, 2)
    )


def positions(
    table: "NDArray[np.float64]", weights: "NDArray[np.float64]"
) -> "NDArray[np.float64]":
    """Where each pattern lies in the two main directions; who answered less is moved outward."""
    import numpy as np  # noqa: PLC0415 — slow import

    known = ~np.isnan(table)
    people = known.T @ weights
    mean = np.divide(np.nan_to_num(table).T @ weights, people, where=people > 0, out=people * 0)
    centred = np.where(known, table - mean, 0.0)
    _left, _size, axes = np.linalg.svd(centred * np.sqrt(weights)[:, None], full_matrices=False)
    stretch = np.sqrt(table.shape[1] / known.sum(axis=1).clip(min=1))
    placed: NDArray[np.float64] = centred @ axes[:COMPONENTS].T * stretch[:, None]
    return placed


def nearest_means(
    where: "NDArray[np.float64]", weights: "NDArray[np.float64]", groups: int
) -> "NDArray[np.intp]":
    """K-means from several fixed starts (Lloyd, S. (1982)), each far from the others."""
    import numpy as np  # noqa: PLC0415 — slow import

    rng = np.random.default_rng(SEED)
    best, least = np.zeros(len(where), dtype=np.intp), np.inf
    for _start in range(STARTS):
        middle = where[[rng.choice(len(where), p=weights / weights.sum())]]
        while len(middle) < groups:
            far = distances(where, middle).min(axis=1) * weights
            chance = far / far.sum() if far.sum() else weights / weights.sum()
            middle = np.vstack([middle, where[rng.choice(len(where), p=chance)]])
        found = best
        for _step in range(STEPS):
            found = distances(where, middle).argmin(axis=1)
            new = np.array(
                [
                    np.average(where[found == g], axis=0, weights=weights[found == g])
                    if (found == g).any()
                    else middle[g]
                    for g in range(groups)
                ]
            )
            if np.allclose(new, middle):
                break
            middle = new
        cost = float(distances(where, middle).min(axis=1) @ weights)
        if cost < least:
            best, least = found, cost
    return best


def distances(where: "NDArray[np.float64]", middle: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Squared distances of every pattern to every middle."""
    squared: NDArray[np.float64] = ((where[:, None] - middle[None]) ** 2).sum(axis=2)
    return squared


def silhouette(
    where: "NDArray[np.float64]", weights: "NDArray[np.float64]", groups: "NDArray[np.intp]"
) -> float:
    """How much nearer people lie to their own group than to the next, by the groups' middles."""
    import numpy as np  # noqa: PLC0415 — slow import

    names = np.unique(groups)
    if len(names) < 2:  # noqa: PLR2004 — one group has no next
        return 0.0
    middle = np.array(
        [np.average(where[groups == g], axis=0, weights=weights[groups == g]) for g in names]
    )
    far = np.sqrt(distances(where, middle))
    own = far[np.arange(len(where)), np.searchsorted(names, groups)]
    other = np.where(np.arange(len(names)) == np.searchsorted(names, groups)[:, None], np.inf, far)
    nearest = other.min(axis=1)
    apart = np.divide(nearest - own, np.maximum(nearest, own), out=own * 0, where=nearest + own > 0)
    return float(apart @ weights / weights.sum())


def part_of(held: Scores, rows: "NDArray[np.bool_]") -> Scores:
    """The scores of one group."""
    weights = held.weights[rows]
    return Scores(
        held.options, held.table[rows], held.shown[rows], weights, 0, 0, round(float(weights.sum()))
    )


def agreeing(part: Scores, code: str, middle: float) -> float | None:
    """The part of those who judged a statement that stands above the middle of the scale."""
    import numpy as np  # noqa: PLC0415 — slow import

    judged = part.table[:, part.options.index(code)]
    known = ~np.isnan(judged)
    people = float(part.weights[known].sum())
    if not people:
        return None
    return float(part.weights[known] @ (judged[known] > middle)) / people


def names_of(found: Opinions) -> Mapping[int, str]:
    """Groups have letters, never names: nobody belongs to them by more than these answers."""
    return {n: "ABCD"[n] for n in range(len(found.sizes))}

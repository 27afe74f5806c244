"""What a group of residents wants more, or less, than everybody else; and which of it is real."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST
from analysis.exact import corrected, newcombe, welch
from analysis.groups import added, parted
from analysis.priorities import own_words, scale_of
from analysis.scores import UNITS, Scores
from analysis.uncertainty import CELLS_AT_ONCE, DRAWS, NOTHING, SEED, divided, means, wilson

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REAL = 0.05
QUIET_PLACES = 3
"""A need among so many first in the group, and not in the whole, is a quiet one; fewer of few."""

TOO_LOUD = 1.25
"""A group with so many times its part of the village speaks too loud in the whole."""

QUIET, LOUD = "quiet", "loud"


@dataclass(frozen=True, slots=True)
class Gap:
    """One option: the group's value, that of the others, and their difference with its bounds.

    ``p`` is corrected for the number of options; ``real`` says that the difference is no chance.
    ``mark`` is "quiet" for a need that only this group puts high, "loud" for one that the whole
    puts high because too many of this group answered, and empty otherwise.
    """

    option: str
    label: str
    inside: float
    outside: float
    difference: float
    low: float
    high: float
    p: float
    real: bool
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Gaps:
    """The differences between a group and all others, the widest first."""

    item: str
    label: str
    group: str
    unit: str
    n: int
    n_others: int
    top: float
    rows: tuple[Gap, ...]
    left_out: tuple[str, ...] = ()
    hidden: bool = False


def gaps(
    item: ItemCode,
    whole: Iterable[PatternCount],
    groups: Mapping[str, Iterable[PatternCount]],
    *,
    group: str,
    name: str,
    lives: float | None = None,
    k: int = LEAST,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Gaps:
    """Compare a group with everybody else; ``lives`` is its part of the village, when known.

    ``groups`` are all groups of the same question: what is told of one depends on the others. A
    difference tells no more than the group's own figures beside those of the whole.
    """
    held = parted(item, whole, groups, k=k)
    one, may = held.groups[group], held.told.get(group, frozenset())
    other = added([held.rest, *(part for n, part in held.groups.items() if n != group)])
    shown = [c for c in one.options if c in may and judged(one, other, c) >= k]
    least, top = scale_of(item)
    return Gaps(
        item.code,
        item.label,
        name,
        UNITS[item.measure],
        one.n if shown else 0,
        other.n if shown else 0,
        top - least,
        rows_of(item, one, other, shown, lives=lives, draws=draws, seed=seed),
        left_out=tuple(own_words(item, code) for code in one.options if code not in shown),
        hidden=not shown,
    )


def rows_of(
    item: ItemCode,
    one: Scores,
    other: Scores,
    shown: list[str],
    *,
    lives: float | None,
    draws: int,
    seed: int,
) -> tuple[Gap, ...]:
    """Every option that may be told, with its chance and its mark."""
    if not shown:
        return ()
    chances = corrected(permuted(one, other, shown, draws=draws, seed=seed))
    top = max(1, min(QUIET_PLACES, len(one.options) // QUIET_PLACES))
    in_group, in_all = ranked(one)[:top], ranked(one, other)[:top]
    loud = lives is not None and one.n > TOO_LOUD * lives * (one.n + other.n)
    rows = []
    for code, p in zip(shown, chances, strict=True):
        row = gap(item, one, other, code, p)
        if row.real and row.difference > 0:
            quiet = code in in_group and code not in in_all
            row = replace(row, mark=QUIET if quiet else LOUD if loud and code in in_all else "")
        rows.append(row)
    return tuple(sorted(rows, key=lambda row: -row.difference))


def gap(item: ItemCode, one: Scores, other: Scores, code: str, p: float) -> Gap:
    """An option's two values and the interval of their difference."""
    mean, variance, n = moments(one, code)
    mean_q, variance_q, n_q = moments(other, code)
    if UNITS[item.measure] == "share":
        low, high = newcombe((mean, *wilson(mean * n, n)), (mean_q, *wilson(mean_q * n_q, n_q)))
    else:
        low, high = welch((mean, variance, n), (mean_q, variance_q, n_q))
    difference = mean - mean_q
    real = p <= REAL and abs(difference) > NOTHING
    return Gap(code, own_words(item, code), mean, mean_q, difference, low, high, p, real)


def moments(held: Scores, code: str) -> tuple[float, float, float]:
    """The mean of an option, its variance among people, and how many judged it."""
    import numpy as np  # noqa: PLC0415 — slow import

    scores = held.table[:, held.options.index(code)]
    known = ~np.isnan(scores)
    people = float(held.weights[known].sum())
    mean = float(scores[known] @ held.weights[known]) / people
    spread = float((scores[known] - mean) ** 2 @ held.weights[known])
    return mean, spread / max(people - 1, 1.0), people


def judged(one: Scores, other: Scores, code: str) -> int:
    """How many people judged an option, where they are fewest."""
    import numpy as np  # noqa: PLC0415 — slow import

    column = one.options.index(code)
    return min(
        round(float(held.weights[~np.isnan(held.table[:, column])].sum())) for held in (one, other)
    )


def ranked(*parts: Scores) -> list[str]:
    """Options from the highest mean down, over all these people."""
    import numpy as np  # noqa: PLC0415 — slow import

    table = np.concatenate([part.table for part in parts])
    value, _people = means(table, np.concatenate([part.weights for part in parts]))
    order = np.argsort(-np.round(np.nan_to_num(value, nan=-1.0), 12), kind="stable")
    return [parts[0].options[column] for column in order]


def permuted(one: Scores, other: Scores, shown: list[str], *, draws: int, seed: int) -> list[float]:
    """How often a random group of this size differs as much: a permutation test an option.

    Whoever gave the same pattern is the same to the test, so that counts of patterns are drawn
    (multivariate hypergeometric) and not people. Good, P. (2005), Permutation, Parametric and
    Bootstrap Tests of Hypotheses, ch. 3.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    columns = [one.options.index(code) for code in shown]
    table = np.concatenate([one.table, other.table])[:, columns]
    people = np.concatenate([one.weights, other.weights]).astype(np.int64)
    start = np.concatenate([one.weights, np.zeros_like(other.weights)])[None, :]
    seen = np.abs(differences(table, people, start))[0]
    rng = np.random.default_rng(seed)
    as_wide, size = np.zeros(len(columns)), max(1, CELLS_AT_ONCE // len(people))
    for done in range(0, draws, size):
        now = min(size, draws - done)
        groups = rng.multivariate_hypergeometric(people, one.n, size=now, method="marginals")
        drawn = np.abs(differences(table, people, groups.astype(np.float64)))
        as_wide += (np.nan_to_num(drawn, nan=np.inf) >= seen - NOTHING).sum(axis=0)
    return [float(p) for p in (1 + as_wide) / (1 + draws)]


def differences(
    table: "NDArray[np.float64]", people: "NDArray[np.int64]", groups: "NDArray[np.float64]"
) -> "NDArray[np.float64]":
    """Mean in the group less mean outside, for each group drawn and each option."""
    import numpy as np  # noqa: PLC0415 — slow import

    known, scores = (~np.isnan(table)).astype(np.float64), np.nan_to_num(table)
    outside = people - groups
    inside_mean = divided(groups @ scores, groups @ known)
    return inside_mean - divided(outside @ scores, outside @ known)

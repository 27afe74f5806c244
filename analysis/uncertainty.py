"""How sure a figure is: intervals for shares and means, and differences that are real."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Z95 = 1.959963984540054
DRAWS = 2000
SEED = 20260301
MIDDLE_95 = (2.5, 97.5)
NORMAL_FROM = 2000
"""From so many people on, the bootstrap's means are drawn from their normal limit."""

CELLS_AT_ONCE = 1_000_000
"""Draws times patterns held in memory at one time: 8 MB."""

NOTHING = 1e-12
"""Smaller than any real difference, larger than what adding floats in another order changes."""


def wilson(k: float, n: float, z: float = Z95) -> tuple[float, float]:
    """The Wilson score interval of a share of ``k`` in ``n``; (0, 1) when nobody answered.

    Both bounds lie in 0..1. Wilson, E. B. (1927), JASA 22, 209-212; unlike the Wald interval it
    keeps its promise near 0 and 1 and for few answers.
    """
    if n <= 0:
        return 0.0, 1.0
    p, d = k / n, 1 + z * z / n
    centre = (p + z * z / (2 * n)) / d
    half = z / d * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low = 0.0 if k == 0 else max(0.0, centre - half)
    return low, 1.0 if k == n else min(1.0, centre + half)


def means(
    table: "NDArray[np.float64]", weights: "NDArray[np.float64]"
) -> "tuple[NDArray[np.float64], NDArray[np.float64]]":
    """The mean score of each option and how many people it stands on.

    ``table`` (patterns, options) holds scores, NaN where there is none; ``weights`` (patterns,)
    counts people. Both results have shape (options,); a mean of nobody is NaN.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    known = ~np.isnan(table)
    people = known.T @ weights
    return divided(np.where(known, table, 0.0).T @ weights, people), people


def resampled_means(
    table: "NDArray[np.float64]",
    weights: "NDArray[np.float64]",
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> "NDArray[np.float64]":
    """Bootstrap the mean of each option over people: shape (draws, options), NaN for nobody.

    ``table`` and ``weights`` are as in ``means``. All options of a draw stand on the same people,
    so that their differences are paired. Whoever gave the same pattern is the same to the sum, so
    patterns are drawn and not people: the cost follows the number of patterns. From ``NORMAL_FROM``
    people on, the draws come from the normal limit of the same bootstrap.
    """
    if weights.sum() < NORMAL_FROM:
        return multinomial_means(table, weights, draws=draws, seed=seed)
    return normal_means(table, weights, draws=draws, seed=seed)


def multinomial_means(
    table: "NDArray[np.float64]", weights: "NDArray[np.float64]", *, draws: int, seed: int
) -> "NDArray[np.float64]":
    """Draw people with replacement: counts of patterns are one multinomial draw each.

    Efron, B. & Tibshirani, R. (1993), An Introduction to the Bootstrap, ch. 6.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    known = (~np.isnan(table)).astype(np.float64)
    scores = np.nan_to_num(table)
    parts = [
        divided(counted @ scores, counted @ known)
        for counted in resamples(weights, draws=draws, seed=seed)
    ]
    return np.concatenate(parts)


def resamples(
    weights: "NDArray[np.float64]", *, draws: int, seed: int
) -> "Iterator[NDArray[np.float64]]":
    """Yield bootstrap samples as counts of patterns, shape (some draws, patterns)."""
    import numpy as np  # noqa: PLC0415 — slow import

    rng = np.random.default_rng(seed)
    people = int(weights.sum())
    at_once = max(1, CELLS_AT_ONCE // len(weights))
    for done in range(0, draws, at_once):
        size = min(at_once, draws - done)
        yield rng.multinomial(people, weights / people, size=size).astype(np.float64)


def normal_means(
    table: "NDArray[np.float64]", weights: "NDArray[np.float64]", *, draws: int, seed: int
) -> "NDArray[np.float64]":
    """Draw means from the normal distribution that the bootstrap tends to.

    Its covariance is the sum of squared influences, the infinitesimal jackknife (Efron, B. (1982),
    The Jackknife, the Bootstrap and Other Resampling Plans, ch. 6).
    """
    import numpy as np  # noqa: PLC0415 — slow import

    mean, people = means(table, weights)
    influence = np.nan_to_num(divided(table - mean, people))
    spread = root_of(influence.T @ (influence * weights[:, None]))
    rng = np.random.default_rng(seed)
    drawn: NDArray[np.float64] = mean + rng.standard_normal((draws, len(mean))) @ spread.T
    return drawn


def root_of(covariance: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """The lower triangle whose square is a covariance, also when options never differ (Cholesky).

    Rows of options that vary alike are alike, so that exact ties stay exact.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    root = np.zeros_like(covariance)
    least = NOTHING * covariance.max(initial=0.0)
    for j in range(len(covariance)):
        left = covariance[j, j] - root[j, :j] @ root[j, :j]
        if left > least:
            root[j:, j] = (covariance[j:, j] - root[j:, :j] @ root[j, :j]) / math.sqrt(left)
    return root


def divided(above: "NDArray[np.float64]", below: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Divide where there is something to divide by, NaN elsewhere."""
    import numpy as np  # noqa: PLC0415 — slow import

    with np.errstate(invalid="ignore", divide="ignore"):
        result: NDArray[np.float64] = np.where(below > 0, above / below, np.nan)
    return result


def percentiles(values: "NDArray[np.float64]") -> tuple[float, float]:
    """The middle 95 % of bootstrap values (percentile interval); NaN draws do not count."""
    import numpy as np  # noqa: PLC0415 — slow import

    low, high = np.nanpercentile(values, MIDDLE_95)
    return float(low), float(high)


def chance_first(draws: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """How often each column has the highest value over the rows; a shared first counts in parts.

    ``draws`` has shape (draws, options); the result has shape (options,) and adds up to 1.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    filled = np.nan_to_num(draws, nan=-np.inf)
    top = filled >= filled.max(axis=1, keepdims=True) - NOTHING
    shares: NDArray[np.float64] = (top / top.sum(axis=1, keepdims=True)).mean(axis=0)
    return shares


def shared_places(draws: "NDArray[np.float64]") -> list[tuple[int, int]]:
    """Places of options whose order is real; options within one place share it.

    ``draws`` (draws, options) have their columns sorted from best to least. From the top down each
    option is compared with the first of the group: it joins when the 95 % interval of their paired
    difference contains 0, for the same people judged both. Returns (first, last) place for each.
    """
    groups: list[list[int]] = []
    for column in range(draws.shape[1]):
        if groups and not differ(draws[:, groups[-1][0]], draws[:, column]):
            groups[-1].append(column)
        else:
            groups.append([column])
    return [(group[0] + 1, group[-1] + 1) for group in groups for _column in group]


def differ(one: "NDArray[np.float64]", other: "NDArray[np.float64]") -> bool:
    """Whether the 95 % interval of a paired difference leaves 0 out."""
    low, high = percentiles(one - other)
    return low > NOTHING or high < -NOTHING

"""How sure a figure is: intervals for shares and means, and differences that are real."""

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Z95 = 1.959963984540054
DRAWS = 2000
SEED = 20260301


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


def resample(
    weights: "NDArray[np.float64]", *, draws: int = DRAWS, seed: int = SEED
) -> "NDArray[np.float64]":
    """Draw ``draws`` bootstrap samples of people, as counts of patterns: shape (draws, patterns).

    ``weights`` are how many people gave each pattern. People are drawn with replacement, which for
    counted patterns is one multinomial draw each: the cost follows the patterns, not the people
    (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, ch. 6).
    """
    import numpy as np  # noqa: PLC0415 — slow import

    n = int(weights.sum())
    rng = np.random.default_rng(seed)
    drawn: NDArray[np.float64] = rng.multinomial(n, weights / n, size=draws).astype(np.float64)
    return drawn


def percentiles(values: "NDArray[np.float64]") -> tuple[float, float]:
    """The middle 95 % of bootstrap values (percentile interval)."""
    import numpy as np  # noqa: PLC0415 — slow import

    low, high = np.nanpercentile(values, (2.5, 97.5))
    return float(low), float(high)


def chance_first(draws: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """How often each column has the highest value over the rows; a shared first counts in parts.

    ``draws`` has shape (draws, options); the result has shape (options,) and adds up to 1.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    filled = np.nan_to_num(draws, nan=-np.inf)
    top = filled >= filled.max(axis=1, keepdims=True) - 1e-12
    shares: NDArray[np.float64] = (top / top.sum(axis=1, keepdims=True)).mean(axis=0)
    return shares


def shared_places(
    values: "NDArray[np.float64]", draws: "NDArray[np.float64]"
) -> list[tuple[int, int]]:
    """Places of options whose order is real; options within one place share it.

    ``values`` (options,) are sorted from best to least and ``draws`` (draws, options) in the same
    order. From the top down each option is compared with the first of the group: it joins when the
    95 % interval of their paired difference contains 0, for the same people judged both. Returns
    (first, last) place for each option.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    groups: list[list[int]] = []
    for column in range(len(values)):
        if groups:
            first = groups[-1][0]
            low, high = np.nanpercentile(draws[:, first] - draws[:, column], (2.5, 97.5))
            if low <= 1e-12 and high >= -1e-12:
                groups[-1].append(column)
                continue
        groups.append([column])
    return [(g[0] + 1, g[-1] + 1) for g in groups for _column in g]

"""Tests that count every possibility instead of leaning on large numbers, and many at once."""

from collections.abc import Sequence
from fractions import Fraction
from math import erfc, exp, fsum, lgamma, sqrt

from analysis.uncertainty import Z95

NOTHING = 1e-7
"""As likely as, when chances are counted with logarithms."""


def binomial_p(k: int, n: int) -> float:
    """The chance of a split as uneven as ``k`` of ``n`` when both sides are as likely (two-sided).

    The exact sign test: Arbuthnott (1710). 13 to 10 gives .68, 18 to 5 gives .011.
    """
    ways = tail = 1
    for i in range(min(k, n - k)):
        ways = ways * (n - i) // (i + 1)
        tail += ways
    return float(min(Fraction(1), Fraction(2 * tail, 2**n)))


def fisher_p(table: Sequence[Sequence[int]]) -> float:
    """Whether two rows of two cells differ: Fisher's exact test, two-sided.

    The chance of every table with the same totals that is at most as likely as this one.
    """
    (a, b), (c, d) = table
    row, column, total = a + b, a + c, a + b + c + d
    least, most = max(0, row + column - total), min(row, column)
    logs = [log_ways(column, x) + log_ways(total - column, row - x) for x in range(least, most + 1)]
    top = max(logs)
    ways = [exp(one - top) for one in logs]
    return min(1.0, fsum(w for w in ways if w <= ways[a - least] * (1 + NOTHING)) / fsum(ways))


def log_ways(n: int, k: int) -> float:
    """The logarithm of the number of ways to take ``k`` of ``n``."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def two_sided(difference: float, error: float) -> float:
    """The chance of a difference at least so wide when there is none, for a normal error."""
    if not error:
        return 0.0 if difference else 1.0
    return erfc(difference / error / sqrt(2))


def corrected(chances: Sequence[float]) -> list[float]:
    """Chances corrected for their number: of those called real, 5 % may be false.

    Benjamini, Y. & Hochberg, Y. (1995), Journal of the Royal Statistical Society B 57, 289-300.
    """
    order = sorted(range(len(chances)), key=lambda i: -chances[i])
    fixed, least = [0.0] * len(chances), 1.0
    for rank, i in enumerate(order):
        least = min(least, chances[i] * len(chances) / (len(chances) - rank))
        fixed[i] = least
    return fixed


def finite(interval: tuple[float, float], share: float, *, n: int, of: int) -> tuple[float, float]:
    """Draw an interval in when ``n`` of only ``of`` people answered; nothing is left when all did.

    The finite population correction: Cochran, W. (1977), Sampling Techniques, 2.6.
    """
    if of <= 1 or n >= of:
        return share, share
    factor = sqrt((of - n) / (of - 1))
    low, high = interval
    return share - (share - low) * factor, share + (high - share) * factor


def newcombe(
    one: tuple[float, float, float], other: tuple[float, float, float]
) -> tuple[float, float]:
    """The interval of a difference of two shares, each given as (share, low, high) by Wilson.

    Newcombe, R. (1998), Statistics in Medicine 17, 873-890, method 10.
    """
    (p, low, high), (q, low_q, high_q) = one, other
    return (
        max(-1.0, p - q - sqrt((p - low) ** 2 + (high_q - q) ** 2)),
        min(1.0, p - q + sqrt((high - p) ** 2 + (q - low_q) ** 2)),
    )


def welch(
    one: tuple[float, float, float], other: tuple[float, float, float]
) -> tuple[float, float]:
    """The interval of a difference of two means, each given as (mean, variance, people)."""
    (mean, variance, n), (mean_q, variance_q, n_q) = one, other
    half = Z95 * sqrt(variance / max(n, 1.0) + variance_q / max(n_q, 1.0))
    return mean - mean_q - half, mean - mean_q + half

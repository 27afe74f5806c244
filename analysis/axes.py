"""Axes in round steps that hold the longest bar and no more."""

from math import floor, log10

from analysis.figure import Ticks
from analysis.words import number, percent

STEPS = (1.0, 2.0, 5.0, 10.0)


def round_step(length: float, *, most: int = 5) -> float:
    """The smallest of 1, 2, 5, 10, 20 … that cuts ``length`` into at most ``most`` steps."""
    if length <= 0:
        return 1.0
    size = 10.0 ** floor(log10(length / most))
    return next((f * size for f in STEPS if f * size * most >= length * (1 - 1e-9)), 10.0 * size)


def share_axis(longest: float, language: str) -> tuple[float, Ticks]:
    """The end of an axis of shares, with its ticks as percents."""
    top = min(1.0, max(longest, 0.1))
    step = 0.05 if top <= 0.2 else 0.1 if top <= 0.4 else 0.2  # noqa: PLR2004 — four to five ticks
    return top, tuple((i * step, percent(i * step, language)) for i in steps(top, step))


def number_axis(base: float, longest: float, language: str) -> tuple[float, Ticks]:
    """The end of an axis of numbers from ``base``; whole steps where the numbers are."""
    top = max(longest, base + 1.0)
    step = round_step(top - base)
    return top, tuple(
        (base + i * step, number(base + i * step, language)) for i in steps(top - base, step)
    )


def steps(length: float, step: float) -> range:
    return range(floor(length / step + 1e-9) + 1)

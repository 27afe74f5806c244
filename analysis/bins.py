"""Numbers and days in ranges that people use themselves: whole numbers, tens, months, years."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from analysis.axes import round_step
from analysis.words import number, say

MOST = 12
MOST_NUMBERS = 20
SHORT_NAMES = 7


@dataclass(frozen=True, slots=True)
class Bin:
    """A range, in words, and how many people fall in it."""

    label: str
    n: int


def number_bins(values: Mapping[float, int], language: str) -> tuple[Bin, ...]:
    """Whole numbers that are few stay themselves; others fall in ranges of a round width."""
    if not values:
        return ()
    least, most = min(values), max(values)
    whole = all(value == int(value) for value in values)
    if whole and most - least < MOST_NUMBERS:
        span = range(int(least), int(most) + 1)
        return tuple(Bin(number(x, language), values.get(float(x), 0)) for x in span)
    step = round_step(most - least, most=MOST - 2)
    step = max(1.0, step) if whole else step
    first = floor(least / step + 1e-9)
    counted = [0] * (floor(most / step + 1e-9) - first + 1)
    for value, n in values.items():
        counted[floor(value / step + 1e-9) - first] += n
    return tuple(
        Bin(range_words((first + i) * step, step, language, whole=whole), n)
        for i, n in enumerate(counted)
    )


def range_words(start: float, step: float, language: str, *, whole: bool) -> str:
    """``10–19`` for whole numbers; ``2,5–3`` reaches up to the last but not to it."""
    end = start + step - 1 if whole else start + step
    return f"{number(start, language)}\u2013{number(end, language)}"


def day_bins(days: Mapping[str, int], language: str) -> tuple[Bin, ...]:
    """Days when they are few; else months, and years when those are many. None is left out."""
    if not days:
        return ()
    if len(days) <= SHORT_NAMES:
        return tuple(Bin(day_words(day, language), n) for day, n in sorted(days.items()))
    months: dict[str, int] = {}
    for day, n in days.items():
        months[day[:7]] = months.get(day[:7], 0) + n
    span = between(min(months), max(months))
    if len(span) <= MOST:
        return tuple(Bin(month_words(month, language), months.get(month, 0)) for month in span)
    years: dict[int, int] = {}
    for month, n in months.items():
        years[int(month[:4])] = years.get(int(month[:4]), 0) + n
    return tuple(
        Bin(bin_.label, bin_.n)
        for bin_ in number_bins({float(year): n for year, n in years.items()}, language)
    )


def between(first: str, last: str) -> tuple[str, ...]:
    """Every month from the first to the last, as 2026-05."""
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return tuple(f"{m // 12:04}-{m % 12 + 1:02}" for m in range(start, end + 1))


def month_names(language: str) -> tuple[str, ...]:
    _ = say(language).gettext
    return (
        _("januari"), _("februari"), _("maart"), _("april"), _("mei"), _("juni"),
        _("juli"), _("augustus"), _("september"), _("oktober"), _("november"), _("december"),
    )  # fmt: skip


def month_words(month: str, language: str) -> str:
    return f"{month_names(language)[int(month[5:7]) - 1]} {int(month[:4])}"


def day_words(day: str, language: str) -> str:
    return f"{int(day[8:])} {month_words(day, language)}"


def middle(values: Mapping[float, int]) -> float:
    """The middle answer: half of the people say as much or less."""
    total = sum(values.values())
    ordered = sorted(values.items())
    low, high = (at(ordered, place) for place in ((total - 1) // 2, total // 2))
    return (low + high) / 2


def at(ordered: list[tuple[float, int]], place: int) -> float:
    """The value of the person in a place, the lowest first."""
    passed = 0
    for value, n in ordered:
        passed += n
        if place < passed:
            return value
    raise IndexError(place)

"""The words of charts and reports, Dutch in the code, other languages from the catalogs."""

import gettext
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).with_name("translations")
DOMAIN = "analysis"
HALF_PERCENT = 0.005


def N_(message: str) -> str:  # noqa: N802 — the name by which a sentence is found for translation
    """Mark a sentence that is put into words later, when the language is known."""
    return message


@lru_cache(maxsize=16)
def say(language: str = "nl", folder: Path = FOLDER) -> gettext.NullTranslations:
    """Where sentences come from in ``language``; Dutch when there is no catalog for it."""
    base = language.split("-", maxsplit=1)[0]
    return gettext.translation(DOMAIN, folder, [base], fallback=True)


def kind_of_group(kind: str, language: str = "nl") -> str:
    """``Leeftijd``, ``Gehucht`` or ``Kanaal``; nothing for groups of another kind."""
    _ = say(language).gettext
    return {"age": _("Leeftijd"), "hamlet": _("Gehucht"), "channel": _("Kanaal")}.get(kind, "")


def listed(words: Sequence[str], language: str = "nl") -> str:
    """``Bakker, bus en bank``: a list as people say it."""
    _ = say(language).gettext
    if len(words) < 2:  # noqa: PLR2004 — one word is no list
        return "".join(words)
    return _("%(first)s en %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def percent(share: float, language: str = "nl") -> str:
    """A share of 0..1 as whole percents, with the space Dutch wants and English does not.

    Some is never told as none, and not all never as all: those are ``< 1 %`` and ``> 99 %``.
    """
    if 0 < share < HALF_PERCENT:
        return "<\u00a0" + whole_percent(1, language)
    if 1 - HALF_PERCENT < share < 1:
        return ">\u00a0" + whole_percent(99, language)
    return whole_percent(round(100 * share), language)


def whole_percent(whole: int, language: str) -> str:
    return f"{whole}%" if language.startswith("en") else f"{whole}\u00a0%"


def decimal(value: float, places: int = 1, language: str = "nl") -> str:
    """A number with a comma, or a point in English."""
    text = f"{value:.{places}f}"
    return text if language.startswith("en") else text.replace(".", ",")


def number(value: float, language: str = "nl") -> str:
    """A number as short as it can be: 12, or 2,5."""
    short = f"{round(value, 6):.15g}"
    return short if language.startswith("en") else short.replace(".", ",")


def count(value: float, language: str = "nl") -> str:
    """How many, in groups of three: 12.000, in French with a space and in English with a comma."""
    text = f"{round(value, 6):,.15g}"
    if language.startswith("en"):
        return text
    return text.translate(str.maketrans(",.", "\u00a0," if language.startswith("fr") else ".,"))


def chance(p: float, language: str = "nl") -> str:
    """A chance in words that do not pretend: under 1 %, over 99 %, or whole percents.

    It is counted in random draws: never none, never certain.
    """
    if p < 0.01:  # noqa: PLR2004 — one percent
        return "<\u00a0" + whole_percent(1, language)
    if p > 0.99:  # noqa: PLR2004 — one percent
        return ">\u00a0" + whole_percent(99, language)
    return percent(p, language)


def day_words(day: str) -> str:
    """A day as people here write it: 2026-05-12 is 12/05/2026."""
    return "/".join(reversed(day.split("-")))

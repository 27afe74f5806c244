"""The words of charts and reports, Dutch in the code, other languages from the catalogs."""

import gettext
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).with_name("translations")
DOMAIN = "analysis"


def N_(message: str) -> str:  # noqa: N802 — the name by which a sentence is found for translation
    """Mark a sentence that is put into words later, when the language is known."""
    return message


@lru_cache(maxsize=16)
def say(language: str = "nl") -> gettext.NullTranslations:
    """Where sentences come from in ``language``; Dutch when there is no catalog for it."""
    return gettext.translation(DOMAIN, FOLDER, [language.split("-")[0]], fallback=True)


def listed(words: Sequence[str], language: str = "nl") -> str:
    """``Bakker, bus en bank``: a list as people say it."""
    _ = say(language).gettext
    if len(words) < 2:  # noqa: PLR2004 — one word is no list
        return "".join(words)
    return _("%(first)s en %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def percent(share: float, language: str = "nl") -> str:
    """A share of 0..1 as whole percents, with the space Dutch wants and English does not."""
    whole = f"{100 * share:.0f}"
    return f"{whole}%" if language.startswith("en") else f"{whole}\u00a0%"


def decimal(value: float, places: int = 1, language: str = "nl") -> str:
    """A number with a comma, or a point in English."""
    text = f"{value:.{places}f}"
    return text if language.startswith("en") else text.replace(".", ",")


def chance(p: float, language: str = "nl") -> str:
    """A chance in words that do not pretend: under 1 %, over 99 %, or whole percents."""
    if p < 0.01:  # noqa: PLR2004 — one percent
        return "< " + percent(0.01, language)
    if p > 0.99:  # noqa: PLR2004 — one percent
        return "> " + percent(0.99, language)
    return percent(p, language)

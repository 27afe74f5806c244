"""The words of charts and reports, Dutch in the code, other languages from the catalogs."""

import gettext
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).with_name("translations")
DOMAIN = "analysis"
HALF_PERCENT = 0.005

LONG_NUMBER = 10_000
"""From five digits on the thousands stand apart; a year keeps its four digits together."""

APART = {"en": ",", "fr": "\u202f"}
QUOTES = {"fr": ("«\u00a0", "\u00a0»"), "de": ("„", "“")}
"""What stands between thousands and around a name, where it is not as in Dutch."""


def N_(message: str) -> str:  # noqa: N802 — the name by which a sentence is found for translation
    """Mark a sentence that is put into words later, when the language is known."""
    return message


class Sentence(str):
    """A sentence that writes the whole numbers in it as its language does."""

    __slots__ = ("language",)
    language: str

    def __mod__(self, words: Mapping[str, object]) -> str:
        language = self.language
        told = {n: number(x, language) if isinstance(x, int) else x for n, x in words.items()}
        return str.__mod__(self, told)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The sentences of one language."""

    language: str
    catalog: gettext.NullTranslations

    def gettext(self, message: str) -> str:
        return self.sentence(self.catalog.gettext(message))

    def ngettext(self, one: str, more: str, n: int) -> str:
        return self.sentence(self.catalog.ngettext(one, more, n))

    def sentence(self, text: str) -> Sentence:
        told = Sentence(text)
        told.language = self.language
        return told


@lru_cache(maxsize=16)
def say(language: str = "nl", folder: Path = FOLDER) -> Tongue:
    """Where sentences come from in ``language``; Dutch when there is no catalog for it."""
    base = language.split("-", maxsplit=1)[0]
    return Tongue(language, gettext.translation(DOMAIN, folder, [base], fallback=True))


def quoted(text: str, language: str = "nl") -> str:
    """A question or a name of several words, between the quotation marks of the language."""
    opens, closes = QUOTES.get(language[:2], ("“", "”"))
    return f"{opens}{text}{closes}"


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
    return written(f"{value:.{places}f}", language)


def mean_words(value: float, language: str = "nl") -> str:
    """A mean with one decimal; a little is never told as nothing."""
    few = 0 < value < 0.05  # noqa: PLR2004 — what one decimal rounds away
    return "<\u00a0" + decimal(0.1, 1, language) if few else decimal(value, 1, language)


def number(value: float, language: str = "nl") -> str:
    """A number as short as it can be: 12, or 2,5, or 12.000."""
    return written(f"{round(value, 6):.15g}", language)


def written(digits: str, language: str) -> str:
    """Digits with the language's comma, and with its mark between long thousands."""
    before, point, after = digits.partition(".")
    if before.lstrip("-").isdigit() and abs(int(before)) >= LONG_NUMBER:
        before = grouped(int(before), language)
    mark = point if language.startswith("en") else point.replace(".", ",")
    return before + mark + after


def grouped(value: int, language: str) -> str:
    """Thousands apart, however short the number is."""
    return f"{value:,}".replace(",", APART.get(language[:2], "."))


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

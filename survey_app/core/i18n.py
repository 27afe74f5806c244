"""Languages: Dutch first, four for the program's own words, any for a question's."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from flask import Flask, g, request, session
from flask_babel import Babel, format_date, format_decimal, get_locale
from werkzeug.exceptions import HTTPException

INTERFACE = ("nl", "fr", "de", "en")
EASY = "nl-x-easy"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "yi"})
EASY_NAME = "Eenvoudig Nederlands"

babel = Babel()


def init_i18n(app: Flask) -> None:
    app.config.setdefault("BABEL_DEFAULT_LOCALE", "nl")
    app.config.setdefault("BABEL_DEFAULT_TIMEZONE", "Europe/Brussels")
    babel.init_app(app, locale_selector=interface_language)
    app.jinja_env.filters["day"] = lambda day: format_date(day, "d MMMM yyyy")
    app.jinja_env.filters["number"] = format_decimal
    app.context_processor(
        lambda: {"page_language": page_language(), "direction": direction(page_language())}
    )


def interface_language() -> str:
    """The language of the program's own words on this page, always one of the four."""
    spoken = base(page_language())
    return spoken if spoken in INTERFACE else "nl"


def page_language() -> str:
    """The page's language: what it was given, else the address, else the staff's own, else nl.

    A resident's page never reads or sets a cookie: its language travels in the address.
    """
    asked: str | None = g.get("language") or asked_language()
    if asked is None and request.path.startswith(("/desk", "/account", "/setup", "/invitation")):
        asked = session.get("language")
    return asked if asked and is_language(asked) else "nl"


def asked_language() -> str | None:
    """What the address or the form asks; a form too large to read has its own error page."""
    try:
        return request.values.get("lang")
    except HTTPException:
        return request.args.get("lang")


@lru_cache(maxsize=256)
def is_language(tag: str) -> bool:
    if tag == EASY:
        return True
    try:
        return bool(Locale.parse(tag, sep="-"))
    except (ValueError, UnknownLocaleError):
        return False


def base(language: str) -> str:
    """``nl-x-easy`` and ``nl-BE`` are both ``nl``."""
    return language.split("-", maxsplit=1)[0].lower()


def direction(language: str) -> str:
    return "rtl" if base(language) in RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=256)
def own_name(language: str) -> str:
    """A language's name in that language: what its speakers look for."""
    if language == EASY:
        return EASY_NAME
    name = Locale.parse(language, sep="-").get_display_name(language.replace("-", "_"))
    return (name or language).capitalize()


def current() -> str:
    """The language gettext uses right now."""
    locale = get_locale()
    return locale.language if locale else "nl"

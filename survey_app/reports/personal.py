"""Whether a quote might tell who said it: signs for a coach to look at, not a promise.

Nothing here decides; a person reads every quote before it is approved.
"""

import re
from collections.abc import Iterator

from survey_app.reports.words import SIGNS

PATTERNS = {
    "mail": re.compile(r"\S+@\S+\.\w+"),
    "phone": re.compile(r"(?:\+|\b00|\b0)\d(?:[ ./-]?\d){6,}"),
    "number": re.compile(r"\b\d{3}\.\d{2}\.\d{2}|\b[A-Z]{2}\d{2}(?: ?\d{4}){2,}|\b\d{5,}\b"),
    "link": re.compile(r"https?://|www\.|(?<!\w)@\w{3,}", re.IGNORECASE),
    "address": re.compile(
        r"\b\w+(?:straat|laan|weg|plein|dreef|steenweg|pad|hof|baan|dijk)\s+\d+", re.IGNORECASE
    ),
    "birth": re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:19|20)\d\d\b|\b\d{1,3} jaar\b"),
    "name": re.compile(
        r"\b(?:meneer|mevrouw|mijnheer|mevr|dhr|juf|meester|dokter|dr|pastoor)\.? +\w+"
        r"|(?<=[a-zà-ÿ,;] )[A-ZÀ-Ý][a-zà-ÿ]{2,}"
    ),
    "relative": re.compile(
        r"\bmijn (?:man|vrouw|dochter|zoon|moeder|vader|buurman|buurvrouw|partner|kind"
        r"|mama|papa)\b",
        re.IGNORECASE,
    ),
    "health": re.compile(
        r"\b(?:ziek|kanker|dement\w*|depress\w*|handicap|beperking|rolstoel|autis\w*|ms"
        r"|parkinson)\b",
        re.IGNORECASE,
    ),
}


def signs_in(text: str) -> Iterator[str]:
    """The kinds of personal data that a text may hold, in words for the coach."""
    yield from (str(SIGNS[kind]) for kind, pattern in PATTERNS.items() if pattern.search(text))

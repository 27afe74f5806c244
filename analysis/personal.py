"""What in a quote may tell who said it: shown to the coach before anybody may approve it."""

import re
from enum import StrEnum


class Tells(StrEnum):
    """Kinds of personal data that a machine can point at; a person still has to read."""

    MAIL = "mail"
    PHONE = "phone"
    LINK = "link"
    ADDRESS = "address"
    NUMBER = "number"
    NAME = "name"


STREETS = "straat|laan|weg|steenweg|plein|dreef|pad|baan|hof|markt|lei|dijk|kaai"
TITLES = "meneer|mijnheer|mevrouw|mevr|dhr|mw|juffrouw|dokter|dr|pastoor|burgemeester|schepen"
CALLED = "heet|noem|naam is|ben"
KIN = "mijn (?:man|vrouw|zoon|dochter|buurman|buurvrouw|vader|moeder|broer|zus)"
CAPITAL = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’-]+"

PATTERNS: dict[Tells, tuple[re.Pattern[str], ...]] = {
    Tells.MAIL: (re.compile(r"[\w.+-]+\s?(?:@|\(at\))\s?[\w-]+(?:\.[\w-]+)+"),),
    Tells.PHONE: (re.compile(r"(?<!\d)(?:\+|00)?\d(?:[\s./-]?\d){8,12}(?!\d)"),),
    Tells.LINK: (re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:be|com|nl|org|eu)\b"),),
    Tells.ADDRESS: (
        re.compile(rf"\b\w*(?:{STREETS})\s+(?:nr\.?\s*|nummer\s+)?\d+\w?\b", re.IGNORECASE),
    ),
    Tells.NUMBER: (
        re.compile(r"\bBE\s?\d{2}(?:\s?\d{4}){3}\b", re.IGNORECASE),
        re.compile(r"(?<!\d)\d{2}\.\d{2}\.\d{2}-?\d{3}\.?\d{2}(?!\d)"),
    ),
    Tells.NAME: (
        re.compile(rf"\b(?i:{TITLES})\.?\s+(?:(?i:van|de|den|der|ter)\s+)*{CAPITAL}"),
        re.compile(rf"\b(?i:{CALLED}|{KIN})\s+{CAPITAL}"),
        re.compile(rf"(?<![.!?…:]\s)(?<=\s){CAPITAL}\s+(?:(?:Van|De|Den|Der|van|de)\s+)*{CAPITAL}"),
    ),
}


def tells(text: str) -> tuple[tuple[Tells, str], ...]:
    """Every place in a text that may tell who said it, or of whom it speaks; in its order."""
    found = [
        (match.start(), kind, match[0])
        for kind, patterns in PATTERNS.items()
        for pattern in patterns
        for match in pattern.finditer(text)
    ]
    return tuple((kind, words) for _at, kind, words in sorted(found))

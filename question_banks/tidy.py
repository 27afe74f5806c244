"""Make what somebody typed safe to keep: one spelling of each letter, nothing invisible."""

import unicodedata

BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
KEPT = frozenset("\n\t")
NEVER = frozenset({"Cc", "Cs", "Cn"})
"""Unicode's control characters, halves of surrogate pairs, and letters that do not exist."""


def tidy(text: str) -> str:
    """Return any text in NFC, trimmed, without control, surrogate and bidi characters.

    What is invisible goes first: removing it may bring a letter and its accent together. Tidying
    twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    seen = "".join(letter for letter in lines if is_visible(letter))
    return unicodedata.normalize("NFC", seen).strip()


def is_visible(letter: str) -> bool:
    """Tell whether a letter may stay: line breaks and tabs may, controls of direction may not."""
    if letter in KEPT:
        return True
    return letter not in BIDI_CONTROLS and unicodedata.category(letter) not in NEVER

"""Make what somebody typed safe to keep: one spelling of each letter, nothing invisible."""

import unicodedata

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
KEPT = frozenset("\n\t")


def tidy(text: str) -> str:
    """Return ``text`` in NFC, trimmed, without control characters, surrogates and bidi controls."""
    normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(letter for letter in normal if is_visible(letter)).strip()


def is_visible(letter: str) -> bool:
    if letter in KEPT:
        return True
    return letter not in BIDI_CONTROLS and unicodedata.category(letter) not in {"Cc", "Cs", "Cn"}

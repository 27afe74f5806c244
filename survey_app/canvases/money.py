"""An amount as people write it, read as cents."""

import re

MOST_DIGITS = 13
"""Ten thousand million euro with its cents: more is a mistake in typing."""

THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")
PLAIN = re.compile(r"(\d+)(?:\.(\d{1,2}))?", re.ASCII)


def cents_of(typed: str) -> int | None:
    """Read ``38.000``, ``€ 12,50`` or ``1250`` as cents; None when it is no amount."""
    text = re.sub(r"[\s€]|euro", "", typed.lower())
    if "," in text or THOUSANDS.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    found = PLAIN.fullmatch(text)
    if found is None or len(text) > MOST_DIGITS:
        return None
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))

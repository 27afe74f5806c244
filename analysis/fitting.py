"""Bring what people typed into the room that a printed page has for it."""

import re

LONG_WORD = re.compile(r"\S{28,}")
SOFT_HYPHEN = "\u00ad"


def short(text: str, most: int) -> str:
    """Bring a text into one line of at most ``most`` letters."""
    return cut(" ".join(text.split()), most)


def cut(text: str, most: int) -> str:
    """Leave off what is more than ``most`` letters, and say so with an ellipsis."""
    return breakable(text if len(text) <= most else text[: most - 1].rstrip() + "…")


def breakable(text: str) -> str:
    """Give a monster word places where it may be broken."""
    return LONG_WORD.sub(lambda word: SOFT_HYPHEN.join(word[0]), text)

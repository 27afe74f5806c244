"""Decisions about accounts that need nothing but their facts."""

from urllib.parse import unquote, urlsplit


def is_own_path(target: str) -> bool:
    """Tell whether a link leads to a page of this program: a path that reads in one way only.

    Browsers drop control signs, treat a backslash as a slash and read ``//name`` as another host.
    """
    for text in (target, unquote(target)):
        if not text.startswith("/") or text[1:2] in {"/", "\\"}:
            return False
        if any(sign < " " or sign in "\\\x7f" for sign in text):
            return False
    parts = urlsplit(target)
    return not parts.scheme and not parts.netloc

"""Addresses on paper are read in capitals: ``/S/K7P2QX`` is ``/s/K7P2QX``."""

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

PREFIXES = frozenset({"s", "j", "v", "d", "u", "p", "r", "stem", "projector"})
"""First words of every address that a QR code or a poster carries, for ever."""

CALLS = Callable[..., Iterable[bytes]]


def init_printed(app: Flask) -> None:
    inner: CALLS = app.wsgi_app

    def outer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        environ["PATH_INFO"] = as_routed(environ.get("PATH_INFO", ""))
        return inner(environ, start)

    app.wsgi_app = outer  # type: ignore[method-assign,assignment]  # the documented way


def as_routed(path: str) -> str:
    """Lower-case a printed address, but for its code, which each page reads in its own way."""
    parts = path.split("/", 3)
    if len(parts) < 2 or parts[1].lower() not in PREFIXES:  # noqa: PLR2004 — "", prefix
        return path
    return "/".join([part if place == 2 else part.lower() for place, part in enumerate(parts)])  # noqa: PLR2004 — the code

"""The web: surveys behind a QR code, live votes and the coach's desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask


def create_app(config: Mapping[str, object] | None = None) -> Flask:
    """Make the program from the environment and ``config``, which is stronger.

    What it is made of is imported here and not above: ``serve`` must patch the standard library
    for gevent before anything else has seen it.
    """
    from survey_app.factory import build_app  # noqa: PLC0415 — after the patch

    return build_app(config)

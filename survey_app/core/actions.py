"""One step from a staff page to a change: who, where and when go along by themselves."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from flask import g

from survey_app.core.audit import Actor
from survey_app.core.clock import utc_now
from survey_app.core.writer import write

T = TypeVar("T")


def actor() -> Actor:
    """The person of this page, in the workspace of its address."""
    return Actor(g.access.user_id, g.access.workspace_id)


def act(change: Callable[..., T], **facts: object) -> T:
    """Write one change of a service: ``act(service.close_survey, survey_id=3, today=today())``."""
    return write(partial(change, actor=actor(), now=utc_now(), **facts))

"""What other features put on a project's page: their lists, and the next sensible step."""

from collections.abc import Callable
from dataclasses import dataclass

from survey_app.core.permissions import Access
from survey_app.projects.models import Project


@dataclass(frozen=True, slots=True)
class Line:
    """One thing in a list: where it leads, what it is, in which state."""

    title: str
    detail: str
    url: str
    state: str = ""
    tone: str = ""
    more: tuple[str, str] | None = None
    """A second way on, as its words and its address."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What somebody should do now: a verb first, and the button that does it."""

    title: str
    words: str
    button: str
    url: str
    urgent: bool = False
    """It goes before what other panels say: people are waiting."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A titled list on the project's page."""

    title: str
    lines: tuple[Line, ...]
    empty: str
    button: str = ""
    url: str = ""
    next_step: NextStep | None = None


Fill = Callable[[Access, Project], Panel]
FILLS: list[Fill] = []


def panel(fill: Fill) -> Fill:
    """Register what a feature shows on every project's page."""
    FILLS.append(fill)
    return fill

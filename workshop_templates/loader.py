"""Read workshop templates from YAML; every mistake is told with file, line and cure, at once."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from question_banks.marked_yaml import Marked
from question_banks.mistakes import (
    FileError,
    Mistake,
    Reading,
    codes,
    filled_in,
    named,
    read,
    told,
    whole,
)
from workshop_templates.model import WorkshopTemplate

TEMPLATES = Path(__file__).with_name("templates")


class TemplateError(FileError):
    """Templates cannot be read; ``mistakes`` holds every reason, by file and line."""


def load_templates(folder: Path = TEMPLATES) -> dict[str, WorkshopTemplate]:
    """Read every ``*.yaml`` of a folder, once a process, by their codes; none gives none.

    Raises TemplateError with every mistake of all files together.
    """
    return {template.code: template for template in templates_of(folder)}


@lru_cache(maxsize=8)
def templates_of(folder: Path) -> tuple[WorkshopTemplate, ...]:
    readings = [read_template(path) for path in sorted(folder.glob("*.yaml"))]
    return whole(readings, names, TemplateError)


def load_template(path: Path) -> WorkshopTemplate:
    """Read one template; raise TemplateError with every mistake, also when it is not there."""
    return whole([read_template(path)], names, TemplateError)[0]


def read_template(path: Path) -> Reading[WorkshopTemplate]:
    """Read one file as far as possible; raises nothing."""
    return read(path, parse, kind="workshop template", first="code: name")


def parse(path: Path, marked: Marked) -> tuple[WorkshopTemplate | None, list[Mistake]]:
    """Check the whole script."""
    mistakes = filled_in(path, marked, WorkshopTemplate.READ)
    filled = {"file": path, "lines": dict(lines_of(marked))}
    try:
        return WorkshopTemplate.model_validate(marked.data | filled), mistakes
    except ValidationError as error:
        return None, mistakes + told(path, marked, (), error)


def lines_of(marked: Marked) -> Iterator[tuple[str, int]]:
    """Yield where each field, step and option begins, as ``WorkshopTemplate.line_of`` asks."""
    for field in named(marked.data):
        yield field, marked.line((field,))
    for field in WorkshopTemplate.LISTS:
        listed = marked.data.get(field)
        for number in range(len(listed) if isinstance(listed, list) else 0):
            yield f"{field}.{number}", marked.line((field, number))
    steps = marked.data.get("steps")
    for number, step in codes(steps):
        yield f"steps.{step}", marked.line(("steps", number, "code"))
        activity = steps[number].get("activity")
        for place, option in codes(activity.get("options") if isinstance(activity, dict) else ()):
            line = marked.line(("steps", number, "activity", "options", place))
            yield f"steps.{step}.{option}", line


def names(marked: Marked) -> Iterator[tuple[str, str, int]]:
    """Yield kind, code and line of all that must be unique over all templates."""
    data = marked.data if isinstance(marked.data, dict) else {}
    if isinstance(data.get("code"), str):
        yield "template", data["code"], marked.line(("code",))

"""Live activities: one folder a kind, found by itself.

A kind is a class in ``activities/<folder>/__init__.py`` such as ``class LiveAsk(LiveActivity[Ask],
kind="ask")`` with three templates in ``activities/<folder>/templates/<kind>/``:
``participant.html`` (the phone), ``projector.html`` and ``control.html`` (the facilitator).
``base`` says what a class answers; ``ask`` is the example to read.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from flask import Blueprint

from question_banks.item import Item
from survey_app.activities.base import LiveActivity
from workshop_templates.activities import Activity

FOLDERS = tuple(
    import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__) if module.ispkg
)


def live(settings: Activity, items: Mapping[str, Item]) -> LiveActivity[Any]:
    """The activity that these settings of a script describe, ready to run."""
    kind: str = settings.kind  # type: ignore[attr-defined]  # every kind of a script names itself
    return LiveActivity.kinds[kind](settings, items)


def blueprints() -> Iterator[Blueprint]:
    """One for each folder: it brings the folder's templates."""
    for folder in FOLDERS:
        name = folder.__name__.rpartition(".")[2]
        yield Blueprint(f"activity_{name}", folder.__name__, template_folder="templates")

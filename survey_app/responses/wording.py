"""An answer in words, as somebody reads it back before sending."""

from collections.abc import Callable
from typing import Any

from flask_babel import gettext as _
from markupsafe import Markup

from question_banks.answer import Answer, Status
from question_banks.item import Item
from question_banks.measures import Measure
from survey_app.core.i18n import base, direction, interface_language, page_language


def words_of(item: Item, answer: Answer | None, language: str) -> list[str]:
    """The answer as short lines; empty when the question was skipped."""
    if answer is None or answer.status is Status.SKIPPED:
        return []
    if answer.status is Status.DONT_KNOW:
        return [_("Weet ik niet")]
    lines = BY_MEASURE[item.measure](Labels(item, language), answer.value)
    return [*lines, answer.other] if answer.other else lines


def ui() -> Markup:
    """What an element with the program's own words carries on a page in a language it lacks."""
    spoken = interface_language()
    if spoken == base(page_language()):
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(spoken, direction(spoken))


class Labels:
    """The words of an item's options, rows and points in one language."""

    def __init__(self, item: Item, language: str) -> None:
        parts = [*getattr(item, "options", ()), *getattr(item, "rows", ())]
        self.parts = {part.code: part.text.wording(language).text for part in parts}
        points = getattr(item, "points", ())
        self.points = {point.code: point.text.wording(language).text for point in points}
        unit = getattr(item, "unit", None)
        self.unit = unit.wording(language).text if unit else ""

    def point(self, code: int | None) -> str:
        return _("Weet ik niet") if code is None else self.points.get(code, str(code))


Speak = Callable[[Labels, Any], list[str]]
BY_MEASURE: dict[Measure, Speak] = {
    Measure.NOMINAL: lambda labels, value: [labels.parts[value]],
    Measure.MULTIPLE: lambda labels, value: [labels.parts[code] for code in value],
    Measure.ORDINAL: lambda labels, value: [labels.point(value)],
    Measure.GRID: lambda labels, value: [
        f"{labels.parts[row]}: {labels.point(point)}" for row, point in value.items()
    ],
    Measure.RANKING: lambda labels, value: [
        f"{place}. {labels.parts[code]}" for place, code in enumerate(value, start=1)
    ],
    Measure.POINTS: lambda labels, value: [
        f"{labels.parts[code]}: {points}" for code, points in value.items() if points
    ],
    Measure.NUMERIC: lambda labels, value: [f"{value} {labels.unit}".replace(".", ",").strip()],
    Measure.TEXT: lambda _labels, value: [value],
    Measure.DATE: lambda _labels, value: ["/".join(reversed(value.split("-")))],
    Measure.NONE: lambda _labels, _value: [],
}

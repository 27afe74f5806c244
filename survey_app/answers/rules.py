"""What a stored document says for the tally. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

KEY = ("survey_id", "item", "version_id", "collector_id", "mode", "pattern")
"""What one line of the tally counts."""

BY_DAY = "@day"
"""The tally's lines that count the responses themselves, by day; no question has such a code."""


def patterns_of(answers: Mapping[str, Any]) -> dict[str, str]:
    """The tally patterns of a stored document, kept beside each answer."""
    return {item: answer["pattern"] for item, answer in answers.items() if answer.get("pattern")}


def counted(answers: Mapping[str, Any], day: date) -> dict[str, str]:
    """Everything that one response adds to the tally: its patterns, and itself on its day."""
    return {**patterns_of(answers), BY_DAY: day.isoformat()}

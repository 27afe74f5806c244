"""What a stored document says for the tally. Pure."""

from collections.abc import Mapping
from typing import Any

KEY = ("survey_id", "item", "version_id", "collector_id", "mode", "pattern")
"""What one line of the tally counts."""


def patterns_of(answers: Mapping[str, Any]) -> dict[str, str]:
    """The tally patterns of a stored document, kept beside each answer."""
    return {item: answer["pattern"] for item, answer in answers.items() if answer.get("pattern")}

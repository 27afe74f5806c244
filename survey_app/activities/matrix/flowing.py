"""The two questions that a plane of options answers, so that the project's charts can use it."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.options import Option

SCALES = {
    "importance": (
        "important5",
        {
            "nl": "Hoe belangrijk is dit?",
            "nl-x-easy": "Is dit belangrijk?",
            "fr": "À quel point est-ce important ?",
            "de": "Wie wichtig ist das?",
            "en": "How important is this?",
        },
    ),
    "feasibility": (
        "feasible5",
        {
            "nl": "Hoe haalbaar is dit?",
            "nl-x-easy": "Kan dit hier?",
            "fr": "À quel point est-ce réalisable ?",
            "de": "Wie machbar ist das?",
            "en": "How feasible is this?",
        },
    ),
}


def two_scales(options: Sequence[Option]) -> tuple[Item, ...]:
    """Importance and feasibility of these options; the same options give the same codes."""
    mark = blake2b(" ".join(option.code for option in options).encode(), digest_size=5).hexdigest()
    rows = [row_of(option) for option in options]
    return tuple(
        parse_item(
            {
                "type": "matrix",
                "code": f"{role}_{mark}",
                "text": text,
                "scale": scale,
                "role": role,
                "rows": rows,
            }
        )
        for role, (scale, text) in SCALES.items()
    )


def row_of(option: Option) -> dict[str, Any]:
    return option.model_dump(
        mode="json", exclude_none=True, include={"code", "text", "topic", "pictogram"}
    )

"""A question made of what an activity offered: the project's charts can read its answers."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.text import Text


def choice_of(kind: str, question: Text, options: Mapping[str, Text], *, most: int = 1) -> Item:
    """One or several of these options; the same question and options give the same code."""
    said = " ".join(
        [question.wording("nl").text, *(text.wording("nl").text for text in options.values())]
    )
    facts: dict[str, Any] = {
        "code": f"{kind}_{blake2b(said.encode(), digest_size=5).hexdigest()}",
        "text": question.root,
        "options": [{"code": code, "text": text.root} for code, text in options.items()],
        "dont_know": False,
    }
    if most > 1:
        return parse_item(facts | {"type": "multiple", "max": min(most, len(options))})
    return parse_item(facts | {"type": "choice"})

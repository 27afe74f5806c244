"""A questionnaire: the form that is asked, complete in itself, so that a version never changes."""

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from pydantic import model_validator

from question_banks.item import Code, Frozen, Item
from question_banks.item_types import AnyItem
from question_banks.text import Text


class Section(Frozen):
    """A group of items under one heading."""

    code: Code
    title: Text | None = None
    items: tuple[AnyItem, ...] = ()


class Questionnaire(Frozen):
    """What a survey asks, in which languages, in which order. Item codes are unique in it."""

    title: Text
    intro: Text | None = None
    next_steps: Text | None = None
    languages: tuple[str, ...] = ("nl",)
    sections: tuple[Section, ...] = ()

    @model_validator(mode="after")
    def one_item_a_code(self) -> "Questionnaire":
        """Refuse an item that stands twice."""
        codes = [item.code for section in self.sections for item in section.items]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise ValueError(f"questions stand twice: {', '.join(twice)}")
        return self

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """Every item by its code, in the order in which it is asked."""
        return {item.code: item for section in self.sections for item in section.items}

    def items(self) -> tuple[Item, ...]:
        """Every item in the order in which it is asked."""
        return tuple(self.by_code.values())

    def item(self, code: str) -> Item:
        """Return the item of a code; raise KeyError for an unknown one."""
        return self.by_code[code]

    def section_of(self, code: str) -> Section:
        """Return the section an item stands in; raise KeyError for an unknown code."""
        for section in self.sections:
            if any(item.code == code for item in section.items):
                return section
        raise KeyError(code)

    @cached_property
    def seconds(self) -> int:
        """How long it takes to answer everything, by the items' own estimates."""
        return sum(item.seconds for item in self.items())

    def to_json(self) -> dict[str, Any]:
        """Return the whole questionnaire as JSON; ``from_json`` reads it back to an equal one."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)

    @classmethod
    def from_json(cls, document: Mapping[str, Any] | None) -> "Questionnaire":
        """Read what ``to_json`` wrote; raise ValueError when it is no questionnaire."""
        return cls.model_validate(document)

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the content: equal questionnaires have equal fingerprints."""
        text = json.dumps(self.to_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

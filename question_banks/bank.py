"""A bank: a file of reusable items with stable codes, and the library of all banks together."""

from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from pydantic import Field

from question_banks.item import Code, Frozen, Item
from question_banks.item_types import AnyItem
from question_banks.text import Text


class Bank(Frozen):
    """One YAML file: items, and the topics that belong to it."""

    READ: ClassVar[frozenset[str]] = frozenset({"file", "lines"})
    """What the loader fills in; nobody writes it in a file."""

    bank: Code
    version: int = Field(ge=1)
    title: Text
    topics: dict[Code, Text] = Field(default_factory=dict)
    items: tuple[AnyItem, ...] = ()
    file: Path = Path()
    lines: dict[str, int] = Field(default_factory=dict)

    def line_of(self, code: str) -> int:
        """Return the line of an item, of ``item.option`` or of ``topics.topic``; 1 if unknown."""
        return self.lines.get(code, 1)


class Library(Frozen):
    """Every bank; item codes and topic codes are unique over all of them."""

    banks: tuple[Bank, ...]

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item by its code, bank after bank."""
        return {item.code: item for bank in self.banks for item in bank.items}

    @cached_property
    def topics(self) -> dict[str, Text]:
        """Every topic by its code."""
        return {code: text for bank in self.banks for code, text in bank.topics.items()}

    @cached_property
    def homes(self) -> dict[str, Bank]:
        """The bank of each item, by the item's code."""
        return {item.code: bank for bank in self.banks for item in bank.items}

    def bank_of(self, code: str) -> Bank:
        """Return the bank an item stands in; raise KeyError for an unknown code."""
        return self.homes[code]

    def find(self, words: str, language: str, bank: str | None = None) -> tuple[Item, ...]:
        """Return items in which every word of ``words`` stands, in any of their texts or topics.

        No words find everything; ``bank`` narrows to one bank. Case does not matter.
        """
        wanted = words.casefold().split()
        return tuple(
            item
            for held in self.banks
            if bank in {None, held.bank}
            for item in held.items
            if all(word in self.spoken(item, language) for word in wanted)
        )

    def spoken(self, item: Item, language: str) -> str:
        """Return everything an item says in one language, folded for searching."""
        parts = parts_of(item)
        topics = [topic for topic in (item.topic, *(part.topic for part in parts)) if topic]
        texts = [item.text, *(part.text for part in parts)]
        texts += [self.topics[topic] for topic in topics if topic in self.topics]
        words = [text.wording(language).text for text in texts]
        return " ".join([item.code, *topics, *words]).casefold()

    def listing(self) -> list[dict[str, Any]]:
        """Return the library as ``bank list --json`` prints it."""
        return [
            {
                "bank": bank.bank,
                "version": bank.version,
                "items": [
                    {
                        "code": item.code,
                        "type": item.type,
                        "role": item.role,
                        "languages": list(item.text.languages),
                    }
                    for item in bank.items
                ],
            }
            for bank in self.banks
        ]


def parts_of(item: Item) -> tuple[Any, ...]:
    """Return an item's options or rows; each has a code, a text, a topic and a pictogram."""
    return (*getattr(item, "options", ()), *getattr(item, "rows", ()))

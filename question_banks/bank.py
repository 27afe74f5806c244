"""A bank: a file of reusable items with stable codes, and the library of all banks together."""

from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from question_banks.item import Code, Frozen, Item
from question_banks.questionnaire import AnyItem
from question_banks.text import Text


class Bank(Frozen):
    """One YAML file: items, and the topics that belong to it."""

    bank: Code
    version: Annotated[int, Field(ge=1)]
    title: Text
    topics: dict[Code, Text] = {}
    items: tuple[AnyItem, ...] = ()
    file: Path = Path()
    lines: dict[str, int] = {}

    def line_of(self, code: str) -> int:
        """The line on which an item or topic begins; 1 when it is not known."""
        return self.lines.get(code, 1)


class Library(Frozen):
    """Every bank; item codes and topic codes are unique over all of them."""

    banks: tuple[Bank, ...]

    @cached_property
    def items(self) -> dict[str, Item]:
        return {item.code: item for bank in self.banks for item in bank.items}

    @cached_property
    def topics(self) -> dict[str, Text]:
        return {code: text for bank in self.banks for code, text in bank.topics.items()}

    def bank_of(self, code: str) -> Bank:
        """The bank an item stands in; raise KeyError for an unknown code."""
        for bank in self.banks:
            if any(item.code == code for item in bank.items):
                return bank
        raise KeyError(code)

    def find(self, words: str, language: str, bank: str | None = None) -> tuple[Item, ...]:
        """Items in which every word of ``words`` stands, in question, options or topics."""
        wanted = words.casefold().split()
        return tuple(
            item
            for held in self.banks
            if bank in {None, held.bank}
            for item in held.items
            if all(word in self.spoken(item, language) for word in wanted)
        )

    def spoken(self, item: Item, language: str) -> str:
        """Everything an item says in one language, for searching."""
        parts: list[Any] = [*getattr(item, "options", ()), *getattr(item, "rows", ())]
        topics = [part.topic for part in parts if part.topic] + ([item.topic] if item.topic else [])
        texts = [item.text, *(part.text for part in parts)]
        texts += [self.topics[topic] for topic in topics if topic in self.topics]
        words = [text.wording(language).text for text in texts]
        return " ".join([item.code, *words]).casefold()

    def listing(self) -> list[dict[str, Any]]:
        """The library as ``bank list --json`` prints it."""
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

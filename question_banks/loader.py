"""Read banks from YAML; every mistake is told with its file, its line and its cure, all at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from question_banks.bank import Bank, Library
from question_banks.item import Item
from question_banks.item_types import parse_item

BANKS = Path(__file__).with_name("banks")
CURES = {
    "extra_forbidden": "remove it or correct its name",
    "missing": "add it",
    "string_pattern_mismatch": "use lower-case letters, digits and _",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in a bank file."""

    file: str
    line: int
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}; {self.cure}"


class BankError(Exception):
    """A bank cannot be read; ``mistakes`` holds every reason."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


@lru_cache(maxsize=8)
def load_library(folder: Path = BANKS) -> Library:
    """Read every bank of a folder once a process; raise BankError with every mistake in all."""
    banks: list[Bank] = []
    mistakes: list[Mistake] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            banks.append(load_bank(path))
        except BankError as error:
            mistakes += error.mistakes
    mistakes += doubles(banks)
    if mistakes:
        raise BankError(mistakes)
    return Library(banks=tuple(banks))


def load_bank(path: Path) -> Bank:
    """Read one bank; raise BankError with every mistake in it."""
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BankError([unreadable(path, error)]) from error
    data = yaml.CSafeLoader("").construct_document(node) if node else None
    if not isinstance(data, dict):
        raise BankError([Mistake(path.name, 1, "this is no bank", "begin with `bank: code`")])
    items, mistakes = read_items(path, node, data.pop("items", None))
    try:
        lines = dict(lines_of(node))
        bank = Bank.model_validate(data | {"items": items, "file": path, "lines": lines})
    except ValidationError as error:
        mistakes += told(path, node, (), error)
        bank = None
    if mistakes or bank is None:
        raise BankError(mistakes)
    return bank


def read_items(path: Path, node: Any, data: Any) -> tuple[list[Item], list[Mistake]]:
    """Parse each item apart, so that one mistake does not hide the next."""
    items: list[Item] = []
    mistakes: list[Mistake] = []
    if not isinstance(data, list) or not data:
        return [], [Mistake(path.name, 1, "there are no items", "list them under `items:`")]
    for place, one in enumerate(data):
        try:
            items.append(parse_item(one))
        except ValidationError as error:
            mistakes += told(path, node, ("items", place), error)
        except ValueError as error:
            line = line_at(node, ("items", place, "type"))
            mistakes.append(Mistake(path.name, line, str(error), "choose one of these"))
    return items, mistakes


def told(
    path: Path, node: Any, prefix: tuple[str | int, ...], error: ValidationError
) -> list[Mistake]:
    """Pydantic's errors as mistakes on lines."""
    return [
        Mistake(
            path.name,
            line_at(node, (*prefix, *one["loc"])),
            f"{'.'.join(str(part) for part in (*prefix, *one['loc']))}: {one['msg']}",
            CURES.get(one["type"], "correct it"),
        )
        for one in error.errors()
    ]


def line_at(node: Any, loc: tuple[str | int, ...]) -> int:
    """The line of the deepest part of ``loc`` that the file really has."""
    line = node.start_mark.line + 1 if node else 1
    for part in loc:
        found = child(node, part)
        if found is None:
            break
        node, line = found, found.start_mark.line + 1
    return line


def child(node: Any, part: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part]
    return None


def lines_of(node: Any) -> Iterator[tuple[str, int]]:
    """Where each topic and item begins."""
    topics = child(node, "topics")
    for key, _value in topics.value if isinstance(topics, yaml.MappingNode) else ():
        yield key.value, key.start_mark.line + 1
    items = child(node, "items")
    for item in items.value if isinstance(items, yaml.SequenceNode) else ():
        code = child(item, "code")
        if code is not None:
            yield code.value, code.start_mark.line + 1


def doubles(banks: list[Bank]) -> list[Mistake]:
    """Codes that stand in more than one place, over all banks."""
    seen: dict[tuple[str, str], str] = {}
    mistakes = []
    for bank in banks:
        named = [("bank", bank.bank)]
        named += [("item", item.code) for item in bank.items]
        named += [("topic", code) for code in bank.topics]
        for key in named:
            if key in seen:
                what = f"{key[0]} code {key[1]} stands in {seen[key]} too"
                line = bank.line_of(key[1])
                mistakes.append(Mistake(bank.file.name, line, what, "give it a code of its own"))
            seen[key] = bank.file.name
    return mistakes


def unreadable(path: Path, error: yaml.YAMLError | UnicodeDecodeError) -> Mistake:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or "this is not readable as YAML in UTF-8"
    cure = "look at the indentation, the colons and the quotes around this line"
    return Mistake(path.name, mark.line + 1 if mark else 1, str(what), cure)


def schema() -> dict[str, Any]:
    """The JSON Schema of a bank file, for an editor that helps while writing."""
    kinds = [kind.model_json_schema() for _name, kind in sorted(Item.types.items())]
    bank = Bank.model_json_schema(mode="validation")
    return bank | {"properties": bank["properties"] | {"items": {"items": {"anyOf": kinds}}}}

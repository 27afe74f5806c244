"""Read banks from YAML; every mistake is told with its file, its line and its cure, all at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from question_banks.bank import Bank, Library
from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.marked_yaml import BadYamlError, Marked, Place, read_marked, repeated_keys

BANKS = Path(__file__).with_name("banks")
CURES = {
    "extra_forbidden": "remove it or correct its name",
    "missing": "add it",
    "string_pattern_mismatch": "use lower-case letters, digits and _, beginning with a letter",
    "string_type": "write words, between quotes if need be",
    "string_too_short": "write something or leave it out",
    "int_parsing": "write a whole number",
    "dict_type": "write words, or words by language: {nl: …, fr: …}",
    "bool_parsing": "write true or false",
    "tuple_type": "write a list, each line beginning with -",
    "model_type": "write `name: value` pairs",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in a bank file; ``line`` counts from 1."""

    file: str
    line: int
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}; {self.cure}"


class BankError(Exception):
    """Banks cannot be read; ``mistakes`` holds every reason, by file and line."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda one: (one.file, one.line)))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as far as it could be read: the bank is None when there are mistakes."""

    file: str
    marked: Marked
    bank: Bank | None
    mistakes: tuple[Mistake, ...]


def load_library(folder: Path = BANKS) -> Library:
    """Read every ``*.yaml`` of a folder, once a process; an empty folder is an empty library.

    Raises BankError with every mistake of all files together.
    """
    return library_of(folder)


@lru_cache(maxsize=8)
def library_of(folder: Path) -> Library:
    readings = [read_bank(path) for path in sorted(folder.glob("*.yaml"))]
    return Library(banks=banks_of(readings))


def load_bank(path: Path) -> Bank:
    """Read one bank; raise BankError with every mistake in it, also when it is not there."""
    return banks_of([read_bank(path)])[0]


def banks_of(readings: list[Reading]) -> tuple[Bank, ...]:
    """Return the banks of readings without a mistake; raise BankError if there is any."""
    mistakes = [mistake for reading in readings for mistake in reading.mistakes]
    mistakes += doubles(readings)
    if mistakes:
        raise BankError(mistakes)
    return tuple(reading.bank for reading in readings if reading.bank is not None)


def read_bank(path: Path) -> Reading:
    """Read one file as far as possible; raises nothing."""
    try:
        marked = read_marked(path.read_bytes())
    except OSError:
        return unread(path, 1, "this file cannot be opened", "look at its name and its rights")
    except BadYamlError as error:
        cure = "look at the indentation, the colons and the quotes around this line"
        return unread(path, error.line, error.what, cure)
    if not isinstance(marked.data, dict):
        return unread(path, 1, "this is no bank", "begin with `bank: code`")
    bank, mistakes = parse(path, marked)
    mistakes += [
        Mistake(path.name, line, f"{key} stands twice", "keep one of the two")
        for key, line in repeated_keys(marked.node)
    ]
    return Reading(path.name, marked, None if mistakes else bank, tuple(mistakes))


def unread(path: Path, line: int, what: str, cure: str) -> Reading:
    mistake = Mistake(path.name, line, what, cure)
    return Reading(path.name, Marked(None, None), None, (mistake,))


def parse(path: Path, marked: Marked) -> tuple[Bank | None, list[Mistake]]:
    """Check the whole bank and each item apart, so that one mistake does not hide the next."""
    items, mistakes = parse_items(path, marked)
    whole = {key: value for key, value in marked.data.items() if key not in {"items", *Bank.READ}}
    mistakes += [
        Mistake(path.name, marked.line((key,)), f"{key}: this is filled in by itself", "remove it")
        for key in Bank.READ & marked.data.keys()
    ]
    read = {"items": items, "file": path, "lines": dict(lines_of(marked))}
    try:
        return Bank.model_validate(whole | read), mistakes
    except ValidationError as error:
        return None, mistakes + told(path, marked, (), error)


def parse_items(path: Path, marked: Marked) -> tuple[list[Item], list[Mistake]]:
    """Parse each item; those that cannot be read are told and left out."""
    items: list[Item] = []
    mistakes: list[Mistake] = []
    data = marked.data.get("items")
    if not isinstance(data, list) or not data:
        line = marked.line(("items",))
        return [], [Mistake(path.name, line, "there are no items", "list them under `items:`")]
    for number, one in enumerate(data):
        place: Place = ("items", number)
        try:
            items.append(parse_item(one))
        except ValidationError as error:
            mistakes += told(path, marked, place, error)
        except ValueError as error:
            line = marked.line((*place, "type"))
            mistakes.append(Mistake(path.name, line, f"{error}", "choose one of these types"))
    return items, mistakes


def told(path: Path, marked: Marked, prefix: Place, error: ValidationError) -> list[Mistake]:
    """Turn pydantic's errors into mistakes on lines."""
    return [
        Mistake(
            path.name,
            marked.line((*prefix, *one["loc"])),
            sentence((*prefix, *one["loc"]), one["msg"]),
            CURES.get(one["type"], "correct it"),
        )
        for one in error.errors(include_url=False, include_input=False)
    ]


def sentence(place: Place, message: str) -> str:
    """Say where and what: ``items.0.text: Field required``."""
    return f"{'.'.join(str(part) for part in place)}: {message.removeprefix('Value error, ')}"


def lines_of(marked: Marked) -> Iterator[tuple[str, int]]:
    """Yield where each topic, item, option and row begins, as ``Bank.line_of`` looks it up."""
    for topic in named(marked.data.get("topics")):
        yield f"topics.{topic}", marked.line(("topics", topic))
    for number, item in codes(marked.data.get("items")):
        yield item, marked.line(("items", number, "code"))
        for group in ("options", "rows"):
            parts = marked.data["items"][number].get(group)
            for place, part in codes(parts):
                yield f"{item}.{part}", marked.line(("items", number, group, place))


def named(mapping: Any) -> list[str]:
    return [key for key in mapping if isinstance(key, str)] if isinstance(mapping, dict) else []


def codes(sequence: Any) -> list[tuple[int, str]]:
    """Return the places and codes of those in a list that have one."""
    listed = enumerate(sequence if isinstance(sequence, list) else ())
    return [
        (place, one["code"])
        for place, one in listed
        if isinstance(one, dict) and isinstance(one.get("code"), str)
    ]


def doubles(readings: list[Reading]) -> list[Mistake]:
    """Tell codes of banks, items and topics that stand in more than one place, over all files."""
    seen: dict[tuple[str, str], str] = {}
    mistakes = []
    for reading in readings:
        for kind, code, line in names(reading.marked):
            before = seen.setdefault((kind, code), f"{reading.file}:{line}")
            if before != f"{reading.file}:{line}":
                what = f"{kind} code {code} stands in {before} too"
                mistakes.append(Mistake(reading.file, line, what, "give it a code of its own"))
    return mistakes


def names(marked: Marked) -> Iterator[tuple[str, str, int]]:
    """Yield kind, code and line of all that must be unique over all banks."""
    data = marked.data if isinstance(marked.data, dict) else {}
    if isinstance(data.get("bank"), str):
        yield "bank", data["bank"], marked.line(("bank",))
    for topic in named(data.get("topics")):
        yield "topic", topic, marked.line(("topics", topic))
    for number, code in codes(data.get("items")):
        yield "item", code, marked.line(("items", number, "code"))

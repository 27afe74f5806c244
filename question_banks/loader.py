"""Read banks from YAML; every mistake is told with its file, its line and its cure, all at once."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from question_banks.bank import Bank, Library
from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.marked_yaml import Marked, Place
from question_banks.mistakes import (
    FileError,
    Mistake,
    Reading,
    codes,
    filled_in,
    named,
    read,
    told,
    whole,
)

BANKS = Path(__file__).with_name("banks")


class BankError(FileError):
    """Banks cannot be read; ``mistakes`` holds every reason, by file and line."""


def load_library(folder: Path = BANKS) -> Library:
    """Read every ``*.yaml`` of a folder, once a process; an empty folder is an empty library.

    Raises BankError with every mistake of all files together.
    """
    return library_of(folder)


@lru_cache(maxsize=8)
def library_of(folder: Path) -> Library:
    readings = [read_bank(path) for path in sorted(folder.glob("*.yaml"))]
    return Library(banks=whole(readings, names, BankError))


def load_bank(path: Path) -> Bank:
    """Read one bank; raise BankError with every mistake in it, also when it is not there."""
    return whole([read_bank(path)], names, BankError)[0]


def read_bank(path: Path) -> Reading[Bank]:
    """Read one file as far as possible; raises nothing."""
    return read(path, parse, kind="bank", first="bank: code")


def parse(path: Path, marked: Marked) -> tuple[Bank | None, list[Mistake]]:
    """Check the whole bank and each item apart, so that one mistake does not hide the next."""
    items, mistakes = parse_items(path, marked)
    whole_bank = {k: value for k, value in marked.data.items() if k not in {"items", *Bank.READ}}
    mistakes += filled_in(path, marked, Bank.READ)
    filled = {"items": items, "file": path, "lines": dict(lines_of(marked))}
    try:
        return Bank.model_validate(whole_bank | filled), mistakes
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


def names(marked: Marked) -> Iterator[tuple[str, str, int]]:
    """Yield kind, code and line of all that must be unique over all banks."""
    data = marked.data if isinstance(marked.data, dict) else {}
    if isinstance(data.get("bank"), str):
        yield "bank", data["bank"], marked.line(("bank",))
    for topic in named(data.get("topics")):
        yield "topic", topic, marked.line(("topics", topic))
    for number, code in codes(data.get("items")):
        yield "item", code, marked.line(("items", number, "code"))

"""Mistakes in a file that somebody wrote: all of them at once, each with its line and its cure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from question_banks.marked_yaml import BadYamlError, Marked, Place, read_marked, repeated_keys

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
    "union_tag_invalid": "choose one of these",
    "union_tag_not_found": "add `kind:`",
}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in a file; ``line`` counts from 1."""

    file: str
    line: int
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}; {self.cure}"


class FileError(Exception):
    """Files cannot be read; ``mistakes`` holds every reason, by file and line."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda one: (one.file, one.line)))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """One file as far as it could be read: ``found`` is None when there are mistakes."""

    file: str
    marked: Marked
    found: T | None
    mistakes: tuple[Mistake, ...]


Parse = Callable[[Path, Marked], tuple[T | None, list[Mistake]]]
Names = Callable[[Marked], Iterator[tuple[str, str, int]]]
"""Yields kind, code and line of all that must be unique over all files."""


def read(path: Path, parse: Parse[T], *, kind: str, first: str) -> Reading[T]:
    """Read one file as far as possible; raises nothing.

    ``kind`` is what the file is called when it is none, and ``first`` how it begins.
    """
    try:
        marked = read_marked(path.read_bytes())
    except OSError:
        return unread(path, 1, "this file cannot be opened", "look at its name and its rights")
    except BadYamlError as error:
        cure = "look at the indentation, the colons and the quotes around this line"
        return unread(path, error.line, error.what, cure)
    if not isinstance(marked.data, dict):
        return unread(path, 1, f"this is no {kind}", f"begin with `{first}`")
    found, mistakes = parse(path, marked)
    mistakes += [
        Mistake(path.name, line, f"{key} stands twice", "keep one of the two")
        for key, line in repeated_keys(marked.node)
    ]
    return Reading(path.name, marked, None if mistakes else found, tuple(mistakes))


def unread(path: Path, line: int, what: str, cure: str) -> Reading[Any]:
    mistake = Mistake(path.name, line, what, cure)
    return Reading(path.name, Marked(None, None), None, (mistake,))


def whole(readings: list[Reading[T]], names: Names, error: type[FileError]) -> tuple[T, ...]:
    """Return what was read when nothing is wrong; raise ``error`` with every mistake otherwise."""
    mistakes = [mistake for reading in readings for mistake in reading.mistakes]
    mistakes += doubles(readings, names)
    if mistakes:
        raise error(mistakes)
    return tuple(reading.found for reading in readings if reading.found is not None)


def doubles(readings: list[Reading[T]], names: Names) -> list[Mistake]:
    """Tell codes that stand in more than one place, over all files."""
    seen: dict[tuple[str, str], str] = {}
    mistakes = []
    for reading in readings:
        for kind, code, line in names(reading.marked):
            before = seen.setdefault((kind, code), f"{reading.file}:{line}")
            if before != f"{reading.file}:{line}":
                what = f"{kind} code {code} stands in {before} too"
                mistakes.append(Mistake(reading.file, line, what, "give it a code of its own"))
    return mistakes


def filled_in(path: Path, marked: Marked, fields: frozenset[str]) -> list[Mistake]:
    """Tell fields that only the loader may fill in, and that somebody wrote."""
    return [
        Mistake(path.name, marked.line((key,)), f"{key}: this is filled in by itself", "remove it")
        for key in fields & marked.data.keys()
    ]


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


def named(mapping: Any) -> list[str]:
    """Return the words that are keys; none when it is no mapping."""
    return [key for key in mapping if isinstance(key, str)] if isinstance(mapping, dict) else []


def codes(sequence: Any) -> list[tuple[int, str]]:
    """Return the places and codes of those in a list that have one."""
    listed = enumerate(sequence if isinstance(sequence, list) else ())
    return [
        (place, one["code"])
        for place, one in listed
        if isinstance(one, dict) and isinstance(one.get("code"), str)
    ]

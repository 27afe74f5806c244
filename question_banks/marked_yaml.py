"""Read YAML so that every part still knows its line, and so that "no" stays the word no."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

Place = tuple[str | int, ...]
MOST_NODES = 100_000
"""A file that unfolds to more than this is no bank: aliases of aliases grow without end."""


class PlainLoader(yaml.CSafeLoader):
    """YAML in which only true, false, null and plain numbers are more than words.

    Full YAML reads ``en: No`` as false, ``nl: 12:30`` as 750 and ``010`` as 8.
    """

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 — PyYAML's own attribute


for _tag, _pattern, _first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,17})", list("-+0123456789")),
    ("float", r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}", list("-+0123456789")),
):
    PlainLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})$"), _first
    )


class BadYamlError(Exception):
    """A file is no YAML; ``line`` counts from 1."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


@dataclass(frozen=True, slots=True)
class Marked:
    """A document's data, and the nodes that know where each part stands."""

    data: Any
    node: Any

    def line(self, place: Place = ()) -> int:
        """Return the line, from 1, of the deepest part of ``place`` that the file really has.

        Parts that stand in no file are stepped over: pydantic names the kind of a union too.
        """
        node, line = self.node, 1
        for part in place:
            mark, deeper = step(node, part)
            if mark is not None:
                node, line = deeper, mark.line + 1
        return line


def read_marked(source: bytes) -> Marked:
    """Read one YAML document; raise BadYamlError for anything that is none."""
    try:
        node = yaml.compose(source.decode("utf-8-sig"), Loader=PlainLoader)
        if count(node) > MOST_NODES:
            raise BadYamlError("this file is far too big for a bank", 1)
        return Marked(PlainLoader("").construct_document(node) if node else None, node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise BadYamlError(str(error.problem), mark.line + 1 if mark else 1) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BadYamlError("this cannot be read as YAML in UTF-8", 1) from error


def step(node: Any, part: str | int) -> tuple[Any, Any]:
    """Go one part deeper: where it begins, and its node; None twice where it does not exist.

    Of keys that stand twice the last one counts, as in the data.
    """
    if isinstance(node, yaml.MappingNode):
        for key, value in reversed(node.value):
            if key.value == str(part):
                return key.start_mark, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark, node.value[part]
    return None, None


def children(node: Any) -> list[Any]:
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def count(node: Any) -> int:
    """Count nodes as often as aliases repeat them; stops soon after MOST_NODES."""
    waiting, counted = [node], 0
    while waiting and counted <= MOST_NODES:
        counted += 1
        waiting += children(waiting.pop())
    return counted


def repeated_keys(node: Any) -> Iterator[tuple[str, int]]:
    """Yield each key that stands twice in one mapping, with the line of its last place.

    YAML would keep the last one and drop the others in silence.
    """
    waiting = [node]
    while waiting:
        held = waiting.pop()
        waiting += children(held)
        if isinstance(held, yaml.MappingNode):
            times = Counter(str(key.value) for key, _value in held.value)
            lines = {str(key.value): key.start_mark.line + 1 for key, _value in held.value}
            yield from ((key, lines[key]) for key, n in times.items() if n > 1)

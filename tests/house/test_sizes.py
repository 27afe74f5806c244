"""A file is read in one sitting, a function at one glance."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import CODE, name, none_of, with_suffix

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
ALONE = {"survey_app/ballots/verify.py": 450}
"""Read by itself, outside the project and in four languages: it cannot be parted."""
GENERATED = "survey_app/migrations/"
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "misc", "common"}

SOURCES = [path for path in with_suffix(*CODE) if not name(path).startswith(GENERATED)]
MODULES = [path for path in SOURCES if path.suffix == ".py"]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{name(path)}:{node.lineno} {node.name} has {lines} lines"


def test_there_are_sources() -> None:
    assert len(MODULES) > 100


def test_no_file_is_too_long() -> None:
    lines = {name(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}

    none_of(
        f"{path} has {n} lines" for path, n in lines.items() if n > ALONE.get(path, LONGEST_FILE)
    )


def test_no_function_is_too_long() -> None:
    none_of(line for path in MODULES for line in long_functions(path))


def test_files_are_named_after_what_they_do() -> None:
    none_of(name(path) for path in SOURCES if path.stem in NAMES_THAT_SAY_NOTHING)


def test_modules_open_with_a_sentence() -> None:
    ours = [path for path in MODULES if not name(path).startswith("tests/")]

    none_of(name(path) for path in ours if not ast.get_docstring(parsed(path)))

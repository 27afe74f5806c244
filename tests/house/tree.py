"""The files of the project, as the house tests walk them."""

import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = {".py", ".html", ".css", ".js", ".typ", ".sh"}
WRITTEN = CODE | {".md", ".txt", ".cfg", ".toml", ".yaml", ".yml", ".mako", ".svg", ".json", ""}


@cache
def files() -> tuple[Path, ...]:
    """Every file that belongs to the project: what git keeps, and what is about to be added."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = (ROOT / line for line in listed.stdout.splitlines())
    return tuple(sorted(path for path in paths if path.is_file()))


def with_suffix(*suffixes: str, under: str = "") -> list[Path]:
    return [p for p in files() if p.suffix in suffixes and name(p).startswith(under)]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def none_of(offenders: Iterable[object]) -> None:
    """There may be none; who looks at a failure sees every one, a line each."""
    found = [str(offender) for offender in offenders]
    assert not found, "\n  ".join(["", *found])

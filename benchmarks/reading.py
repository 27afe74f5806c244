"""The naive way to the same charts: read every answer as a row into pandas, then count.

Measured in the same run as the chart set, on the same crowd, in a process of its own:
``python -m benchmarks.reading FOLDER`` prints the figures of that folder.
"""

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.crowd import Line


def fill(folder: Path, lines: Iterable[Line]) -> None:
    """Write one row for each answer of each person, as a plain table of answers has them."""
    with sqlite3.connect(folder / "rows.db") as held:
        held.execute("create table answer (item text, way integer, pattern text)")
        held.executemany("insert into answer values (?, ?, ?)", one_by_one(lines))
    held.close()


def one_by_one(lines: Iterable[Line]) -> Iterator[tuple[str, int, str]]:
    for line in lines:
        yield from [(line.item, line.way, line.pattern)] * line.n


def measured(folder: Path) -> dict[str, float]:
    """Seconds and most memory of a fresh process that reads and counts the rows."""
    command = [sys.executable, "-m", "benchmarks.reading", str(folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600)
    found: dict[str, float] = json.loads(said.stdout)
    return found


def counted(folder: Path) -> None:
    """How often each option was given, whole and by channel; without intervals or chances."""
    import pandas as pd  # noqa: PLC0415 — slow import, and it counts in the memory measured

    with sqlite3.connect(folder / "rows.db") as held:
        rows = pd.read_sql("select item, way, pattern from answer", held)
    for _item, answers in rows.groupby("item"):
        options = answers.assign(option=answers["pattern"].str.split(r"[+>]")).explode("option")
        options.groupby("option").size()
        options.groupby(["way", "option"]).size()


def figures(folder: Path) -> dict[str, float]:
    began = time.perf_counter()
    counted(folder)
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    most = next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    return {"s": time.perf_counter() - began, "mb": most}


if __name__ == "__main__":
    print(json.dumps(figures(Path(sys.argv[1]))))

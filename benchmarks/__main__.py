"""Measure everything, or what is named: ``python -m benchmarks submitting charting``."""

import argparse
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import (
    charting,
    deciding,
    reporting,
    results,
    sealing,
    submitting,
    voting,
    weighing,
)
from benchmarks.results import Result

PARTS: dict[str, Callable[[Path], Iterable[Result]]] = {
    "submitting": submitting.measure,
    "voting": voting.measure,
    "weighing": weighing.measure,
    "sealing": sealing.measure,
    "charting": charting.measure,
    "deciding": deciding.measure,
    "reporting": reporting.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all of them when left out")
    parser.add_argument("--name", default="all", help="how the file of results is called")
    asked = parser.parse_args()
    busy, found = results.load(), list[Result]()
    for name in asked.parts or PARTS:
        with tempfile.TemporaryDirectory(prefix="dorpsstem-bench-") as folder:
            measured = list(PARTS[name](Path(folder)))
        print(results.table(measured), end="\n\n")
        found += measured
    day = datetime.now(UTC).date()
    print(results.write(found, name=asked.name, busy=busy, day=day))
    if not asked.parts:
        results.publish(found, day=day, busy=busy)


if __name__ == "__main__":
    main()

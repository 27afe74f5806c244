"""Measured values: on the screen as a table, in a file as JSON."""

import json
import os
import platform
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).with_name("results")
README = Path(__file__).with_name("README.md")
START, END = "<!-- measured -->\n", "<!-- end of what was measured -->\n"


class Result(NamedTuple):
    """One measured value under its stable name."""

    name: str
    value: float
    unit: str


def machine() -> str:
    """What was measured on, in one line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores of {processor()}, {memory:.0f} GB, {platform.system()} "
        f"{platform.release().split('-')[0]}, Python {platform.python_version()}"
    )


def processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def load() -> str:
    """How busy the machine was: the three averages the system keeps."""
    return " ".join(f"{value:.2f}" for value in os.getloadavg())


def write(results: Iterable[Result], *, name: str, busy: str, day: date) -> Path:
    """Merge into the day's file of this name: a later value of a name takes the earlier's place."""
    path = FOLDER / f"{day}-{name}.json"
    held = {one["name"]: one for one in read(path).get("results", ())}
    held |= {result.name: result._asdict() for result in results}
    document = {"machine": machine(), "load": busy, "results": list(held.values())}
    FOLDER.mkdir(exist_ok=True)
    path.write_text(json.dumps(document, indent=2) + "\n", "utf-8")
    return path


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def publish(results: Iterable[Result], *, busy: str, day: date) -> None:
    """Put the table of a whole run into the README, in the place of the one before."""
    text = README.read_text("utf-8")
    before, _old = text.split(START)
    _old, after = text.split(END)
    told = f"\n{day}: {machine()}; load {busy}.\n\n{table(results)}\n"
    README.write_text(f"{before}{START}{told}{END}{after}", "utf-8")


def table(results: Iterable[Result]) -> str:
    """The values as a Markdown table."""
    rows = [f"| `{one.name}` | {shown(one.value)} | {one.unit} |" for one in results]
    return "\n".join(["| name | value | unit |", "| --- | ---: | --- |", *rows])


def shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"

"""What it costs to keep a filled questionnaire: against an empty POST, in alternating rounds."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

from benchmarks.asking import CODE, bodies
from benchmarks.ports import free_port
from benchmarks.results import Result

CONNECTIONS = 48
ROUNDS = 3
SECONDS = 3.0
FORMS = 6000
START_SECONDS = 60.0
HTML, JSON = "text/html", "application/json"
TICK = os.sysconf("SC_CLK_TCK")


class Round(NamedTuple):
    """One round of load: answers a second, the server's processor time for one, the wait."""

    rate: float
    cpu_ms: float
    p50_ms: float
    p99_ms: float


class Served(NamedTuple):
    port: int
    pid: int
    folder: Path
    ticket: str


@contextmanager
def served(folder: Path, *, voters: int = 0) -> Iterator[Served]:
    """The program in a process of its own, on SQLite in ``folder``."""
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.serving", str(port), str(folder), str(voters)]
    child = subprocess.Popen(command)
    try:
        until = time.monotonic() + START_SECONDS
        while not answers(port):
            if child.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the server did not start")
            time.sleep(0.1)
        yield Served(port, child.pid, folder, (folder / "ticket").read_text("ascii"))
    finally:
        child.terminate()
        child.wait(15)


def answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def cpu_seconds(pid: int) -> float:
    """The processor time a process has used, as the system counts it."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def round_of(server: Served, path: str, *, accept: str = HTML, forms: Path | None = None) -> Round:
    """Load one address for a few seconds; every answer must be a success."""
    asked = {
        "port": server.port,
        "path": path,
        "accept": accept,
        "connections": CONNECTIONS,
        "seconds": SECONDS,
        "bodies": str(forms or ""),
    }
    before = cpu_seconds(server.pid)
    command = [sys.executable, "-m", "benchmarks.load", json.dumps(asked)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    spent = cpu_seconds(server.pid) - before
    found = json.loads(said.stdout)
    if found["wrong"]:
        raise RuntimeError(f"{found['wrong']} of {found['done']} posts to {path} were refused")
    done = found["done"]
    return Round(done / found["seconds"], 1000 * spent / done, found["p50_ms"], found["p99_ms"])


def forms_of(server: Served, number: int) -> Path:
    """A file with one form a line, all of new people."""
    path = server.folder / f"forms-{number}.txt"
    path.write_bytes(b"\n".join(bodies(server.ticket, FORMS, seed=number)))
    return path


def measure(folder: Path) -> list[Result]:
    """Empty, phone, script, empty, phone, script ...; the median of each."""
    empty: list[Round] = []
    phone: list[Round] = []
    script: list[Round] = []
    with served(folder) as server:
        forms = [forms_of(server, number) for number in range(2 * ROUNDS + 1)]
        round_of(server, f"/s/{CODE}", forms=forms.pop())  # the first answers warm it up
        for _ in range(ROUNDS):
            empty.append(round_of(server, "/empty"))
            phone.append(round_of(server, f"/s/{CODE}", forms=forms.pop()))
            script.append(round_of(server, f"/s/{CODE}", accept=JSON, forms=forms.pop()))
    return [
        Result("empty_per_s", middle(empty).rate, "1/s"),
        Result("empty_cpu_ms", middle(empty).cpu_ms, "ms"),
        *told("submit", phone, empty),
        *told("submit_json", script, empty),
    ]


def told(name: str, rounds: list[Round], empty: list[Round]) -> list[Result]:
    """Ratios of neighbouring rounds, then the median: the machine's moods fall out."""
    pairs = list(zip(rounds, empty, strict=True))
    return [
        Result(f"{name}_ratio", statistics.median(r.rate / e.rate for r, e in pairs), "1"),
        Result(f"{name}_cpu_ratio", statistics.median(r.cpu_ms / e.cpu_ms for r, e in pairs), "1"),
        Result(f"{name}_cpu_ms", middle(rounds).cpu_ms, "ms"),
        Result(f"{name}_per_s", middle(rounds).rate, "1/s"),
        Result(f"{name}_p50_ms", middle(rounds).p50_ms, "ms"),
        Result(f"{name}_p99_ms", middle(rounds).p99_ms, "ms"),
    ]


def middle(rounds: list[Round]) -> Round:
    return Round(*(statistics.median(values) for values in zip(*rounds, strict=True)))

"""A full hall: joining and voting at once, against an empty POST, and a thousand screens."""

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.audience import form
from benchmarks.gathering import STEP
from benchmarks.results import Result
from benchmarks.submitting import JSON, ROUNDS, Served, middle, round_of, served

PEOPLE = 500
SCREENS = 1000
FORMS = 9000
SECONDS = 10
RATE = 200
WAVES = 3
INTERVAL_SECONDS = 0.25


def measure(folder: Path) -> list[Result]:
    with served(folder) as server:
        code, token = (server.folder / "hall").read_text("ascii").split()
        asked: dict[str, Any] = {"port": server.port, "code": code, "token": token}
        joins = [wave(asked, n=PEOPLE) for _ in range(WAVES)]
        tokens: list[str] = joins[-1]["tokens"]
        bursts = [wave(asked, tokens=tokens) for _ in range(WAVES)]
        return [
            Result("join500_p95_ms", statistics.median(one["p95_ms"] for one in joins), "ms"),
            Result("burst500_p95_ms", statistics.median(one["p95_ms"] for one in bursts), "ms"),
            *votes(server, code, tokens),
            *hall(server, asked | {"tokens": tokens}),
        ]


def wave(asked: dict[str, Any], **more: Any) -> dict[str, Any]:
    order = json.dumps({**asked, "do": "wave", **more}) + "\n"
    command = [sys.executable, "-m", "benchmarks.audience"]
    said = subprocess.run(
        command, check=True, input=order, stdout=subprocess.PIPE, text=True, timeout=120
    )
    found: dict[str, Any] = json.loads(said.stdout)
    return found


def votes(server: Served, code: str, tokens: list[str]) -> list[Result]:
    """Empty POST and vote by turns; the median of the ratios of neighbours.

    Everybody votes again and again, each time for the other choice: every vote is written.
    """
    path, pairs = f"/j/{code}/{STEP}", []
    for number in range(ROUNDS + 1):
        file = server.folder / f"votes-{number}.txt"
        waves = (divmod(turn, len(tokens)) for turn in range(FORMS))
        lines = (form(tokens[person], wave + number) for wave, person in waves)
        file.write_bytes(b"\n".join(lines))
        pairs.append((round_of(server, "/empty"), round_of(server, path, accept=JSON, forms=file)))
    warm = pairs[1:]
    return [
        Result("vote_ratio", statistics.median(v.rate / e.rate for e, v in warm), "1"),
        Result("vote_cpu_ratio", statistics.median(v.cpu_ms / e.cpu_ms for e, v in warm), "1"),
        Result("vote_per_s", middle([v for _e, v in warm]).rate, "1/s"),
    ]


def hall(server: Served, asked: dict[str, Any]) -> list[Result]:
    """Memory with a thousand screens, how soon each knows of a vote, and coming back."""
    before = memory_kb(server.pid)
    order = {**asked, "do": "hall", "n": SCREENS, "seconds": SECONDS, "rate": RATE}
    child = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.audience"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(json.dumps(order) + "\n")
    child.stdin.flush()
    child.stdout.readline()
    each = (memory_kb(server.pid) - before) / SCREENS
    said = json.loads(child.communicate("go\n", timeout=180)[0])
    return [
        Result("listener_kb", each, "KB"),
        Result("fanout1000_p50_intervals", said["p50_s"] / INTERVAL_SECONDS, "1"),
        Result("fanout1000_p99_intervals", said["p99_s"] / INTERVAL_SECONDS, "1"),
        Result("reconnect500_s", said["reconnect_s"], "s"),
    ]


def memory_kb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return float(next(line.split()[1] for line in status.splitlines() if "VmRSS" in line))

"""A hall in a process of its own: phones that join and vote at once, screens that listen.

Reads ``{"port", "code", "token", "do", …}`` and prints what was seen, as JSON.
"""

import asyncio
import json
import random
import sys
import time
import uuid
from typing import Any
from urllib.parse import urlencode

from benchmarks.gathering import CHOICES, ITEM, STEP
from benchmarks.load import HEAD

JSON = "application/json"
Asked = dict[str, Any]


def form(token: str, turn: int) -> bytes:
    """A vote as a phone posts it."""
    choice = CHOICES[turn % len(CHOICES)]
    return urlencode({"token": token, "uuid": str(uuid.uuid4()), ITEM: choice}).encode()


async def talk(
    line: tuple[asyncio.StreamReader, asyncio.StreamWriter], head: str, body: bytes = b""
) -> tuple[int, bytes]:
    reader, writer = line
    writer.write(head.encode() + body)
    said = await reader.readuntil(b"\r\n\r\n")
    lengths = [
        int(one.partition(b":")[2])
        for one in said.splitlines()
        if one.lower().startswith(b"content-length")
    ]
    return int(said[9:12]), await reader.readexactly(sum(lengths))


async def lines(port: int, n: int) -> list[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    return [await asyncio.open_connection("127.0.0.1", port) for _ in range(n)]


def post(asked: Asked, path: str, body: bytes) -> str:
    return HEAD.format(path=path, port=asked["port"], accept=JSON, length=len(body))


async def wave(asked: Asked) -> dict[str, Any]:
    """Everybody at once: join, or vote with the tokens given; every answer is waited for."""
    tokens: list[str] = asked.get("tokens", [])
    path = f"/j/{asked['code']}" + (f"/{STEP}" if tokens else "")
    bodies = [form(token, place) for place, token in enumerate(tokens)] or [b""] * asked["n"]
    times: list[float] = []

    async def one(line: tuple[asyncio.StreamReader, asyncio.StreamWriter], body: bytes) -> bytes:
        began = time.perf_counter()
        status, said = await talk(line, post(asked, path, body), body)
        times.append(1000 * (time.perf_counter() - began))
        if status != 200:
            raise RuntimeError(f"{path} said {status}")
        return said

    open_lines = await lines(asked["port"], len(bodies))
    said = await asyncio.gather(*map(one, open_lines, bodies))
    for _reader, writer in open_lines:
        writer.close()
    times.sort()
    joined = [] if tokens else [json.loads(one)["token"] for one in said]
    return {"p95_ms": times[len(times) * 95 // 100], "tokens": joined}


class Screen:
    """One projector: when it was told of which version."""

    def __init__(self) -> None:
        self.shows = asyncio.Event()
        self.told: list[tuple[float, int]] = []
        self.task: asyncio.Task[None] | None = None

    async def listen(self, asked: Asked) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", asked["port"])
        path = f"/projector/{asked['token']}/stream"
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        try:
            while line := await reader.readline():
                if line.startswith(b"data: "):
                    said = json.loads(line.removeprefix(b"data: "))
                    self.told.append((time.perf_counter(), int(said["page"])))
                    self.shows.set()
        finally:
            writer.close()


async def screens(asked: Asked, n: int) -> list[Screen]:
    """Open ``n`` screens and wait until each shows something."""
    found = [Screen() for _ in range(n)]
    for screen in found:
        screen.task = asyncio.create_task(screen.listen(asked))
    await asyncio.gather(*(screen.shows.wait() for screen in found))
    return found


async def hall(asked: Asked) -> dict[str, Any]:
    """A thousand screens while votes come in, then half of them lost and back."""
    watching = await screens(asked, asked["n"])
    print("ready", flush=True)
    sys.stdin.readline()
    waits = await votes(asked, watching)
    waits.sort()
    back = await reconnect(asked, watching)
    return {
        "p50_s": waits[len(waits) // 2],
        "p99_s": waits[len(waits) * 99 // 100],
        "reconnect_s": back,
    }


async def votes(asked: Asked, watching: list[Screen]) -> list[float]:
    """Vote at a steady pace; return how long after its commit the last screen knew of a vote."""
    chance, pending = random.Random(7), list[tuple[float, int]]()
    line = (await lines(asked["port"], 1))[0]
    voters = await lines(asked["port"], 16)
    until, turn = time.perf_counter() + asked["seconds"], 0
    ask = f"GET /projector/{asked['token']}/now HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"

    async def vote(place: int, turn: int) -> float:
        body = form(chance.choice(asked["tokens"]), turn)
        await talk(voters[place], post(asked, f"/j/{asked['code']}/{STEP}", body), body)
        return time.perf_counter()

    while time.perf_counter() < until:
        began = time.perf_counter()
        acked = await asyncio.gather(*(vote(place, turn + place) for place in range(16)))
        _status, said = await talk(line, ask)
        pending.append((max(acked), int(json.loads(said)["page"])))
        turn += 16
        await asyncio.sleep(max(0.0, 16 / asked["rate"] - (time.perf_counter() - began)))
    await asyncio.sleep(2)
    return [last_told(watching, version) - acked for acked, version in pending]


def last_told(watching: list[Screen], version: int) -> float:
    """When the last screen was told of a version or a later one."""
    return max(next(at for at, seen in one.told if seen >= version) for one in watching)


async def reconnect(asked: Asked, watching: list[Screen]) -> float:
    """Lose 500 screens and let them come back at once; every one must show the newest version."""
    newest = watching[0].told[-1][1]
    for screen in watching[:500]:
        if screen.task is not None:
            screen.task.cancel()
    await asyncio.sleep(0.5)
    began = time.perf_counter()
    back = await screens(asked, 500)
    took = time.perf_counter() - began
    if any(screen.told[0][1] < newest for screen in back):
        raise RuntimeError("a screen came back with an older state")
    return took


if __name__ == "__main__":
    order = json.loads(sys.stdin.readline())
    print(json.dumps(asyncio.run({"wave": wave, "hall": hall}[order["do"]](order))))

"""Many phones in one process of their own: keep-alive connections that post as fast as answered.

Reads ``{"port", "path", "accept", "connections", "seconds", "bodies"}`` where ``bodies`` is a file
with one form a line, after an address of its own where a line begins with one; prints
``{"done", "seconds", "wrong", "p50_ms", "p99_ms"}``. A connection that has no form left ends;
``seconds`` is the time until the last answer.
"""

import asyncio
import json
import sys
import time
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

HEAD = (
    "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: {accept}\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n"
)


async def phone(
    asked: dict[str, Any], bodies: Iterator[bytes], until: float, times: list[float]
) -> int:
    """Post until the time or the forms are over; return how many answers were not a success."""
    reader, writer = await asyncio.open_connection("127.0.0.1", asked["port"])
    wrong = 0
    for form in bodies:
        own, _space, body = form.rpartition(b" ")
        to = asked | ({"path": own.decode()} if own else {})
        head = HEAD.format(**to, length=len(body)).encode()
        began = time.perf_counter()
        writer.write(head + body)
        status = await answer(reader)
        ended = time.perf_counter()
        times.append(ended - began)
        wrong += not 200 <= status < 400
        if ended > until:
            break
    writer.close()
    return wrong


async def answer(reader: asyncio.StreamReader) -> int:
    """Read one whole answer and return its status."""
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [
        int(line.partition(b":")[2])
        for line in head.splitlines()
        if line.lower().startswith(b"content-length")
    ]
    await reader.readexactly(sum(lengths))
    return int(head[9:12])


def forms(file: str) -> Iterator[bytes]:
    """One form a line; without a file, the empty form for ever."""
    return iter(Path(file).read_bytes().splitlines()) if file else repeat(b"")


async def run(asked: dict[str, Any], bodies: Iterator[bytes]) -> dict[str, float]:
    times: list[float] = []
    began = time.perf_counter()
    phones = (
        phone(asked, bodies, began + asked["seconds"], times) for _ in range(asked["connections"])
    )
    wrong = sum(await asyncio.gather(*phones))
    took = time.perf_counter() - began
    times.sort()
    return {
        "done": len(times),
        "seconds": took,
        "wrong": wrong,
        "p50_ms": 1000 * times[len(times) // 2],
        "p99_ms": 1000 * times[len(times) * 99 // 100],
    }


if __name__ == "__main__":
    order = json.loads(sys.argv[1])
    print(json.dumps(asyncio.run(run(order, forms(order["bodies"])))))

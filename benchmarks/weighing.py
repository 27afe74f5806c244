"""What one person's phone sends and receives for ten questions, pictures apart."""

import http.client
import re
from collections.abc import Iterator
from pathlib import Path

import brotli

from benchmarks.asking import CODE, bodies
from benchmarks.results import Result
from benchmarks.submitting import Served, served

ASSET = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"')
IMPORT = re.compile(r'from "\./([\w.]+)"')
FORM = "application/x-www-form-urlencoded"


class Phone:
    """A browser that counts: every byte of every request and answer, headers included."""

    def __init__(self, port: int) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        self.bytes = 0

    def ask(self, path: str, body: bytes | None = None) -> str:
        headers = {"Accept-Encoding": "br", "Accept": "text/html"}
        if body is not None:
            headers["Content-Type"] = FORM
        self.line.request("GET" if body is None else "POST", path, body=body, headers=headers)
        answer = self.line.getresponse()
        text = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        self.bytes += len(path) + len(body or b"") + sum(map(written, headers.items()))
        self.bytes += len(text) + sum(map(written, answer.getheaders()))
        packed = answer.getheader("Content-Encoding") == "br"
        return (brotli.decompress(text) if packed else text).decode()


def written(header: tuple[str, str]) -> int:
    return len(header[0]) + len(header[1]) + len(": \r\n")


def measure(folder: Path) -> Iterator[Result]:
    """The page with its sheet and scripts, then the answers and the thanks."""
    with served(folder) as server:
        yield Result("bytes_per_respondent", visit(server), "bytes")


def visit(server: Served) -> int:
    phone = Phone(server.port)
    page = phone.ask(f"/s/{CODE}")
    wanted = list(dict.fromkeys(ASSET.findall(page)))
    for path in wanted:
        text = phone.ask(path)
        wanted += [other for other in beside(path, text) if other not in wanted]
    phone.ask(f"/s/{CODE}", next(bodies(server.ticket, 1)))
    return phone.bytes


def beside(path: str, script: str) -> list[str]:
    """What a script imports; its neighbours stand in the same folder."""
    return [f"{path.rpartition('/')[0]}/{name}" for name in IMPORT.findall(script)]

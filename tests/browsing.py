"""The program as a process of its own, and Chromium to visit it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.servers import free_port

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
PHONE = {"width": 360, "height": 640}
HERE = {"127.0.0.1", "localhost", ""}
START_SECONDS = 30.0
STOP_SECONDS = 15.0
HANDED_ON = ("DATA", "DATABASE_URL", "REDIS_URL", "SECRET_KEY", "PROFILE")


@dataclass(slots=True)
class Live:
    """``dorpsstem serve`` on a free port; ``kill`` and ``start`` are there for fault tests."""

    settings: dict[str, str]
    log: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [Path(sys.executable).with_name("dorpsstem"), "serve", "--port", str(self.port)],
                env={**os.environ, **self.settings, "DORPSSTEM_BASE_URL": self.url},
                stdout=log,
                stderr=log,
            )
        until = time.monotonic() + START_SECONDS
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"dorpsstem serve did not start:\n{self.log.read_text()}")
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/healthz", timeout=2) as response:
                return bool(response.status == 200)
        except (URLError, OSError):
            return False

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end and return its exit status."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(STOP_SECONDS)


@dataclass
class Seen:
    """What went wrong while a page was open: other hosts asked, errors said."""

    faults: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.host(request.url))
        context.on("console", self.console)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))

    def host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in HERE:
            self.faults.append(f"asked another host: {url}")

    def console(self, message: ConsoleMessage) -> None:
        page = message.page
        of_the_page_itself = page is not None and message.location.get("url") == page.url
        if message.type == "error" and not (
            of_the_page_itself and message.text.startswith("Failed to load resource")
        ):
            where = message.location.get("url")
            self.faults.append(f"the console says: {message.text} ({where})")


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Flask], Live]]:
    """Serve what ``app`` holds, as a process of its own: ``live = serve(app)``."""
    started: list[Live] = []

    def start(app: Flask) -> Live:
        own = {f"DORPSSTEM_{name}": str(app.config[name]) for name in HANDED_ON}
        live = Live(own, tmp_path / f"server-{len(started)}.log")
        started.append(live)
        live.start()
        return live

    yield start
    for live in started:
        if live.process is not None and live.process.poll() is None:
            live.stop()


@pytest.fixture
def live(serve: Callable[[Flask], Live], app: Flask) -> Live:
    """The program of ``app``, served."""
    return serve(app)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; in a sandbox unless root starts it, which Chromium refuses."""
    if not CHROMIUM.exists():
        pytest.fail("Chromium is not on this machine; run: sudo apt-get install chromium")
    root = os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=list(QUIET), chromium_sandbox=not root
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page as a visitor with a phone: ``page = visit(java_script_enabled=False)``.

    At the end nothing may have been asked of another host and no error may stand in the console;
    ``strict=False`` is for tests that cut the connection.
    """
    opened: list[tuple[BrowserContext, Seen, bool]] = []

    def visit(*, strict: bool = True, **options: Any) -> Page:
        context = chromium.new_context(**{"viewport": PHONE, "locale": "nl-BE", **options})
        seen = Seen()
        seen.follow(context)
        opened.append((context, seen, strict))
        return context.new_page()

    yield visit
    faults: list[str] = []
    for context, seen, strict in opened:
        context.close()
        faults += seen.faults if strict else []
    assert not faults, re.sub(r"^", "  ", "\n".join(faults), flags=re.MULTILINE)

"""The served program: its child is there, is made anew when it dies, and ends with it."""

import os
import signal
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.asking import ask

pytestmark = pytest.mark.live
PATIENCE_SECONDS = 30.0


@pytest.fixture
def served(serve, app):
    ask(app)
    return serve(app)


def child_of(live) -> int | None:
    """The worker's process, when there is one."""
    for task in Path(f"/proc/{live.process.pid}/task").iterdir():
        for pid in (task / "children").read_text("ascii").split():
            if b"survey_app.worker" in Path(f"/proc/{pid}/cmdline").read_bytes():
                return int(pid)
    return None


def wait_for(happens) -> bool:
    until = time.monotonic() + PATIENCE_SECONDS
    while not happens():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def poster(live) -> bytes:
    body = b""
    for _time in range(10):
        with urlopen(f"{live.url}/s/K7P2QX/poster.pdf", timeout=30) as response:
            body = response.read()
        if response.status == 200:
            break
    return body


def test_heavy_files_are_made_by_the_child(served) -> None:
    assert wait_for(lambda: child_of(served))
    assert poster(served).startswith(b"%PDF")


def test_child_that_died_is_made_anew(served) -> None:
    assert wait_for(lambda: child_of(served))
    first = child_of(served)
    os.kill(first, signal.SIGKILL)

    assert wait_for(lambda: child_of(served) not in {None, first})
    assert poster(served).startswith(b"%PDF")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signal_ends_the_program_and_its_child(served, number) -> None:
    assert wait_for(lambda: child_of(served))
    child = child_of(served)

    assert served.stop(number) == 0
    assert not Path(f"/proc/{child}").exists()


def test_server_that_is_killed_takes_its_child_along(served) -> None:
    assert wait_for(lambda: child_of(served))
    child = child_of(served)

    served.process.kill()
    served.process.wait(10)

    assert wait_for(lambda: not Path(f"/proc/{child}").exists())


def test_answering_never_loads_what_draws_charts(served) -> None:
    with urlopen(f"{served.url}/s/K7P2QX", timeout=10) as response:
        assert response.status == 200

    maps = Path(f"/proc/{served.process.pid}/maps").read_text("utf-8")
    assert not [name for name in ("numpy", "pandas", "typst") if f"/{name}/" in maps]

"""Heavy files (posters, charts, PDFs, exports) are made in one worker child, never in the server.

A feature registers how a kind of file is made from a plain description (``@file_kind``). Who wants
one asks ``file_for``: the file's name follows from its description and from the program itself, so
it is made once, found again, and made anew after an upgrade; if it is not ready within ten seconds
the page says that it is being made, and how far it is (``progress``). Who leaves that page finds
the file later at the same address.
"""

import hashlib
import json
import os
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from flask import Flask, current_app, g
from huey import Huey, RedisHuey, SqliteHuey

from survey_app.core.errors import NotMadeError

Spec = Mapping[str, Any]
Make = Callable[[Spec], bytes]
PATIENCE_SECONDS = 10.0
LOOK_SECONDS = 0.05


class FileKind(NamedTuple):
    extension: str
    make: Make


KINDS: dict[str, FileKind] = {}
MAKING: ContextVar[Path | None] = ContextVar("making", default=None)
PACKAGES = ("analysis", "question_banks", "survey_app")


def file_kind(name: str, extension: str) -> Callable[[Make], Make]:
    """Register how files of a kind are made: a function of a JSON description that gives bytes."""

    def register(make: Make) -> Make:
        if name in KINDS:
            raise ValueError(f"file kind {name} is registered twice")
        KINDS[name] = FileKind(extension, make)
        return make

    return register


def init_jobs(app: Flask) -> None:
    huey = queue_of(app)
    huey.immediate = bool(app.config.get("JOBS_IMMEDIATE"))
    app.extensions["huey"] = huey
    app.jinja_env.globals["waited_for"] = waited_for
    app.extensions["make_file"] = huey.task(name="make_file")(partial(make_file, app))


def queue_of(app: Flask) -> Huey:
    """The embedded queue file by default; Redis when there is one."""
    if app.config["REDIS_URL"]:
        return RedisHuey("dorpsstem", url=app.config["REDIS_URL"], results=False)
    path = str(app.config["DATA"] / "jobs.sqlite3")
    return SqliteHuey("dorpsstem", filename=path, results=False, fsync=True)


def make_file(app: Flask, kind: str, text: str) -> None:
    """Make one file in the worker; a failure leaves a note beside it that ends the waiting."""
    path = path_for(app, kind, text)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    started = path.with_suffix(f".{os.getpid()}.part")
    making = MAKING.set(path)
    try:
        with app.app_context():
            started.write_bytes(KINDS[kind].make(json.loads(text)["spec"]))
        started.replace(path)
    except Exception:
        failed(path).touch()
        raise
    finally:
        MAKING.reset(making)
        started.unlink(missing_ok=True)
        steps(path).unlink(missing_ok=True)


def progress(done: int, total: int) -> None:
    """Say how far the file is that is being made now; whoever waits for it is told."""
    path = MAKING.get()
    if path is not None:
        steps(path).write_text(f"{done} {total}", "utf-8")


class Step(NamedTuple):
    done: int
    total: int


def waited_for() -> Step | None:
    """How far the file is that this page waits for; None when it does not say."""
    path: Path | None = g.get("waited_for")
    try:
        done, total = steps(path).read_text("utf-8").split() if path else ("0", "0")
    except (OSError, ValueError):
        return None
    return Step(int(done), int(total)) if int(total) else None


def file_for(kind: str, spec: Spec) -> Path | None:
    """Return the file of ``spec``; None when it is still being made after ten seconds.

    Raises NotMadeError when it could not be made; asking again tries again.
    """
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 — Flask's documented way
    told = {"program": program(), "spec": spec}
    text = json.dumps(told, ensure_ascii=False)  # the order of questions and options stays
    path = path_for(app, kind, text)
    if path.exists():
        return path
    failed(path).unlink(missing_ok=True)
    app.extensions["make_file"](kind, text)
    return wait_for(path)


@cache
def program() -> str:
    """The fingerprint of everything that makes files: code, words, templates, pictograms."""
    root = Path(__file__).parents[2]
    found = hashlib.sha256()
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.*")):
            if path.is_file() and path.suffix != ".pyc":
                found.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def wait_for(path: Path) -> Path | None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if path.exists():
            return path
        if failed(path).exists():
            raise NotMadeError(f"{path.name} could not be made; the log says why")
        time.sleep(LOOK_SECONDS)
    g.waited_for = path
    return None


def path_for(app: Flask, kind: str, text: str) -> Path:
    name = hashlib.sha256(f"{kind}\0{text}".encode()).hexdigest()[:40]
    folder: Path = app.config["DATA"] / "files" / kind
    return folder / f"{name}.{KINDS[kind].extension}"


def failed(path: Path) -> Path:
    return path.with_suffix(".failed")


def steps(path: Path) -> Path:
    return path.with_suffix(".progress")

"""Files that hold secrets, such as voting cards: made in a child that keeps nothing.

The worker keeps its files to give them out again; a secret must not lie about. So a child process
gets the description on its input, gives the file on its output and ends: nothing touches the disk.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from flask import Response

from survey_app.core.errors import NotMadeError

Make = Callable[[Mapping[str, Any]], bytes]
PATIENCE_SECONDS = 60.0


def made_apart(make: Make, spec: Mapping[str, Any]) -> bytes:
    """What ``make(spec)`` gives; ``make`` is a function of a module, ``spec`` travels as JSON."""
    done = subprocess.run(  # noqa: S603 — our own interpreter, our own module
        [sys.executable, "-m", __name__, make.__module__, make.__name__],
        input=json.dumps(spec, ensure_ascii=False).encode(),
        capture_output=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise NotMadeError(f"{make.__name__} could not be made apart: {last}")
    return done.stdout


def secret_pdf(make: Make, spec: Mapping[str, Any], *, name: str) -> Response:
    """Answer with a PDF that neither we nor a browser's cache keeps."""
    response = Response(made_apart(make, spec), mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    return response


def main(module: str, name: str) -> None:
    make: Make = getattr(import_module(module), name)
    sys.stdout.buffer.write(make(json.load(sys.stdin)))


if __name__ == "__main__":
    main(*sys.argv[1:])

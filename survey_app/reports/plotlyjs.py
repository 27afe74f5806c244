"""plotly.js as the installed package brings it: packed once a version, kept in the data folder."""

from functools import lru_cache
from importlib.metadata import distribution
from importlib.metadata import version as installed
from pathlib import Path

import brotli
from flask import Request, Response, current_app, send_file

FILE = "plotly/package_data/plotly.min.js"


@lru_cache(maxsize=1)
def version() -> str:
    return installed("plotly")


@lru_cache(maxsize=1)
def source() -> Path:
    """Where the script lies; the package is not imported for it."""
    return Path(str(distribution("plotly").locate_file(FILE)))


def serve(request: Request) -> Response:
    packed = bool(request.accept_encodings.best_match(["br"]))
    path = packed_file() if packed else source()
    response = send_file(path, mimetype="text/javascript", max_age=31536000, etag=False)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.vary.add("Accept-Encoding")
    if packed:
        response.headers["Content-Encoding"] = "br"
    return response


def packed_file() -> Path:
    folder: Path = current_app.config["DATA"] / "files"
    path = folder / f"plotly-{version()}.js.br"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(brotli.compress(source().read_bytes(), quality=5))
        part.replace(path)
    return path

"""Own style sheets, scripts, pictograms and the fonts of an installed package, packed once.

Every file is served under a name that holds its content's hash, so a browser keeps it for ever;
gzip and brotli are made at the first use and kept in memory.
"""

import gzip
import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import brotli
from flask import Blueprint, Flask, Response, abort, request, url_for
from markupsafe import Markup

from survey_app.core.permissions import public

FOLDER = Path(__file__).parents[1] / "static"
PACKED = ("text/", "image/svg", "application/javascript", "application/json", "font/ttf")
UNPRINTABLE = bytes({*range(32), 127} - set(b"\t\n\r"))
FOR_EVER = "public, max-age=31536000, immutable"
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("application/manifest+json", ".webmanifest")

RESIDENT = ("css/tokens.css", "css/base.css", "css/form.css", "css/resident.css")
BUNDLES = {
    "css/resident.bundle.css": RESIDENT,
    "css/village.bundle.css": (*RESIDENT, "css/village.css"),
    "css/phone.bundle.css": (*RESIDENT, "css/phone.css", "css/phone_kinds.css"),
}
"""Sheets that a thin line should fetch in one go."""

bp = Blueprint("assets", __name__)


class Asset(NamedTuple):
    body: bytes
    kind: str
    etag: str


@lru_cache(maxsize=512)
def asset(name: str) -> Asset:
    """Read one file of the static folder; a name that leads outside raises FileNotFoundError."""
    if name in BUNDLES:
        body = b"\n".join(asset(part).body for part in BUNDLES[name])
        return Asset(body, "text/css", hashlib.sha256(body).hexdigest()[:12])
    path = (FOLDER / name).resolve()
    if not path.is_relative_to(FOLDER) or not path.is_file():
        raise FileNotFoundError(name)
    body = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Asset(body, kind, hashlib.sha256(body).hexdigest()[:12])


@lru_cache(maxsize=512)
def packed(name: str, encoding: str) -> bytes:
    body = asset(name).body
    return brotli.compress(body) if encoding == "br" else gzip.compress(body, 9, mtime=0)


def asset_url(name: str) -> str:
    return url_for("assets.serve", version=asset(name).etag, name=name)


@lru_cache(maxsize=256)
def pictogram(name: str) -> Markup:
    """The drawing commands of a pictogram, our own file; a name without a file draws nothing."""
    try:
        text = asset(f"pictograms/{name}.svg").body.decode()
    except FileNotFoundError:
        return Markup()
    return Markup(text[text.index(">") + 1 : text.rindex("</svg>")])  # noqa: S704 — a file of this program


@lru_cache(maxsize=32)
def drawing(name: str) -> Markup:
    """A larger drawing of our own, whole, to stand in a page; decoration only."""
    try:
        text = asset(f"drawings/{name}.svg").body.decode()
    except FileNotFoundError:
        return Markup()
    return Markup(text)  # noqa: S704 — a file of this program


@bp.get("/static/<version>/<path:name>")
@public
def serve(version: str, name: str) -> Response:
    try:
        found = asset(name)
    except FileNotFoundError:
        abort(404)
    response = Response(found.body, mimetype=found.kind)
    response.set_etag(found.etag)
    response.headers["Cache-Control"] = FOR_EVER if version == found.etag else "no-cache"
    return pack(response, name)


def pack(response: Response, name: str) -> Response:
    """Send what the browser takes: brotli, gzip or as it is."""
    if (response.mimetype or "").startswith(PACKED):
        encoding = request.accept_encodings.best_match(["br", "gzip"])
        response.vary.add("Accept-Encoding")
        if encoding:
            response.set_data(packed(name, encoding))
            response.headers["Content-Encoding"] = encoding
    response.make_conditional(request)
    return response


def printable(response: Response) -> Response:
    """Leave out the control characters that no page may hold, whoever typed them back to us."""
    if response.mimetype == "text/html" and not (
        response.direct_passthrough or response.is_streamed
    ):
        body = response.get_data()
        clean = body.translate(None, UNPRINTABLE)
        if len(clean) < len(body):
            response.set_data(clean)
    return response


def pack_page(response: Response) -> Response:
    """Pack HTML and JSON for thin lines; quality 4 costs less than a millisecond a page."""
    if (
        response.direct_passthrough
        or response.is_streamed
        or "Content-Encoding" in response.headers
        or response.cache_control.no_transform
        or not (response.mimetype or "").startswith(("text/html", "application/json"))
        or len(response.get_data()) < 1400  # noqa: PLR2004 — fits one packet anyway
    ):
        return response
    encoding = request.accept_encodings.best_match(["br", "gzip"])
    response.vary.add("Accept-Encoding")
    if encoding:
        body = response.get_data()
        response.set_data(
            brotli.compress(body, quality=4) if encoding == "br" else gzip.compress(body, 6)
        )
        response.headers["Content-Encoding"] = encoding
    return response


def init_assets(app: Flask) -> None:
    app.register_blueprint(bp)
    app.after_request(pack_page)
    app.after_request(printable)  # the last one told is the first to run
    app.jinja_env.globals.update(asset_url=asset_url, pictogram_lines=pictogram, drawing=drawing)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True

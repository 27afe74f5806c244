"""QR codes that a phone reads at first sight: small, sharp, with their address as a name."""

import re
import struct
import zlib
from enum import IntEnum
from functools import lru_cache
from itertools import groupby
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

from question_banks.tidy import tidy

Matrix = tuple[tuple[bool, ...], ...]
QUIET = 4
"""White modules all round: what the standard asks."""

ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]+")
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
WHITE = "#fff"
BLACK = "#000"


class Level(IntEnum):
    """How much damage a code survives: a quarter in print (rain, folds), 15 % on a screen."""

    SCREEN = ERROR_CORRECT_M
    PRINT = ERROR_CORRECT_Q


def payload(url: str) -> str:
    """Write an address in capitals where that is the same address: larger dots, easier to scan.

    Our printed addresses are matched without regard to case; a query or a name before an @ is not.
    """
    parts = urlsplit(url)
    capitals = url.upper()
    whole = not (parts.query or parts.fragment or parts.username)
    return capitals if whole and ALPHANUMERIC.fullmatch(capitals) else url


@lru_cache(maxsize=512)
def matrix(url: str, level: Level = Level.SCREEN) -> Matrix:
    """Give the dark modules, row by row, without the quiet zone."""
    code = QRCode(error_correction=level, border=0)
    code.add_data(payload(url))
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.modules)


def svg(url: str, title: str, *, level: Level = Level.SCREEN) -> str:
    """Draw one path on white, with its name; no style attribute that a content policy refuses."""
    rows = matrix(url, level)
    side = len(rows) + 2 * QUIET
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img" '
        f'shape-rendering="crispEdges"><title>{escape(tidy(title))}</title>'
        f'<path fill="{WHITE}" d="M0 0h{side}v{side}H0z"/>'
        f'<path fill="{BLACK}" d="{path(rows, QUIET)}"/></svg>'
    )


def bare_svg(url: str, *, level: Level = Level.PRINT) -> str:
    """Only the dark modules, for a printed page that keeps ``QUIET`` modules white around it."""
    rows = matrix(url, level)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(rows)} {len(rows)}">'
        f'<path fill="{BLACK}" d="{path(rows)}"/></svg>'
    )


def path(rows: Matrix, offset: int = 0) -> str:
    """Dark modules as runs, one rectangle a run: a quarter of the size of one a module."""
    runs = []
    for y, row in enumerate(rows, start=offset):
        x = offset
        for dark, modules in groupby(row):
            length = len(tuple(modules))
            if dark:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return "".join(runs)


def png(url: str, *, scale: int = 24, level: Level = Level.PRINT) -> bytes:
    """One bit a pixel, ``scale`` pixels a module: sharp in any document it is pasted into."""
    rows = matrix(url, level)
    side = (len(rows) + 2 * QUIET) * scale
    blank = png_line((False,) * (len(rows) + 2 * QUIET), scale)
    margin = (False,) * QUIET
    lines = [png_line(margin + row + margin, scale) for row in rows]
    picture = b"".join(line * scale for line in [blank] * QUIET + lines + [blank] * QUIET)
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(picture, 9)), (b"IEND", b"")
    return PNG_SIGNATURE + b"".join(png_chunk(name, body) for name, body in chunks)


def png_line(row: tuple[bool, ...], scale: int) -> bytes:
    bits = "".join(("0" if dark else "1") * scale for dark in row)
    length = (len(bits) + 7) // 8
    return b"\0" + int(bits.ljust(length * 8, "0"), 2).to_bytes(length, "big")


def png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

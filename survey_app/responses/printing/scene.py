"""A village in one line: houses, trees and neighbours set side by side on the same ground."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parents[2] / "static" / "drawings"
INK = "#1B2A30"
LINE = "#D9D2C5"
GAP = 7
HEIGHT = 146
"""The church fits under it and the sun beside the church: one height keeps all scenes alike."""

BOX = re.compile(r'viewBox="0 -(\d+) (\d+) (\d+)"')
BODY = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)

SCENES = {
    "school": (
        "poplar linden house oak gate school family bicycle bench oak terrace shrub cottage poplar"
    ),
    "church": (
        "linden cottage poplar church oak bench neighbours bunting house linden terrace shrub oak"
    ),
    "farm": (
        "oak farm shrub poplar bicycle house linden picnic family oak cottage linden church poplar"
    ),
    "hall": (
        "poplar house linden hall neighbours picnic oak bunting family terrace shrub cottage oak"
    ),
}
"""Villages from left to right; another one is one more line."""


class Piece(NamedTuple):
    """One drawing of the kit; it stands on y = 0."""

    width: int
    height: int
    body: str


@cache
def piece(name: str) -> Piece:
    svg = (FOLDER / f"{name}.svg").read_text("utf-8")
    box, body = BOX.search(svg), BODY.search(svg)
    if box is None or body is None:
        raise ValueError(f"{name}.svg has no viewBox that stands on the ground")
    return Piece(int(box[2]), int(box[1]), body[1].strip())


def skyline(names: Iterable[str]) -> str:
    """Set pieces side by side before a hill, under the sun."""
    pieces = [piece(name) for name in names]
    places = list(accumulate((part.width + GAP for part in pieces), initial=0))
    width = places[-1] - GAP
    village = "".join(moved(part, x, 0) for part, x in zip(pieces, places, strict=False))
    roofs = [Roof(x, x + part.width, part.height) for part, x in zip(pieces, places, strict=False)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -{HEIGHT} {width} {HEIGHT + 4}" '
        f'fill="#fff" stroke="{INK}" stroke-width="2" stroke-linecap="round" '
        f'stroke-linejoin="round">{hill(width)}{sky(roofs, width)}{village}'
        f'<path stroke-width="3" d="M2 0h{width - 4}"/></svg>'
    )


class Roof(NamedTuple):
    left: int
    right: int
    height: int


def sky(roofs: list[Roof], width: int) -> str:
    """Hang a cloud to the left, the sun in the middle, birds last: each over the lowest roofs."""
    thirds = (("cloud", 0.05, 0.4), ("sun", 0.5, 0.8), ("birds", 0.82, 0.98))
    found = []
    for name, start, end in thirds:
        part = piece(name)
        last = round(width * end) - part.width
        x = min(range(round(width * start), last, 8), key=lambda x: highest(roofs, x, part.width))
        found.append(moved(part, x, part.height - HEIGHT + 6))
    return "".join(found)


def highest(roofs: list[Roof], x: int, width: int) -> int:
    near = [roof.height for roof in roofs if roof.left < x + width + 10 and roof.right > x - 10]
    return max(near, default=0)


def hill(width: int) -> str:
    return (
        f'<path fill="{LINE}" opacity=".45" stroke="none" d="M0 0C{width * 0.1:.0f}-50 '
        f"{width * 0.25:.0f}-64 {width * 0.42:.0f}-40S{width * 0.7:.0f}-84 "
        f'{width * 0.84:.0f}-58 {width * 0.96:.0f}-30 {width} 0z"/>'
    )


def moved(part: Piece, x: int, y: int) -> str:
    return f'<g transform="translate({x} {y})">{part.body}</g>'

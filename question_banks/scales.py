"""Named scales, so that the same words mean the same everywhere."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from question_banks.text import Pictogram, Text

FILE = Path(__file__).with_name("scales.yaml")
OWN = "own"
"""What an item calls its scale when it writes out points of its own."""


class Point(BaseModel):
    """One point of a scale; a higher code is more, or better."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: int = Field(ge=-100, le=100)
    text: Text
    pictogram: Pictogram | None = None


def from_least_to_most(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Refuse fewer than two points, and codes that do not rise."""
    codes = [point.code for point in points]
    if len(codes) < 2 or codes != sorted(set(codes)):  # noqa: PLR2004 — one point is no scale
        known = ", ".join(sorted(scales()))
        raise ValueError(
            f"name a known scale ({known}), or give two points or more, their codes rising"
        )
    return points


Points = Annotated[tuple[Point, ...], AfterValidator(from_least_to_most)]


@cache
def scales() -> dict[str, tuple[Point, ...]]:
    """Return every named scale, its points from least to most."""
    data = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {name: tuple(Point.model_validate(p) for p in points) for name, points in data.items()}


def points_of(data: dict[str, Any]) -> dict[str, Any]:
    """Write a named scale out into its points, so that a published questionnaire stands alone.

    Points that already stand in ``data`` are left as they are; an unknown scale has none, which
    the field ``points`` refuses.
    """
    name = data.get("scale")
    if name is None or "points" in data:
        return data
    return data | {"points": scales().get(name, ()) if isinstance(name, str) else ()}

"""Named scales, so that the same words mean the same everywhere."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from question_banks.text import Text

FILE = Path(__file__).with_name("scales.yaml")


class Point(BaseModel):
    """One point of a scale; a higher code is more, or better."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: int
    text: Text
    pictogram: str | None = None


@cache
def scales() -> dict[str, tuple[Point, ...]]:
    """Every named scale, its points from least to most."""
    data = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)  # noqa: S506 — the safe loader, in C
    return {name: tuple(Point.model_validate(p) for p in points) for name, points in data.items()}


def points_of(data: dict[str, Any]) -> dict[str, Any]:
    """Write a named scale out into its points, so that a published questionnaire stands alone."""
    name = data.get("scale")
    if name and "points" not in data:
        if name not in scales():
            raise ValueError(f"unknown scale {name!r}; known: {', '.join(sorted(scales()))}")
        return data | {"points": scales()[name]}
    return data

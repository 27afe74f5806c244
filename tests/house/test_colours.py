"""The colours: named in one file, and far enough apart to be read."""

import re

import pytest
import tinycss2
from tinycss2.color3 import parse_color

from tests.house.tree import ROOT, name, none_of, with_suffix

TOKENS = ROOT / "survey_app" / "static" / "css" / "tokens.css"
OTHERS = [path for path in with_suffix(".css", under="survey_app/static/") if path != TOKENS]
TEXT, LARGE_OR_LINE, RESIDENTS = 4.5, 3.0, 7.0

PAIRS = [
    ("ink", "paper", RESIDENTS),
    ("ink", "surface", RESIDENTS),
    ("ink", "sun", RESIDENTS),
    ("ink", "leaf-tint", RESIDENTS),
    ("ink", "sun-tint", RESIDENTS),
    ("ink", "line-tint", RESIDENTS),
    ("ink-soft", "paper", TEXT),
    ("ink-soft", "surface", TEXT),
    ("ink-soft", "line-tint", TEXT),
    ("leaf", "paper", TEXT),
    ("leaf", "surface", TEXT),
    ("leaf", "leaf-tint", TEXT),
    ("brick", "paper", TEXT),
    ("brick", "surface", TEXT),
    ("on-leaf", "leaf", TEXT),
    ("on-leaf", "brick", TEXT),
    ("on-leaf", "night", RESIDENTS),
    ("sun", "night", TEXT),
    ("focus", "paper", LARGE_OR_LINE),
    ("focus", "surface", LARGE_OR_LINE),
]

Colour = tuple[float, float, float]


def tokens() -> dict[str, str]:
    text = TOKENS.read_text("utf-8")
    return dict(re.findall(r"--([a-z-]+):\s*([^;]+);", text))


def colour(value: str, known: dict[str, str]) -> Colour:
    """The colour that a token stands for; a mix is worked out as a browser does."""
    value = value.strip()
    if named := re.fullmatch(r"var\(--([a-z-]+)\)", value):
        return colour(known[named[1]], known)
    if mix := re.fullmatch(r"color-mix\(in srgb, (.+?) (\d+)%, (.+)\)", value):
        first, share, second = colour(mix[1], known), int(mix[2]) / 100, colour(mix[3], known)
        red, green, blue = (a * share + b * (1 - share) for a, b in zip(first, second, strict=True))
        return red, green, blue
    parsed = parse_color(value)
    assert parsed is not None, f"{value} is no colour"
    return parsed.red, parsed.green, parsed.blue


def contrast(first: Colour, second: Colour) -> float:
    """WCAG 2.2: (lighter + 0.05) / (darker + 0.05)."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(rgb: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_of_black_and_white_is_the_greatest() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)


@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_front_can_be_read_on_ground(front: str, ground: str, least: float) -> None:
    known = tokens()

    assert contrast(colour(known[front], known), colour(known[ground], known)) >= least


@pytest.mark.parametrize("path", OTHERS, ids=name)
def test_only_the_tokens_name_a_colour(path) -> None:
    css = tinycss2.parse_stylesheet(path.read_text("utf-8"), skip_comments=True)

    none_of(colours_in(css))


def colours_in(parts):
    for part in parts:
        if part.type == "function" and part.lower_name in {"rgb", "rgba", "hsl", "oklch", "lab"}:
            yield part.serialize()
        if part.type == "hash" and parse_color(part.serialize()):
            yield part.serialize()
        yield from colours_in(getattr(part, "content", None) or [])
        yield from colours_in(getattr(part, "arguments", None) or [])

"""The few colours of a drawing, and its shapes and words as elements that no policy bars."""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from question_banks.tidy import tidy

FONT = "'Source Sans Pro', 'Source Sans 3', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
TOP = "#0072B2"
REST = "#56B4E9"
INK = "#1B2A30"
SOFT = "#4A5A61"
LINE = "#D9D2C5"
LEAF = "#1F6B4F"
LEAF_TINT = "#EBF2EF"
SUN_TINT = "#FCECC8"
AGAINST = "#B0540A"
RATHER_AGAINST = "#E69F00"
MIDDLE = "#D9D2C5"
GREY = "#899498"
WHITE = "#FFFFFF"
BLACK = "#000000"

READABLE = 4.5
"""The least contrast of small letters (WCAG 2.2, 1.4.3)."""

SEMI, BOLD = 600, 700

Value = str | float
Style = dict[str, Value]
"""Presentation attributes by name."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Part of a picture: its elements, and how high they are together."""

    parts: tuple[str, ...]
    height: float


def channels(colour: str) -> list[int]:
    """Red, green and blue, each 0..255."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def between(one: str, other: str, part: float) -> str:
    """A colour on the way from one to the other."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in pairs)


def light(colour: str) -> float:
    """How light a colour is, from 0 to 1, as contrast is reckoned (WCAG 2.2)."""
    parts = [x / 255 for x in channels(colour)]
    red, green, blue = (
        x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 — sRGB
        for x in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1, no contrast, to 21."""
    least, most = sorted((light(one), light(other)))
    return (most + 0.05) / (least + 0.05)


def readable_on(ground: str) -> str:
    """Letters that can be read on a ground: ink, else white; black reads wherever those do not."""
    return next((one for one in (INK, WHITE) if contrast(ground, one) >= READABLE), BLACK)


def tag(name: str, inside: str = "", /, **attributes: Value) -> str:
    """One element; ``stroke_width`` is written ``stroke-width``, and every value is escaped.

    Only presentation attributes: a strict policy for styles blocks nothing of it.
    """
    said = "".join(
        f" {key.replace('_', '-')}={quoteattr(written(value))}"
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def written(value: Value) -> str:
    return value if isinstance(value, str) else f"{round(float(value), 2):g}"


def words(text: str, x: float, y: float, size: float, /, **attributes: Value) -> str:
    """A text on its baseline at ``x``, ``y``; people's text is tidied and escaped."""
    known: Style = {"x": x, "y": y, "font_size": size, "fill": INK}
    return tag("text", plain(text), **(known | attributes))


def plain(text: str) -> str:
    """Text between tags: no control characters, nothing that is read as markup."""
    return escape(tidy(text)) or " "


def halo(size: float) -> Style:
    """White around letters that may cross a line."""
    return {
        "stroke": WHITE, "stroke_width": size / 4.5, "paint_order": "stroke",
        "stroke_linejoin": "round",
    }  # fmt: skip


def lines(texts: list[str], x: float, y: float, size: float, /, **attributes: Value) -> list[str]:
    """Texts under each other, the first on the baseline ``y``."""
    return [
        words(text, x, y + leading(size) * n, size, **attributes) for n, text in enumerate(texts)
    ]


def leading(size: float) -> float:
    """From one baseline to the next."""
    return round(size * 1.25, 2)


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str, thick: float = 1.0) -> str:
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=thick)


def rect(x: float, y: float, wide: float, high: float, /, **attributes: Value) -> str:
    return tag("rect", x=x, y=y, width=max(0.0, wide), height=max(0.0, high), **attributes)


def path(d: str, colour: str, thick: float, /, **attributes: Value) -> str:
    known: Style = {"d": d, "fill": "none", "stroke": colour, "stroke_width": thick}
    return tag("path", **(known | attributes))


def at(x: float, y: float) -> str:
    """A point in a path."""
    return f"{written(x)} {written(y)}"


def moved(parts: tuple[str, ...], y: float) -> str:
    """The same elements, ``y`` lower."""
    return tag("g", "".join(parts), transform=f"translate(0 {written(y)})")


def document(drawn: Drawn, *, wide: float, title: str, alt: str, font: str = FONT) -> str:
    """A whole drawing with its name and description for who does not see it."""
    inside = tag("title", plain(title)) + tag("desc", plain(alt)) + "".join(drawn.parts)
    return tag(
        "svg",
        inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {written(wide)} {written(drawn.height)}",
        width=wide,
        height=drawn.height,
        role="img",
        font_family=font,
    )

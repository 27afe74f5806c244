"""The few colours and measures of a drawing, and how wide a text is."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from question_banks.tidy import tidy

FONT = "Source Sans Pro, Source Sans 3, Helvetica, Arial, sans-serif"
TOP = "#0072B2"
REST = "#56B4E9"
INK = "#1B2A30"
SOFT = "#4A5A61"
LINE = "#D9D2C5"
LEAF = "#1F6B4F"
GREY = "#8A959A"
WHITE = "#FFFFFF"

NARROW = frozenset("iljtfrI.,:;'!|()[]/ -1")
WIDE = frozenset("mwMWGOQ%@—–")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """About how many units ``text`` takes at ``size``: Source Sans measured in three classes."""
    units = sum(0.29 if c in NARROW else 0.83 if c in WIDE else 0.53 for c in text)
    return units * size * (1.05 if bold else 1.0)


def wrapped(
    text: str, size: float, room: float, *, lines: int = 2, bold: bool = False
) -> list[str]:
    """Break a text over at most ``lines`` lines of ``room`` units; what is left ends in an ellipsis."""
    kept: list[str] = [""]
    for word in tidy(text).split():
        longer = f"{kept[-1]} {word}".strip()
        if width(longer, size, bold=bold) <= room or not kept[-1]:
            kept[-1] = longer
        else:
            kept.append(word)
    cut = [shortened(line, size, room, bold=bold) for line in kept[:lines]]
    if len(kept) > lines:
        cut[-1] = shortened(cut[-1] + " …", size, room, bold=bold)
    return cut


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Cut one line to ``room`` with an ellipsis."""
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(text + "…", size, bold=bold) > room:
        text = text[:-1]
    return text.rstrip(" …") + "…"


def tag(name: str, content: str = "", /, **attributes: object) -> str:
    """One element; ``stroke_width`` becomes stroke-width. Attributes only: a policy bars styles."""
    parts = [
        f"{key.rstrip('_').replace('_', '-')}={quoteattr(number(value))}"
        for key, value in attributes.items()
        if value is not None
    ]
    opened = " ".join([name, *parts])
    return f"<{opened}>{content}</{name}>" if content else f"<{opened}/>"


def number(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def words(text: str, x: float, y: float, size: float, **attributes: object) -> str:
    """A line of text, escaped whatever it holds."""
    return tag(
        "text",
        escape(tidy(text)) or " ",
        x=x,
        y=y,
        font_size=size,
        fill=attributes.pop("fill", INK),
        **attributes,
    )


def document(parts: Iterable[str], *, wide: float, high: float, title: str, alt: str) -> str:
    """The whole drawing with its name and its words for who does not see it."""
    body = "".join(
        [tag("title", escape(tidy(title)) or " "), tag("desc", escape(tidy(alt)) or " "), *parts]
    )
    return tag(
        "svg",
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide:g} {high:g}",
        width=wide,
        height=high,
        role="img",
        font_family=FONT,
    )

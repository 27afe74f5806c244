"""What pairs, grids and hourglasses share: a label at the left, lit ground, what found no room."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.draw import ink
from analysis.draw.ink import Drawn
from analysis.draw.looks import Look
from analysis.draw.widths import widest, wrap

MOST_LINES = 3
LABELS_SHARE = 0.34


@dataclass(frozen=True, slots=True)
class Label:
    """A broken label with a small note under it."""

    lines: list[str]
    note: list[str]
    look: Look

    @property
    def height(self) -> float:
        under = ink.leading(self.look.small) * len(self.note)
        return ink.leading(self.look.text) * len(self.lines) + under

    def parts(self, x: float, middle: float, *, strong: bool = False) -> list[str]:
        """The words with their middle at ``middle``."""
        look = self.look
        y = middle - self.height / 2 + look.text
        weight = ink.SEMI if strong else 400
        drawn = ink.lines(self.lines, x, y, look.text, font_weight=weight)
        y += ink.leading(look.text) * (len(self.lines) - 1) + ink.leading(look.small)
        return drawn + ink.lines(self.note, x, y, look.small, fill=ink.SOFT)


def label(text: str, note: str, room: float, look: Look) -> Label:
    lines = wrap(text, look.text * look.stretch, room, most=MOST_LINES)
    return Label(lines, wrap(note, look.small * look.stretch, room, most=2) if note else [], look)


def label_room(texts: Sequence[str], look: Look) -> float:
    """As wide as the longest label, up to a third of the page."""
    inside = look.width - 2 * look.margin
    longest = widest(list(texts), look.text) * look.stretch
    return min(max(longest, look.text * 4) + 1, inside * LABELS_SHARE)


def ground(y: float, height: float, look: Look) -> str:
    """The light behind a row that stands out."""
    out = min(look.margin, look.text) * 0.6
    wide = look.width - 2 * look.margin + 2 * out
    return ink.rect(look.margin - out, y, wide, height, rx=look.text / 3, fill=ink.SUN_TINT)


def fitting(drawn: Sequence[Drawn], look: Look, *, above: float) -> int:
    """How many rows a picture of limited height holds under what stands ``above``; one at least."""
    if not look.tallest:
        return len(drawn)
    room = look.tallest - above - ink.leading(look.small) * 2
    held = 0.0
    for n, row in enumerate(drawn):
        held += row.height
        if held > room and n:
            return n
    return len(drawn)


def stacked(drawn: Sequence[Drawn], look: Look, *, top: float, more: str) -> Drawn:
    """Rows under each other from ``top`` down, and how many found no room."""
    kept = fitting(drawn, look, above=top)
    parts, y = [], top
    for row in drawn[:kept]:
        parts.append(ink.moved(row.parts, y))
        y += row.height
    if kept < len(drawn) and more:
        y += ink.leading(look.small)
        left = more % {"n": len(drawn) - kept}
        parts.append(ink.words(left, look.margin, y, look.small, fill=ink.SOFT))
    return Drawn(tuple(parts), y + look.small * 0.4)

"""Where there is nothing to draw: one number, or none, and what it means."""

from analysis.draw import ink
from analysis.draw.ink import Drawn
from analysis.draw.looks import Look
from analysis.draw.widths import wrap
from analysis.figure import Note


def draw(figure: Note, look: Look) -> Drawn:
    """A large number over a plain sentence."""
    y = look.small
    parts = []
    if figure.big:
        y += look.title * 1.2
        parts.append(ink.words(figure.big, look.margin, y, look.title * 1.8, font_weight=ink.BOLD))
        y += look.text * 0.4
    room = (look.width - 2 * look.margin) / look.stretch
    lines = wrap(figure.line, look.text, room)
    parts += ink.lines(lines, look.margin, y + ink.leading(look.text), look.text, fill=ink.SOFT)
    return Drawn(tuple(parts), y + ink.leading(look.text) * len(lines) + look.small)

"""Upright columns that touch: how often each range of numbers, or each day, was given."""

from analysis.draw import ink
from analysis.draw.ink import Drawn
from analysis.draw.looks import Look
from analysis.draw.widths import widest, width, wrap
from analysis.figure import Column, Columns

HIGH = 13.0
WIDEST = 9.0
"""Height of the field, and the most of one column's width, in sizes of text."""


def draw(figure: Columns, look: Look) -> Drawn:
    """Draw columns from zero with light lines at the ticks and their words beneath."""
    ticks = widest([label for _value, label in figure.ticks], look.small) + look.small * 0.6
    left, right = look.margin + ticks, look.width - look.margin
    head = wrap(figure.axis, look.small, (look.width - 2 * look.margin) / look.stretch)
    top = ink.leading(look.small) * len(head) + look.text * 1.6
    low = top + look.text * HIGH
    parts = ink.lines(
        head, look.margin, look.small, look.small, fill=ink.SOFT, font_weight=ink.SEMI
    )
    for value, label in figure.ticks:
        y = low - (low - top) * value / (figure.top or 1.0)
        colour = ink.SOFT if value == 0 else ink.LINE
        parts.append(ink.line(left, y, right, y, colour=colour, thick=look.text / 16))
        parts.append(
            ink.words(
                label, left - look.small * 0.5, y + look.small * 0.35, look.small,
                text_anchor="end", fill=ink.SOFT,
            )
        )  # fmt: skip
    step = min((right - left) / max(len(figure.columns), 1), look.text * WIDEST)
    every = spacing([one.label for one in figure.columns], step, look)
    shown = widest([one.shown for one in figure.columns], look.small) < step
    for n, one in enumerate(figure.columns):
        high = (low - top) * one.value / (figure.top or 1.0)
        parts += column(one, left + step * n, step, low=low, high=high, look=look, told=shown)
        if n % every == 0:
            half = width(one.label, look.small) * look.stretch / 2
            x = min(left + step * (n + 0.5), look.width - half)
            y = low + ink.leading(look.small)
            parts.append(ink.words(one.label, x, y, look.small, text_anchor="middle"))
    return Drawn(tuple(parts), low + ink.leading(look.small) + look.small * 0.7)


def spacing(labels: list[str], step: float, look: Look) -> int:
    """Write every so manyeth label, so that none lies on the next."""
    longest = max((width(label, look.small) for label in labels), default=0.0) * look.stretch
    return max(1, -int(-(longest + look.small * 0.6) // step))


def column(
    one: Column, x: float, step: float, *, low: float, high: float, look: Look, told: bool
) -> list[str]:
    gap = min(2.0, step / 8)
    parts = [ink.rect(x + gap / 2, low - high, step - gap, high, fill=ink.REST)]
    if told and one.shown:
        y = low - high - look.small * 0.4
        middle = x + step / 2
        words = ink.words(
            one.shown, middle, y, look.small, text_anchor="middle", font_weight=ink.SEMI
        )
        parts.append(words)
    return parts

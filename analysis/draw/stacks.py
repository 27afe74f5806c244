"""Rows on a scale, to the left and right of its middle; who does not know stands apart."""

from dataclasses import dataclass, replace

from analysis.draw import ink
from analysis.draw.ink import Drawn
from analysis.draw.looks import Look
from analysis.draw.widths import widest, width, wrap
from analysis.figure import Stack, Stacks

MOST_LINES = 3
LABELS_SHARE = 0.34
ALONE = 1.5
"""A single bar may be larger."""

Colours = list[tuple[str, str]]
"""Ground and letters of each point."""


@dataclass(frozen=True, slots=True)
class Field:
    """Where the labels stand, the bars run and the middle of the scale lies."""

    look: Look
    room: float
    start: float
    middle: float
    scale: float
    right: float


def draw(figure: Stacks, look: Look) -> Drawn:
    """Draw the scale's words as a key, then a bar a row on one common middle."""
    if len(figure.rows) == 1:
        look = replace(look, bar=look.bar * ALONE, row=look.row * ALONE)
    colours = colours_of(figure)
    head = key(figure, colours, look)
    field = placed(figure, look)
    y = head.height
    rows: list[str] = []
    for row in figure.rows:
        one = drawn_row(row, figure, field, y, colours)
        rows += one.parts
        y += one.height
    return Drawn((*head.parts, *rows), y + look.small * 0.6)


def halves(shares: tuple[float, ...]) -> tuple[float, float]:
    """How much lies left and right of the middle; a middle point lies half on either side."""
    half, odd = divmod(len(shares), 2)
    centre = shares[half] / 2 if odd else 0.0
    return sum(shares[:half]) + centre, sum(shares[half + odd :]) + centre


def placed(figure: Stacks, look: Look) -> Field:
    """Share the width out so that the longest row to either side fits."""
    right = look.width - look.margin
    apart = widest([figure.apart_title, *(row.apart for row in figure.rows)], look.small)
    gap = look.text
    labels = [row.label for row in figure.rows if row.label]
    room = 0.0
    if labels and not look.tight:
        longest = widest(labels, look.text) * look.stretch
        room = min(longest, (right - look.margin) * LABELS_SHARE)
    start = look.margin + room + (gap if room else 0.0)
    end = right if look.tight else right - (apart * look.stretch + gap if apart else 0.0)
    sides = [halves(row.shares) for row in figure.rows if row.shares]
    left = max((side[0] for side in sides), default=0.5)
    both = left + max((side[1] for side in sides), default=0.5)
    scale = (end - start) / (both or 1.0)
    inside = right - look.margin if look.tight else room
    return Field(look, inside, start, start + left * scale, scale, right)


def drawn_row(row: Stack, figure: Stacks, field: Field, top: float, colours: Colours) -> Drawn:
    """A label beside its bar, or above it on a phone."""
    look = field.look
    if look.tight:
        return tight_row(row, figure, field, top, colours)
    label = wrap(row.label, look.text * look.stretch, field.room, most=MOST_LINES)
    lines = ink.leading(look.text) * len(label) + (ink.leading(look.small) if row.note else 0)
    height = max(look.row, lines + look.text * 0.7)
    middle = top + height / 2
    first = middle + look.text * 0.35 - ink.leading(look.text) * (len(label) - 1) / 2
    first -= ink.leading(look.small) / 2 if row.note else 0
    parts = ink.lines(label, look.margin, first, look.text)
    if row.note:
        y = first + ink.leading(look.text) * (len(label) - 1) + ink.leading(look.small)
        parts.append(ink.words(row.note, look.margin, y, look.small, fill=ink.SOFT))
    parts.append(stem(field, top, top + height))
    parts += bar(row, figure, field, middle, colours)
    if row.apart:
        base = middle + look.small * 0.35
        parts.append(
            ink.words(row.apart, field.right, base, look.small, text_anchor="end", fill=ink.SOFT)
        )
    return Drawn(tuple(parts), height)


def tight_row(row: Stack, figure: Stacks, field: Field, top: float, colours: Colours) -> Drawn:
    """A label, under it its bar, under that who answered and who does not know."""
    look = field.look
    label = wrap(row.label, look.text * look.stretch, field.room, most=MOST_LINES)
    y = top + look.text * 0.3
    parts = ink.lines(label, look.margin, y + look.text, look.text)
    y += ink.leading(look.text) * len(label) + look.small * 0.5
    end = y + look.bar
    parts.append(stem(field, y - 4, end + 4))
    parts += bar(row, figure, field, y + look.bar / 2, colours)
    y = end + look.small * 0.4
    unsure = f"{figure.apart_title}: {row.apart}" if row.apart else ""
    beneath = " · ".join(text for text in (row.note, unsure) if text)
    if beneath:
        y += look.small
        parts.append(ink.words(beneath, look.margin, y, look.small, fill=ink.SOFT))
    return Drawn(tuple(parts), y + look.small * 0.5 - top)


def stem(field: Field, top: float, low: float) -> str:
    """The middle of the scale, behind the bars."""
    thick = field.look.text / 9
    return ink.line(field.middle, top, field.middle, low, colour=ink.SOFT, thick=thick)


def bar(row: Stack, figure: Stacks, field: Field, middle: float, colours: Colours) -> list[str]:
    """The segments of a row from its least to its most, each with its share if there is room."""
    look = field.look
    if row.shares is None:
        base = middle + look.small * 0.35
        soft = {"fill": ink.SOFT, "font_style": "italic"}
        return [ink.words(figure.hidden, field.start, base, look.small, **soft)]
    x = field.middle - halves(row.shares)[0] * field.scale
    parts = []
    shown = row.shown or ("",) * len(row.shares)
    for share, text, colour in zip(row.shares, shown, colours, strict=True):
        if share:
            parts += segment(text, x, share * field.scale, middle=middle, colour=colour, look=look)
        x += share * field.scale
    return parts


def segment(
    text: str, x: float, wide: float, *, middle: float, colour: tuple[str, str], look: Look
) -> list[str]:
    ground, letters = colour
    edge: ink.Style = {"stroke": ink.WHITE, "stroke_width": look.bar / 18}
    parts = [ink.rect(x, middle - look.bar / 2, wide, look.bar, fill=ground, **edge)]
    if width(text, look.small) * look.stretch + look.small * 0.6 <= wide:
        base = middle + look.small * 0.35
        centred: ink.Style = {"text_anchor": "middle", "fill": letters, "font_weight": ink.SEMI}
        parts.append(ink.words(text, x + wide / 2, base, look.small, **centred))
    return parts


def key(figure: Stacks, colours: Colours, look: Look) -> Drawn:
    """The scale's words in its order, each behind its own colour; at the right who stands apart."""
    parts, x, y = [], look.margin, look.small
    chip, gap = look.small * 0.9, look.small * 1.4
    inset = chip + look.small * 0.4
    room = look.width - 2 * look.margin - inset
    for text, (ground, _letters) in zip(figure.points, colours, strict=True):
        lines = wrap(text, look.small * look.stretch, room, most=MOST_LINES)
        wide = inset + widest(lines, look.small) * look.stretch
        if x > look.margin and x + wide > look.width - look.margin:
            x, y = look.margin, y + ink.leading(look.small) * 1.15
        parts.append(ink.rect(x, y - chip * 0.86, chip, chip, fill=ground, rx=2))
        parts += ink.lines(lines, x + inset, y, look.small)
        y += ink.leading(look.small) * (len(lines) - 1)
        x += wide + gap
    if figure.apart_title and not look.tight:
        y += ink.leading(look.small) * 1.2
        last: ink.Style = {"fill": ink.SOFT, "font_weight": ink.SEMI, "text_anchor": "end"}
        parts.append(ink.words(figure.apart_title, look.width - look.margin, y, look.small, **last))
    return Drawn(tuple(parts), y + look.small * 0.9)


def colours_of(figure: Stacks) -> Colours:
    """Those of a scale; two rivals have a dark and a light one, that differ in grey too."""
    if figure.rivals:
        return [(ink.TOP, ink.WHITE), (ink.RATHER_AGAINST, ink.INK)]
    return scale_colours(len(figure.points))


def scale_colours(n: int) -> Colours:
    """Orange under the middle, blue above it, dark at the ends."""
    half, odd = divmod(n, 2)
    left = [ink.between(ink.AGAINST, ink.RATHER_AGAINST, part) for part in spread(half)]
    right = [ink.between(ink.TOP, ink.REST, part) for part in spread(half)][::-1]
    grounds = [*left, *([ink.MIDDLE] * odd), *right]
    return [(ground, ink.readable_on(ground)) for ground in grounds]


def spread(n: int) -> list[float]:
    """From 0 to 1 in equal steps; a single one is the strongest."""
    return [i / max(1, n - 1) for i in range(n)]

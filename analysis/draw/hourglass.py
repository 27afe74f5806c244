"""Moments under each other, each as wide as the people who came, around one middle."""

from analysis.draw import ink, rows
from analysis.draw.ink import Drawn
from analysis.draw.looks import Look
from analysis.draw.widths import widest, wrap
from analysis.figure import Gathering, Hourglass


def draw(figure: Hourglass, look: Look) -> Drawn:
    """Draw every moment on one middle line, and a dashed pair of lines for a fair number."""
    shown = [row.shown for row in figure.rows]
    if look.tight:
        left, room = look.margin, look.width - 2 * look.margin
    else:
        room = rows.label_room([row.label for row in figure.rows], look)
        left = look.margin + room + look.text
    right = look.width - look.margin
    middle = (left + right) / 2
    most = max(figure.top, figure.mark, 1.0)
    scale = (right - left) / 2 / most
    said = wrap(figure.mark_words, look.small, (right - look.margin) / look.stretch)
    top = ink.leading(look.small) * len(said) + look.small * 0.5 if figure.mark else 0.0
    inside = widest(shown, look.text) * look.stretch + look.text
    fair = figure.mark * scale
    drawn = [
        row_of(row, look, room=room, middle=middle, scale=scale, inside=inside, fair=fair)
        for row in figure.rows
    ]
    body = rows.stacked(drawn, look, top=top, more=figure.more)
    head = ink.lines(said, look.margin, look.small, look.small, fill=ink.SOFT)
    return Drawn((*(head if figure.mark else []), *body.parts), body.height)


def dashes(middle: float, fair: float, reach: tuple[float, float], look: Look) -> list[str]:
    """The two lines of a fair number, beside one bar."""
    if not fair:
        return []
    dashed = f"{look.text / 2:g} {look.text / 3:g}"
    return [
        ink.tag(
            "line", x1=x, y1=reach[0], x2=x, y2=reach[1], stroke=ink.SOFT,
            stroke_width=look.text / 9, stroke_dasharray=dashed,
        )
        for x in (middle - fair, middle + fair)
    ]  # fmt: skip


def row_of(
    row: Gathering,
    look: Look,
    *,
    room: float,
    middle: float,
    scale: float,
    inside: float,
    fair: float,
) -> Drawn:
    """A label beside its bar, above it on a phone; a number that does not fit stands behind."""
    label = rows.label(row.label, row.note, room, look)
    thick = look.bar * 1.25
    if look.tight:
        top = look.text * 0.5
        y = top + label.height + look.text * 0.4 + thick / 2
        height, words_at = y + thick / 2 + look.text * 0.3, top + label.height / 2
    else:
        height = max(look.row * 1.15, label.height + look.text * 0.8)
        y = words_at = height / 2
    parts = label.parts(look.margin, words_at)
    reach = (y - thick / 2 - 4, y + thick / 2 + 4) if look.tight else (0.0, height)
    lines = dashes(middle, fair, reach, look)
    base = y + look.text * 0.35
    if row.value is None:
        soft: ink.Style = {"fill": ink.SOFT, "font_style": "italic", "text_anchor": "middle"}
        return Drawn(
            (*parts, *lines, ink.words(row.shown, middle, base, look.small, **soft)), height
        )
    wide = 2 * row.value * scale
    colour = ink.TOP if row.lit else ink.REST
    parts.append(ink.rect(middle - wide / 2, y - thick / 2, wide, thick, rx=thick / 8, fill=colour))
    parts += lines
    fits = wide >= inside
    x = middle if fits else middle + wide / 2 + look.text * 0.4
    style: ink.Style = {"text_anchor": "middle" if fits else "start", "font_weight": ink.BOLD}
    fill = ink.WHITE if fits and row.lit else ink.INK
    outline = {} if fits else ink.halo(look.text)
    parts.append(ink.words(row.shown, x, base, look.text, fill=fill, **style, **outline))
    return Drawn(tuple(parts), height)

"""The plane of importance and feasibility: a cross for what is uncertain, a word at every dot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from analysis.draw import ink, placing
from analysis.draw.ink import Drawn
from analysis.draw.looks import Look
from analysis.draw.placing import Label, Spot
from analysis.draw.widths import widest, width, wrap
from analysis.figure import Dot, Plane

BETWEEN = "\u00a0\u00a0\u00a0 "
HALF = 50.0
FULL = 100.0


@dataclass(frozen=True, slots=True)
class Field:
    """Where the plane lies and how 0..100 falls on it."""

    look: Look
    left: float
    top: float
    wide: float
    high: float

    def x(self, value: float) -> float:
        return self.left + self.wide * min(FULL, max(0.0, value)) / FULL

    def y(self, value: float) -> float:
        return self.top + self.high * (1 - min(FULL, max(0.0, value)) / FULL)

    @property
    def radius(self) -> float:
        return self.look.text * 0.56


def draw(figure: Plane, look: Look) -> Drawn:
    """Draw the four corners, every topic in its place, and beneath it what needs a list."""
    field = field_of(figure, look)
    spots = [spot(dot, field) for dot in figure.dots]
    corners = corner_words(figure, field, spots)
    labels = placing.labels(spots, field, taken=[box for _part, box in corners])
    numbered = [label for label in labels if label.number]
    below = field.top + field.high + look.small * 2.2
    parts = [
        *ground(field),
        *(cross(one, field) for one in spots),
        *(part for part, _box in corners),
        *(circle(one, field) for one in spots),
        *(numbered_circle(label, field) for label in numbered if label.first),
        *(part for label in labels for part in label.parts(look)),
        *axis_words(figure, field),
    ]
    lists = [*number_list(numbered, look), *name_lists(figure, look)]
    for text, weight in lists:
        below += ink.leading(look.small)
        parts.append(ink.words(text, look.margin, below, look.small, font_weight=weight))
    return Drawn(tuple(parts), below + look.small * 0.6)


def field_of(figure: Plane, look: Look) -> Field:
    """The plane takes what the words of the upward axis leave."""
    if look.tight:
        wide = look.width - 2 * look.margin
        return Field(look, look.margin, look.small * 1.9, wide, wide * 1.1)
    words = [*figure.y_title.split(), *figure.y_least.split()]
    gutter = widest(words, look.small) * look.stretch + look.small
    left = look.margin + gutter
    wide = look.width - look.margin - left
    return Field(look, left, look.small * 0.5, wide, min(wide * 0.56, look.width * 0.5))


def ground(field: Field) -> list[str]:
    """A white plane, its best corner tinted, the two lines that part it."""
    middle_x, middle_y = field.x(HALF), field.y(HALF)
    thick = field.look.text / 12
    frame: ink.Style = {"rx": field.look.text / 3, "stroke": ink.LINE, "stroke_width": thick}
    return [
        ink.rect(field.left, field.top, field.wide, field.high, fill=ink.WHITE, **frame),
        ink.rect(middle_x, field.top, field.wide / 2, field.high / 2, fill=ink.LEAF_TINT),
        ink.line(
            middle_x, field.top, middle_x, field.top + field.high, colour=ink.SOFT, thick=thick
        ),
        ink.line(
            field.left, middle_y, field.left + field.wide, middle_y, colour=ink.SOFT, thick=thick
        ),
    ]


def corner_words(
    figure: Plane, field: Field, spots: Sequence[Spot]
) -> list[tuple[str, placing.Box]]:
    """The word of each quarter, and the room that it takes."""
    boxes = [free_place(n, text, field, spots) for n, text in enumerate(figure.corners)]
    pairs = enumerate(zip(figure.corners, boxes, strict=True))
    return [(corner_word(n, text, box, field), box) for n, (text, box) in pairs]


def free_place(n: int, text: str, field: Field, spots: Sequence[Spot]) -> placing.Box:
    """A quarter's outer corner, or nearer the middle where a dot lies there."""
    dots = [placing.square(one, field.radius) for one in spots]
    places = [placing.Box.at(*at) for at in corner_places(n, text, field)]
    return next((box for box in places if not any(box.meets(dot) for dot in dots)), places[0])


def corner_places(n: int, text: str, field: Field) -> Iterator[tuple[float, float, float, float]]:
    """Where a quarter's word may stand: its outer corner, along its outer edge, then inward."""
    size, inset = field.look.text * 1.1, field.look.text * 0.7
    room = min(widest([text], size) * field.look.stretch, field.wide / 2 - inset)
    right, low = n % 2 == 1, n > 1
    y = field.top + field.high - inset - size if low else field.top + inset - size * 0.28
    for inward in (0.0, 1.4, 2.8):
        for step in (0.0, 0.5, 1.0):
            along = inset + (field.wide / 2 - 2 * inset - room) * step
            x = field.left + field.wide - along - room if right else field.left + along
            yield x, y + size * (-inward if low else inward), room, size * 1.3


def corner_word(n: int, text: str, box: placing.Box, field: Field) -> str:
    size, right, lead = field.look.text * 1.1, n % 2 == 1, n == 1
    return ink.words(
        text, box.right if right else box.left, box.top + size, size,
        text_anchor="end" if right else "start",
        fill=ink.LEAF if lead else ink.SOFT,
        font_weight=ink.BOLD if lead else ink.SEMI,
        **ink.halo(size),
    )  # fmt: skip


def axis_words(figure: Plane, field: Field) -> list[str]:
    """What the axes mean: words at both ends with an arrow between, no numbers."""
    look = field.look
    bold: ink.Style = {"font_weight": ink.SEMI}
    low, right = field.top + field.high, field.left + field.wide
    base = low + look.small * 1.5
    parts = [ink.words(figure.x_title, right, base, look.small, text_anchor="end", **bold)]
    parts.append(ink.words(figure.x_least, field.left, base, look.small, **bold))
    start = field.left + widest([figure.x_least], look.small) * look.stretch + look.small * 0.8
    end = right - widest([figure.x_title], look.small) * look.stretch - look.small * 0.8
    level = base - look.small * 0.32
    parts.append(arrow((start, level), (end, level), look))
    if look.tight:
        words = f"\u2191 {figure.y_title}"
        return [*parts, ink.words(words, field.left, look.small * 1.2, look.small, **bold)]
    x = field.left - look.small * 0.7
    head, foot = figure.y_title.split(), figure.y_least.split()
    foot_top = low - ink.leading(look.small) * (len(foot) - 1)
    anchored: ink.Style = {"text_anchor": "end", **bold}
    parts += ink.lines(head, x, field.top + look.small, look.small, **anchored)
    parts += ink.lines(foot, x, foot_top, look.small, **anchored)
    head_end = field.top + ink.leading(look.small) * len(head) + look.small * 0.6
    middle = x - look.small
    return [*parts, arrow((middle, foot_top - look.small * 1.4), (middle, head_end), look)]


def arrow(start: tuple[float, float], end: tuple[float, float], look: Look) -> str:
    """A straight arrow, to the right or upward."""
    head, thick = look.small * 0.4, look.text / 9
    x, y = end
    upward = start[0] == end[0]
    wings = (
        (x - head, y + head, x + head, y + head)
        if upward
        else (x - head, y - head, x - head, y + head)
    )
    d = f"M{ink.at(*start)}L{ink.at(x, y)}M{ink.at(*wings[:2])}L{ink.at(x, y)}L{ink.at(*wings[2:])}"
    return ink.path(d, ink.SOFT, thick, stroke_linecap="round", stroke_linejoin="round")


def spot(dot: Dot, field: Field) -> Spot:
    """A topic's place and the reach of its cross in the drawing."""
    return Spot(
        dot.label, dot.grey, field.x(dot.x), field.y(dot.y),
        field.x(dot.x_low), field.x(dot.x_high), field.y(dot.y_high), field.y(dot.y_low),
    )  # fmt: skip


def cross(one: Spot, field: Field) -> str:
    d = (
        f"M{ink.at(one.left, one.y)}H{ink.written(one.right)}"
        f"M{ink.at(one.x, one.top)}V{ink.written(one.bottom)}"
    )
    colour = ink.GREY if one.grey else ink.TOP
    thick = field.look.text / (8 if one.grey else 5)
    return ink.path(d, colour, thick, stroke_opacity=0.45, stroke_linecap="round")


def circle(one: Spot | Label, field: Field, *, wider: float = 1.0) -> str:
    """A full dot; an open one where the place is not certain."""
    return ink.tag(
        "circle", cx=one.x, cy=one.y, r=field.radius * wider,
        fill=ink.WHITE if one.grey else ink.TOP,
        stroke=ink.SOFT if one.grey else ink.WHITE, stroke_width=field.look.text / 8,
    )  # fmt: skip


def numbered_circle(label: Label, field: Field) -> str:
    """A dot with the number under which the list has its name, and those of dots at its spot."""
    size = field.radius * 1.45
    number = ink.words(
        str(label.number), label.x, label.y + size * 0.33, size, text_anchor="middle",
        fill=ink.INK if label.grey else ink.WHITE, font_weight=ink.BOLD,
    )  # fmt: skip
    return circle(label, field, wider=placing.WIDER) + number


def number_list(labels: list[Label], look: Look) -> list[tuple[str, int]]:
    """The names that found no room beside their dot, by number, as many on a line as fit."""
    room = (look.width - 2 * look.margin) / look.stretch
    told: list[str] = []
    for number, held in groupby(sorted(labels, key=by_number), key=by_number):
        entry = f"{number}. {'; '.join(one.text for one in held)}"
        longer = f"{told[-1]}{BETWEEN}{entry}" if told else entry
        if told and width(longer, look.small) <= room:
            told[-1] = longer
        else:
            told += wrap(entry, look.small, room, most=99)
    return [(text, 400) for text in told]


def by_number(label: Label) -> int:
    return label.number


def name_lists(figure: Plane, look: Look) -> list[tuple[str, int]]:
    """Topics that could not be placed, each list under its own words."""
    room = (look.width - 2 * look.margin) / look.stretch
    told: list[tuple[str, int]] = []
    for title, names in figure.lists:
        told += [(text, ink.SEMI) for text in wrap(title, look.small, room)]
        told += [(text, 400) for text in wrap(", ".join(names), look.small, room, most=99)]
    return told

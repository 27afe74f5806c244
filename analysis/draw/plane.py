"""The plane of importance and feasibility: crosses for what is uncertain, labels that do not meet."""

from typing import NamedTuple

from analysis.chart import Chart, Dot, Plane
from analysis.draw import ink

EDGE_LEFT = 12.0


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return not (
            self.right < other.left
            or other.right < self.left
            or self.bottom < other.top
            or other.bottom < self.top
        )


class Field(NamedTuple):
    """Where the plane lies and how 0..100 falls on it."""

    left: float
    top: float
    side: float
    high: float

    def x(self, value: float) -> float:
        return self.left + self.side * value / 100

    def y(self, value: float) -> float:
        return self.top + self.high * (1 - value / 100)


def draw(chart: Chart, figure: Plane, *, wide: float) -> str:
    field = Field(EDGE_LEFT, 36.0, wide - 2 * EDGE_LEFT, min(wide * 0.58, 640.0))
    named, listed = labels(figure, field)
    low = field.top + field.high
    list_lines = [f"{n}. {dot.label}" for n, dot in listed]
    high = low + 56 + 20 * len(list_lines)
    parts = [
        *quarters(figure, field),
        *(part for dot in figure.dots for part in cross(dot, field)),
        *(part for dot in figure.dots for part in spot(dot, field)),
        *named,
        ink.words(
            figure.x_title + " →",
            field.left + field.side,
            low + 28,
            15,
            text_anchor="end",
            font_weight=600,
        ),
        ink.words("↑ " + figure.y_title, field.left, 22, 15, font_weight=600),
        *(ink.words(line, field.left, low + 52 + 20 * n, 14) for n, line in enumerate(list_lines)),
    ]
    return ink.document(parts, wide=wide, high=high, title=chart.finding, alt=chart.alt)


def quarters(figure: Plane, field: Field) -> list[str]:
    middle_x, middle_y = field.x(50), field.y(50)
    top_left, top_right, low_left, low_right = figure.corners
    frame = ink.tag(
        "rect",
        x=field.left,
        y=field.top,
        width=field.side,
        height=field.high,
        fill="none",
        stroke=ink.LINE,
    )
    do = ink.tag(
        "rect", x=middle_x, y=field.top, width=field.side / 2, height=field.high / 2, fill="#EDF4F1"
    )
    lines = [
        ink.tag(
            "line",
            x1=middle_x,
            x2=middle_x,
            y1=field.top,
            y2=field.top + field.high,
            stroke=ink.SOFT,
        ),
        ink.tag(
            "line",
            x1=field.left,
            x2=field.left + field.side,
            y1=middle_y,
            y2=middle_y,
            stroke=ink.SOFT,
        ),
    ]
    right, bottom = field.left + field.side - 10, field.top + field.high - 10
    words = [
        ink.words(top_left, field.left + 10, field.top + 22, 17, fill=ink.SOFT, font_weight=600),
        ink.words(
            top_right, right, field.top + 22, 17, fill=ink.LEAF, font_weight=700, text_anchor="end"
        ),
        ink.words(low_left, field.left + 10, bottom, 17, fill=ink.SOFT, font_weight=600),
        ink.words(low_right, right, bottom, 17, fill=ink.SOFT, font_weight=600, text_anchor="end"),
    ]
    return [do, frame, *lines, *words]


def cross(dot: Dot, field: Field) -> list[str]:
    x, y = field.x(dot.x), field.y(dot.y)
    path = f"M{field.x(dot.x_low):g} {y:g}H{field.x(dot.x_high):g}M{x:g} {field.y(dot.y_low):g}V{field.y(dot.y_high):g}"
    colour = ink.GREY if dot.grey else ink.TOP
    return [
        ink.tag("path", d=path, stroke=colour, stroke_width=2, stroke_opacity=0.55, fill="none")
    ]


def spot(dot: Dot, field: Field) -> list[str]:
    colour = ink.WHITE if dot.grey else ink.TOP
    edge = ink.GREY if dot.grey else ink.WHITE
    return [
        ink.tag(
            "circle",
            cx=field.x(dot.x),
            cy=field.y(dot.y),
            r=8,
            fill=colour,
            stroke=edge,
            stroke_width=2,
        )
    ]


def labels(figure: Plane, field: Field) -> tuple[list[str], list[tuple[int, Dot]]]:
    """Each label in the first free corner of its cross; what finds no room gets a number."""
    taken = [box_of(field.x(d.x) - 9, field.y(d.y) - 9, 18, 18) for d in figure.dots]
    corner = [ink.width(text, 17, bold=True) for text in figure.corners]
    right, bottom = field.left + field.side, field.top + field.high
    taken += [
        box_of(field.left, field.top, corner[0] + 16, 30),
        box_of(right - corner[1] - 16, field.top, corner[1] + 16, 30),
        box_of(field.left, bottom - 30, corner[2] + 16, 30),
        box_of(right - corner[3] - 16, bottom - 30, corner[3] + 16, 30),
    ]
    parts: list[str] = []
    listed: list[tuple[int, Dot]] = []
    for dot in figure.dots:
        text = ink.shortened(dot.label, 15, 220, bold=True)
        placed = free_corner(dot, text, field, taken)
        if placed is None:
            listed.append((len(listed) + 1, dot))
            text = str(len(listed))
            placed = free_corner(dot, text, field, taken) or (
                field.x(dot.x) + 10,
                field.y(dot.y) - 10,
            )
        x, y = placed
        taken.append(box_of(x, y - 14, ink.width(text, 15, bold=True), 18))
        fill = ink.SOFT if dot.grey else ink.INK
        parts.append(
            ink.words(
                text,
                x,
                y,
                15,
                fill=fill,
                font_weight=600,
                stroke=ink.WHITE,
                stroke_width=3,
                paint_order="stroke",
            )
        )
    return parts, listed


def free_corner(dot: Dot, text: str, field: Field, taken: list[Box]) -> tuple[float, float] | None:
    x, y, room = field.x(dot.x), field.y(dot.y), ink.width(text, 15, bold=True)
    for left, base in (
        (x + 12, y - 10),
        (x + 12, y + 20),
        (x - 12 - room, y - 10),
        (x - 12 - room, y + 20),
    ):
        box = box_of(left, base - 14, room, 18)
        inside = (
            left >= field.left and box.right <= field.left + field.side and box.top >= field.top
        )
        if inside and not any(box.meets(other) for other in taken):
            return left, base
    return None


def box_of(left: float, top: float, wide: float, high: float) -> Box:
    return Box(left, top, left + wide, top + high)

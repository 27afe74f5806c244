"""The plane on the wall: where dots, crosses and words go, in the units of one drawing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from flask_babel import gettext as _

from analysis.draw import placing
from analysis.draw.looks import Look
from analysis.draw.placing import Box, Label
from analysis.draw.placing import Spot as Marked
from survey_app.activities.matrix.placing import LEAST, MOST, MatrixResult, Placed, Spread

LOOK = Look("hall", 1720, 0, 44, 44, 44, 60, 40)
WIDE, HIGH = 1720.0, 560.0
LEFT, TOP, RIGHT, BOTTOM = 260.0, 4.0, 1716.0, 496.0
RADIUS = 16.0
INSIDE = 22.0
BAND = 66.0
"""Above and below, where the words of the corners stand and no dot comes."""

LINE = 1.12
UP = f"M130 {BOTTOM - 130}V{TOP + 90}l-10 16m10-16l10 16"
ACROSS = f"M{LEFT + 190} 532H{RIGHT - 200}l-16-10m16 10l-16 10"
ARROWS = UP + ACROSS


@dataclass(frozen=True, slots=True)
class Said:
    """A few words at a place."""

    words: str
    x: float
    y: float
    anchor: str = "start"
    do: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """Where dots and words may lie; ``placing`` asks for it."""

    look: Look = LOOK
    left: float = LEFT
    top: float = TOP
    wide: float = RIGHT - LEFT
    high: float = BOTTOM - TOP
    radius: float = RADIUS


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything ``plane.html`` writes down."""

    corners: tuple[Said, ...]
    ends: tuple[Said, ...]
    spots: tuple[Marked, ...] = ()
    labels: tuple[Label, ...] = ()
    shifts: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    arrows: str = ARROWS
    wide: float = WIDE
    high: float = HIGH
    left: float = LEFT
    top: float = TOP
    width: float = RIGHT - LEFT
    height: float = BOTTOM - TOP
    middle_x: float = (LEFT + RIGHT) / 2
    middle_y: float = (TOP + BOTTOM) / 2
    leading: float = field(default=LOOK.text * LINE)


def drawn(result: MatrixResult | None, before: MatrixResult | None, language: str) -> Drawn:
    """Lay the plane out; without a result it is empty."""
    corners = corner_words()
    if result is None:
        return Drawn(tuple(corners), tuple(end_words()))
    spots = [spot(one, language) for one in result.placed]
    taken = [box_of(one) for one in corners]
    labels = placing.labels(spots, Ground(), taken=taken)
    return Drawn(
        tuple(corners),
        tuple(end_words()),
        tuple(spots),
        tuple(labels),
        tuple(shifts(result, before)),
        tuple(label.text for label in labels if label.number),
    )


def corner_words() -> list[Said]:
    """The four corners in words; only one of them is a call to act."""
    right = RIGHT - INSIDE
    low = BOTTOM - INSIDE
    return [
        Said(_("Eerst uitzoeken"), LEFT + INSIDE, TOP + 50),
        Said(_("Doen"), right, TOP + 50, "end", do=True),
        Said(_("Nu niet"), LEFT + INSIDE, low),
        Said(_("Mag erbij"), right, low, "end"),
    ]


def end_words() -> list[Said]:
    edge = LEFT - INSIDE
    return [
        Said(_("belangrijk"), edge, TOP + 44, "end"),
        Said(_("minder"), edge, BOTTOM - 52, "end"),
        Said(_("belangrijk"), edge, BOTTOM - 4, "end"),
        Said(_("moeilijk"), LEFT, 546),
        Said(_("haalbaar"), RIGHT, 546, "end"),
    ]


def box_of(said: Said) -> Box:
    wide = len(said.words) * LOOK.text * 0.62
    left = said.x - wide if said.anchor == "end" else said.x
    return Box.at(left, said.y - LOOK.text * 1.1, wide, LOOK.text * 1.5)


def spot(one: Placed, language: str) -> Marked:
    left, x, right = (across(point) for point in three(one.feasible))
    bottom, y, top = (upward(point) for point in three(one.important))
    words = one.option.text.wording(language).text
    return Marked(words, grey=False, x=x, y=y, left=left, right=right, top=top, bottom=bottom)


def three(spread: Spread) -> tuple[Fraction, Fraction, Fraction]:
    return spread.low, spread.middle, spread.high


def across(point: Fraction) -> float:
    return LEFT + RADIUS * 2 + part(point) * (RIGHT - LEFT - RADIUS * 4)


def upward(point: Fraction) -> float:
    return BOTTOM - BAND - part(point) * (BOTTOM - TOP - 2 * BAND)


def part(point: Fraction) -> float:
    return float((point - LEAST) / (MOST - LEAST))


def shifts(result: MatrixResult, before: MatrixResult | None) -> list[str]:
    """A line from where an option lay in the round before to where it lies now."""
    held: Mapping[str, Placed] = {one.code: one for one in before.placed} if before else {}
    lines = []
    for one in result.placed:
        old = held.get(one.code)
        if old is not None and middle(old) != middle(one):
            (x, y), (to_x, to_y) = middle(old), middle(one)
            lines.append(f"M{x:.0f} {y:.0f}L{to_x:.0f} {to_y:.0f}")
    return lines


def middle(one: Placed) -> tuple[float, float]:
    return across(one.feasible.middle), upward(one.important.middle)

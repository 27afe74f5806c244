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

LOOK = Look("hall", 1720, 0, 46, 46, 46, 60, 40)
LEFT, TOP = 260.0, 4.0
RADIUS = 16.0
INSIDE = 22.0
BAND = 66.0
"""Above and below, where the words of the corners stand and no dot comes."""

LINE = 1.12


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
    """Where dots and words may lie, on a sheet of this size; ``placing`` asks for it."""

    sheet_wide: float
    sheet_high: float
    look: Look = LOOK
    left: float = LEFT
    top: float = TOP
    radius: float = RADIUS

    @property
    def right(self) -> float:
        return self.sheet_wide - 4

    @property
    def bottom(self) -> float:
        return self.sheet_high - 64

    @property
    def wide(self) -> float:
        return self.right - self.left

    @property
    def high(self) -> float:
        return self.bottom - self.top

    @property
    def arrows(self) -> str:
        up = f"M130 {self.bottom - 130}V{TOP + 90}l-10 16m10-16l10 16"
        return f"{up}M{LEFT + 190} {self.sheet_high - 28}H{self.right - 200}l-16-10m16 10l-16 10"

    def across(self, point: Fraction) -> float:
        return LEFT + RADIUS * 2 + part(point) * (self.wide - RADIUS * 4)

    def upward(self, point: Fraction) -> float:
        return self.bottom - BAND - part(point) * (self.high - 2 * BAND)


SHAPES = {"wide": Ground(1720, 560), "tall": Ground(1340, 600)}
"""For a wide wall and for one of four by three: on both, the last row can read the words."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything ``plane.html`` writes down."""

    ground: Ground
    corners: tuple[Said, ...]
    ends: tuple[Said, ...]
    spots: tuple[Marked, ...] = ()
    labels: tuple[Label, ...] = ()
    shifts: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    leading: float = field(default=LOOK.text * LINE)


def drawn(
    result: MatrixResult | None, before: MatrixResult | None, language: str, ground: Ground
) -> Drawn:
    """Lay the plane out; without a result it is empty."""
    corners, ends = tuple(corner_words(ground)), tuple(end_words(ground))
    if result is None:
        return Drawn(ground, corners, ends)
    spots = tuple(spot(one, language, ground) for one in result.placed)
    taken = [box_of(one) for one in corners]
    labels = placing.labels(spots, ground, taken=taken)
    numbered = tuple(label.text for label in labels if label.number)
    moved = tuple(shifts(result, before, ground))
    return Drawn(ground, corners, ends, spots, tuple(labels), moved, numbered)


def corner_words(ground: Ground) -> list[Said]:
    """The four corners in words; only one of them is a call to act."""
    right = ground.right - INSIDE
    low = ground.bottom - INSIDE
    return [
        Said(_("Eerst uitzoeken"), LEFT + INSIDE, TOP + 50),
        Said(_("Doen"), right, TOP + 50, "end", do=True),
        Said(_("Nu niet"), LEFT + INSIDE, low),
        Said(_("Mag erbij"), right, low, "end"),
    ]


def end_words(ground: Ground) -> list[Said]:
    edge, below = LEFT - INSIDE, ground.sheet_high - 14
    return [
        Said(_("belangrijk"), edge, TOP + 44, "end"),
        Said(_("minder"), edge, ground.bottom - 52, "end"),
        Said(_("belangrijk"), edge, ground.bottom - 4, "end"),
        Said(_("moeilijk"), LEFT, below),
        Said(_("haalbaar"), ground.right, below, "end"),
    ]


def box_of(said: Said) -> Box:
    wide = len(said.words) * LOOK.text * 0.62
    left = said.x - wide if said.anchor == "end" else said.x
    return Box.at(left, said.y - LOOK.text * 1.1, wide, LOOK.text * 1.5)


def spot(one: Placed, language: str, ground: Ground) -> Marked:
    left, x, right = (ground.across(point) for point in three(one.feasible))
    bottom, y, top = (ground.upward(point) for point in three(one.important))
    words = one.option.text.wording(language).text
    return Marked(words, grey=False, x=x, y=y, left=left, right=right, top=top, bottom=bottom)


def three(spread: Spread) -> tuple[Fraction, Fraction, Fraction]:
    return spread.low, spread.middle, spread.high


def part(point: Fraction) -> float:
    return float((point - LEAST) / (MOST - LEAST))


def shifts(result: MatrixResult, before: MatrixResult | None, ground: Ground) -> list[str]:
    """A line from where an option lay in the round before to where it lies now."""
    held: Mapping[str, Placed] = {one.code: one for one in before.placed} if before else {}
    lines = []
    for one in result.placed:
        old = held.get(one.code)
        if old is not None and middle(old, ground) != middle(one, ground):
            (x, y), (to_x, to_y) = middle(old, ground), middle(one, ground)
            lines.append(f"M{x:.0f} {y:.0f}L{to_x:.0f} {to_y:.0f}")
    return lines


def middle(one: Placed, ground: Ground) -> tuple[float, float]:
    return ground.across(one.feasible.middle), ground.upward(one.important.middle)

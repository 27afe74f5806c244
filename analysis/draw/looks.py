"""The sizes of a drawing on a phone, the coach's screen, a projector and paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """``text`` is the size of labels, ``small`` of axis and notes, ``title`` of the finding.

    ``row`` is the least height of a row and ``bar`` that of its bar; ``tight`` stands for a narrow
    page, where labels go above their bars. ``stretch`` is how much wider than Source Sans the
    reader's own letters may be; ``tallest`` limits the picture, and what does not fit is counted.
    A hall has no eyes for ``sides``, the column at the right.
    """

    name: str
    width: float
    margin: float
    text: float
    small: float
    title: float
    row: float
    bar: float
    tight: bool = False
    stretch: float = 1.02
    tallest: float = 0.0
    sides: bool = True


PHONE = Look("phone", 360, 16, 17, 15, 22, 40, 18, tight=True, stretch=1.16)
DESK = Look("desk", 1080, 28, 16, 14, 28, 38, 22, stretch=1.08)
PROJECTOR = Look("projector", 1920, 96, 48, 44, 76, 100, 60, tallest=1080, sides=False)
PRINT = Look("print", 832, 6, 18, 15, 30, 40, 22)

LOOKS = {look.name: look for look in (PHONE, DESK, PROJECTOR, PRINT)}

"""What stands on an axis: a bar or a dot, its interval with a halo, its value beside it."""

from dataclasses import dataclass

from analysis.draw import ink
from analysis.draw.looks import Look
from analysis.draw.widths import width
from analysis.figure import Bar, Bars


@dataclass(frozen=True, slots=True)
class Axis:
    """From ``start`` to ``end`` in the drawing lie the values ``base`` to ``top``."""

    start: float
    end: float
    base: float
    top: float

    def x(self, value: float) -> float:
        part = (value - self.base) / ((self.top - self.base) or 1.0)
        return self.start + (self.end - self.start) * min(1.0, max(0.0, part))


def mark(bar: Bar, figure: Bars, axis: Axis, y: float, look: Look) -> tuple[list[str], float]:
    """Draw a value around the line ``y``; return also how far to the right it reaches."""
    if bar.value is None:
        return [], axis.start
    end = axis.x(bar.value if figure.zero is None else max(bar.value, figure.zero))
    parts = dot(bar, axis, y, look) if figure.dots else block(bar, figure, axis, y, look)
    if bar.low is None or bar.high is None:
        return parts, end + (look.bar / 2 if figure.dots else 0)
    low, high = axis.x(bar.low), axis.x(bar.high)
    if figure.dots:
        return [whiskers(low, high, y, look), *parts], max(high, end + look.bar / 2)
    return [*parts, whiskers(low, high, y, look)], max(high, end)


def block(bar: Bar, figure: Bars, axis: Axis, y: float, look: Look) -> list[str]:
    """A bar; white with an outline when it does not compete with the others."""
    zero = axis.start if figure.zero is None else axis.x(figure.zero)
    reach, top = axis.x(bar.value or 0.0), y - look.bar / 2
    start, wide = min(zero, reach), abs(reach - zero)
    if bar in figure.apart:
        edge = look.bar / 16
        inner = max(0.0, wide - edge)
        return [
            ink.rect(
                start, top + edge / 2, inner, look.bar - edge,
                fill=ink.WHITE, stroke=ink.SOFT, stroke_width=edge,
            )
        ]  # fmt: skip
    return [ink.rect(start, top, wide, look.bar, rx=look.bar / 9, fill=colour(bar))]


def dot(bar: Bar, axis: Axis, y: float, look: Look) -> list[str]:
    """A place on a scale."""
    return [
        ink.tag(
            "circle", cx=axis.x(bar.value or 0.0), cy=y, r=look.bar * 0.36,
            fill=colour(bar), stroke=ink.WHITE, stroke_width=look.bar / 9,
        )
    ]  # fmt: skip


def colour(bar: Bar) -> str:
    return ink.TOP if bar.strong else ink.REST


def whiskers(low: float, high: float, y: float, look: Look) -> str:
    """The interval: ink on a white halo, so that it reads on the bar and beside it, in grey too."""
    half, thick = look.bar * 0.26, look.bar / 9
    d = (
        f"M{ink.at(low, y - half)}V{ink.written(y + half)}M{ink.at(low, y)}H{ink.written(high)}"
        f"M{ink.at(high, y - half)}V{ink.written(y + half)}"
    )
    halo = ink.path(d, ink.WHITE, thick * 2, stroke_linecap="square")
    return halo + ink.path(d, ink.INK, thick)


def value(bar: Bar, x: float, y: float, look: Look) -> str:
    """What the mark says in words, right of everything that is drawn."""
    base = y + look.text * 0.35
    if bar.value is None:
        return ink.words(bar.shown, x, base, look.small, fill=ink.SOFT, font_style="italic")
    weight = ink.BOLD if bar.strong else ink.SEMI
    return ink.words(bar.shown, x, base, look.text, font_weight=weight, **ink.halo(look.text))


def value_room(bars: tuple[Bar, ...], look: Look) -> float:
    """What the longest value needs, with the gap before it."""
    shown = [width(bar.shown, look.text) for bar in bars if bar.value is not None]
    return max(shown, default=0.0) * look.stretch + look.text * 0.8

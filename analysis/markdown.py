"""Markdown from text of people: whatever they wrote stays text, and stays readable."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from analysis.chart import Cell
from question_banks.tidy import tidy

MEANT = re.compile(r"[\\`*_\[\]|~$@]|(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)
"""Signs that mean something anywhere in a line, addresses that would become links included."""

MEANT_FIRST = re.compile(r"^([0-9]*)([#+\-=:.)])")
"""Signs that mean something at the beginning of a line, such as ``1.`` or ``#``."""


def paragraph(text: str) -> str:
    """Text on one line, its signs escaped, nothing invisible in it."""
    line = escape(" ".join(tidy(text).split()), quote=False)
    return MEANT_FIRST.sub(r"\1\\\2", MEANT.sub(r"\\\g<0>", line))


def heading(level: int, text: str) -> str:
    return f"{'#' * level} {paragraph(text)}"


def table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table; what is not shown is an en dash, a number has four figures."""
    lines = [
        [paragraph(name) for name in columns],
        ["---" for _name in columns],
        *([shown(value) for value in row] for row in rows),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def shown(value: Cell) -> str:
    if value is None:
        return "–"
    return f"{value:.4g}" if isinstance(value, float) else paragraph(str(value))

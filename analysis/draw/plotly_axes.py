"""Texts and axes of the charts on the coach's screen, where no text is ever markup."""

from collections.abc import Sequence
from typing import Any

from analysis.draw import ink
from analysis.draw.widths import broken
from question_banks.tidy import tidy

Json = dict[str, Any]
LABEL_ROOM = 260.0


def plain(text: str) -> str:
    """Plotly reads a little markup in texts: none of it may come from people."""
    safe = tidy(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace("\n", " ")


def label(text: str, room: float = LABEL_ROOM) -> str:
    """A label beside a bar, on as many lines as it needs."""
    return "<br>".join(plain(line) for line in broken(tidy(text), 15, room))


def told(*parts: str) -> str:
    """What appears under the pointer: the parts that there are, each on its own line."""
    return "<br>".join(plain(part) for part in parts if part)


def rows_axis(labels: Sequence[str]) -> Json:
    """Rows from the top down, each on its own place: two may have the same words."""
    return {
        "tickvals": list(range(len(labels))),
        "ticktext": [label(text) for text in labels],
        "range": [len(labels) - 0.5, -0.5],
        "automargin": True,
        "fixedrange": True,
        "zeroline": False,
        "showgrid": False,
        "ticks": "outside",
        "ticklen": 8,
        "tickcolor": ink.WHITE,
    }


def value_axis(ticks: Sequence[tuple[float, str]], base: float, top: float, title: str) -> Json:
    return {
        "range": [base, top + (top - base) * 0.12],
        "tickvals": [value for value, _label in ticks],
        "ticktext": [plain(text) for _value, text in ticks],
        "title": {"text": plain(title), "font": {"size": 13, "color": ink.SOFT}},
        "gridcolor": ink.LINE,
        "zerolinecolor": ink.SOFT,
        "automargin": True,
        "fixedrange": True,
    }

"""Texts and axes of the charts on the coach's screen, where no text is ever markup."""

from collections.abc import Sequence
from typing import Any

from analysis.draw import ink
from analysis.draw.widths import wrap
from question_banks.tidy import tidy

Json = dict[str, Any]
LABEL_ROOM, LABEL_SIZE, NOTE_SIZE = 260.0, 15, 13
MOST_LINES = 3
ROW, LINE = 40, 20
"""The least height of a row, and what a line of its label takes."""

Row = tuple[str, str]
"""A label, and what stands small under it."""


def plain(text: str) -> str:
    """Plotly reads a little markup in texts: none of it may come from people."""
    safe = tidy(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace("\n", " ")


def label(text: str, room: float = LABEL_ROOM, *, size: float = LABEL_SIZE) -> str:
    """A label beside a bar, on at most three lines; the pointer shows all of it."""
    return "<br>".join(plain(one) for one in wrap(tidy(text), size, room, most=MOST_LINES))


def row_label(row: Row) -> str:
    text, note = row
    return "<br>".join(part for part in (label(text), label(note, size=NOTE_SIZE)) if part)


def row_height(rows: Sequence[Row]) -> int:
    """As high as the longest label needs; every row of an axis is as high."""
    lines = max((row_label(row).count("<br>") + 1 for row in rows), default=1)
    return max(ROW, LINE * lines + LINE // 2)


def told(*parts: str) -> str:
    """What appears under the pointer: the parts that there are, each on its own line."""
    return "<br>".join(plain(part) for part in parts if part)


def rows_axis(rows: Sequence[Row]) -> Json:
    """Rows from the top down, each on its own place: two may have the same words."""
    return {
        "tickvals": list(range(len(rows))),
        "ticktext": [row_label(row) for row in rows],
        "range": [len(rows) - 0.5, -0.5],
        "automargin": True,
        "fixedrange": True,
        "zeroline": False,
        "showgrid": False,
        "ticks": "outside",
        "ticklen": 8,
        "tickcolor": ink.WHITE,
    }


def at_right(title: str, texts: Sequence[str]) -> list[Json]:
    """A column of words right of the bars under its own title; nothing when no row has any."""
    if not any(texts):
        return []
    place = {"x": 1, "xref": "paper", "xanchor": "right", "align": "right", "showarrow": False}
    head = {"y": 1, "yref": "paper", "yanchor": "bottom", "text": label(title, LABEL_ROOM / 3)}
    rows = [{**place, "y": n, "text": plain(text)} for n, text in enumerate(texts) if text]
    return [{**place, **head, "font": {"size": NOTE_SIZE, "color": ink.SOFT}}, *rows]


def beneath(text: str) -> list[Json]:
    """What holds for all of a drawing, small under it."""
    if not text:
        return []
    place = {"x": 0, "y": 0, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top"}
    font = {"size": NOTE_SIZE, "color": ink.SOFT}
    return [{**place, "text": plain(text), "showarrow": False, "align": "left", "font": font}]


def room_for(beside: Sequence[Json]) -> Json:
    """What an axis leaves for a column at the right."""
    return {"domain": [0, 0.86]} if beside else {}


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

"""Read answers from a long CSV file, one line for each answer or option, a million lines if need be.

Columns: ``response,item,option,value,number,text,day,collector,mode,group`` (docs of the contract);
only the first two must be there. Lines may come in any order. What one person said to one item is
gathered first and read as a whole by the rule of its measure.
"""

import codecs
import csv
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from analysis.codebook import Codebook, ItemCode
from analysis.errors import AnalyseError, Mistake
from analysis.measures import Row, Rows, UnreadableError, answer_of
from analysis.words import N_
from question_banks import patterns
from question_banks.item import SAYS_DONT_KNOW, SAYS_SKIP
from question_banks.measures import Measure

COLUMNS = ("response", "item", "option", "value", "number", "text", "day", "collector", "mode",
           "group")  # fmt: skip
NEEDED = COLUMNS[:2]
DELIMITERS = ",;\t"
OTHER_ENCODINGS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
ENOUGH = 200
"""Reading stops after so many mistakes."""

TEXT_ITEMS = frozenset({Measure.TEXT, Measure.NONE})


class From(NamedTuple):
    """Where a response came from."""

    collector: str = ""
    mode: str = ""
    group: str = ""


class Key(NamedTuple):
    """What is counted: everybody with the same key gave the same answer."""

    item: str
    pattern: str
    came: From
    offered: tuple[str, ...] | None


class Reading(NamedTuple):
    """What stood in a file: counts, first and last day ("" when no day was given)."""

    counts: Counter[Key]
    first_day: str
    last_day: str


class Gathered:
    """Everything read so far. Equal rows are held once, so that a million lines fit in memory."""

    def __init__(self, codebook: Codebook) -> None:
        self.items = {item.code: item for item in codebook.items}
        self.said: defaultdict[str, dict[str, Rows]] = defaultdict(dict)
        self.came: dict[str, From] = {}
        self.days: set[str] = set()
        self.lines: dict[tuple[str, Rows], int] = {}
        self.known: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.same: dict[Rows, Rows] = {}
        self.mistakes: list[Mistake] = []

    def wrong(self, message: str, line: int, **params: str | int) -> None:
        self.mistakes.append(Mistake(message, line, params))

    def add(self, line: int, cells: dict[str, str]) -> None:
        """Take one line in, or say what is wrong with it."""
        response, item = cells["response"], cells["item"]
        if not response or not item:
            self.wrong(N_("vul response en item in."), line)
        elif item not in self.items:
            self.wrong(
                N_("vraag %(item)s staat niet in het codeboek. Voeg ze toe."), line, item=item
            )
        else:
            self.note_origin(line, response, cells)
            row = Row(cells["option"], cells["value"], cells["number"], cells["text"])
            self.note_row(line, response, item, row)

    def note_origin(self, line: int, response: str, cells: dict[str, str]) -> None:
        """Keep the channel, mode and group of a response; a later line may not say otherwise."""
        came = From(cells["collector"], cells["mode"], cells["group"])
        before = self.came.get(response)
        if before is None or before == From():
            self.came[response] = self.same_origin(came)
        elif came not in {before, From()}:
            self.wrong(
                N_("inzending %(response)s heeft twee kanalen, wijzen of groepen. Kies er één."),
                line,
                response=response,
            )
        if cells["day"] and cells["day"] not in self.days:
            self.note_day(line, cells["day"])

    def same_origin(self, came: From) -> From:
        return From(*self.known.setdefault(tuple(came), tuple(came)))

    def note_day(self, line: int, day: str) -> None:
        try:
            self.days.add(dt.date.fromisoformat(day).isoformat())
        except ValueError:
            self.wrong(N_("%(day)s is geen dag. Schrijf ze als 2026-05-20."), line, day=day)

    def note_row(self, line: int, response: str, item: str, row: Row) -> None:
        if self.items[item].measure in TEXT_ITEMS:
            row = Row(row.option) if row.option in {SAYS_DONT_KNOW, SAYS_SKIP} else Row(text="x")
        rows = (*self.said[item].get(response, ()), row)
        rows = self.same.setdefault(rows, rows)
        self.said[item][response] = rows
        self.lines.setdefault((item, rows), line)

"""Read answers from a long CSV file, one line an answer or an option, a million lines if need be.

Lines may come in any order: what one person said to one item is gathered first, and then read as a
whole by the rule of its measure.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from analysis.codebook import Codebook, ItemCode
from analysis.csv_lines import csv_lines
from analysis.errors import AnalyseError, Mistake
from analysis.measures import Row, Rows, UnreadableError, answer_of
from analysis.words import N_
from question_banks import patterns
from question_banks.answer import Status
from question_banks.item import SAYS_DONT_KNOW, SAYS_SKIP
from question_banks.measures import Measure

COLUMNS = (
    "response", "item", "option", "value", "number", "text", "day", "collector", "mode", "group",
)  # fmt: skip
ENOUGH = 200
"""Reading stops after so many mistakes."""

UNCOUNTED = frozenset({Measure.TEXT, Measure.NONE})
SPECIAL = frozenset({SAYS_DONT_KNOW, SAYS_SKIP})
WRITTEN = Row(text="x")
"""Free text is not kept: only that something was written."""

WRONG = {
    "unknown_option": N_("keuze “%(found)s” staat niet in het codeboek. Voeg ze toe."),
    "not_a_mark": N_("schrijf bij value 1 of 0, niet “%(found)s”."),
    "not_a_number": N_("schrijf bij number een getal, niet “%(found)s”."),
    "not_whole": N_("schrijf bij number een geheel getal, niet “%(found)s”."),
    "not_a_date": N_("schrijf een dag als 2026-05-20, niet “%(found)s”."),
    "wrong_sum": N_("de punten maken samen %(found)s. Kijk ze na."),
    "same_place": N_("twee keuzes hebben dezelfde plaats. Kijk ze na."),
    "twice": N_("“%(found)s” staat er tweemaal. Laat er één weg."),
}


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
    """What stood in a file; the first and the last day are "" when no day was given."""

    counts: Counter[Key]
    first_day: str
    last_day: str


@dataclass
class Gathered:
    """Everything read so far. Equal rows are held once, so that a million lines fit in memory."""

    items: dict[str, ItemCode]
    said: defaultdict[str, dict[str, Rows]] = field(default_factory=lambda: defaultdict(dict))
    came: dict[str, From] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    first_line: dict[tuple[str, Rows], int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    held: dict[tuple[object, ...], tuple[object, ...]] = field(default_factory=dict)

    def wrong(self, line: int, message: str, **params: str) -> None:
        self.mistakes.append(Mistake(message, line, params))


def read(path: Path, codebook: Codebook) -> Reading:
    """Read a file of answers; raise AnalyseError with every mistake (of the first 200)."""
    gathered = Gathered({item.code: item for item in codebook.items})
    for line, cells in csv_lines(path, COLUMNS, needed=("response", "item")):
        response, item, option, value, number, text, day, *came = cells
        if is_known(gathered, line, response, item):
            note_origin(gathered, line, response, From(*came))
            note_day(gathered, line, day)
            note_row(gathered, line, response, item, Row(option, value, number, text))
        if len(gathered.mistakes) >= ENOUGH:
            break
    counts = counted(gathered)
    if gathered.mistakes:
        raise AnalyseError(path.name, sorted(gathered.mistakes, key=lambda one: one.line))
    days = [day for day in gathered.days.values() if day]
    return Reading(counts, min(days, default=""), max(days, default=""))


def is_known(gathered: Gathered, line: int, response: str, item: str) -> bool:
    """Whether a line says whose answer to what it is; note what is wrong otherwise."""
    if not response or not item:
        gathered.wrong(line, N_("vul response en item in."))
    elif item not in gathered.items:
        gathered.wrong(
            line, N_("vraag “%(item)s” staat niet in het codeboek. Voeg ze toe."), item=item
        )
    else:
        return True
    return False


def note_origin(gathered: Gathered, line: int, response: str, came: From) -> None:
    """Keep where a response came from; a later line may leave it out, but not say otherwise."""
    before = gathered.came.get(response, From())
    if before == From():
        gathered.came[response] = gathered.held.setdefault(came, came)  # type: ignore[assignment]  # the same type comes out
    elif came not in {before, From()}:
        gathered.wrong(
            line,
            N_("inzending “%(response)s” heeft twee kanalen, wijzen of groepen. Kies er één."),
            response=response,
        )


def note_day(gathered: Gathered, line: int, day: str) -> None:
    if day in gathered.days:
        return
    gathered.days[day] = ""
    try:
        gathered.days[day] = dt.date.fromisoformat(day).isoformat() if day else ""
    except ValueError:
        gathered.wrong(line, WRONG["not_a_date"], found=day)


def note_row(gathered: Gathered, line: int, response: str, item: str, row: Row) -> None:
    if gathered.items[item].measure in UNCOUNTED and row.option not in SPECIAL:
        row = WRITTEN
    said = gathered.said[item]
    rows = (*said.get(response, ()), row)
    said[response] = rows = gathered.held.setdefault(rows, rows)  # type: ignore[assignment]  # the same type comes out
    gathered.first_line.setdefault((item, rows), line)


def counted(gathered: Gathered) -> Counter[Key]:
    """Count equal answers; note what cannot be read as an answer to its item."""
    counts: Counter[Key] = Counter()
    for code, said in gathered.said.items():
        item = gathered.items[code]
        if item.measure in UNCOUNTED:
            continue
        people = Counter((rows, gathered.came[response]) for response, rows in said.items())
        patterns_by_rows = dict(read_patterns(gathered, item, {rows for rows, _came in people}))
        marked = any(row.value in NOT_CHOSEN for rows in patterns_by_rows for row in rows)
        for (rows, came), n in people.items():
            if rows in patterns_by_rows:
                offered = offered_in(item, rows) if marked else None
                counts[Key(code, patterns_by_rows[rows], came, offered)] += n
    return counts


NOT_CHOSEN = frozenset({"0", "0.0"})


def read_patterns(
    gathered: Gathered, item: ItemCode, different: set[Rows]
) -> Iterator[tuple[Rows, str]]:
    """Read each different answer once."""
    for rows in different:
        try:
            answer = answer_of(item, rows)
        except UnreadableError as error:
            line = gathered.first_line[item.code, rows]
            gathered.wrong(line, WRONG[error.what], found=error.found)
        else:
            nothing = answer.status is Status.GIVEN and answer.value == ()
            yield rows, "" if nothing else patterns.write(item.measure, answer) or ""


def offered_in(item: ItemCode, rows: Rows) -> tuple[str, ...] | None:
    """The options of a multiple that a person was shown: those with a row, whether 1 or 0.

    None for all of them: also when a file marks no option 0, and so does not say what was shown.
    """
    if item.measure is not Measure.MULTIPLE:
        return None
    named = {row.option for row in rows}
    shown = tuple(code for code in item.option_codes if code in named)
    return None if not shown or shown == item.option_codes else shown

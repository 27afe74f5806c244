"""What analysis must know of a level of measurement: how to read it, and how it scores options."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.codebook import ItemCode
from question_banks.answer import DONT_KNOW, SKIPPED, Answer, Status
from question_banks.item import SAYS_DONT_KNOW, SAYS_SKIP
from question_banks.measures import Measure

Says = Mapping[str, float]
"""Score by option code; an option without a score was not judged."""


class Row(NamedTuple):
    """One line of an answers file, without who sent it."""

    option: str = ""
    value: str = ""
    number: str = ""
    text: str = ""


Rows = tuple[Row, ...]


class UnreadableError(ValueError):
    """The rows of one answer that mean nothing; ``what`` names what is wrong."""

    def __init__(self, what: str, found: str = "") -> None:
        super().__init__(f"{what}: {found}")
        self.what = what
        self.found = found


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """How one measure is read from rows and scored.

    ``unit`` is "share", "mean", "points" or "rank", and empty when there is nothing to put in
    order. ``says(item, value, shown)`` returns the scores of one answer; ``value`` is None for a
    don't know, ``shown`` are the options that this person could choose from.
    """

    unit: str
    says: Callable[[ItemCode, Any, tuple[str, ...]], Says]
    from_rows: Callable[[ItemCode, Rows], Any]


RULES: dict[Measure, MeasureRule] = {}


def register(measure: Measure, rule: MeasureRule) -> MeasureRule:
    """Make a measure known; a second rule for the same measure is refused."""
    if measure in RULES:
        raise ValueError(f"two rules for measure {measure}")
    RULES[measure] = rule
    return rule


def nothing(_item: ItemCode, _value: Any, _shown: tuple[str, ...]) -> Says:
    """Score nothing: this measure has no options to put in order."""
    return {}


def answer_of(item: ItemCode, rows: Rows) -> Answer:
    """Read the rows of one person and one item; raise UnreadableError when they mean nothing.

    Whoever left any row but ``__skipped`` took part. When those rows hold no value, or
    ``__dont_know`` stands beside an empty choice, the person counts as not knowing.
    """
    if all(row.option == SAYS_SKIP for row in rows):
        return SKIPPED
    given = tuple(row for row in rows if row.option not in {SAYS_DONT_KNOW, SAYS_SKIP})
    value = RULES[item.measure].from_rows(item, given) if given else None
    unsure = any(row.option == SAYS_DONT_KNOW for row in rows)
    if value is None or (value == () and unsure):
        return DONT_KNOW
    return Answer(Status.GIVEN, value)


def says_dont_know(row: Row) -> bool:
    """Whether a row says so in a cell, as a grid's row does."""
    return SAYS_DONT_KNOW in (row.value, row.number, row.text)


def known_option(item: ItemCode, code: str) -> str:
    """Return an option's code if the codebook has it; refuse it otherwise."""
    if code not in item.option_codes:
        raise UnreadableError("unknown_option", code)
    return code


def chosen(item: ItemCode, rows: Rows) -> tuple[str, ...]:
    """The options whose row says 1, or says nothing beside its option; in the codebook's order."""
    marks = dict(once((known_option(item, row.option), row) for row in rows))
    picked = {code for code, row in marks.items() if mark(row)}
    return tuple(code for code in item.option_codes if code in picked)


def mark(row: Row) -> bool:
    said = row.value or row.number
    if said not in {"", "0", "1", "0.0", "1.0"}:
        raise UnreadableError("not_a_mark", said)
    return said in {"", "1", "1.0"}


def once(pairs: Iterator[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
    """Pass pairs on; refuse a code that comes twice."""
    seen: set[str] = set()
    for code, row in pairs:
        if code in seen:
            raise UnreadableError("twice", code)
        seen.add(code)
        yield code, row


def single(rows: Rows) -> Row:
    """The one row that there may be."""
    if len(rows) > 1:
        raise UnreadableError("twice", rows[1].option or rows[1].value or rows[1].number)
    return rows[0]


def number_of(row: Row, *, besides: str = "") -> float:
    """The number in a row, with a point or a comma; 0 is a number, an empty cell is not."""
    text = row.number or row.value or besides
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        raise UnreadableError("not_a_number", text) from None
    if not abs(found) < 1e15:  # noqa: PLR2004 — the widest number that the pattern grammar holds; also refuses nan
        raise UnreadableError("not_a_number", text)
    return found


def whole_of(row: Row, *, besides: str = "") -> int:
    """The whole number in a row."""
    found = number_of(row, besides=besides)
    if found != int(found):
        raise UnreadableError("not_whole", row.number or row.value)
    return int(found)


def point_of(item: ItemCode, row: Row, *, besides: str = "") -> int:
    """The point of the item's scale in a row; any whole number when the scale is not known."""
    point = whole_of(row, besides=besides)
    if item.points and str(point) not in {p.code for p in item.points}:
        raise UnreadableError("unknown_option", str(point))
    return point

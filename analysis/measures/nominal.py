"""One of several: an option scores 1 with whoever chose it, 0 with everybody else who answered."""

from analysis.codebook import ItemCode
from analysis.measures.rule import MeasureRule, Rows, Says, UnreadableError, chosen, register
from question_banks.measures import Measure


def says(_item: ItemCode, value: str | None, shown: tuple[str, ...]) -> Says:
    """Score every option shown; a don't know chose none of them and stays in the base."""
    return {code: float(code == value) for code in shown}


def from_rows(item: ItemCode, rows: Rows) -> str | None:
    """Read one option, in the column ``option`` or, as some programs write it, in ``value``."""
    named = tuple(
        row if row.option else row._replace(option=row.value or row.text, value="") for row in rows
    )
    picked = chosen(item, named)
    if len(picked) > 1:
        raise UnreadableError("twice", picked[1])
    return picked[0] if picked else None


register(Measure.NOMINAL, MeasureRule("share", says, from_rows))

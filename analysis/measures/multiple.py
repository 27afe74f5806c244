"""Any of several: an option scores 1 with whoever chose it, 0 with who was shown it and did not."""

from analysis.codebook import ItemCode
from analysis.measures.rule import MeasureRule, Rows, Says, chosen, register
from question_banks.measures import Measure


def says(_item: ItemCode, value: tuple[str, ...] | None, shown: tuple[str, ...]) -> Says:
    """Score every option shown; a don't know chose none of them and stays in the base."""
    return {code: float(code in (value or ())) for code in shown}


def from_rows(item: ItemCode, rows: Rows) -> tuple[str, ...]:
    """Read the options marked 1; an empty choice is an answer too."""
    return chosen(item, rows)


register(Measure.MULTIPLE, MeasureRule("share", says, from_rows))

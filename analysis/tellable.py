"""Which figures of an item may be told: all of an ungrouped one, few of a group or a sensitive one.

The rule itself stands in ``disclosure``; here an item's answers are laid out as the tables of
people to which it applies.
"""

from collections.abc import Sequence

from analysis.codebook import ItemCode
from analysis.disclosure import LEAST, protect
from analysis.scores import UNITS, Scores
from question_banks.item import SAYS_DONT_KNOW, SAYS_SKIP
from question_banks.measures import Measure

DONT_KNOW, SKIPPED = SAYS_DONT_KNOW, SAYS_SKIP

Told = frozenset[str]
"""Option codes, and ``__dont_know`` and ``__skipped`` for those two numbers."""


def tellable(item: ItemCode, parts: Sequence[Scores], *, k: int = LEAST) -> tuple[Told, ...]:
    """What may be told of each part.

    One part is the whole: everything may be told unless the item is sensitive. Several parts are
    the groups that add up to a whole which a reader knows. A share is told of those who chose and
    those who did not; a mean of those who judged and those who did not.
    """
    if len(parts) == 1 and not item.sensitive:
        return (frozenset({*parts[0].options, DONT_KNOW, SKIPPED}),)
    told: list[set[str]] = [set() for _part in parts]
    for codes, table in tables_of(item, parts):
        shown = protect(table, k=k, column_totals=len(parts) > 1)
        for names, row in zip(told, shown, strict=True):
            names.update(code for code, n in zip(codes, row, strict=True) if n is not None)
    [skipped] = protect([[part.skipped for part in parts]], k=k, column_totals=False)
    for names, n in zip(told, skipped, strict=True):
        names.update(() if n is None else (SKIPPED,))
    return tuple(frozenset(names - {REST}) for names in told)


REST = ""
"""Stands for whoever is left over in a table; it is no figure of its own."""

Labelled = tuple[tuple[str, ...], list[list[int]]]


def tables_of(item: ItemCode, parts: Sequence[Scores]) -> list[Labelled]:
    """Tables of people who did not skip, a row for each part; the sum of a row is always told."""
    options = parts[0].options
    if item.measure is Measure.NOMINAL:
        chosen = [[*people(item, part), part.dont_know] for part in parts]
        return [((*options, DONT_KNOW), chosen)]
    known = [[part.n - part.dont_know, part.dont_know] for part in parts]
    told: list[Labelled] = [((REST, DONT_KNOW), known)]
    for column, code in enumerate(options):
        told.append(((code, REST), [in_or_out(item, part, column) for part in parts]))
    return told


def people(item: ItemCode, part: Scores) -> list[int]:
    """How many people each option's figure stands for: who chose it, or who judged it."""
    import numpy as np  # noqa: PLC0415 — slow import

    stands = part.table == 1 if UNITS[item.measure] == "share" else ~np.isnan(part.table)
    return [round(n) for n in stands.T @ part.weights]


def in_or_out(item: ItemCode, part: Scores, column: int) -> list[int]:
    """Those an option's figure stands for, and the others who were shown it."""
    inside = people(item, part)[column]
    return [inside, round(float(part.shown[:, column] @ part.weights)) - inside]

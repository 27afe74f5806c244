"""Answers on their way to a chart: counted patterns, with the codebook that explains them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from analysis import answers_csv
from analysis.codebook import Codebook
from question_banks import patterns
from question_banks.answer import Answer, Status
from question_banks.measures import Measure

NOTHING_CHOSEN = Answer(Status.GIVEN, ())
"""What a file may say of a multiple, though no form does: an answer without a choice."""

NOTHING_PATTERN = ""


class PatternCount(NamedTuple):
    """``n`` people gave this answer to this item.

    ``offered`` holds the option codes that their version of the item offered; None means all that
    the codebook knows. ``pattern`` is in the grammar of ``question_banks.patterns``.
    """

    item: str
    pattern: str
    n: int
    collector: str = ""
    mode: str = "self"
    version: int = 1
    group: str = ""
    offered: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Dataset:
    """Counted answers of one survey or project."""

    codebook: Codebook
    counts: tuple[PatternCount, ...]
    first_day: str = ""
    last_day: str = ""
    collectors: Mapping[str, str] = field(default_factory=dict)

    def of(self, item: str) -> tuple[PatternCount, ...]:
        """The patterns of one item."""
        return self.by_item.get(item, ())

    @cached_property
    def by_item(self) -> dict[str, tuple[PatternCount, ...]]:
        """The patterns of each item, in the order of ``counts``."""
        return by(self.counts, "item")

    def where(self, **fields: str | int) -> "Dataset":
        """Keep the patterns whose fields have these values, such as ``collector="poster"``."""
        kept = tuple(
            count
            for count in self.counts
            if all(getattr(count, name) == value for name, value in fields.items())
        )
        return replace(self, counts=kept)


def answer_in(measure: Measure, pattern: str) -> Answer:
    """Read a counted pattern; raise ValueError when it is none of this measure."""
    if measure is Measure.MULTIPLE and pattern == NOTHING_PATTERN:
        return NOTHING_CHOSEN
    return patterns.read(measure, pattern)


def pooled(counts: Iterable[PatternCount]) -> tuple[PatternCount, ...]:
    """Add up equal patterns over collectors, modes, groups and versions that offered the same."""
    totals: Counter[tuple[str, str, tuple[str, ...] | None]] = Counter()
    for count in counts:
        totals[count.item, count.pattern, count.offered] += count.n
    ordered = sorted(totals.items(), key=lambda pair: (pair[0][0], pair[0][1], pair[0][2] or ()))
    return tuple(
        PatternCount(item, pattern, n, offered=offered)
        for (item, pattern, offered), n in ordered
        if n > 0
    )


def by(counts: Iterable[PatternCount], what: str) -> dict[str, tuple[PatternCount, ...]]:
    """Split patterns by ``collector``, ``mode``, ``version`` or ``group``."""
    groups: defaultdict[str, list[PatternCount]] = defaultdict(list)
    for count in counts:
        groups[str(getattr(count, what))].append(count)
    return {name: tuple(held) for name, held in groups.items()}


def read_answers_csv(path: Path, codebook: Codebook) -> Dataset:
    """Read a long CSV file of answers (columns in ``answers_csv``).

    An item's base is everybody with any row of it that is not ``__skipped``. For a multiple, one
    row an option offered with value 1 or 0: an option without a row was not offered to that person,
    unless the file marks no option of that item 0. Raise AnalyseError with all mistakes at once,
    and OSError when the file cannot be opened.
    """
    reading = answers_csv.read(path, codebook)
    counts = tuple(
        PatternCount(
            key.item, key.pattern, n, key.came.collector, key.came.mode or "self",
            group=key.came.group, offered=key.offered,
        )
        for key, n in sorted(reading.counts.items(), key=lambda pair: repr(pair[0]))
    )  # fmt: skip
    collectors = {count.collector: count.collector for count in counts if count.collector}
    return Dataset(codebook, counts, reading.first_day, reading.last_day, collectors)

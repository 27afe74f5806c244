"""Answers on their way to a chart: counted patterns, with the codebook that explains them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from analysis.codebook import Codebook


@dataclass(frozen=True, slots=True)
class PatternCount:
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


@dataclass(frozen=True, slots=True)
class Dataset:
    """Counted answers of one survey or project."""

    codebook: Codebook
    counts: tuple[PatternCount, ...]
    first_day: str = ""
    last_day: str = ""
    collectors: Mapping[str, str] = field(default_factory=dict)

    def of(self, item: str) -> tuple[PatternCount, ...]:
        """The patterns of one item."""
        return tuple(count for count in self.counts if count.item == item)

    def where(self, **fields: str | int) -> "Dataset":
        """Keep the patterns whose fields have these values, such as ``collector="poster"``."""
        kept = tuple(
            count
            for count in self.counts
            if all(getattr(count, name) == value for name, value in fields.items())
        )
        return replace(self, counts=kept)


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

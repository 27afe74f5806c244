"""The gaps of one group among several: told only as far as the figures of all groups together may.

A gap tells two figures, the group's and that of all others. Beside the gaps of other groups, those
of a small one could be worked out; so a group and its options have gaps only where they would have
figures of their own beside the whole and all other groups.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST
from analysis.gaps import Gaps, gaps
from analysis.groups import priorities_by
from analysis.priorities import own_words


def gaps_among(
    item: ItemCode,
    whole: Iterable[PatternCount],
    groups: Mapping[str, tuple[PatternCount, ...]],
    group: str,
    *,
    name: str,
    lives: float | None = None,
    k: int = LEAST,
) -> Gaps:
    """What ``group`` wants more or less than the others; ``groups`` are all there are."""
    everybody = tuple(whole)
    may = {row.option for row in priorities_by(item, everybody, groups, k=k)[group].rows}
    others = [one for code, held in groups.items() if code != group for one in held]
    found = gaps(item, groups[group], others, name=name, lives=lives, k=k)
    rows = tuple(row for row in found.rows if row.option in may)
    if not rows:
        return replace(found, n=0, n_others=0, rows=(), hidden=True)
    shown = {row.option for row in rows}
    codes = item.option_codes or (item.code,)
    left_out = tuple(own_words(item, code) for code in codes if code not in shown)
    return replace(found, rows=rows, left_out=left_out)

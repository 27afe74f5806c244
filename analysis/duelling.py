"""How strong each option is in duels, with how sure that is; for short rankings and for pairs."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from analysis.codebook import ItemCode
from analysis.dataset import PatternCount
from analysis.disclosure import LEAST, may_show
from analysis.tally.bradley_terry import IMAGINED
from analysis.tally.count import Vote, answers_of
from analysis.tally.pairwise import place
from analysis.uncertainty import SEED, chance_first, percentiles, resamples
from question_banks.answer import Status

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DRAWS = 400
STEPS = 500
SETTLED = 1e-9


@dataclass(frozen=True, slots=True)
class Strength:
    """``wins`` is the chance to win a duel against another option, on average over the others.

    ``duels`` is how many were fought; ``low`` and ``high`` bound the chance (bootstrap, 95 %).
    """

    option: str
    label: str
    wins: float
    low: float
    high: float
    duels: int
    p_first: float


@dataclass(frozen=True, slots=True)
class Strengths:
    """Options by strength; hidden when fewer than ``k`` people answered."""

    item: str
    label: str
    n: int
    rows: tuple[Strength, ...]
    hidden: bool = False


def duelling(
    item: ItemCode,
    counts: Iterable[PatternCount],
    *,
    k: int = LEAST,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Strengths:
    """Estimate strengths by Bradley-Terry and bootstrap them over people."""
    import numpy as np  # noqa: PLC0415 — slow import

    votes = [
        Vote(answer.value if answer.given else None, n, shown)
        for answer, n, shown in answers_of(item, counts)
        if answer.status is not Status.SKIPPED
    ]
    n = sum(vote.n for vote in votes)
    if not may_show(n, k=k):
        return Strengths(item.code, item.label, 0, (), hidden=True)
    above = np.array([preferences(vote, item.option_codes) for vote in votes])
    people = np.array([vote.n for vote in votes], dtype=np.float64)
    found = winning(np.tensordot(people, above, 1)[None])[0]
    drawn = np.concatenate(
        [
            winning(np.tensordot(some, above, 1))
            for some in resamples(people, draws=draws, seed=seed)
        ]
    )
    first = chance_first(drawn)
    fought = np.tensordot(people, above + above.transpose(0, 2, 1), 1).sum(axis=1)
    rows = [
        Strength(
            code, item.label_of(code), float(found[i]), *percentiles(drawn[:, i]),
            duels=round(float(fought[i])), p_first=float(first[i]),
        )
        for i, code in enumerate(item.option_codes)
    ]  # fmt: skip
    return Strengths(item.code, item.label, n, tuple(sorted(rows, key=lambda row: -row.wins)))


def preferences(vote: Vote, options: tuple[str, ...]) -> list[list[float]]:
    """A table of 1 where somebody who was shown both puts the row above the column."""
    above = [[0.0] * len(options) for _code in options]
    if vote.value is None:
        return above
    for i, j in permutations(range(len(options)), 2):
        one, other = options[i], options[j]
        seen = one in vote.shown and other in vote.shown
        above[i][j] = float(seen and place(vote, one) < place(vote, other))
    return above


def winning(won: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """The mean chance of each option to win a duel, for several tables of duels at once.

    ``won[draw, i, j]`` counts duels that i won from j. The steps are those of
    ``tally.bradley_terry``, with the same imagined duels.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    size = won.shape[1]
    others = max(size - 1, 1)
    apart = 1 - np.eye(size)
    won = won + apart * IMAGINED / (2 * others)
    fought, wins = won + won.transpose(0, 2, 1), won.sum(axis=2)
    strong = np.full(wins.shape, 1 / size)
    for _step in range(STEPS):
        pull = (fought / (strong[:, :, None] + strong[:, None, :])).sum(axis=2)
        new = np.divide(wins, pull, out=strong.copy(), where=pull > 0)
        new /= new.sum(axis=1, keepdims=True)
        settled = float(np.abs(new - strong).max()) < SETTLED
        strong = new
        if settled:
            break
    chance = strong[:, :, None] / (strong[:, :, None] + strong[:, None, :])
    result: NDArray[np.float64] = (chance * apart).sum(axis=2) / others
    return result

"""Weights that make who answered look like who lives there, and what that costs in certainty."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.words import listed, say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SETTLED = 1e-10
MOST_SWEEPS = 500
HEAVIEST = 5.0
"""Nobody counts for more than so many times the average person."""


class CannotWeighError(ValueError):
    """There is nothing to weigh with: a group that lives there and did not answer, or too few did.

    ``groups`` are the empty ones; ``few`` says that weighted figures would single people out.
    """

    def __init__(self, groups: Sequence[str] = (), *, few: bool = False) -> None:
        super().__init__(f"nobody answered in {', '.join(groups) or 'any group'}")
        self.groups = tuple(groups)
        self.few = few

    def words(self, language: str = "nl") -> str:
        """What to do about it, for the coach."""
        _ = say(language).gettext
        if self.few:
            return _("Wegen kan niet: sommige groepen zijn te klein. Voeg groepen samen.")
        if not self.groups:
            return _("Wegen kan niet: de cijfers per groep passen niet bij de antwoorden.")
        return _(
            "Wegen kan niet: uit %(groups)s antwoordde niemand. "
            "Zoek daar eerst antwoorden, of voeg groepen samen."
        ) % {"groups": listed(self.groups, language)}


@dataclass(frozen=True, slots=True)
class Margin:
    """How many people live in each group, by code; ``labels`` name the groups in messages."""

    people: Mapping[str, int]
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each cell of people, 1 on average, and what they cost.

    ``effective`` is how many people a plain sample would need to be as certain (Kish, L. (1965),
    Survey Sampling, 11.7); ``design`` is how much larger the variance is; ``trimmed`` counts the
    people whose weight was cut.
    """

    values: "NDArray[np.float64]"
    effective: float
    design: float
    trimmed: int


def weights_for(
    profiles: Sequence[tuple[str, ...]],
    people: Sequence[int],
    margins: Sequence[Margin],
    *,
    heaviest: float = HEAVIEST,
) -> Weights:
    """Rake cells to several margins, cut the heaviest weights, and say what it costs.

    ``profiles[i]`` names the group of cell ``i`` in each margin; a group that the margin does not
    know, such as "did not say", keeps its own part. Raise CannotWeighError when a group that lives
    there has no answer.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    counts = np.array(people, dtype=np.float64)
    if not counts.sum():
        raise CannotWeighError
    targets = [target(profiles, counts, margin, n) for n, margin in enumerate(margins)]
    raked = rake(counts, targets) / counts.clip(min=1.0)
    values, trimmed = trim(raked, counts, heaviest=heaviest)
    effective = kish(values, counts)
    return Weights(values, effective, float(counts.sum()) / effective, trimmed)


Target = tuple["NDArray[np.intp]", "NDArray[np.float64]"]
"""The group of each cell, and how many people each group must come to."""


def target(
    profiles: Sequence[tuple[str, ...]], counts: "NDArray[np.float64]", margin: Margin, n: int
) -> Target:
    """What a margin asks, in people of the answers; whoever stands outside it stays as they are."""
    import numpy as np  # noqa: PLC0415 — slow import

    lives = {code: number for code, number in margin.people.items() if number > 0}
    codes = [*lives, *sorted({profile[n] for profile in profiles} - set(lives))]
    place = {code: i for i, code in enumerate(codes)}
    of_cell = np.array([place[profile[n]] for profile in profiles], dtype=np.intp)
    had = np.bincount(of_cell, counts, len(codes)).astype(np.float64)
    empty = [margin.labels.get(c, c) for c, here in zip(lives, had, strict=False) if not here]
    if empty or not lives:
        raise CannotWeighError(empty)
    share = np.array(list(lives.values()), dtype=np.float64)
    wanted = had.copy()
    wanted[: len(lives)] = share / share.sum() * had[: len(lives)].sum()
    return of_cell, wanted


def rake(counts: "NDArray[np.float64]", targets: Iterable[Target]) -> "NDArray[np.float64]":
    """Multiply cells until every margin fits (iterative proportional fitting).

    Deming, W. & Stephan, F. (1940), Annals of Mathematical Statistics 11, 427-444. Raise
    CannotWeighError when margins contradict each other.
    """
    import numpy as np  # noqa: PLC0415 — slow import

    weighted, held = counts.copy(), list(targets)
    for _sweep in range(MOST_SWEEPS):
        worst = 0.0
        for codes, wanted in held:
            sums = np.bincount(codes, weighted, len(wanted))
            factor = np.divide(wanted, sums, out=np.ones_like(wanted), where=sums > 0)
            worst = max(worst, float(np.abs(factor - 1).max(initial=0.0)))
            weighted *= factor[codes]
        if worst < SETTLED:
            return weighted
    raise CannotWeighError


def trim(
    weights: "NDArray[np.float64]", counts: "NDArray[np.float64]", *, heaviest: float
) -> "tuple[NDArray[np.float64], int]":
    """Cut weights above ``heaviest`` times the mean and keep the total; how many people it hit."""
    total = float(counts.sum())
    scaled = weights * total / float((weights * counts).sum())
    hit = scaled > heaviest
    cut = scaled.clip(max=heaviest)
    return cut * total / float((cut * counts).sum()), round(float(counts[hit].sum()))


def kish(weights: "NDArray[np.float64]", counts: "NDArray[np.float64]") -> float:
    """The effective number of people behind weighted answers."""
    return float((weights * counts).sum() ** 2 / (weights**2 * counts).sum())

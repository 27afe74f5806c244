"""Plain greedy: the most chosen first, as long as the money lasts. The majority may take it all."""

from collections.abc import Iterable, Mapping

from analysis.tally.bundle import Backing, Bundle, greedily, refuse_free, supporters


def greedy(costs: Mapping[str, int], backing: Iterable[Backing], *, budget: int) -> Bundle:
    """Buy the most chosen options that still fit, the cheaper first where equally many chose."""
    refuse_free(costs)
    bought, even = greedily(costs, supporters(costs, backing), left=budget)
    return Bundle("greedy", budget, bought, tuple(code for code in costs if code in even))

"""Options scored on criteria whose weights people may move: who leads, and how long that lasts."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Criteria:
    """``scores[option][criterion]`` as exact numbers, ``weights[criterion]`` not negative."""

    label: str
    options: Mapping[str, str]
    criteria: Mapping[str, str]
    scores: Mapping[str, Mapping[str, Fraction]]
    weights: Mapping[str, Fraction]

    def share(self, criterion: str) -> Fraction:
        """A criterion's part of all weight."""
        whole = sum(self.weights.values(), Fraction(0))
        return self.weights[criterion] / whole if whole else Fraction(0)

    def total(self, option: str) -> Fraction:
        """The weighted mean of an option's scores."""
        parts = (self.share(c) * self.scores[option][c] for c in self.criteria)
        return sum(parts, Fraction(0))

    def first(self) -> tuple[str, ...]:
        """The options with the highest total."""
        best = max((self.total(option) for option in self.options), default=Fraction(0))
        return tuple(option for option in self.options if self.total(option) == best)

    def range_of(self, criterion: str) -> tuple[Fraction, Fraction]:
        """From which to which part of the weight the first options stay first.

        The other criteria keep their proportions. A total is a straight line in that part, so that
        the bounds are where a line of another option crosses that of the first.
        """
        leader, now = self.first()[0], self.share(criterion)
        low, high = Fraction(0), Fraction(1)
        for option in self.options:
            at_zero = self.apart(leader, criterion) - self.apart(option, criterion)
            at_one = self.scores[leader][criterion] - self.scores[option][criterion]
            if at_zero == at_one or (at_zero >= 0 and at_one >= 0):
                continue
            crossing = at_zero / (at_zero - at_one)
            if at_one < at_zero:
                high = min(high, crossing)
            else:
                low = max(low, crossing)
        return min(low, now), max(high, now)

    def apart(self, option: str, criterion: str) -> Fraction:
        """An option's weighted mean without one criterion."""
        rest = 1 - self.share(criterion)
        parts = (self.share(c) * self.scores[option][c] for c in self.criteria if c != criterion)
        return sum(parts, Fraction(0)) / rest if rest else Fraction(0)

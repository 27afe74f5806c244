"""A vote between two options: who won, and how much that says of others than who voted."""

from dataclasses import dataclass
from enum import StrEnum

from analysis.exact import binomial_p, finite
from analysis.uncertainty import wilson

REAL = 0.05


class Room(StrEnum):
    """Who voted, of those whom the vote speaks for."""

    EVERYBODY = "everybody"
    PART = "part"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Round:
    """One round: votes for both options, and who was there without choosing."""

    label: str
    one: int
    other: int
    abstained: int = 0

    @property
    def votes(self) -> int:
        return self.one + self.other


@dataclass(frozen=True, slots=True)
class Duel:
    """A vote between two options over one or more rounds; the last round counts.

    ``of`` is how many might have voted; 0 when the voters stand for people nobody can list.
    """

    question: str
    one: str
    other: str
    rounds: tuple[Round, ...]
    of: int = 0

    @property
    def last(self) -> Round:
        return self.rounds[-1]

    @property
    def room(self) -> Room:
        """Whether anything is uncertain: not when everybody in the room voted or abstained."""
        present = self.last.votes + self.last.abstained
        if not self.of:
            return Room.SAMPLE
        return Room.EVERYBODY if present >= self.of else Room.PART

    def winner(self) -> str | None:
        """The option with more votes; None when they tie or nobody voted."""
        if self.last.one == self.last.other:
            return None
        return self.one if self.last.one > self.last.other else self.other

    def p(self) -> float | None:
        """The chance of such a split if both were as popular; none when everybody voted."""
        if self.room is Room.EVERYBODY or not self.last.votes:
            return None
        return binomial_p(self.last.one, self.last.votes)

    def interval(self) -> tuple[float, float] | None:
        """The interval of the first option's share; none when everybody voted."""
        n = self.last.votes
        if self.room is Room.EVERYBODY or not n:
            return None
        bounds = wilson(self.last.one, n)
        if self.room is Room.SAMPLE:
            return bounds
        return finite(bounds, self.last.one / n, n=n, of=self.of)

    def certain(self) -> bool:
        """Whether the winner would win among all for whom the vote speaks."""
        bounds, p = self.interval(), self.p()
        if self.winner() is None:
            return False
        if bounds is None or p is None:
            return True
        return p <= REAL or (self.room is Room.PART and not bounds[0] <= 1 / 2 <= bounds[1])

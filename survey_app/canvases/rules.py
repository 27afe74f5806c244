"""What a canvas is made of, what its money adds up to, and what changed between two versions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workshop_templates.activities import Block

LONGEST_NOTE = 200


class State(StrEnum):
    """Whether a note counts: offered by somebody, on the canvas, or put aside."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    HIDDEN = "hidden"


class Source(StrEnum):
    """Where a note came from."""

    SURVEY = "survey"
    WORKSHOP = "workshop"
    STEERING = "steering"
    COUNCIL = "council"
    DESK = "desk"


class Flow(StrEnum):
    """Which way money goes, and how often."""

    COST_ONCE = "cost_once"
    COST_YEAR = "cost_year"
    REVENUE_ONCE = "revenue_once"
    REVENUE_YEAR = "revenue_year"


COSTS = (Flow.COST_ONCE, Flow.COST_YEAR)
REVENUES = (Flow.REVENUE_ONCE, Flow.REVENUE_YEAR)


def flows_in(block: Block) -> tuple[Flow, ...]:
    """What an amount may mean: the two blocks of money know it, in the others it is said."""
    return {Block.COSTS: COSTS, Block.REVENUE: REVENUES}.get(block, tuple(Flow))


def flow_in(block: Block, flow: Flow | None) -> Flow | None:
    """What an amount means in ``block``: a cost among revenues becomes one, as often as before."""
    if flow is None or flow in flows_in(block):
        return flow
    return flows_in(block)[(COSTS if flow in COSTS else REVENUES).index(flow)]


@dataclass(frozen=True, slots=True)
class Card:
    """A note as it stood at some moment; ``key`` is the same for the same note in every version."""

    key: str
    block: Block
    text: str
    source: Source = Source.DESK
    cents: int | None = None
    flow: Flow | None = None
    dots: int = 0

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Card":
        """Read what ``to_json`` wrote."""
        return cls(
            **dict(data)
            | {
                "block": Block(data["block"]),
                "source": Source(data["source"]),
                "flow": Flow(data["flow"]) if data["flow"] else None,
            }
        )

    def says_the_same(self, other: "Card") -> bool:
        """Dots come and go; a note changed when its words, its block or its money did."""
        mine = (self.block, self.text, self.cents, self.flow)
        return mine == (other.block, other.text, other.cents, other.flow)


@dataclass(frozen=True, slots=True)
class Sums:
    """What the amounts of some notes add up to, in cents."""

    cost_once: int = 0
    cost_year: int = 0
    revenue_once: int = 0
    revenue_year: int = 0

    def __bool__(self) -> bool:
        return any(self.of(flow) for flow in Flow)

    def of(self, flow: Flow) -> int:
        cents: int = getattr(self, flow)
        return cents

    @property
    def year(self) -> int:
        """What is left of a year, or lacks when it is below zero."""
        return self.revenue_year - self.cost_year

    @property
    def start(self) -> int:
        """What the start brings in less what it costs."""
        return self.revenue_once - self.cost_once


def sums(cards: Iterable[Card]) -> Sums:
    """Add the amounts up; what happens once stays apart from what comes back each year."""
    totals = dict.fromkeys(Flow, 0)
    for card in cards:
        if card.flow is not None:
            totals[card.flow] += card.cents or 0
    return Sums(**totals)


@dataclass(frozen=True, slots=True)
class Changed:
    """A note that says something else than before, or stands in another block."""

    before: Card
    after: Card

    @property
    def moved(self) -> bool:
        return self.before.block != self.after.block


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed in one block. A note that moved is told in the block where it stands now."""

    added: tuple[Card, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[Card, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def difference(before: Iterable[Card], after: Iterable[Card]) -> dict[Block, Difference]:
    """Say what was added, changed and removed, block by block; a block of no change is empty."""
    old, new = {card.key: card for card in before}, {card.key: card for card in after}
    return {
        block: Difference(
            tuple(c for c in new.values() if c.block == block and c.key not in old),
            tuple(
                Changed(old[c.key], c)
                for c in new.values()
                if c.block == block and c.key in old and not c.says_the_same(old[c.key])
            ),
            tuple(c for c in old.values() if c.block == block and c.key not in new),
        )
        for block in Block
    }


def fresh(before: Iterable[Card], after: Iterable[Card]) -> frozenset[str]:
    """The keys of notes that are new since the last version, or say something new."""
    old = {card.key: card for card in before}
    return frozenset(c.key for c in after if c.key not in old or not c.says_the_same(old[c.key]))


def by_block(cards: Iterable[Card]) -> dict[Block, tuple[Card, ...]]:
    """The notes of every block, in their order."""
    held = tuple(cards)
    return {block: tuple(card for card in held if card.block == block) for block in Block}

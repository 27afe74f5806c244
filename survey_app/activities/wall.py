"""What walls of cards share: a text is read before it is shown, put together, supported."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from flask_babel import gettext as _

from question_banks.text import FIRST, Text
from question_banks.tidy import tidy
from survey_app.activities.bars import Group, by_role
from survey_app.activities.base import (
    Countable,
    Given,
    Hand,
    Raw,
    RefusedError,
    Result,
    Standing,
)

LONGEST_CARD = 200
"""As long as a note of a canvas, and as much as the last row can read."""


@dataclass(frozen=True, slots=True)
class Card:
    """One text on a wall, with what was merged into it: ``same`` others said it too.

    ``by_hand`` of its ``dots`` are hands, coloured cards or paper that were counted.
    """

    key: str
    text: str
    dots: int = 0
    name: str = ""
    cluster: str = ""
    same: int = 0
    place: str = ""
    by_hand: int = 0

    @property
    def code(self) -> str:
        """By what a group's line is found, as of a bar."""
        return self.key


class Backed(NamedTuple):
    """How many people of one role gave a card a dot."""

    code: str
    value: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Cards that belong together; the one without a name holds the rest."""

    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class WallResult(Result):
    """The cards that may be seen, most supported first.

    ``hands`` are dots that were counted by hand: one person may have raised several. A line of
    ``groups`` says how many people of a role gave a card at least one dot.
    """

    cards: tuple[Card, ...] = ()
    dots: int = 0
    groups: tuple[Group, ...] = ()

    @property
    def people(self) -> int:
        return self.n

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """Named groups by their best card, then the rest; one nameless cluster when none is."""
        held = sorted(self.cards, key=lambda card: card.cluster)
        parts = [Cluster(n, tuple(c)) for n, c in groupby(held, key=lambda card: card.cluster)]
        order = {card.key: place for place, card in enumerate(self.cards)}
        return tuple(sorted(parts, key=lambda part: (not part.name, order[part.cards[0].key])))


def text_of(raw: Raw, *, missing: str, name: str = "text", most: int = LONGEST_CARD) -> str:
    """Read one line of text; refuse nothing, and what no card can hold."""
    text = " ".join(tidy(" ".join(raw.get(name, ()))).split())
    if not any(sign.isprintable() and not sign.isspace() for sign in text):
        raise RefusedError({name: missing})
    if len(text) > most:
        raise RefusedError({name: _("Maak uw tekst korter: hoogstens %(max)s letters.", max=most)})
    return text


def visible(given: Iterable[Given]) -> list[Given]:
    """What everybody may see: shown by the facilitator, and not merged into another one."""
    return [one for one in given if one.standing == Standing.SHOWN and not one.merged_into]


def countable_cards(given: Iterable[Given]) -> tuple[Countable, ...]:
    """Cards that hands can be raised for, in their own words."""
    return tuple(Countable(one.key, Text({FIRST: str(one.body["text"])})) for one in given)


def cards_of(
    given: Iterable[Given], hands: Iterable[Hand] = (), *, place: str = ""
) -> tuple[Card, ...]:
    """The visible cards with their own dots, those of what was merged into them, and hands.

    Most dots first, then in the order of the alphabet: the order tells nothing of who was first.
    """
    held, raised = list(given), Counter[str]()
    for hand in hands:
        raised[hand.option] += hand.n
    merged: defaultdict[str, list[Given]] = defaultdict(list)
    for one in held:
        if one.merged_into and one.standing != Standing.HIDDEN:
            merged[one.merged_into].append(one)
    counted = {
        one.key: raised[one.key] + sum(raised[other.key] for other in merged[one.key])
        for one in visible(held)
    }
    cards = [
        Card(
            key=one.key,
            text=str(one.body["text"]),
            dots=one.dots + sum(other.dots for other in merged[one.key]) + counted[one.key],
            name=one.name,
            cluster=one.cluster,
            same=len(merged[one.key]),
            place=str(one.body.get(place, "")) if place else "",
            by_hand=counted[one.key],
        )
        for one in visible(held)
    ]
    return tuple(sorted(cards, key=lambda card: (-card.dots, card.text.casefold(), card.key)))


def wall(given: Sequence[Given], hands: Iterable[Hand], *, k: int, place: str = "") -> WallResult:
    """Gather a round. Under ``k`` people the cards stand there, but nobody learns their support."""
    cards = cards_of(given, hands, place=place)
    n = len({one.participant for one in given})
    if n < k:
        bare = tuple(replace(card, dots=0, by_hand=0) for card in cards)
        return WallResult(n, enough=False, cards=bare)
    groups = by_role(
        chosen_by(given),
        lambda part: backed(part, cards),
        k=k,
        speaks_of=lambda one: one.body["on"],
    )
    dots, by_hand = (sum(getattr(card, what) for card in cards) for what in ("dots", "by_hand"))
    return WallResult(n, by_hand, cards=cards, dots=dots, groups=groups)


def chosen_by(given: Iterable[Given]) -> list[Given]:
    """Who gave dots, each with the visible cards they stand on: what was merged counts there."""
    held = list(given)
    seen = {one.key for one in visible(held)}
    on: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for one in held:
        card = one.merged_into or one.key
        if card in seen and one.standing != Standing.HIDDEN:
            for backer in one.backers:
                on[backer].add(card)
    return [
        Given(participant=person, group=role, body={"on": sorted(cards)})
        for (person, role), cards in on.items()
    ]


def backed(people: Iterable[Given], cards: Sequence[Card]) -> list[Backed]:
    """How many of these people gave each card a dot."""
    counts = Counter(card for one in people for card in one.body["on"])
    return [Backed(card.key, counts[card.key]) for card in cards]


def names_of(given: Iterable[Given]) -> tuple[str, ...]:
    """The names of clusters that are there already, for who names the next card."""
    return tuple(sorted({one.cluster for one in given if one.cluster}))

"""What a vote is: its kinds, methods and states, who may vote, and what a choice may say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from analysis.tally.majority import ABSOLUTE, Base, Majority, Quorum


class MeetingState(StrEnum):
    """Voting cards work from the first to the last; motions open only while it runs."""

    PLANNED = "planned"
    RUNNING = "running"
    FINISHED = "finished"


class Seat(StrEnum):
    """What somebody is in a meeting."""

    MEMBER = "member"
    CHAIR = "chair"
    SECRETARY = "secretary"


class Presence(StrEnum):
    """Where a member is: present and late are in the room."""

    EXPECTED = "expected"
    PRESENT = "present"
    LATE = "late"
    LEFT = "left"
    EXCUSED = "excused"


IN_THE_ROOM = (Presence.PRESENT, Presence.LATE)


class Kind(StrEnum):
    """Who can know what somebody voted: nobody by promise, everybody, nobody by lock."""

    POLL = "poll"
    NAMED = "named"
    SEALED = "sealed"


class Method(StrEnum):
    """What a ballot asks."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    APPROVAL = "approval"
    RANKING = "ranking"
    PERSONS = "persons"
    CONSENT = "consent"


FIXED: Mapping[Method, tuple[str, ...]] = {
    Method.YES_NO: ("for", "against"),
    Method.CONSENT: ("agree", "concern", "objection"),
}
"""Options that come with the method; the others are written by the coach."""

ABSTAIN, BLANK, INVALID = "abstain", "blank", "invalid"
APART = (ABSTAIN, BLANK, INVALID)
"""What a ballot may say beside an option; only paper can be invalid."""


class State(StrEnum):
    """Where a motion stands."""

    DRAFT = "draft"
    OPEN = "open"
    LAST_CALL = "last_call"
    CLOSED = "closed"
    COUNTED = "counted"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"
    ANNULLED = "annulled"


NEXT: Mapping[State, tuple[State, ...]] = {
    State.DRAFT: (State.OPEN,),
    State.OPEN: (State.LAST_CALL, State.CLOSED, State.ANNULLED),
    State.LAST_CALL: (State.OPEN, State.CLOSED, State.ANNULLED),
    State.CLOSED: (State.COUNTED, State.ANNULLED),
    State.COUNTED: (State.PUBLISHED, State.SUPERSEDED, State.ANNULLED),
    State.PUBLISHED: (State.SUPERSEDED, State.ANNULLED),
    State.SUPERSEDED: (),
    State.ANNULLED: (State.SUPERSEDED,),
}
"""Every step there is; a trigger of the database knows the same list."""

VOTING = (State.OPEN, State.LAST_CALL)


class Channel(StrEnum):
    """How somebody took part."""

    PHONE = "phone"
    TABLET = "tablet"
    CLERK = "clerk"
    PAPER = "paper"
    PROXY = "proxy"


class Receipt(StrEnum):
    """What a voter can check afterwards: nothing, that the vote counted, or also what it said."""

    NONE = "none"
    INCLUSION = "inclusion"
    CHOICE = "choice"


class Tie(StrEnum):
    """What equal votes lead to."""

    REJECTED = "rejected"
    CHAIR = "chair"
    YOUNGEST = "youngest"
    LOT = "lot"
    OPEN = "open"


class Counting(StrEnum):
    """How rankings are counted; the ballot says which."""

    SCHULZE = "schulze"
    INSTANT_RUNOFF = "instant_runoff"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one vote; they are part of its record.

    ``most`` is how many options one may approve of, None for all; ``proxies`` how many others one
    member may vote for. With ``devices`` a phone joins a poll without a card.
    """

    majority: Majority = ABSOLUTE
    quorum: Quorum | None = None
    tie: Tie = Tie.OPEN
    receipt: Receipt = Receipt.INCLUSION
    counting: Counting = Counting.SCHULZE
    abstain: bool = True
    most: int | None = None
    weighted: bool = False
    proxies: int = 0
    advisory: bool = False
    names_live: bool = False
    who_took_part: bool = True
    devices: bool = False

    def to_json(self) -> dict[str, Any]:
        majority = {
            "share": str(self.majority.share),
            "more_than": self.majority.strict,
            "base": str(self.majority.base),
        }
        quorum = self.quorum and {
            "share": str(self.quorum.share),
            "more_than": self.quorum.strict,
        }
        plain = ("abstain", "most", "weighted", "proxies", "advisory", "names_live", "devices")
        return {
            "majority": majority,
            "quorum": quorum,
            "tie": str(self.tie),
            "receipt": str(self.receipt),
            "counting": str(self.counting),
            **{name: getattr(self, name) for name in (*plain, "who_took_part")},
        }

    @classmethod
    def from_json(cls, held: Mapping[str, Any]) -> "Rules":
        majority, quorum = held["majority"], held["quorum"]
        return cls(
            majority=Majority(
                Fraction(majority["share"]), majority["more_than"], Base(majority["base"])
            ),
            quorum=quorum and Quorum(Fraction(quorum["share"]), quorum["more_than"]),
            tie=Tie(held["tie"]),
            receipt=Receipt(held["receipt"]),
            counting=Counting(held["counting"]),
            abstain=held["abstain"],
            most=held["most"],
            weighted=held["weighted"],
            proxies=held["proxies"],
            advisory=held["advisory"],
            names_live=held["names_live"],
            who_took_part=held["who_took_part"],
            devices=held.get("devices", False),
        )


def clean_choice(
    chosen: Sequence[str],
    *,
    method: Method,
    options: Sequence[str],
    rules: Rules,
    on_paper: bool = False,
) -> str:
    """What a ballot says, in one line: ``for``, ``a+c``, ``b>a``, ``abstain``, ``blank``.

    Raise ValueError for what this ballot does not offer.
    """
    if not chosen or tuple(chosen) == (BLANK,):
        return BLANK
    if len(chosen) == 1 and chosen[0] in APART:
        allowed = rules.abstain if chosen[0] == ABSTAIN else on_paper
        if not allowed:
            raise ValueError(f"this ballot does not offer {chosen[0]}")
        return chosen[0]
    if len(set(chosen)) != len(chosen) or not set(chosen) <= set(options):
        raise ValueError(f"this ballot offers {', '.join(options)}, each once")
    if method is Method.RANKING:
        return ">".join(chosen)
    most = len(options) if method is Method.APPROVAL else 1
    if len(chosen) > min(most, rules.most or most):
        raise ValueError(f"at most {rules.most or most} options may be chosen")
    return "+".join(option for option in options if option in chosen)


def codes_in(choice: str) -> list[str]:
    """The codes of a kept choice, best first in a ranking."""
    return [code for code in choice.replace(">", "+").split("+") if code]

"""Pure decisions about dossiers: when figures move on, in which order parts stand, which PIN."""

import re
import secrets
from collections.abc import Sequence
from enum import StrEnum

TENTH = 10
PIN_LENGTH = 6


class Status(StrEnum):
    """What became of something that people said."""

    HEARD = "heard"
    PLANNED = "planned"
    BUSY = "busy"
    DONE = "done"
    NOT_DONE = "not_done"


def may_release(*, people: int, shown: int | None, k: int, open_: bool) -> bool:
    """Whether the figures for outsiders move on from the ``shown`` people; None is no figures yet.

    Never for fewer than ``k`` people more or less. While a survey is open also not for less than a
    tenth of those shown, so that a busy survey does not move at every visit.
    """
    if shown is None:
        return people >= k
    step = abs(people - shown)
    return step >= k and (not open_ or step * TENTH >= shown)


def may_name_anew(*, n: int, kept: int | None, k: int) -> bool:
    """Whether themes may be sought again in ``n`` answers after they were told of ``kept``.

    One answer more would tell what its writer wrote about.
    """
    return kept is None or n == kept or abs(n - kept) >= k


def moved(order: Sequence[int], one: int, *, up: bool) -> list[int]:
    """The order after ``one`` changed places with its neighbour; at the end it stays."""
    held = list(order)
    at = held.index(one)
    to = at - 1 if up else at + 1
    if 0 <= to < len(held):
        held[at], held[to] = held[to], held[at]
    return held


def new_pin() -> str:
    """Six digits, drawn."""
    return "".join(secrets.choice("0123456789") for _ in range(PIN_LENGTH))


def clean_pin(text: str) -> str:
    """What was typed without spaces and signs."""
    return "".join(sign for sign in text if sign.isascii() and sign.isdigit())


def euros_in(text: str) -> int | None:
    """Whole euros as people type them: "1500", "1.500", "€ 1 500"; nothing is 0, words are None."""
    bare = re.sub(r"[\s€]", "", text)
    if not bare:
        return 0
    known = re.fullmatch(r"[0-9]{1,9}|[0-9]{1,3}(?:\.[0-9]{3}){1,2}", bare)
    return int(bare.replace(".", "")) if known else None


def lines_of(text: str) -> tuple[str, ...]:
    """One line a thing; bullets that people type before it fall away."""
    cleaned = (line.strip().lstrip("-*•–").strip() for line in text.splitlines())
    return tuple(line for line in cleaned if line)


def band_of(code: str) -> str:
    """The age band of the population figures that an answer about age stands for."""
    if code == "under_12":
        return "0-11"
    if code == "from_80":
        return "80+"
    return code.removeprefix("from_").replace("_to_", "-")

"""Decisions about organisations that need nothing but their facts."""

import re
import unicodedata
from datetime import datetime, timedelta

from survey_app.core.roles import Role

INVITATION_DAYS = 14
SLUG_LENGTH = 40
NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def slug_of(name: str) -> str:
    """The word in the address: plain letters, digits and hyphens, never empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return NOT_A_LETTER.sub("-", plain)[:SLUG_LENGTH].strip("-") or "organisatie"


def numbered(slug: str, number: int) -> str:
    """The same word with a number behind it, still short enough: ``gilden-2``."""
    tail = f"-{number}"
    return slug[: SLUG_LENGTH - len(tail)].rstrip("-") + tail


def keeps_an_owner(owners: int, *, was: Role, becomes: Role | None) -> bool:
    """Whether somebody still owns the organisation after this change; None = leaves."""
    return owners - (was is Role.OWNER) + (becomes is Role.OWNER) >= 1


def invitation_ends(now: datetime) -> datetime:
    return now + timedelta(days=INVITATION_DAYS)


def invitation_works(*, expires_at: datetime, accepted_at: datetime | None, now: datetime) -> bool:
    return accepted_at is None and now < expires_at


def may_hand_out_link(own: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether an owner may make a link for somebody's new password.

    Only when that person works in this owner's own organisations alone: the link opens all of them.
    """
    return bool(theirs) and theirs <= own

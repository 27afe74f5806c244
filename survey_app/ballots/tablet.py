"""The tablet that goes round: a member's page stops working minutes after it was shown.

Each page carries a ticket for the next one. Who goes back later, to what somebody else saw, comes
to the page where a code is typed.
"""

from datetime import timedelta
from hmac import compare_digest

from survey_app.core.clock import utc_now
from survey_app.core.tokens import keyed

KEPT = timedelta(minutes=4)
LETTERS = 20


def ticket(code: str) -> str:
    """A ticket for one more page of this card."""
    until = int((utc_now() + KEPT).timestamp())
    return f"{until}-{seal(code, until)}"


def holds(code: str, text: str) -> bool:
    """Whether a ticket is of this card and not over yet."""
    until, _dash, sealed = text.partition("-")
    if not until.isdecimal() or len(until) > LETTERS or int(until) < utc_now().timestamp():
        return False
    return compare_digest(sealed.encode(), seal(code, int(until)).encode())


def seal(code: str, until: int) -> str:
    return keyed("tablet", f"{code.lower()} {until}").hex()[:LETTERS]

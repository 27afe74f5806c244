"""Which screens may follow a meeting: an address with a token that follows from the program's key.

So the laptop of the projector needs no sign-in, and a phone follows the meeting without naming its
card each time it asks.
"""

from base64 import b32encode
from hmac import compare_digest

from sqlalchemy.orm import Session

from survey_app.ballots.models import Meeting
from survey_app.core.errors import NotFoundError
from survey_app.core.tokens import keyed

TOKEN_BYTES = 16
HALL, PHONE = "hall", "phone"


def token_of(screen: str, meeting_id: int) -> str:
    drawn = keyed(f"screen {screen}", str(meeting_id))[:TOKEN_BYTES]
    return b32encode(drawn).decode().rstrip("=").lower()


def meeting_of(session: Session, screen: str, meeting_id: int, token: str) -> Meeting:
    """The meeting that this screen shows; a wrong token finds nothing."""
    known = compare_digest(token.lower().encode(), token_of(screen, meeting_id).encode())
    meeting = session.get(Meeting, meeting_id) if known else None
    if meeting is None:
        raise NotFoundError(f"no {screen} of meeting {meeting_id} has this address")
    return meeting

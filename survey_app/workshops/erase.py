"""What workshops keep of people, and how it is forgotten on its day.

Nothing names anybody but a first name where an activity asks for one. Devices are digests of tokens
that only they know; a day after the end these too are replaced, so that no phone finds back what it
sent. On its date everything that was sent goes; the script stays.
"""

import secrets
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from survey_app.core.clock import utc_now
from survey_app.core.daily import daily
from survey_app.core.writer import write
from survey_app.workshops.models import (
    Activity,
    Contribution,
    HandCount,
    Participant,
    Presence,
    Workshop,
)
from survey_app.workshops.rules import Phase

DEVICE_KEPT = timedelta(days=1)
PRESENCE_KEPT = timedelta(days=1)


@daily
def purge(today: date) -> dict[str, int]:
    """Forget what passed its date."""
    now = utc_now()
    return write(lambda session: purge_rows(session, today=today, now=now))


def purge_rows(session: Session, *, today: date, now: datetime) -> dict[str, int]:
    """Delete what was sent to workshops over their date; loosen devices of those that ended."""
    over = select(Workshop.id).where(Workshop.retention_until < today)
    asked = select(Activity.id).where(Activity.workshop_id.in_(over))
    gone = {
        "contributions": delete(Contribution).where(Contribution.activity_id.in_(asked)),
        "hands": delete(HandCount).where(HandCount.activity_id.in_(asked)),
        "participants": delete(Participant).where(Participant.workshop_id.in_(over)),
        "presence": delete(Presence).where(Presence.seen_at < now - PRESENCE_KEPT),
    }
    counts = {name: session.execute(what).rowcount for name, what in gone.items()}  # type: ignore[attr-defined]  # a CursorResult
    return counts | {"devices": loosen(session, today)}


def loosen(session: Session, today: date) -> int:
    """Replace the digest of every device of an ended workshop by a random one."""
    ended = select(Workshop.id).where(
        Workshop.state == Phase.ENDED, Workshop.ended_on <= today - DEVICE_KEPT
    )
    rows = session.scalars(
        select(Participant.id).where(
            Participant.workshop_id.in_(ended), Participant.device.not_like(f"{LOOSE}%")
        )
    ).all()
    for key in rows:
        fresh = LOOSE + secrets.token_hex(31)
        session.execute(update(Participant).where(Participant.id == key).values(device=fresh))
    return len(rows)


LOOSE = "--"
"""How a digest begins that belongs to no device any more; a real one is hexadecimal."""

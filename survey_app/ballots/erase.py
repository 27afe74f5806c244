"""What meetings keep of people, and how it is forgotten on its day."""

from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from survey_app.ballots.box import leave_no_trace
from survey_app.ballots.models import Meeting, VotingCard
from survey_app.core.daily import daily
from survey_app.core.writer import write

CARDS_KEPT = timedelta(days=7)


@daily
def purge(today: date) -> dict[str, int]:
    """Forget meetings that have passed their date, and the cards of those that are over.

    The files are cleaned each day, for a count whose cleaning was cut short.
    """
    gone = write(lambda session: purge_rows(session, today=today))
    leave_no_trace()
    return gone


def purge_rows(session: Session, *, today: date) -> dict[str, int]:
    over = select(Meeting.id).where(Meeting.held_on < today - CARDS_KEPT)
    counts = {
        "cards": delete(VotingCard).where(VotingCard.meeting_id.in_(over)),
        "meetings": delete(Meeting).where(Meeting.delete_on < today),
    }
    return {name: session.execute(what).rowcount for name, what in counts.items()}  # type: ignore[attr-defined]  # a CursorResult

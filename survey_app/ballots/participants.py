"""Who voted what in a vote by name, as names by choice; and the clerk's grid."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey_app.ballots.models import Motion, Participation, Voter
from survey_app.ballots.rules import BLANK, Kind


def names_by_choice(session: Session, motion: Motion) -> Mapping[str, list[str]]:
    """Each choice with the members who made it; a choice of several stands under each."""
    found: dict[str, list[str]] = {}
    if motion.kind != Kind.NAMED:
        return found
    rows = session.execute(
        select(Voter.name, Participation.choice)
        .join(Voter, Voter.id == Participation.voter_id)
        .where(Participation.motion_id == motion.id)
        .order_by(func.length(Voter.place), Voter.place, Voter.name)
    )
    for name, choice in rows:
        for code in (choice or BLANK).replace(">", "+").split("+"):
            found.setdefault(code, []).append(name)
    return found

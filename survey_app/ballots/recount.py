"""Count what is kept of a closed vote, as often as anybody wants: it changes nothing."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey_app.ballots.casting import option_codes
from survey_app.ballots.counting import Present, Result, count
from survey_app.ballots.models import Ballot, Motion, Participation
from survey_app.ballots.rules import BLANK, Kind, Method, Rules


def recount(session: Session, motion: Motion) -> Result:
    """Count the kept votes anew under the kept rules; it changes nothing."""
    closing = motion.closing or {}
    rules = Rules.from_json(motion.rules)
    if (motion.opening or {}).get("second_call"):
        rules = replace(rules, quorum=None)
    return count(
        choices_of(session, motion),
        method=Method(motion.method),
        options=option_codes(session, motion.id),
        rules=rules,
        there=Present(*(closing[name] for name in Present._fields)),
    )


def choices_of(session: Session, motion: Motion) -> list[tuple[str, int]]:
    """What was voted, each with its weight; only a named vote has other weights than 1."""
    if motion.kind != Kind.NAMED:
        ballots = select(Ballot.choice).where(Ballot.motion_id == motion.id)
        return [(choice, 1) for choice in session.scalars(ballots)]
    rows = session.execute(
        select(Participation.choice, Participation.weight).where(
            Participation.motion_id == motion.id
        )
    )
    return [(choice or BLANK, weight) for choice, weight in rows]

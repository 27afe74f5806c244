"""Keep one row of who took part for one holder; a later vote takes the place of an earlier one."""

from functools import cache
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from survey_app.ballots.models import Participation

INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def store(session: Session, **row: Any) -> None:
    """Keep one row for one holder, whatever arrives at the same moment."""
    session.execute(keeping(session.get_bind().dialect.name), row)


@cache
def keeping(dialect: str) -> Any:
    """The INSERT that takes the place of an earlier vote; written once for the whole process."""
    insert = INSERTS[dialect](Participation.__table__)
    names = ("voter_id", "channel", "turn", "weight", "choice", "envelope", "receipt")
    later = {name: insert.excluded[name] for name in names}
    return insert.on_conflict_do_update(index_elements=["motion_id", "holder"], set_=later)

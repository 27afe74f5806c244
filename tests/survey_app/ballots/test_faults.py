"""The machine fails between any two statements: what was told stays true, and the vote goes on."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey_app.ballots import record, verify, voting
from survey_app.ballots.models import Ballot, BallotBox, Motion, MotionRecord, Participation
from survey_app.ballots.rules import State
from survey_app.core.db import writing_engine
from tests.house.tree import ROOT
from tests.survey_app.ballots.dying import ACTOR, CHOICES, NOW


def test_kill_between_any_two_statements_leaves_a_vote_that_is_whole(sqlite_url, tmp_path) -> None:
    database = Path(sqlite_url.removeprefix("sqlite:///"))

    said = subprocess.run(
        [sys.executable, "-m", "tests.survey_app.ballots.dying", database, tmp_path],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )

    cards = (tmp_path / "cards").read_text("ascii").split()
    deaths = int(said.stdout)
    assert deaths > 60
    states = {looked_over(tmp_path / f"{number}.sqlite3", cards) for number in range(1, deaths + 1)}
    assert states == {
        State.DRAFT,
        State.OPEN,
        State.CLOSED,
        State.COUNTED,
        State.PUBLISHED,
    }


def looked_over(file: Path, cards: Sequence[str]) -> str:
    """Check one database that was left behind, then finish its vote; the state it was found in."""
    engine, told = writing_engine(f"sqlite:///{file}"), file.with_suffix(".told")
    receipts = told.read_text("ascii").split() if told.exists() else []
    with Session(engine) as session, session.begin():
        motion = session.get_one(Motion, 1)
        found = motion.state
        people = session.scalars(select(Participation)).all()
        ballots = session.scalars(select(Ballot)).all()
        held = motion.result["receipts"] if motion.result else [p.receipt for p in people]
        assert set(receipts) <= set(held)
        assert len(people) - len(receipts) in {0, 1}
        counted = found in {State.COUNTED, State.PUBLISHED}
        assert len(ballots) == (len(people) if counted else 0)
        assert all((person.envelope is None) is counted for person in people)
        assert (session.get_one(BallotBox, 1).locked_key is None) is counted
        assert (session.get(MotionRecord, 1) is not None) is (found == State.PUBLISHED)
        votes = len(people)
    finish(engine, found, cards)
    with Session(engine) as session:
        published = session.get_one(MotionRecord, 1)
        _root, lines = verify.verify(record.zip_of(published))
    first = CHOICES[:votes].count("a")
    assert lines == ["Welke?", f"{first:6}  Mobiel", f"{votes - first:6}  Vast"]
    engine.dispose()
    return found


def finish(engine, found: str, cards: Sequence[str]) -> None:
    """Go on where the machine stopped."""
    known = {"motion_id": 1, "actor": ACTOR, "now": NOW}
    steps = {
        State.DRAFT: lambda session: voting.open_vote(session, **known),
        State.OPEN: lambda session: voting.close_vote(session, **known),
        State.CLOSED: lambda session: voting.count_vote(session, key_cards=cards, **known),
        State.COUNTED: lambda session: voting.publish_result(session, **known),
    }
    for state, step in steps.items():
        if list(State).index(found) <= list(State).index(state):
            with Session(engine) as session, session.begin():
                step(session)

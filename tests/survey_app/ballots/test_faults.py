"""The machine fails between any two statements: what was told stays true, and the vote goes on."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from survey_app.ballots import events, queries, record, verify
from survey_app.ballots.casting import receipt_of
from survey_app.ballots.models import Ballot, BallotBox, Motion, MotionRecord, Participation
from survey_app.ballots.rules import State
from survey_app.core.audit import AuditEntry
from tests.house.tree import ROOT
from tests.survey_app.ballots.dying import VOTES, casting_of, connected, once, ways

EVERY_STATE = {
    "published": {"draft", "open", "last_call", "closed", "counted", "published", "superseded"},
    "annulled": {"draft", "open", "closed", "annulled"},
}
EMPTIED = (State.COUNTED, State.PUBLISHED, State.SUPERSEDED, State.ANNULLED)


class Life(NamedTuple):
    """One vote that was left behind: how many had been told, and what it was to become."""

    motion: int
    cards: list[str]
    told: int
    ending: str


def lived(url: str, folder: Path, ending: str, victim: str) -> list[Life]:
    """Hold votes that are killed, one statement later each time, and the last one not."""
    said = subprocess.run(
        [sys.executable, "-m", "tests.survey_app.ballots.dying", url, folder, ending, victim],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    return [Life(**one, ending=ending) for one in json.loads(said.stdout)]


@pytest.mark.parametrize("ending", EVERY_STATE)
def test_kill_between_any_two_statements_leaves_a_vote_that_is_whole(
    database_url, tmp_path, ending
) -> None:
    lives = lived(database_url, tmp_path, ending, "worker")

    assert len(lives) > 50
    assert {whole_and_finished(database_url, life) for life in lives} == EVERY_STATE[ending]


@pytest.mark.parametrize("ending", EVERY_STATE)
def test_kill_of_the_database_at_any_commit_leaves_a_vote_that_is_whole(
    postgresql_url, tmp_path, ending
) -> None:
    durable = f"{postgresql_url}?options=-csynchronous_commit%3Don"

    lives = lived(durable, tmp_path, ending, "server")

    assert len(lives) > 7
    assert {whole_and_finished(durable, life) for life in lives} == EVERY_STATE[ending]


def whole_and_finished(url: str, life: Life) -> str:
    """Check one vote that was left behind, then finish it; the state it was found in."""
    engine = connected(url)
    with Session(engine) as session, session.begin():
        motion = session.get_one(Motion, life.motion)
        found = motion.state
        votes = stored_votes(session, motion)
        assert votes in {None, life.told, life.told + 1}
        look_over(session, motion)
    finish(engine, life, found)
    with Session(engine) as session, session.begin():
        motion = session.get_one(Motion, life.motion)
        look_over(session, motion)
        if life.ending == "published":
            _root, lines = verify.verify(record.zip_of(queries.record_of(session, motion.id)))
            assert lines == ["Welke?", "     2  Mobiel", "     1  Vast"]
    engine.dispose()
    return found


def stored_votes(session: Session, motion: Motion) -> int | None:
    """After how many of ``VOTES`` this is what is stored; None when it was annulled."""
    if motion.state == State.ANNULLED:
        return None
    people = session.scalars(
        select(Participation.receipt).where(Participation.motion_id == motion.id)
    )
    held = sorted(motion.result["receipts"] if motion.result else people)
    for number in range(len(VOTES) + 1):
        forms = {VOTES[n][0]: f"form {n}" for n in range(number)}
        if held == sorted(receipt_of(motion, form) for form in forms.values()):
            return number
    raise AssertionError(f"no such votes were cast: {held}")


def look_over(session: Session, motion: Motion) -> None:
    """Everything that is kept of a motion agrees with its state, and with itself."""
    mine = Participation.motion_id == motion.id
    people = session.scalars(select(Participation).where(mine)).all()
    ballots = session.scalars(select(Ballot).where(Ballot.motion_id == motion.id)).all()
    emptied, counted = motion.state in EMPTIED, motion.result is not None
    assert counted == (emptied and motion.state != State.ANNULLED)
    assert len(ballots) == (len(people) if counted else 0)
    assert all((person.envelope is None) == emptied for person in people)
    assert (session.get_one(BallotBox, motion.id).locked_key is None) == emptied
    frozen = session.get(MotionRecord, motion.id) is not None
    assert frozen == (motion.state in {State.PUBLISHED, State.SUPERSEDED})
    again = session.scalars(select(Motion.id).where(Motion.previous_id == motion.id)).all()
    assert len(again) == (motion.state == State.SUPERSEDED)
    check_chain(session, motion)


def check_chain(session: Session, motion: Motion) -> None:
    """Each event follows the one before, and the logbook tells the same story."""
    happened, previous = events.events_of(session, motion.id), events.START
    for event in happened:
        body = json.loads(events.line_of(event))
        assert (event.previous, event.sha256) == (previous, body.pop("sha256"))
        assert events.hash_of(body) == event.sha256
        previous = event.sha256
    target = AuditEntry.target == f"motion {motion.id}"
    logged = session.scalars(select(AuditEntry.action).where(target).order_by(AuditEntry.id))
    steps = [f"motion.{event.kind}" for event in happened if event.kind != "superseded"]
    assert [action for action in logged if action not in {"motion.created", "motion.keys"}] == steps


def finish(engine, life: Life, found: str) -> None:
    """Go on where the machine stopped: open, have everybody vote, then on to the end."""
    steps = ways(life.motion, life.cards)[life.ending]
    done = ["draft", *steps].index(found)
    todo = list(steps.values())[done:]
    if found in {State.DRAFT, State.OPEN}:
        todo[1 - done : 1 - done] = [casting_of(life.motion, n) for n in range(len(VOTES))]
    for step in todo:
        once(engine, step)

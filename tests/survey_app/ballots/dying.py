"""A whole sealed vote in a process that is killed at its n-th statement, for every n.

``python -m tests.survey_app.ballots.dying URL FOLDER ENDING VICTIM`` holds one vote after another
in the database at URL, each killed one statement later than the one before. What is killed is this
``worker``, before each statement and each commit, or the ``server``: the process of PostgreSQL that
works for it, at each commit. It prints what was left behind: for each vote its motion, its key
cards and how many votes had been told that they count.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, event, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from survey_app.ballots import attendance, box, casting, rounds, service, voting
from survey_app.ballots.casting import Vote
from survey_app.ballots.facts import MeetingFacts, MotionFacts, OptionFacts, VoterFacts
from survey_app.ballots.models import Motion, Voter
from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import Kind, Method, Presence
from survey_app.ballots.sealing import KeyCards
from survey_app.core.audit import Actor
from survey_app.core.db import writing_engine
from survey_app.projects import service as projects
from survey_app.projects.models import Project
from survey_app.projects.service import ProjectFacts
from survey_app.tables import TABLES
from survey_app.workspaces.models import Workspace

T = TypeVar("T")
KNOWN = len(TABLES.tables)
"""Keys of other tables are only known once all tables are."""

ACTOR, NOW = Actor(None, 1), datetime(2026, 5, 20, 9, 30, tzinfo=UTC)
VOTES = ((0, "b"), (1, "a"), (2, "b"), (0, "a"))
"""Who votes what, one after another; the first member changes the vote."""

Step = Callable[[Session], object]
RECOVERY_SECONDS = 60.0


def connected(url: str) -> Engine:
    """What a process that just started writes with; a server that recovers is waited for."""
    until = time.monotonic() + RECOVERY_SECONDS
    while True:
        engine = writing_engine(url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", leave_disk_alone)
        try:
            engine.connect().close()
        except OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return engine


def leave_disk_alone(dbapi: Any, _record: object) -> None:
    """What a process wrote outlives it without the disk; only a power cut would tell."""
    dbapi.execute("PRAGMA synchronous=OFF")


def once(engine: Engine, step: Callable[[Session], T]) -> T:
    """One transaction."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        return step(session)


def village(session: Session) -> int:
    held = session.scalar(select(Project.id))
    if held is not None:
        return held
    session.add(Workspace(slug="gilden", name="Gilden", created_at=NOW))
    session.flush()
    facts = ProjectFacts("Plus-plek", "Lummen", "Lummen", "Gilden")
    return projects.create_project(session, facts=facts, actor=ACTOR, now=NOW).id


def prepared(session: Session) -> tuple[int, KeyCards]:
    """A meeting of three with a sealed motion that is ready to open."""
    known = {"actor": ACTOR, "now": NOW}
    plan = MeetingFacts("Commissie", "Commissie", date(2026, 5, 20), Preset.COUNCIL_SECRET)
    meeting = service.create_meeting(session, project_id=village(session), facts=plan, **known)
    people = [VoterFacts(f"Lid {n}") for n in range(3)]
    for voter in attendance.add_voters(session, meeting_id=meeting.id, voters=people, **known):
        attendance.set_presence(session, voter_id=voter.id, presence=Presence.PRESENT, **known)
    service.start_meeting(session, meeting_id=meeting.id, **known)
    options = [OptionFacts("Mobiel"), OptionFacts("Vast")]
    asked = MotionFacts("Welke?", kind=Kind.SEALED, method=Method.CHOICE, options=options)
    motion = service.create_motion(session, meeting_id=meeting.id, facts=asked, **known)
    return motion.id, box.make_keys(session, motion_id=motion.id, **known)


def members(session: Session, motion_id: int) -> list[int]:
    meeting = select(Motion.meeting_id).where(Motion.id == motion_id).scalar_subquery()
    return list(session.scalars(select(Voter.id).where(Voter.meeting_id == meeting)))


def ways(motion_id: int, cards: KeyCards) -> dict[str, dict[str, Step]]:
    """How a vote can end after it was opened and cast: each step leads to the state it is under."""
    known = {"motion_id": motion_id, "actor": ACTOR, "now": NOW}
    opened: dict[str, Step] = {"open": lambda session: voting.open_vote(session, **known)}
    return {
        "published": opened
        | {
            "last_call": lambda session: voting.last_call(session, **known),
            "closed": lambda session: voting.close_vote(session, **known),
            "counted": lambda session: voting.count_vote(session, key_cards=cards, **known),
            "published": lambda session: voting.publish_result(session, **known),
            "superseded": lambda session: rounds.new_round(session, **known),
        },
        "annulled": opened
        | {
            "closed": lambda session: voting.close_vote(session, **known),
            "annulled": lambda session: voting.annul_vote(session, reason="Vergist", **known),
        },
    }


def casting_of(motion_id: int, number: int) -> Step:
    def step(session: Session) -> None:
        member, choice = VOTES[number]
        voter = members(session, motion_id)[member]
        casting.cast(session, vote=Vote(motion_id, (choice,), f"form {number}", voter_id=voter))

    return step


def deadly(die_at: int, victim: str) -> Callable[..., None]:
    """Count statements and commits, for a server commits alone; at ``die_at`` one is killed."""
    left = die_at

    def dies(connection: Connection, *statement: object) -> None:
        nonlocal left
        left -= victim == "worker" or not statement
        if not left:
            left -= 1
            server = connection.connection.driver_connection
            os.kill(os.getpid() if victim == "worker" else server.info.backend_pid, signal.SIGKILL)

    return dies


def live(
    engine: Engine, steps: dict[str, Step], motion: int, told: Path, dies: Callable[..., None]
) -> None:
    """Hold the vote, and tell each voter after the commit."""
    event.listen(engine, "before_cursor_execute", dies)
    event.listen(engine, "commit", dies)
    for state, step in steps.items():
        once(engine, step)
        for number in range(len(VOTES) if state == "open" else 0):
            once(engine, casting_of(motion, number))
            with told.open("ab") as held:
                held.write(b".")


def main(url: str, folder: Path, ending: str, victim: str) -> list[dict[str, object]]:
    left_behind = []
    for number in count(1):
        engine = connected(url)
        motion, cards = once(engine, prepared)
        engine.dispose()  # a child may not share it
        told = folder / f"{motion}.told"
        told.touch()
        child = os.fork()
        if not child:
            try:
                dies = deadly(number, victim)
                live(connected(url), ways(motion, cards)[ending], motion, told, dies)
                os._exit(0)
            finally:
                os._exit(1)
        unharmed = os.waitpid(child, 0)[1] == 0
        left_behind.append({"motion": motion, "cards": cards, "told": told.stat().st_size})
        if unharmed:
            break
    return left_behind


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])))  # noqa: T201 — its result

"""A whole sealed vote in a process that is killed before its n-th statement, for every n.

``python -m tests.survey_app.ballots.dying DATABASE FOLDER`` leaves a database for each n in FOLDER,
beside it what had been told to voters until then, and prints how many there are.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.orm import Session

from survey_app.ballots import attendance, box, casting, service, voting
from survey_app.ballots.casting import Vote
from survey_app.ballots.facts import MeetingFacts, MotionFacts, OptionFacts, VoterFacts
from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import Kind, Method, Presence
from survey_app.ballots.sealing import KeyCards
from survey_app.core.audit import Actor
from survey_app.core.db import writing_engine
from survey_app.projects import service as projects
from survey_app.projects.service import ProjectFacts
from survey_app.tables import TABLES
from survey_app.workspaces.models import Workspace

KNOWN = len(TABLES.tables)
"""Keys of other tables are only known once all tables are."""

ACTOR, NOW = Actor(None, 1), datetime(2026, 5, 20, 9, 30, tzinfo=UTC)
CHOICES = "aab"


def prepared(session: Session) -> KeyCards:
    """A meeting of three with a sealed motion that is ready to open."""
    known = {"actor": ACTOR, "now": NOW}
    session.add(Workspace(slug="gilden", name="Gilden", created_at=NOW))
    session.flush()
    facts = ProjectFacts("Plus-plek", "Lummen", "Lummen", "Gilden")
    project = projects.create_project(session, facts=facts, **known)
    plan = MeetingFacts("Commissie", "Commissie", date(2026, 5, 20), Preset.COUNCIL_SECRET)
    meeting = service.create_meeting(session, project_id=project.id, facts=plan, **known)
    people = [VoterFacts(f"Lid {n}") for n in range(3)]
    for voter in attendance.add_voters(session, meeting_id=meeting.id, voters=people, **known):
        attendance.set_presence(session, voter_id=voter.id, presence=Presence.PRESENT, **known)
    service.start_meeting(session, meeting_id=meeting.id, **known)
    options = [OptionFacts("Mobiel"), OptionFacts("Vast")]
    asked = MotionFacts("Welke?", kind=Kind.SEALED, method=Method.CHOICE, options=options)
    motion = service.create_motion(session, meeting_id=meeting.id, facts=asked, **known)
    return box.make_keys(session, motion_id=motion.id, **known)


def story(cards: KeyCards, say: Callable[[str], None]) -> Iterator[Callable[[Session], None]]:
    """The steps of a vote; each is one transaction."""
    known = {"motion_id": 1, "actor": ACTOR, "now": NOW}
    yield lambda session: voting.open_vote(session, **known)
    for n, choice in enumerate(CHOICES, start=1):
        given: list[str] = []
        vote = Vote(1, (choice,), f"form {n}", voter_id=n)
        yield lambda session, v=vote, g=given: g.append(casting.cast(session, vote=v).receipt)
        say(given[0])
    yield lambda session: voting.close_vote(session, **known)
    yield lambda session: voting.count_vote(session, key_cards=cards, **known)
    yield lambda session: voting.publish_result(session, **known)


def live(file: Path, cards: KeyCards, die_at: int) -> None:
    engine, told = writing_engine(f"sqlite:///{file}"), file.with_suffix(".told")
    left = die_at

    def count(*_arguments: object) -> None:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(engine, "before_cursor_execute", count)
    event.listen(engine, "commit", lambda _connection: count())

    def say(receipt: str) -> None:
        with told.open("a", encoding="ascii") as held:
            held.write(f"{receipt}\n")

    for step in story(cards, say):
        with Session(engine) as session, session.begin():
            step(session)


def main(database: Path, folder: Path) -> None:
    engine = writing_engine(f"sqlite:///{database}")
    with Session(engine) as session, session.begin():
        cards = prepared(session)
    with engine.connect() as connection:
        fold(connection)
    engine.dispose()
    (folder / "cards").write_text("\n".join(cards), "ascii")
    for number in range(1, 1000):
        file = folder / f"{number}.sqlite3"
        shutil.copy(database, file)
        child = os.fork()
        if not child:
            live(file, cards, number)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            print(number)  # noqa: T201 — how many there are
            return


def fold(connection: Connection) -> None:
    """Bring everything from the journal into the file that is copied."""
    connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

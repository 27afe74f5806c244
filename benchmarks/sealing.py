"""What it costs to seal a vote: against an empty POST, and to open a box of a thousand."""

import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from benchmarks.results import Result
from benchmarks.submitting import Round, Served, round_of, served, told
from survey_app import create_app
from survey_app.ballots import attendance, box, cards, casting, service, voting
from survey_app.ballots.casting import Vote
from survey_app.ballots.facts import MeetingFacts, MotionFacts, OptionFacts, VoterFacts
from survey_app.ballots.models import Meeting
from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import Kind, Method, Presence
from survey_app.ballots.sealing import KeyCards
from survey_app.core.audit import Actor
from survey_app.core.operations import bring_up_to_date
from survey_app.core.writer import write
from survey_app.projects.service import ProjectFacts, create_project
from survey_app.workspaces.models import Workspace

VOTERS = 1500
ENVELOPES = 1000
ROUNDS = 3


def meeting_of(session: Session, number: int) -> tuple[Meeting, Actor, list[int]]:
    """A running meeting whose members are all there."""
    now = datetime.now(UTC)
    workspace = Workspace(slug="hall", name="Hall", created_at=now)
    session.add(workspace)
    session.flush()
    actor = Actor(None, workspace.id)
    facts = ProjectFacts("Plus-plek", "Lummen", "Lummen", "Gemeente Lummen")
    project = create_project(session, facts=facts, actor=actor, now=now, invented=True)
    plan = MeetingFacts("Raad", "Raad", datetime.now(UTC).date(), Preset.COUNCIL_SECRET)
    meeting = service.create_meeting(
        session, project_id=project.id, facts=plan, actor=actor, now=now
    )
    people = [VoterFacts(f"Lid {n}") for n in range(number)]
    voters = attendance.add_voters(
        session, meeting_id=meeting.id, voters=people, actor=actor, now=now
    )
    for voter in voters:
        voter.presence = Presence.PRESENT
    service.start_meeting(session, meeting_id=meeting.id, actor=actor, now=now)
    return meeting, actor, [voter.id for voter in voters]


def opened(session: Session, meeting: Meeting, actor: Actor) -> KeyCards:
    """A sealed vote between two options, open; it is the first of its database."""
    facts = MotionFacts(
        "Welke plus-plek?",
        kind=Kind.SEALED,
        method=Method.CHOICE,
        options=[OptionFacts("Mobiele plus-plek"), OptionFacts("Vaste plus-plek")],
    )
    now = datetime.now(UTC)
    motion = service.create_motion(
        session, meeting_id=meeting.id, facts=facts, actor=actor, now=now
    )
    keys = box.make_keys(session, motion_id=motion.id, actor=actor, now=now)
    voting.open_vote(session, motion_id=motion.id, actor=actor, now=now)
    return keys


def open_sealed_vote(number: int) -> list[str]:
    """Open a sealed vote for so many members; the tokens of their cards."""
    if not number:
        return []
    meeting, actor, voters = write(lambda session: meeting_of(session, number))
    drawn = dict(zip(voters, cards.draw_secrets(meeting.sign, number), strict=True))
    write(
        lambda session: cards.issue_cards(
            session, meeting_id=meeting.id, drawn=drawn, actor=actor, now=datetime.now(UTC)
        )
    )
    write(lambda session: opened(session, meeting, actor))
    return [secret.token for secret in drawn.values()]


def measure(folder: Path) -> Iterator[Result]:
    """Empty, sealed, empty, sealed ...; the median of neighbouring rounds."""
    (folder / "served").mkdir()
    empty: list[Round] = []
    sealed: list[Round] = []
    with served(folder / "served", voters=VOTERS * (ROUNDS + 1)) as server:
        forms = [forms_of(server, number) for number in range(ROUNDS + 1)]
        round_of(server, "/v", forms=forms.pop())
        for _ in range(ROUNDS):
            empty.append(round_of(server, "/empty"))
            sealed.append(round_of(server, "/v", forms=forms.pop()))
    yield from told("sealed", sealed, empty)
    yield Result("opening_1000_s", opening(folder), "s")


def forms_of(server: Served, number: int) -> Path:
    """Confirmed ballots of members who did not vote yet, one a line, each at its own address."""
    tokens = (server.folder / "cards").read_text("ascii").split()
    mine = tokens[number * VOTERS : (number + 1) * VOTERS]
    ballot = {"motion": "1", "choice": "b", "go": "confirm", "turn": "0"}
    path = server.folder / f"ballots-{number}.txt"
    lines = (f"/v/{token} {urlencode(ballot | {'uuid': str(uuid.uuid4())})}" for token in mine)
    path.write_text("\n".join(lines), "ascii")
    return path


def opening(folder: Path) -> float:
    """Seconds to take a thousand envelopes out of a box, open, mix and count them."""
    (folder / "box").mkdir()
    app = create_app({"DATA": str(folder / "box")})
    bring_up_to_date(app)
    with app.app_context():
        meeting, actor, voters = write(lambda session: meeting_of(session, ENVELOPES))
        keys = write(lambda session: opened(session, meeting, actor))
        write(lambda session: [casting.cast(session, vote=of(voter)) for voter in voters])
        known = {"motion_id": 1, "actor": actor, "now": datetime.now(UTC)}
        write(lambda session: voting.close_vote(session, **known))
        return timed(lambda: count(known, keys))


def of(voter: int) -> Vote:
    return Vote(1, ("ab"[voter % 2],), str(uuid.uuid4()), voter_id=voter)


def count(known: dict[str, object], keys: KeyCards) -> None:
    write(lambda session: voting.count_vote(session, key_cards=keys, **known))  # type: ignore[arg-type]  # what each step is told
    box.leave_no_trace()


def timed(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began

"""A council committee: a meeting with members, and the steps that tests take in one line."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from survey_app.accounts.models import User
from survey_app.ballots import attendance, box, casting, queries, service, voting
from survey_app.ballots.casting import Given, Vote
from survey_app.ballots.counting import Result
from survey_app.ballots.facts import MeetingFacts, MotionFacts, OptionFacts, VoterFacts
from survey_app.ballots.models import Meeting, Motion
from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import Kind, Method, Presence, Rules
from survey_app.core.audit import Actor
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.projects import service as projects
from survey_app.projects.service import ProjectFacts
from survey_app.workspaces import service as workspaces
from tests.programs import NOW

FACTS = ProjectFacts(
    name="Plus-plek", village="Lummen", municipality="Lummen", organiser="Landelijke Gilden"
)
TWO = (OptionFacts("Mobiele plus-plek"), OptionFacts("Vaste plus-plek"))


@dataclass
class Committee:
    """A running meeting with members who are there, as a test speaks of it."""

    app: Flask
    actor: Actor
    project_id: int
    meeting_id: int
    voters: list[int]
    now: datetime = NOW

    def do(self, change: Callable[..., Any], **facts: Any) -> Any:
        """Write one step of a service."""
        return write(lambda session: change(session, actor=self.actor, now=self.now, **facts))

    def motion(
        self,
        kind: Kind = Kind.NAMED,
        method: Method = Method.YES_NO,
        *,
        rules: Rules | None = None,
        options: Sequence[OptionFacts] = TWO,
    ) -> int:
        """A draft on the agenda; a sealed one with key cards in ``self.keys``."""
        facts = MotionFacts(
            "Welke plus-plek?", kind=kind, method=method, rules=rules or Rules(), options=options
        )
        motion: Motion = self.do(service.create_motion, meeting_id=self.meeting_id, facts=facts)
        if kind is Kind.SEALED:
            self.keys = self.do(box.make_keys, motion_id=motion.id)
        return motion.id

    def opened(self, *asked: Any, **facts: Any) -> int:
        motion_id = self.motion(*asked, **facts)
        self.do(voting.open_vote, motion_id=motion_id)
        return motion_id

    def cast(self, motion_id: int, voter: int | None, *chosen: str, **facts: Any) -> Given:
        facts = {"uuid": str(uuid4()), "voter_id": voter} | facts
        vote = Vote(motion_id, chosen, **facts)
        return write(lambda session: casting.cast(session, vote=vote))

    def close(self, motion_id: int) -> None:
        self.do(voting.close_vote, motion_id=motion_id)

    def count(self, motion_id: int, *, paper: Sequence[Sequence[str]] = ()) -> Result:
        cards = self.keys if self.read(motion_id).kind == Kind.SEALED else ()
        result: Result = self.do(
            voting.count_vote, motion_id=motion_id, key_cards=cards, paper=paper
        )
        return result

    def finish(self, motion_id: int) -> Result:
        self.close(motion_id)
        return self.count(motion_id)

    def read(self, motion_id: int) -> Motion:
        db.session.close()
        return db.session.get_one(Motion, motion_id)

    def read_meeting(self) -> Meeting:
        db.session.close()
        return db.session.get_one(Meeting, self.meeting_id)

    def turnout(self, motion_id: int) -> int:
        return queries.turnout(db.session, self.read(motion_id)).cast


def owner_in(session: Session) -> int:
    """The first owner of an organisation."""
    return workspaces.make_first_owner(
        session,
        name="Eerste Eigenaar",
        email="eigenaar@dorp.example",
        password_hash="",
        workspace="Gilden",
        now=NOW,
    )


def gathered(
    app: Flask, *, members: int = 5, preset: Preset = Preset.COMMITTEE_ADVICE
) -> Committee:
    """Gather a committee in a program: everybody is there and the meeting runs."""
    actor = Actor(write(owner_in), 1)
    project = write(
        lambda session: projects.create_project(session, facts=FACTS, actor=actor, now=NOW)
    )
    committee = Committee(app, actor, project.id, 0, [])
    title, body = "Raadscommissie", "Gemeenteraadscommissie Lummen"
    facts = MeetingFacts(title, body, date(2026, 5, 20), preset)
    meeting = committee.do(service.create_meeting, project_id=project.id, facts=facts)
    committee.meeting_id = meeting.id
    voters = committee.do(
        attendance.add_voters,
        meeting_id=meeting.id,
        voters=[VoterFacts(f"Lid {n + 1}", place=str(n + 1)) for n in range(members)],
    )
    committee.voters = [voter.id for voter in voters]
    for voter in committee.voters:
        committee.do(attendance.set_presence, voter_id=voter, presence=Presence.PRESENT)
    committee.do(service.start_meeting, meeting_id=meeting.id)
    return committee


def signed_in(committee: Committee, user_id: int) -> FlaskClient:
    """A browser in which somebody of the staff is signed in."""
    browser = committee.app.test_client()
    seal = db.session.get_one(User, user_id).fs_uniquifier
    with browser.session_transaction() as session:
        session.update({"_user_id": seal, "_fresh": True, "fs_paa": time.time()})
    return browser


@pytest.fixture
def committee(any_app: Flask) -> Iterator[Committee]:
    """Five members of a committee, on SQLite and on PostgreSQL."""
    with any_app.app_context():
        yield gathered(any_app)

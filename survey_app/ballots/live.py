"""What screens of a meeting are told while it runs: that something changed, and the turnout.

No frame holds a choice: pages that may show one are drawn by the server when they are asked for.
"""

from collections.abc import Collection, Mapping
from typing import Any
from zlib import crc32

from flask import Flask
from sqlalchemy import func, select

from survey_app.ballots import queries
from survey_app.ballots.models import Meeting, Motion, Participation, Voter
from survey_app.ballots.rules import Kind, Rules, State
from survey_app.core.broadcast import Channel, notify, open_channel
from survey_app.core.db import db

NAME = "meeting"


def init_live(app: Flask) -> None:
    open_channel(app, NAME, Channel(draw, versions))


def tell(meeting_id: int) -> None:
    """Say after a commit that a meeting changed."""
    notify(NAME, str(meeting_id))


def draw(key: str, audience: str) -> Mapping[str, Any]:
    """Phones hear that the state changed; the hall and the staff hear how many voted too."""
    meeting = db.session.get_one(Meeting, int(key))
    seen: dict[str, Any] = {"version": version_of(meeting)}
    motion = queries.latest_motion(db.session, meeting.id)
    if audience == "phone" or motion is None:
        return seen
    cast = queries.turnout(db.session, motion).cast
    seen |= {"cast": cast, "present": present(meeting.id)}
    return seen | ({"names": names_version(motion)} if names_are_live(motion) else {})


def version_of(meeting: Meeting) -> int:
    """Another number after every step of the meeting; a page carries the one it shows."""
    motions = queries.motions_of(db.session, meeting.id)
    states = [f"{motion.id}{motion.state}" for motion in motions if motion.state != State.DRAFT]
    return crc32(" ".join([meeting.state, *states]).encode())


def names_version(motion: Motion) -> int:
    """Another number after every vote and every change of one."""
    turns = select(func.sum(Participation.turn)).where(Participation.motion_id == motion.id)
    return db.session.scalar(turns) or 0


def names_are_live(motion: Motion) -> bool:
    """Whether the chair chose to project who votes what, which only a vote by name can."""
    return motion.kind == Kind.NAMED and Rules.from_json(motion.rules).names_live


def present(meeting_id: int) -> int:
    return queries.present(db.session, meeting_id)


def versions(keys: Collection[str]) -> Mapping[str, int]:
    """A number for each meeting that is another one after any change that a screen shows."""
    ids = [int(key) for key in keys]
    found: dict[str, list[str]] = {key: [] for key in keys}
    motions = (
        select(Motion.meeting_id, Motion.id, Motion.state, func.sum(Participation.turn))
        .outerjoin(Participation, Participation.motion_id == Motion.id)
        .where(Motion.meeting_id.in_(ids))
        .group_by(Motion.meeting_id, Motion.id, Motion.state)
        .order_by(Motion.id)
    )
    people = (
        select(Voter.meeting_id, Voter.presence, func.count())
        .where(Voter.meeting_id.in_(ids))
        .group_by(Voter.meeting_id, Voter.presence)
        .order_by(Voter.presence)
    )
    for meeting_id, *told in [*db.session.execute(motions), *db.session.execute(people)]:
        found[str(meeting_id)].append(str(told))
    return {key: crc32(" ".join(told).encode()) for key, told in found.items()}

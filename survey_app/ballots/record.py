"""The record of a published vote: plain files with their hashes, which anybody can recount."""

import csv
import io
import json
import secrets
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.export.safe import safe_text
from survey_app.ballots import queries, verify
from survey_app.ballots.events import canonical, events_of, line_of, moment
from survey_app.ballots.models import (
    Ballot,
    BallotBox,
    Meeting,
    Motion,
    MotionRecord,
    Participation,
    Voter,
)
from survey_app.ballots.rules import Kind, Rules
from survey_app.ballots.sealing import fingerprint

FORMAT = 1
RANDOM_BITS = 62
SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""Every entry of a zip has this date, so that the same record is the same file."""


def frozen(session: Session, motion: Motion) -> MotionRecord:
    """Make the record of a vote as it is now; it never changes afterwards."""
    files = {
        "setup.json": sheet(setup_of(session, motion)),
        "rules.json": sheet(
            {"rules": motion.rules, "opening": motion.opening, "closing": motion.closing}
        ),
        "events.jsonl": lines(line_of(event) for event in events_of(session, motion.id)),
        "ballots.jsonl": lines(ballots_of(session, motion)),
        "participation.csv": participation_of(session, motion),
        "result.json": sheet(motion.result or {}),
        "natellen.py": program(),
    }
    files[verify.SUMS] = verify.sums_of({name: text.encode() for name, text in files.items()})
    root = verify.hash_of(files[verify.SUMS].encode())
    return MotionRecord(motion_id=motion.id, root=root, files=files)


@cache
def program() -> str:
    """The file that recounts, as it lies in every record."""
    return Path(verify.__file__).read_text("utf-8")


def zip_of(record: MotionRecord) -> bytes:
    """``stembus-<id>.zip``: the same bytes each time."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as container:
        for name in (*verify.FILES, verify.SUMS):
            entry = zipfile.ZipInfo(name, SAME_DAY)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            container.writestr(entry, record.files[name])
    return held.getvalue()


def root_words(record: MotionRecord) -> str:
    """The words that the minutes, the projector and ``ballot verify`` show."""
    return verify.words_of(record.root)


def sheet(facts: dict[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def lines(texts: Iterator[str]) -> str:
    return "".join(f"{text}\n" for text in texts)


def setup_of(session: Session, motion: Motion) -> dict[str, Any]:
    """What was asked of whom, where and when."""
    meeting = session.get_one(Meeting, motion.meeting_id)
    box = session.get(BallotBox, motion.id)
    conflicts = queries.conflicts_of(session, motion.id)
    voters = [voter for voter in queries.voters_of(session, meeting.id) if voter.votes]
    named = Rules.from_json(motion.rules).who_took_part
    return {
        "format": FORMAT,
        "id": motion.public_id,
        "round": motion.round,
        "previous": session.scalar(select(Motion.public_id).where(Motion.id == motion.previous_id)),
        "title": motion.title,
        "text": motion.text,
        "kind": motion.kind,
        "method": motion.method,
        "options": titled(session, motion.id),
        "evidence": motion.evidence,
        "lock": fingerprint(box.public_key) if box else None,
        "opened_at": motion.opened_at and moment(motion.opened_at),
        "closed_at": motion.closed_at and moment(motion.closed_at),
        "meeting": {
            "title": meeting.title,
            "body": meeting.body,
            "place": meeting.place,
            "held_on": meeting.held_on.isoformat(),
        },
        "members": [member_of(voter, voter.id in conflicts) for voter in voters]
        if named
        else len(voters),
    }


def titled(session: Session, motion_id: int) -> list[dict[str, str]]:
    """The options as the record names them; those of the method have names of their own."""
    return [
        {"code": option.code, "title": option.title or verify.NAMES[option.code]}
        for option in queries.options_of(session, motion_id)
    ]


def member_of(voter: Voter, conflict: bool) -> dict[str, Any]:  # noqa: FBT001 — a column, as the others
    """One line of the list; why somebody had a conflict of interest is not for everybody."""
    return {
        "name": voter.name,
        "faction": voter.faction,
        "weight": voter.weight,
        "presence": voter.presence,
        "conflict": conflict,
    }


def ballots_of(session: Session, motion: Motion) -> Iterator[str]:
    """Ballots sorted by a random key, which tells nothing; a name only where the vote had names."""
    if motion.kind == Kind.NAMED:
        yield from named_ballots(session, motion)
        return
    held = select(Ballot).where(Ballot.motion_id == motion.id).order_by(Ballot.id)
    for ballot in session.scalars(held):
        line = {"id": hexed(ballot.id), "choice": ballot.choice}
        yield canonical(line | ({"receipt": ballot.receipt} if ballot.receipt else {}))


def named_ballots(session: Session, motion: Motion) -> Iterator[str]:
    rows = session.execute(
        select(Voter.name, Participation.choice, Participation.weight, Participation.channel)
        .join(Voter, Voter.id == Participation.voter_id)
        .where(Participation.motion_id == motion.id)
    ).all()
    keys = sorted(secrets.SystemRandom().sample(range(1 << RANDOM_BITS), len(rows)))
    shuffled = secrets.SystemRandom().sample(rows, len(rows))
    for key, row in zip(keys, shuffled, strict=True):
        line = {
            "id": hexed(key),
            "name": row.name,
            "choice": row.choice,
            "weight": row.weight,
            "channel": row.channel,
        }
        yield canonical(line)


def hexed(key: int) -> str:
    return f"{key:016x}"


def participation_of(session: Session, motion: Motion) -> str:
    """Who took part, by name, where the rules let that be known; never in what order."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(("name", "faction"))
    if motion.kind != Kind.POLL and Rules.from_json(motion.rules).who_took_part:
        rows = session.execute(
            select(Voter.name, Voter.faction)
            .join(Participation, Participation.voter_id == Voter.id)
            .where(Participation.motion_id == motion.id)
            .order_by(Voter.name)
        )
        writer.writerows([safe_text(row.name), safe_text(row.faction)] for row in rows)
    return held.getvalue()

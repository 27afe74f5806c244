"""Everybody at once: one voter a thousand times, five hundred twice, and the chair who closes."""

import random
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import insert

from survey_app.ballots import casting
from survey_app.ballots.casting import Given, Vote
from survey_app.ballots.errors import VoteClosedError
from survey_app.ballots.models import Voter
from survey_app.ballots.rules import Kind, Method, Presence, Seat
from survey_app.core.db import db
from survey_app.core.writer import Writer, write
from tests.survey_app.ballots.conftest import Committee, gathered

VOTING_KINDS = (Kind.NAMED, Kind.SEALED)


def at_once(committee: Committee, votes: Iterable[Vote], threads: int = 64) -> list[Any]:
    """Send votes from many threads that start together; what each was told."""
    writer: Writer = committee.app.extensions["writer"]

    def send(vote: Vote) -> Given | Exception:
        try:
            return writer.write(lambda session: casting.cast(session, vote=vote))
        except VoteClosedError as error:
            return error

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(send, votes))


def crowd(committee: Committee, number: int) -> list[int]:
    """Seat many members at once."""
    seat = {
        "meeting_id": committee.meeting_id,
        "faction": "",
        "seat": Seat.MEMBER,
        "weight": 1,
        "votes": True,
        "presence": Presence.PRESENT,
    }
    rows = [seat | {"id": 1000 + n, "name": f"Burger {n}", "place": ""} for n in range(number)]
    write(lambda session: session.execute(insert(Voter), rows))
    return [row["id"] for row in rows]


@pytest.mark.parametrize("kind", VOTING_KINDS)
def test_one_voter_a_thousand_times_at_once_counts_once(committee, kind) -> None:
    motion = committee.opened(kind, Method.CHOICE)
    voter = committee.voters[0]

    told = at_once(
        committee, [Vote(motion, ("a",), str(uuid4()), voter_id=voter) for _ in range(1000)]
    )

    assert all(isinstance(given, Given) for given in told)
    assert sorted(given.turn for given in told) == list(range(1, 1001))
    result = committee.finish(motion)
    assert (result.heads.cast, result.votes) == (1, (("a", 1), ("b", 0)))


@pytest.mark.parametrize("kind", VOTING_KINDS)
def test_five_hundred_voters_who_tap_twice_count_five_hundred(committee, kind) -> None:
    voters = crowd(committee, 500)
    motion = committee.opened(kind, Method.CHOICE)
    taps = [
        Vote(motion, ("a" if voter % 5 else "b",), str(uuid4()), voter_id=voter, turn=0)
        for voter in voters
    ] * 2
    random.Random(7).shuffle(taps)

    told = at_once(committee, taps)

    receipts = {given.receipt for given in told}
    assert (len(told), len(receipts)) == (1000, 500)
    assert committee.finish(motion).votes == (("a", 400), ("b", 100))


@pytest.mark.parametrize("kind", VOTING_KINDS)
def test_a_vote_counts_if_and_only_if_its_receipt_was_given(committee, kind) -> None:
    voters = crowd(committee, 200)
    motion = committee.opened(kind, Method.CHOICE)
    votes = [Vote(motion, ("a",), str(uuid4()), voter_id=voter) for voter in voters]
    closing = threading.Timer(0.05, in_context(committee, lambda: committee.close(motion)))

    closing.start()
    told = at_once(committee, votes, threads=8)
    closing.join()

    given = {answer.receipt for answer in told if isinstance(answer, Given)}
    result = committee.count(motion)
    assert result.heads.cast == len(given)
    receipts = committee.read(motion).result["receipts"]
    assert kind is Kind.NAMED or receipts == sorted(given)


def in_context(committee: Committee, step: Callable[[], None]) -> Callable[[], None]:
    def run() -> None:
        with committee.app.app_context():
            step()
            db.session.close()

    return run


def test_two_programs_on_one_database_count_a_voter_once(make_app, database_url) -> None:
    """Each process has its own writer; the database alone keeps them apart."""
    one, other = make_app(DATABASE_URL=database_url), make_app(DATABASE_URL=database_url)
    with one.app_context():
        committee = gathered(one)
        motion = committee.opened(Kind.SEALED, Method.CHOICE)
    apps = [one, other] * 50
    votes = [Vote(motion, ("b",), str(uuid4()), voter_id=1) for _ in apps]

    def send(app: Any, vote: Vote) -> Given:
        writer: Writer = app.extensions["writer"]
        return writer.write(lambda session: casting.cast(session, vote=vote))

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(send, apps, votes))

    with one.app_context():
        assert committee.finish(motion).votes == (("a", 0), ("b", 1))

"""What is stored tells nothing of who cast what, or in what order."""

import math
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import OperationalError

from survey_app.ballots import box, casting, queries, voting
from survey_app.ballots.models import Ballot, Participation
from survey_app.ballots.rules import Kind, Method, Receipt, Rules
from survey_app.core.db import db
from tests.survey_app.ballots.conftest import Committee, signed_in
from tests.survey_app.ballots.test_crowd import crowd

EACH = 100
UNLIKELY = 7.0
"""So many standard deviations happen by chance less than once in 10¹¹ times (counted exactly, for a
hundred against a hundred); in all 34 looks at the order together less than once in 10⁹. What is
stored as it was cast lies 12 of them away, and half of it in order still 9."""

ANONYMOUS = (Kind.POLL, Kind.SEALED)


def cast_in_order(committee: Committee, kind: Kind, **rules) -> int:
    """First a hundred votes for one option, then a hundred for the other, each in its own time."""
    voters = crowd(committee, 2 * EACH)
    motion = committee.opened(kind, Method.CHOICE, rules=Rules(**rules))
    for n, voter in enumerate(voters):
        committee.cast(motion, voter, "a" if n < EACH else "b")
    return motion


def deviation(choices: Sequence[str]) -> float:
    """How far the places of one option lie from chance, in standard deviations (rank sum)."""
    ranks = sum(place for place, choice in enumerate(choices, start=1) if choice == "a")
    n = len(choices)
    return abs(ranks - EACH * (n + 1) / 2) / math.sqrt(EACH * EACH * (n + 1) / 12)


def test_measure_of_order_sees_an_order() -> None:
    half = EACH // 2

    assert deviation("a" * EACH + "b" * EACH) > 12
    assert deviation("a" * half + "ab" * half + "b" * half) > UNLIKELY
    assert deviation("ab" * EACH) < 1


@pytest.mark.parametrize("kind", ANONYMOUS)
@pytest.mark.parametrize("receipt", Receipt)
def test_no_order_of_ballots_tells_the_order_of_casting(committee, kind, receipt) -> None:
    motion = cast_in_order(committee, kind, receipt=receipt)
    committee.finish(motion)
    box.leave_no_trace()

    db.session.close()
    hidden = ["ctid", "cmin::text::int, ctid", "xmin::text::bigint, ctid"]
    orders = ["id"] + (hidden if db.engine.dialect.name == "postgresql" else [])
    for order in orders:
        held = db.session.scalars(text(f"SELECT choice FROM ballot ORDER BY {order}")).all()
        assert deviation(held) < UNLIKELY, order
    plain = db.session.scalars(text("SELECT choice FROM ballot")).all()
    assert deviation(plain) < UNLIKELY


@pytest.mark.parametrize("receipt", Receipt)
def test_no_hidden_number_tells_when_somebody_voted(committee, receipt) -> None:
    """Neither of people nor of ballots, with one who changed the vote and one on paper."""
    motion = committee.opened(Kind.SEALED, Method.CHOICE, rules=Rules(receipt=receipt))
    for voter in reversed(committee.voters):
        committee.cast(motion, voter, "a")
    committee.cast(motion, committee.voters[1], "b")
    committee.do(casting.mark_paper, motion_id=motion, voter_id=committee.voters[2])
    committee.close(motion)
    committee.count(motion, paper=[("b",)])
    box.leave_no_trace()

    if db.engine.dialect.name == "sqlite":
        for table in ("ballot", "participation"):
            with pytest.raises(OperationalError, match="no such column"):
                db.session.scalars(text(f"SELECT rowid FROM {table}"))
    else:
        marks = "SELECT xmin FROM ballot UNION SELECT xmin FROM participation"
        assert len(db.session.scalars(text(marks)).all()) == 1
        for table, key in (("ballot", "id"), ("participation", "holder")):
            as_stored = db.session.scalars(text(f"SELECT {key} FROM {table} ORDER BY ctid")).all()
            assert as_stored == sorted(as_stored)
    people = db.session.execute(text("SELECT turn, weight, receipt, envelope FROM participation"))
    assert set(people) == {(1, 1, None, None)}


def test_people_and_ballots_are_stored_in_orders_that_do_not_meet(committee) -> None:
    motion = cast_in_order(committee, Kind.SEALED)
    committee.finish(motion)
    box.leave_no_trace()

    db.session.close()
    as_stored = "ORDER BY ctid" if db.engine.dialect.name == "postgresql" else ""
    people = db.session.scalars(text(f"SELECT voter_id FROM participation {as_stored}")).all()
    ballots = db.session.scalars(text(f"SELECT choice FROM ballot {as_stored}")).all()
    first = {voter for voter in people if voter < 1000 + EACH}
    beside = [choice for voter, choice in zip(people, ballots, strict=True) if voter in first]
    same = sum(choice == "a" for choice in beside)
    assert abs(same - EACH / 2) / math.sqrt(EACH / 8) < UNLIKELY


def test_a_ballot_has_no_column_but_its_choice() -> None:
    assert {column.name for column in inspect(Ballot).columns} == {
        "motion_id",
        "id",
        "choice",
        "receipt",
    }
    assert not {"at", "time", "day", "created_at"} & {
        c.name for c in inspect(Participation).columns
    }


def stored(motion: int) -> bytes:
    """Everything the database has on disk that could hold an envelope."""
    if db.engine.dialect.name == "sqlite":
        file = Path(str(db.engine.url.database))
        wal = file.with_name(f"{file.name}-wal")
        return file.read_bytes() + (wal.read_bytes() if wal.exists() else b"")
    db.session.close()
    tables = ("participation", "ballot", "ballot_box")
    paths = [f"pg_read_binary_file(pg_relation_filepath('{table}'))" for table in tables]
    db.session.execute(text("CHECKPOINT"))
    return bytes(db.session.scalar(text(f"SELECT {' || '.join(paths)}")))


def test_envelopes_and_key_leave_no_trace_in_the_files(committee) -> None:
    motion = committee.opened(Kind.SEALED, Method.CHOICE)
    for voter in committee.voters:
        committee.cast(motion, voter, "a")
    committee.close(motion)
    envelopes = [e for e in db.session.scalars(select(Participation.envelope)) if e]
    key = db.session.scalars(select(box.BallotBox.locked_key)).one()
    before = stored(motion)

    committee.count(motion)
    box.leave_no_trace()

    after = stored(motion)
    assert len(envelopes) == 5
    assert all(envelope[:40] in before for envelope in envelopes)
    assert not any(envelope[:40] in after for envelope in envelopes)
    assert key[:40] in before
    assert key[:40] not in after


def test_annulled_vote_leaves_no_envelope_in_the_files_either(committee) -> None:
    motion = committee.opened(Kind.SEALED, Method.CHOICE)
    for voter in committee.voters:
        committee.cast(motion, voter, "a")
    envelopes = [e for e in db.session.scalars(select(Participation.envelope)) if e]
    key = db.session.scalars(select(box.BallotBox.locked_key)).one()
    chair = signed_in(committee, committee.actor.user_id)
    before = stored(motion)

    led = f"/desk/gilden/meetings/{committee.meeting_id}/chair/{motion}"
    answer = chair.post(f"{led}/annul", data={"reason": "Verkeerde vraag"})

    after = stored(motion)
    assert answer.status_code == 302
    assert all(secret[:40] in before for secret in (*envelopes, key))
    assert not any(secret[:40] in after for secret in (*envelopes, key))


def test_receipts_of_inclusion_are_published_apart_from_ballots(committee) -> None:
    motion = committee.opened(Kind.SEALED, Method.CHOICE, rules=Rules(receipt=Receipt.INCLUSION))
    given = {committee.cast(motion, voter, "a").receipt for voter in committee.voters}
    committee.finish(motion)

    assert committee.read(motion).result["receipts"] == sorted(given)
    assert {ballot.receipt for ballot in db.session.scalars(select(Ballot))} == {None}


def test_receipt_of_the_choice_leads_to_the_own_ballot(committee) -> None:
    motion = committee.opened(Kind.SEALED, Method.CHOICE, rules=Rules(receipt=Receipt.CHOICE))
    given = {
        committee.cast(motion, v, c).receipt: c
        for v, c in zip(committee.voters, "abbab", strict=True)
    }
    committee.finish(motion)

    assert {b.receipt: b.choice for b in db.session.scalars(select(Ballot))} == given
    assert committee.read(motion).result["receipts"] == []


def test_no_receipt_is_kept_where_none_was_promised(committee) -> None:
    motion = committee.opened(Kind.SEALED, Method.CHOICE, rules=Rules(receipt=Receipt.NONE))
    committee.cast(motion, committee.voters[0], "a")
    committee.finish(motion)
    committee.do(voting.publish_result, motion_id=motion)

    db.session.close()
    assert [b.receipt for b in db.session.scalars(select(Ballot))] == [None]
    assert '"receipts": []' in queries.record_of(db.session, motion).files["result.json"]

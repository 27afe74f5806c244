"""What the database itself refuses, whoever asks: the triggers of the migration."""

from itertools import product

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from survey_app.ballots import voting
from survey_app.ballots.rules import NEXT, Kind, Method, State
from survey_app.core.writer import write


def tell(statement: str, **values: object) -> None:
    write(lambda session: session.execute(text(statement), values))


@pytest.fixture
def motion(committee) -> int:
    """A closed anonymous vote with one envelope in it."""
    motion: int = committee.opened(Kind.SEALED, Method.CHOICE)
    committee.cast(motion, committee.voters[0], "a")
    committee.close(motion)
    return motion


def test_states_go_only_the_ways_that_python_knows(committee) -> None:
    for before, after in product(State, State):
        motion = committee.motion(Kind.POLL, Method.CHOICE)
        for step in way_to(before):
            tell(
                "UPDATE motion SET reason = 'x', state = :state WHERE id = :id",
                state=step,
                id=motion,
            )
        if after in (*NEXT[before], before):
            tell("UPDATE motion SET state = :state WHERE id = :id", state=after, id=motion)
        else:
            with pytest.raises(IntegrityError, match="does not go"):
                tell("UPDATE motion SET state = :state WHERE id = :id", state=after, id=motion)
        tell("DELETE FROM motion WHERE id = :id", id=motion)


def way_to(state: State) -> list[State]:
    ways: dict[State, list[State]] = {State.DRAFT: []}
    waiting = [State.DRAFT]
    while waiting:
        here = waiting.pop(0)
        for after in NEXT[here]:
            if after not in ways:
                ways[after] = [*ways[here], after]
                waiting.append(after)
    return ways[state]


def test_nothing_is_cast_in_a_vote_that_is_not_open(motion) -> None:
    with pytest.raises(IntegrityError, match="not open"):
        tell(
            "INSERT INTO participation (motion_id, holder, channel, turn, weight) "
            "VALUES (:id, 'x', 'phone', 1, 1)",
            id=motion,
        )
    with pytest.raises(IntegrityError, match="not open"):
        tell("UPDATE participation SET choice = 'b', envelope = null")
    with pytest.raises(IntegrityError, match="not open"):
        tell("UPDATE participation SET holder = 'somebody else'")


def test_what_is_asked_never_changes_once_it_was_opened(motion) -> None:
    with pytest.raises(IntegrityError, match="cannot change"):
        tell("UPDATE motion SET title = 'Iets anders' WHERE id = :id", id=motion)
    with pytest.raises(IntegrityError, match="cannot change"):
        tell("UPDATE motion SET rules = '{}' WHERE id = :id", id=motion)


def test_options_never_change_once_a_vote_was_opened(motion) -> None:
    with pytest.raises(IntegrityError, match="cannot change"):
        tell("UPDATE motion_option SET title = 'Iets anders' WHERE code = 'a'")
    with pytest.raises(IntegrityError, match="cannot change"):
        tell("UPDATE motion_option SET motion_id = :id, code = 'c' WHERE code = 'a'", id=motion)


def test_ballots_appear_only_while_the_box_is_opened_and_never_change(committee, motion) -> None:
    committee.count(motion)

    with pytest.raises(IntegrityError, match="while it is counted"):
        tell("INSERT INTO ballot (motion_id, id, choice) VALUES (:id, 1, 'b')", id=motion)
    with pytest.raises(IntegrityError, match="never changes"):
        tell("UPDATE ballot SET choice = 'b'")


def test_events_and_records_never_change(committee, motion) -> None:
    committee.count(motion)
    committee.do(voting.publish_result, motion_id=motion)

    with pytest.raises(IntegrityError, match="never changes"):
        tell("UPDATE motion_event SET kind = 'closed'")
    with pytest.raises(IntegrityError, match="never changes"):
        tell("UPDATE motion_record SET root = 'x'")


def test_annulment_has_its_reason(motion) -> None:
    with pytest.raises(IntegrityError, match=r"(?i)annulled_with_reason"):
        tell("UPDATE motion SET state = 'annulled' WHERE id = :id", id=motion)


def test_everything_of_a_meeting_goes_with_it(committee, motion) -> None:
    committee.count(motion)
    committee.do(voting.publish_result, motion_id=motion)

    tell("DELETE FROM project")

    tables = ("meeting", "voter", "motion", "ballot", "participation", "motion_event")
    assert [
        write(lambda session, t=table: session.scalar(text(f"SELECT count(*) FROM {t}")))
        for table in tables
    ] == [0] * len(tables)

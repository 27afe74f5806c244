"""The steps of a motion: what must be ready, what follows, what stays when one goes back."""

import pytest
from sqlalchemy import select

from analysis.tally.majority import Verdict
from survey_app.ballots import attendance, box, events, queries, rounds, service, voting
from survey_app.ballots.errors import (
    NoQuorumError,
    NotReadyError,
    What,
    WrongChoiceError,
    WrongKeyError,
)
from survey_app.ballots.facts import MotionFacts, OptionFacts
from survey_app.ballots.models import Ballot, BallotBox, Participation
from survey_app.ballots.presets import MORE_THAN_HALF
from survey_app.ballots.recount import recount
from survey_app.ballots.rules import Kind, Method, Presence, Rules, State, Tie
from survey_app.core.audit import AuditEntry
from survey_app.core.db import db
from survey_app.core.errors import InvalidInputError, NotFoundError
from tests.survey_app.ballots.conftest import Committee


def waits_for(committee: Committee, motion: int) -> What:
    with pytest.raises(NotReadyError) as caught:
        committee.do(voting.open_vote, motion_id=motion)
    return caught.value.what


def test_vote_opens_only_when_everything_is_ready(committee) -> None:
    plain, other = committee.motion(), committee.motion()
    lonely = committee.motion(Kind.NAMED, Method.CHOICE, options=[OptionFacts("Een")])
    keyless = committee.do(
        service.create_motion,
        meeting_id=committee.meeting_id,
        facts=MotionFacts("Wie?", kind=Kind.SEALED, method=Method.YES_NO),
    ).id

    assert waits_for(committee, lonely) is What.TOO_FEW_OPTIONS
    assert waits_for(committee, keyless) is What.NO_KEYS
    committee.do(voting.open_vote, motion_id=plain)
    assert waits_for(committee, other) is What.OTHER_VOTE_OPEN
    assert waits_for(committee, plain) is What.OTHER_VOTE_OPEN
    committee.finish(plain)
    committee.do(service.finish_meeting, meeting_id=committee.meeting_id)
    assert waits_for(committee, other) is What.MEETING_NOT_RUNNING


def test_meeting_does_not_end_while_a_vote_is_open(committee) -> None:
    committee.opened()

    with pytest.raises(NotReadyError):
        committee.do(service.finish_meeting, meeting_id=committee.meeting_id)


def leave(committee: Committee, *voters: int) -> None:
    for voter in voters:
        committee.do(attendance.set_presence, voter_id=voter, presence=Presence.LEFT)


def test_too_few_members_open_nothing_until_a_second_convocation(committee) -> None:
    motion = committee.motion(rules=Rules(quorum=MORE_THAN_HALF))
    leave(committee, *committee.voters[:3])

    with pytest.raises(NoQuorumError, match="2 of the 3"):
        committee.do(voting.open_vote, motion_id=motion)
    committee.do(voting.open_vote, motion_id=motion, second_call=True)
    committee.cast(motion, committee.voters[3], "for")
    result = committee.finish(motion)

    assert (result.verdict, result.quorum) == (Verdict.ACCEPTED, None)


def test_quorum_that_is_lost_during_the_vote_decides_nothing(committee) -> None:
    motion = committee.opened(rules=Rules(quorum=MORE_THAN_HALF))
    for voter in committee.voters:
        committee.cast(motion, voter, "for")
    leave(committee, *committee.voters[:3])

    result = committee.finish(motion)

    assert (result.verdict, result.quorum, result.quorum_present) == (Verdict.NO_QUORUM, 3, 2)
    assert result.votes == (("for", 5), ("against", 0))


def test_last_call_can_be_called_off(committee) -> None:
    motion = committee.opened()

    committee.do(voting.last_call, motion_id=motion)
    committee.cast(motion, committee.voters[0], "for")
    committee.do(voting.call_off_last_call, motion_id=motion)
    committee.cast(motion, committee.voters[1], "for")

    assert committee.finish(motion).heads.cast == 2


def test_no_step_is_taken_twice(committee) -> None:
    motion = committee.opened()
    committee.finish(motion)

    for again in (voting.open_vote, voting.last_call, voting.close_vote, voting.count_vote):
        with pytest.raises(NotReadyError):
            committee.do(again, motion_id=motion)


def test_key_cards_open_a_sealed_vote_once_and_the_key_is_gone(committee) -> None:
    motion = committee.opened(Kind.SEALED, Method.CHOICE)
    committee.cast(motion, committee.voters[0], "a")
    committee.close(motion)

    chair = committee.keys.chair
    for cards in ((), (chair,), (chair, chair)):
        with pytest.raises(WrongKeyError):
            committee.do(voting.count_vote, motion_id=motion, key_cards=cards)
    assert committee.read(motion).state == State.CLOSED
    committee.count(motion)

    db.session.close()
    assert db.session.get_one(BallotBox, motion).locked_key is None
    held = db.session.scalars(select(Participation)).one()
    assert (held.envelope, held.receipt, held.choice, held.turn) == (None, None, None, 1)


def test_new_key_cards_make_the_earlier_ones_worthless(committee) -> None:
    motion = committee.motion(Kind.SEALED, Method.CHOICE)
    earlier = committee.keys
    committee.keys = committee.do(box.make_keys, motion_id=motion)
    committee.do(voting.open_vote, motion_id=motion)
    committee.close(motion)

    with pytest.raises(WrongKeyError):
        committee.do(voting.count_vote, motion_id=motion, key_cards=earlier)
    committee.count(motion)


def test_keys_are_not_replaced_once_the_vote_was_opened(committee) -> None:
    motion = committee.opened(Kind.SEALED)

    with pytest.raises(NotReadyError):
        committee.do(box.make_keys, motion_id=motion)


@pytest.mark.parametrize("kind", [Kind.POLL, Kind.SEALED])
def test_annulled_vote_is_never_opened(committee, kind) -> None:
    motion = committee.opened(kind, Method.CHOICE)
    committee.cast(motion, committee.voters[0], "a")

    with pytest.raises(InvalidInputError):
        committee.do(voting.annul_vote, motion_id=motion, reason=" ")
    committee.do(voting.annul_vote, motion_id=motion, reason="Beide sleutelkaarten zijn weg.")

    assert committee.read(motion).reason == "Beide sleutelkaarten zijn weg."
    assert db.session.scalars(select(Ballot)).all() == []
    assert [p.envelope for p in db.session.scalars(select(Participation))] in ([], [None])


def test_annulled_vote_is_voted_on_again_under_another_address(committee) -> None:
    motion = committee.opened(Kind.NAMED, Method.CHOICE)
    committee.do(voting.annul_vote, motion_id=motion, reason="Verkeerde vraag.")

    again = committee.do(rounds.new_round, motion_id=motion)

    assert committee.read(motion).state == State.SUPERSEDED
    assert (again.round, again.state, again.previous_id) == (2, State.DRAFT, motion)
    assert again.public_id != committee.read(motion).public_id
    assert [o.title for o in queries.options_of(db.session, again.id)] == [
        "Mobiele plus-plek",
        "Vaste plus-plek",
    ]


@pytest.mark.parametrize(
    ("tie", "allowed"),
    [(Tie.REJECTED, {"rejected"}), (Tie.CHAIR, {"accepted", "rejected"})],
)
def test_tie_is_settled_no_other_way_than_its_rule_says(committee, tie, allowed) -> None:
    motion = committee.opened(Kind.NAMED, Method.YES_NO, rules=Rules(tie=tie))
    for voter, choice in zip(committee.voters, ("for", "against"), strict=False):
        committee.cast(motion, voter, choice)
    committee.finish(motion)

    settled = set()
    for option in ("accepted", "rejected"):
        try:
            committee.do(voting.settle_tie, motion_id=motion, option=option, reason="regel")
        except WrongChoiceError:
            continue
        settled.add(option)
    assert settled == allowed


def test_nothing_is_settled_where_nothing_ties(committee) -> None:
    motion = committee.opened()
    committee.cast(motion, committee.voters[0], "for")
    committee.finish(motion)

    with pytest.raises(NotReadyError):
        committee.do(voting.settle_tie, motion_id=motion, option="accepted", reason="")


@pytest.mark.parametrize("kind", Kind)
def test_recount_gives_the_same_result(committee, kind) -> None:
    motion = committee.opened(kind, Method.APPROVAL)
    for voter, chosen in zip(committee.voters, ("ab", "a", "b", "", "ab"), strict=True):
        committee.cast(motion, voter, *chosen)

    result = committee.finish(motion)

    assert recount(db.session, committee.read(motion)) == result
    assert result.votes == (("a", 3), ("b", 3))
    assert (result.blank, result.unanimous) == (1, False)


def test_unanimous_secret_vote_is_known_as_such(committee) -> None:
    motion = committee.opened(Kind.SEALED, Method.CHOICE)
    for voter in committee.voters:
        committee.cast(motion, voter, "a")

    assert committee.finish(motion).unanimous


def test_events_form_a_chain_that_says_nothing_of_choices(committee) -> None:
    motion = committee.opened(Kind.SEALED, Method.CHOICE)
    committee.cast(motion, committee.voters[0], "b")
    committee.do(attendance.set_presence, voter_id=committee.voters[4], presence=Presence.LEFT)
    committee.finish(motion)
    committee.do(voting.publish_result, motion_id=motion)

    db.session.close()
    told = events.events_of(db.session, motion)
    assert [event.kind for event in told] == [
        "opened",
        "presence",
        "closed",
        "counted",
        "published",
    ]
    assert [event.previous for event in told] == [events.START, *(e.sha256 for e in told[:-1])]
    assert {key for event in told[2:] for key in event.data} == {
        *("members", "entitled", "present", "weight_entitled", "weight_present"),
        *("cast", "on_paper"),
    }


def test_every_step_stands_in_the_logbook_without_a_choice(committee) -> None:
    motion = committee.opened(Kind.NAMED, Method.CHOICE)
    committee.cast(motion, committee.voters[0], "b")
    committee.finish(motion)

    lines = db.session.scalars(select(AuditEntry)).all()
    assert [line.action for line in lines][-3:] == [
        "motion.opened",
        "motion.closed",
        "motion.counted",
    ]
    assert {key for line in lines[-3:] for key in line.data} == {"title"}


def test_another_workspace_reaches_nothing(committee) -> None:
    motion = committee.opened()
    stranger = Committee(
        committee.app, service.Actor(1, 2), committee.project_id, committee.meeting_id, []
    )

    for step in (voting.close_vote, voting.last_call, voting.publish_result):
        with pytest.raises(NotFoundError):
            stranger.do(step, motion_id=motion)
    with pytest.raises(NotFoundError):
        queries.motion_in(db.session, 2, motion)

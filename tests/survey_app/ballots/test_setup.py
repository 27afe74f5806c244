"""Setting up a meeting: attendance, agenda, options with their case, evidence; forgetting it."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from survey_app.ballots import attendance, erase, queries, service, voting
from survey_app.ballots.errors import NotReadyError, What
from survey_app.ballots.facts import (
    Criterion,
    Evidence,
    MeetingFacts,
    MotionFacts,
    OptionFacts,
    VoterFacts,
)
from survey_app.ballots.models import Meeting, Motion, Voter, VotingCard
from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import Kind, Method, Presence, Rules, Seat, State
from survey_app.core.db import db
from survey_app.core.errors import InvalidInputError, NotFoundError
from tests.survey_app.ballots.test_cards import issued

EVIDENCE = Evidence(
    sentence="62 % van 143 bewoners wil een vaste plek, tussen 54 en 70 %",
    count=89,
    n=143,
    low=0.54,
    high=0.70,
    day=date(2026, 5, 1),
    link="/desk/gilden/surveys/1/results",
    option="b",
)


def test_preset_gives_what_a_motion_leaves_out(committee) -> None:
    facts = MotionFacts("Welke?", options=[OptionFacts("Een"), OptionFacts("Twee")])

    motion = committee.do(service.create_motion, meeting_id=committee.meeting_id, facts=facts)

    assert (motion.kind, motion.method, motion.state) == (Kind.NAMED, Method.CHOICE, State.DRAFT)
    assert Rules.from_json(motion.rules).advisory


def test_options_keep_their_case(committee) -> None:
    option = OptionFacts(
        "Vaste plek",
        picture="huis",
        arguments_for=["Altijd open"],
        arguments_against=["Duurder"],
        cost=45_000,
        scores={"reach": 4},
    )
    plan = [Criterion("reach", "Iedereen bereikt", 3)]
    facts = MotionFacts("Welke?", options=[option, OptionFacts("Mobiel")], criteria=plan)

    motion = committee.do(service.create_motion, meeting_id=committee.meeting_id, facts=facts)

    first = queries.options_of(db.session, motion.id)[0]
    assert (first.code, first.title, first.picture, first.cost) == (
        "a",
        "Vaste plek",
        "huis",
        45_000,
    )
    assert (first.arguments_for, first.arguments_against) == (["Altijd open"], ["Duurder"])
    assert (first.scores, motion.criteria) == (
        {"reach": 4},
        [{"code": "reach", "label": "Iedereen bereikt", "weight": 3}],
    )


def test_evidence_is_frozen_beside_its_option(committee) -> None:
    motion = committee.motion(Kind.NAMED, Method.CHOICE)

    committee.do(service.attach_evidence, motion_id=motion, evidence=EVIDENCE)
    with pytest.raises(InvalidInputError):
        committee.do(
            service.attach_evidence, motion_id=motion, evidence=replace(EVIDENCE, option="z")
        )

    (held,) = committee.read(motion).evidence
    assert (held["sentence"], held["n"], held["day"]) == (EVIDENCE.sentence, 143, "2026-05-01")
    committee.do(service.remove_evidence, motion_id=motion, place=0)
    assert committee.read(motion).evidence == []


def test_nothing_of_a_motion_changes_once_it_was_opened(committee) -> None:
    motion = committee.opened(Kind.NAMED, Method.CHOICE)

    for change, facts in (
        (service.change_motion, {"facts": MotionFacts("Anders")}),
        (service.attach_evidence, {"evidence": EVIDENCE}),
        (service.move_motion, {"position": 1}),
        (service.delete_motion, {}),
    ):
        with pytest.raises(NotReadyError) as caught:
            committee.do(change, motion_id=motion, **facts)
        assert caught.value.what is What.NOT_DRAFT


def test_motions_move_on_the_agenda(committee) -> None:
    first, second, third = (committee.motion() for _ in range(3))

    committee.do(service.move_motion, motion_id=third, position=1)
    db.session.close()
    assert [m.id for m in queries.motions_of(db.session, committee.meeting_id)] == [
        third,
        first,
        second,
    ]


def test_changed_motion_has_the_new_options(committee) -> None:
    motion = committee.motion(Kind.NAMED, Method.CHOICE)
    facts = MotionFacts("Wie?", method=Method.CONSENT)

    committee.do(service.change_motion, motion_id=motion, facts=facts)

    assert [option.code for option in queries.options_of(db.session, motion)] == [
        "agree",
        "concern",
        "objection",
    ]


def test_list_that_is_read_in_again_changes_people_and_doubles_nobody(committee) -> None:
    facts = [VoterFacts("Lid 1", faction="Samen", seat=Seat.CHAIR), VoterFacts("Lid 9")]

    committee.do(attendance.add_voters, meeting_id=committee.meeting_id, voters=facts)

    db.session.close()
    people = {v.name: v for v in queries.voters_of(db.session, committee.meeting_id)}
    assert len(people) == 6
    assert (people["Lid 1"].faction, people["Lid 1"].seat) == ("Samen", Seat.CHAIR)
    assert people["Lid 1"].presence == Presence.PRESENT
    assert people["Lid 9"].presence == Presence.EXPECTED


def test_who_took_part_stays_on_the_list(committee) -> None:
    motion = committee.opened()
    committee.cast(motion, committee.voters[0], "for")

    with pytest.raises(NotReadyError) as caught:
        committee.do(attendance.remove_voter, voter_id=committee.voters[0])
    committee.do(attendance.remove_voter, voter_id=committee.voters[1])

    assert caught.value.what is What.TOOK_PART
    assert db.session.scalar(select(func.count()).select_from(Voter)) == 4


def test_conflict_of_interest_takes_a_member_out_of_one_motion(committee) -> None:
    first, second = committee.motion(), committee.motion()
    voter = committee.voters[0]
    committee.do(attendance.state_conflict, motion_id=first, voter_id=voter, reason="Eigenaar")

    there = [queries.attendance(db.session, committee.read(motion)) for motion in (first, second)]

    assert [(t.members, t.entitled, t.present) for t in there] == [(5, 4, 4), (5, 5, 5)]
    assert queries.conflicts_of(db.session, first) == {voter: "Eigenaar"}
    committee.do(attendance.withdraw_conflict, motion_id=first, voter_id=voter)
    assert queries.conflicts_of(db.session, first) == {}


def test_secretary_who_does_not_vote_counts_nowhere(committee) -> None:
    secretary = VoterFacts("Secretaris", seat=Seat.SECRETARY, votes=False)
    committee.do(attendance.add_voters, meeting_id=committee.meeting_id, voters=[secretary])

    motion = committee.motion()

    assert queries.attendance(db.session, committee.read(motion)).members == 5


def test_meeting_and_its_people_go_on_their_day_and_cards_a_week_after(committee) -> None:
    issued(committee, *committee.voters)
    motion = committee.opened(Kind.SEALED)
    committee.finish(motion)
    committee.do(voting.publish_result, motion_id=motion)
    held = committee.read(motion)
    day = db.session.get_one(Meeting, held.meeting_id)

    assert erase.purge(day.held_on) == {"cards": 0, "meetings": 0}
    assert erase.purge(day.held_on.replace(month=6)) == {"cards": 5, "meetings": 0}
    assert erase.purge(day.delete_on) == {"cards": 0, "meetings": 0}
    assert erase.purge(day.delete_on.replace(month=12)) == {"cards": 0, "meetings": 1}
    for table in (Meeting, Motion, Voter, VotingCard):
        assert db.session.scalar(select(func.count()).select_from(table)) == 0


def test_meetings_of_another_workspace_are_not_there(committee) -> None:
    with pytest.raises(NotFoundError):
        queries.open_meeting(db.session, 2, committee.meeting_id)
    opened = queries.open_meeting(db.session, 1, committee.meeting_id)
    assert opened.project.village == "Lummen"
    facts = MeetingFacts("Raad", "Raad", date(2026, 6, 1), Preset.COUNCIL_PUBLIC)
    committee.do(service.change_meeting, meeting_id=committee.meeting_id, facts=facts)
    db.session.close()
    (meeting,) = queries.meetings_of(db.session, committee.project_id)
    assert meeting.title == "Raad"

"""One vote for one person over every channel, changed until the vote closes."""

from uuid import uuid4

import pytest

from survey_app.ballots import attendance, casting, queries, voting
from survey_app.ballots.casting import Vote
from survey_app.ballots.errors import (
    ChangedMeanwhileError,
    NotEntitledError,
    NotReadyError,
    PaperError,
    VoteClosedError,
    What,
    Why,
    WrongChoiceError,
)
from survey_app.ballots.facts import VoterFacts
from survey_app.ballots.recount import recount
from survey_app.ballots.rules import Channel, Kind, Method, Presence, Rules
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError

ANONYMOUS = (Kind.POLL, Kind.SEALED)


@pytest.mark.parametrize("kind", Kind)
def test_last_choice_counts_when_somebody_votes_again(committee, kind) -> None:
    motion = committee.opened(kind, Method.CHOICE)

    first = committee.cast(motion, committee.voters[0], "a")
    second = committee.cast(motion, committee.voters[0], "b", turn=first.turn)

    assert (first.turn, second.turn) == (1, 2)
    assert committee.turnout(motion) == 1
    assert committee.finish(motion).votes == (("a", 0), ("b", 1))


@pytest.mark.parametrize("kind", Kind)
def test_same_form_sent_twice_gives_the_same_receipt(committee, kind) -> None:
    motion, uuid = committee.opened(kind, Method.CHOICE), str(uuid4())

    first = committee.cast(motion, committee.voters[0], "a", uuid=uuid, turn=0)
    again = committee.cast(motion, committee.voters[0], "a", uuid=uuid, turn=0)

    assert first == again
    assert committee.turnout(motion) == 1


@pytest.mark.parametrize("kind", Kind)
def test_late_second_sending_hears_that_it_counted(committee, kind) -> None:
    motion, uuid = committee.opened(kind, Method.CHOICE), str(uuid4())
    given = committee.cast(motion, committee.voters[0], "a", uuid=uuid)
    committee.close(motion)

    again = committee.cast(motion, committee.voters[0], "a", uuid=uuid)
    with pytest.raises(VoteClosedError):
        committee.cast(motion, committee.voters[1], "a")

    assert again == given
    assert committee.count(motion).heads.cast == 1


@pytest.mark.parametrize("kind", Kind)
def test_form_of_before_a_change_on_another_device_is_refused(committee, kind) -> None:
    motion = committee.opened(kind, Method.CHOICE)
    committee.cast(motion, committee.voters[0], "a", turn=0, channel=Channel.TABLET)

    with pytest.raises(ChangedMeanwhileError):
        committee.cast(motion, committee.voters[0], "b", turn=0)

    assert committee.finish(motion).votes == (("a", 1), ("b", 0))


@pytest.mark.parametrize("kind", Kind)
def test_what_the_ballot_does_not_offer_is_refused_and_changes_nothing(committee, kind) -> None:
    motion = committee.opened(kind, Method.CHOICE)
    committee.cast(motion, committee.voters[0], "a")

    for wrong in (("c",), ("a", "b"), ("invalid",), ("a", "a")):
        with pytest.raises(WrongChoiceError):
            committee.cast(motion, committee.voters[0], *wrong)

    assert committee.finish(motion).votes == (("a", 1), ("b", 0))


def test_nobody_votes_before_the_vote_opens(committee) -> None:
    motion = committee.motion()

    with pytest.raises(VoteClosedError):
        committee.cast(motion, committee.voters[0], "for")


def why(committee, motion, voter, **facts) -> Why:
    with pytest.raises(NotEntitledError) as caught:
        committee.cast(motion, voter, "for", **facts)
    return caught.value.why


@pytest.mark.parametrize("kind", [Kind.NAMED, Kind.SEALED])
def test_who_may_not_vote_hears_why(committee, kind) -> None:
    absent, conflicted, stranger = committee.voters[0], committee.voters[1], 999
    motion = committee.motion(kind)
    committee.do(
        attendance.state_conflict, motion_id=motion, voter_id=conflicted, reason="eigenaar"
    )
    committee.do(attendance.set_presence, voter_id=absent, presence=Presence.LEFT)
    committee.do(voting.open_vote, motion_id=motion)

    assert why(committee, motion, absent) is Why.ABSENT
    assert why(committee, motion, conflicted) is Why.CONFLICT
    assert why(committee, motion, stranger) is Why.NOT_A_MEMBER
    assert why(committee, motion, None) is Why.DRAWN_CARD
    assert why(committee, motion, committee.voters[2], for_voter=absent) is Why.NO_PROXY
    assert committee.turnout(motion) == 0


def test_drawn_card_votes_once_in_a_poll(committee) -> None:
    motion = committee.opened(Kind.POLL, Method.CHOICE)

    committee.cast(motion, None, "a", device="card 1")
    committee.cast(motion, None, "b", device="card 1")
    committee.cast(motion, None, "b", device="card 2")
    with pytest.raises(NotEntitledError):
        committee.cast(motion, None, "b")

    assert committee.finish(motion).votes == (("a", 0), ("b", 2))


def test_sealed_vote_on_paper_takes_the_envelope_out(committee) -> None:
    motion, (first, second, *_others) = (
        committee.opened(Kind.SEALED, Method.CHOICE),
        committee.voters,
    )
    committee.cast(motion, first, "a")
    committee.cast(motion, second, "a")

    committee.do(casting.mark_paper, motion_id=motion, voter_id=first)
    with pytest.raises(PaperError):
        committee.cast(motion, first, "a")
    committee.close(motion)
    with pytest.raises(WrongChoiceError, match="1 members voted on paper, 0 ballots"):
        committee.count(motion)
    result = committee.count(motion, paper=[["b"]])

    assert result.votes == (("a", 1), ("b", 1))


@pytest.mark.parametrize("kind", [Kind.NAMED, Kind.POLL])
def test_only_a_sealed_vote_keeps_a_place_for_paper(committee, kind) -> None:
    motion = committee.opened(kind)

    with pytest.raises(WrongChoiceError):
        committee.do(casting.mark_paper, motion_id=motion, voter_id=committee.voters[0])

    assert committee.turnout(motion) == 0


def test_who_names_oneself_as_giver_votes_as_usual(committee) -> None:
    motion, voter = committee.opened(Kind.NAMED), committee.voters[0]

    committee.cast(motion, voter, "for", for_voter=voter)

    assert queries.participation_of(db.session, motion)[voter].channel == Channel.PHONE


def test_paper_that_is_taken_back_lets_the_phone_vote_again(committee) -> None:
    motion, voter = committee.opened(Kind.SEALED, Method.CHOICE), committee.voters[0]
    committee.do(casting.mark_paper, motion_id=motion, voter_id=voter)

    committee.do(casting.withdraw_vote, motion_id=motion, voter_id=voter)
    committee.cast(motion, voter, "b", turn=0)

    assert committee.finish(motion).votes == (("a", 0), ("b", 1))


@pytest.mark.parametrize("channel", [Channel.CLERK, Channel.PAPER])
def test_clerk_enters_a_named_vote(committee, channel) -> None:
    motion, voter = committee.opened(Kind.NAMED, Method.YES_NO), committee.voters[0]
    committee.cast(motion, voter, "against")

    vote = Vote(motion, ("for",), str(uuid4()), voter_id=voter, channel=channel)
    committee.do(casting.enter_vote, vote=vote)

    held = queries.participation_of(db.session, motion)[voter]
    assert (held.choice, held.channel) == ("for", channel)
    assert committee.finish(motion).votes == (("for", 1), ("against", 0))


@pytest.mark.parametrize("kind", ANONYMOUS)
def test_clerk_never_enters_an_anonymous_vote(committee, kind) -> None:
    motion = committee.opened(kind)
    vote = Vote(motion, ("for",), str(uuid4()), voter_id=committee.voters[0], channel=Channel.CLERK)

    with pytest.raises(NotEntitledError):
        committee.do(casting.enter_vote, vote=vote)


def test_paper_in_a_named_vote_can_be_invalid(committee) -> None:
    motion, voter = committee.opened(Kind.NAMED), committee.voters[0]
    vote = Vote(motion, ("invalid",), str(uuid4()), voter_id=voter, channel=Channel.PAPER)

    committee.do(casting.enter_vote, vote=vote)

    assert committee.finish(motion).invalid == 1


def test_proxy_lets_a_member_vote_for_an_absent_one(committee) -> None:
    giver, holder = committee.voters[:2]
    motion = committee.motion(Kind.NAMED, rules=Rules(proxies=1))
    committee.do(attendance.set_presence, voter_id=giver, presence=Presence.EXCUSED)
    committee.do(attendance.give_proxy, giver_id=giver, holder_id=holder)
    committee.do(voting.open_vote, motion_id=motion)

    committee.cast(motion, holder, "for")
    committee.cast(motion, holder, "against", for_voter=giver)

    channels = {v: p.channel for v, p in queries.participation_of(db.session, motion).items()}
    assert channels == {holder: Channel.PHONE, giver: Channel.PROXY}
    assert committee.finish(motion).votes == (("for", 1), ("against", 1))


def test_proxy_of_somebody_who_is_there_or_beyond_the_rules_is_refused(committee) -> None:
    giver, holder = committee.voters[:2]
    committee.do(attendance.give_proxy, giver_id=giver, holder_id=holder)
    allowed = committee.opened(Kind.NAMED, rules=Rules(proxies=1))

    assert why(committee, allowed, holder, for_voter=giver) is Why.NO_PROXY

    committee.finish(allowed)
    committee.do(attendance.set_presence, voter_id=giver, presence=Presence.EXCUSED)
    forbidden = committee.opened(Kind.NAMED)

    assert why(committee, forbidden, holder, for_voter=giver) is Why.NO_PROXY


def test_nobody_holds_more_proxies_than_the_rules_allow(committee) -> None:
    for giver in committee.voters[1:3]:
        committee.do(attendance.give_proxy, giver_id=giver, holder_id=committee.voters[0])

    with pytest.raises(NotReadyError) as caught:
        committee.opened(Kind.NAMED, rules=Rules(proxies=1))

    assert caught.value.what is What.TOO_MANY_PROXIES


@pytest.mark.parametrize(("weighted", "votes", "entitled"), [(False, 1, 5), (True, 7, 11)])
def test_weight_counts_only_where_the_rules_ask_for_it(
    committee, weighted, votes, entitled
) -> None:
    heavy = VoterFacts("Lid 1", place="1", weight=7)
    committee.do(attendance.change_voter, voter_id=committee.voters[0], facts=heavy)
    motion = committee.opened(Kind.NAMED, rules=Rules(weighted=weighted))

    committee.cast(motion, committee.voters[0], "for")
    result = committee.finish(motion)

    assert result.votes[0] == ("for", votes)
    assert (result.heads.present, result.heads.entitled) == (entitled, entitled)


def test_weight_that_is_changed_after_the_vote_changes_no_count(committee) -> None:
    motion, voter = committee.opened(Kind.NAMED, rules=Rules(weighted=True)), committee.voters[0]
    committee.cast(motion, voter, "for")
    result = committee.finish(motion)

    heavy = VoterFacts("Lid 1", place="1", weight=7)
    committee.do(attendance.change_voter, voter_id=voter, facts=heavy)

    assert recount(db.session, committee.read(motion)) == result


def test_weights_never_go_with_a_sealed_vote(committee) -> None:
    heavy = VoterFacts("Lid 1", place="1", weight=7)
    committee.do(attendance.change_voter, voter_id=committee.voters[0], facts=heavy)

    with pytest.raises(NotReadyError) as caught:
        committee.opened(Kind.SEALED, rules=Rules(weighted=True))

    assert caught.value.what is What.WEIGHTS_ON_SEALED


@pytest.mark.parametrize("kind", Kind)
def test_card_of_another_meeting_reaches_no_motion_of_this_one(committee, kind) -> None:
    motion = committee.opened(kind, Method.CHOICE)

    with pytest.raises(NotFoundError):
        committee.cast(motion, committee.voters[0], "a", meeting_id=committee.meeting_id + 1)

    assert committee.turnout(motion) == 0

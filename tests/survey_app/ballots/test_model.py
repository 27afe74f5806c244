"""Whatever members, clerk and chair do in whatever order: the count is what a paper list says."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from survey_app.ballots import attendance, casting, voting
from survey_app.ballots.casting import Vote
from survey_app.ballots.errors import NotEntitledError, NotReadyError, PaperError, VoteClosedError
from survey_app.ballots.recount import recount
from survey_app.ballots.rules import Channel, Kind, Method, Presence
from survey_app.core.db import db
from tests.survey_app.ballots.conftest import Committee

MEMBERS = st.integers(0, 4)
CHOICES = st.sampled_from(["a", "b", "abstain", "blank"])
REFUSED = (NotEntitledError, PaperError, VoteClosedError)
FEW = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@contextmanager
def allowed(expected: bool) -> Iterator[None]:
    """What the list says must happen, or must be refused."""
    if expected:
        yield
        return
    with pytest.raises(REFUSED):
        yield


class Hall(RuleBasedStateMachine):
    """A meeting room for one kind of vote; ``list`` is what somebody would keep with a pencil."""

    committee: Committee
    kind: Kind

    def __init__(self) -> None:
        super().__init__()
        self.motion = self.committee.opened(self.kind, Method.CHOICE)
        self.list: dict[int, str] = {}
        self.paper: set[int] = set()
        self.away: set[int] = set()
        self.state = "open"

    def may_vote(self, member: int) -> bool:
        there = self.kind is Kind.POLL or member not in self.away
        return self.state == "open" and there and member not in self.paper

    @rule(member=MEMBERS, choice=CHOICES, tablet=st.booleans())
    def cast(self, member: int, choice: str, tablet: bool) -> None:
        channel = Channel.TABLET if tablet else Channel.PHONE
        with allowed(self.may_vote(member)):
            self.committee.cast(self.motion, self.committee.voters[member], choice, channel=channel)
            self.list[member] = choice

    @precondition(lambda self: self.kind is not Kind.POLL)
    @rule(member=MEMBERS, choice=CHOICES)
    def paper_vote(self, member: int, choice: str) -> None:
        voter = self.committee.voters[member]
        with allowed(self.state == "open"):
            if self.kind is Kind.NAMED:
                vote = Vote(
                    self.motion,
                    (choice,),
                    f"{member} {len(self.list)} {choice}",
                    voter_id=voter,
                    channel=Channel.PAPER,
                )
                self.committee.do(casting.enter_vote, vote=vote)
            else:
                self.committee.do(casting.mark_paper, motion_id=self.motion, voter_id=voter)
            self.list[member] = choice
            self.paper.add(member)

    @precondition(lambda self: self.kind is not Kind.POLL)
    @rule(member=MEMBERS)
    def withdraw(self, member: int) -> None:
        voter = self.committee.voters[member]
        with allowed(self.state == "open"):
            self.committee.do(casting.withdraw_vote, motion_id=self.motion, voter_id=voter)
            self.list.pop(member, None)
            self.paper.discard(member)

    @rule(member=MEMBERS, presence=st.sampled_from([Presence.LEFT, Presence.PRESENT]))
    def come_and_go(self, member: int, presence: Presence) -> None:
        if presence is Presence.LEFT:
            self.away.add(member)
        else:
            self.away.discard(member)
        self.committee.do(
            attendance.set_presence, voter_id=self.committee.voters[member], presence=presence
        )

    @precondition(lambda self: self.state == "open")
    @rule(sure=st.integers(0, 3))
    def close(self, sure: int) -> None:
        if not sure:
            self.committee.close(self.motion)
            self.state = "closed"

    @precondition(lambda self: self.state != "open")
    @rule()
    def count(self) -> None:
        on_paper = [[self.list[member]] for member in sorted(self.paper)]
        if self.state == "counted":
            with pytest.raises(NotReadyError):
                self.committee.count(self.motion, paper=on_paper)
        else:
            self.committee.count(self.motion, paper=on_paper if self.kind is Kind.SEALED else ())
            self.state = "counted"
        self.compare()

    def compare(self) -> None:
        result = recount(db.session, self.committee.read(self.motion))
        said = Counter(self.list.values())
        assert dict(result.votes) == {"a": said["a"], "b": said["b"]}
        assert (result.abstain, result.blank) == (said["abstain"], said["blank"])
        assert result.to_json().items() <= self.committee.read(self.motion).result.items()

    def teardown(self) -> None:
        if self.state == "open":
            self.committee.close(self.motion)
            self.state = "closed"
        self.count()
        for voter in self.committee.voters:
            self.committee.do(attendance.set_presence, voter_id=voter, presence=Presence.PRESENT)
        self.committee.do(voting.annul_vote, motion_id=self.motion, reason="De volgende.")


@pytest.mark.parametrize("kind", Kind)
def test_count_is_what_a_list_on_paper_says(committee, kind) -> None:
    hall = type("ThisHall", (Hall,), {"committee": committee, "kind": kind})

    run_state_machine_as_test(hall, settings=FEW)

"""What everybody may read of a vote, and what the minutes say of one that no longer stands."""

import re

import pytest

from survey_app.ballots import rounds, voting
from survey_app.ballots.minutes_words import minutes_spec
from survey_app.ballots.models import Meeting
from survey_app.ballots.rules import Kind, Method, Receipt, Rules
from survey_app.core.db import db
from survey_app.core.tokens import grouped
from tests.survey_app.ballots.conftest import gathered


@pytest.fixture
def committee(app):
    with app.app_context():
        yield gathered(app)


@pytest.fixture
def visitor(committee):
    return committee.app.test_client()


def published(committee, kind, receipt):
    rules = Rules(receipt=receipt, advisory=True)
    motion = committee.opened(kind, Method.CHOICE, rules=rules)
    given = [committee.cast(motion, v, c) for v, c in zip(committee.voters, "bbbab", strict=True)]
    committee.finish(motion)
    committee.do(voting.publish_result, motion_id=motion)
    return motion, given


def decisions(committee):
    with committee.app.test_request_context():
        meeting = db.session.get_one(Meeting, committee.meeting_id)
        return minutes_spec(db.session, meeting).decisions


@pytest.mark.parametrize("kind", Kind)
def test_everybody_reads_the_result_and_recounts_it(committee, visitor, kind) -> None:
    motion, _given = published(committee, kind, Receipt.INCLUSION)
    address = f"/u/{committee.read(motion).public_id}"

    page, again = visitor.get(address), visitor.get(f"{address}/natellen")

    assert "De commissie kiest: Vaste plus-plek" in page.text
    assert "Adviserend, geen besluit" in page.text
    assert "Het bestand klopt. Opnieuw geteld:" in again.text
    assert re.search(r"4\s+Vaste plus-plek", again.text)
    assert ("Lid 1" in page.text) is (kind is Kind.NAMED)


@pytest.mark.parametrize(
    ("receipt", "listed", "with_choice"),
    [(Receipt.NONE, 0, 0), (Receipt.INCLUSION, 5, 0), (Receipt.CHOICE, 5, 5)],
)
def test_receipt_is_found_as_far_as_was_promised(
    committee, visitor, receipt, listed, with_choice
) -> None:
    motion, given = published(committee, Kind.SEALED, receipt)

    page = visitor.get(f"/u/{committee.read(motion).public_id}")

    shown = re.findall(r"<li>(\w{4} \w{4} \w{4})(: [\w -]+)?</li>", page.text)
    assert len(shown) == listed
    assert sum(bool(choice) for _receipt, choice in shown) == with_choice
    if listed:
        assert sorted(code for code, _choice in shown) == sorted(grouped(g.receipt) for g in given)


def test_linked_data_of_a_vote_that_no_longer_stands_says_so(committee, visitor) -> None:
    motion, _given = published(committee, Kind.NAMED, Receipt.NONE)
    address = f"/u/{committee.read(motion).public_id}/stemming.jsonld"
    before = visitor.get(address).json["besluit:gevolg"]

    committee.do(voting.annul_vote, motion_id=motion, reason="Verkeerde vraag")

    assert before == "De commissie kiest: Vaste plus-plek"
    assert visitor.get(address).json["besluit:gevolg"] == (
        "Deze stemming is vernietigd: Verkeerde vraag"
    )


def test_annulled_before_publication_tells_no_count_in_the_minutes(committee) -> None:
    motion = committee.opened(Kind.SEALED, Method.CHOICE)
    committee.cast(motion, committee.voters[0], "b")
    committee.finish(motion)
    committee.do(voting.annul_vote, motion_id=motion, reason="Verkeerde vraag")

    [told] = decisions(committee)

    assert (told.verdict, told.counts, told.root) == ("", (), "")
    assert told.sentences == ("Deze stemming is vernietigd: Verkeerde vraag",)


def test_round_that_was_replaced_stays_in_the_minutes(committee, visitor) -> None:
    motion, _given = published(committee, Kind.NAMED, Receipt.INCLUSION)
    committee.do(rounds.new_round, motion_id=motion)

    [told] = decisions(committee)
    page = visitor.get(f"/u/{committee.read(motion).public_id}")

    assert told.notes == ("Vervangen door een nieuwe ronde.",)
    assert "vervangen door een nieuwe ronde" in page.text


def test_minutes_say_the_count_as_minutes_do(committee) -> None:
    published(committee, Kind.NAMED, Receipt.INCLUSION)
    motion = committee.opened(Kind.NAMED, Method.YES_NO)
    for voter, choice in zip(committee.voters, ("for", "for", "for", "against", "abstain"),
                             strict=True):  # fmt: skip
        committee.cast(motion, voter, choice)
    committee.finish(motion)
    committee.do(voting.publish_result, motion_id=motion)

    first, second = decisions(committee)

    assert (
        first.sentences[0] == "Met 1 stem voor Mobiele plus-plek en 4 stemmen voor Vaste plus-plek."
    )
    assert second.sentences[0] == "Met 3 stemmen voor, 1 tegen en 1 onthouding."


def test_no_page_of_a_stranger_says_more_than_not_found(committee, visitor) -> None:
    for address in ("/u/AAAAAA", "/u/AAAAAA/stembus.zip", "/u/%00", "/u/" + "A" * 300):
        assert visitor.get(address).status_code == 404

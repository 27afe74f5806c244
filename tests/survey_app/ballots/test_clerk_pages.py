"""The secretary's page: votes entered for members, whatever the ballot asks."""

import pytest

from survey_app.ballots.rules import Kind, Method
from tests.survey_app.ballots.conftest import gathered, signed_in

BASE = "/desk/gilden/meetings/1"


@pytest.fixture
def committee(app):
    with app.app_context():
        yield gathered(app)


@pytest.fixture
def desk(committee):
    """The secretary at the desk."""
    return signed_in(committee, committee.actor.user_id)


def test_clerk_enters_a_named_vote_and_takes_it_back(committee, desk) -> None:
    motion, voter = committee.opened(Kind.NAMED, Method.CHOICE), committee.voters[0]
    address = f"{BASE}/secretary/votes/{motion}/{voter}"

    page = desk.post(address, data={"choice": "b"}, follow_redirects=True)
    assert '<option value="b" selected>' in page.text
    assert committee.turnout(motion) == 1

    desk.post(address, data={"go": "back"})
    assert committee.turnout(motion) == 0


def test_clerk_reads_a_named_vote_from_paper(committee, desk) -> None:
    motion, voter = committee.opened(Kind.NAMED, Method.CHOICE), committee.voters[0]
    address = f"{BASE}/secretary/votes/{motion}/{voter}"

    page = desk.post(address, data={"choice": "b", "go": "read"}, follow_redirects=True)

    assert "op papier" in page.text
    assert committee.finish(motion).votes == (("a", 0), ("b", 1))


def test_clerk_ticks_what_a_member_approves_of(committee, desk) -> None:
    motion, voter = committee.opened(Kind.NAMED, Method.APPROVAL), committee.voters[0]
    address = f"{BASE}/secretary/votes/{motion}/{voter}"

    page = desk.post(address, data={"choice": ["", "a", "b"]}, follow_redirects=True)

    assert "<summary>Mobiele plus-plek, Vaste plus-plek<" in page.text
    assert committee.finish(motion).votes == (("a", 1), ("b", 1))


def test_clerk_gives_options_the_places_a_member_tells(committee, desk) -> None:
    motion, voter = committee.opened(Kind.NAMED, Method.RANKING), committee.voters[0]
    address = f"{BASE}/secretary/votes/{motion}/{voter}"

    page = desk.post(address, data={"rank.a": "2", "rank.b": "1"}, follow_redirects=True)

    assert "<summary>Vaste plus-plek, Mobiele plus-plek<" in page.text
    assert page.text.count(" selected>1<") == page.text.count(" selected>2<") == 1


@pytest.mark.parametrize("method", [Method.APPROVAL, Method.RANKING])
def test_clerk_enters_a_member_who_abstains_instead(committee, desk, method) -> None:
    motion, voter = committee.opened(Kind.NAMED, method), committee.voters[0]

    desk.post(f"{BASE}/secretary/votes/{motion}/{voter}", data={"choice": "abstain"})

    assert committee.finish(motion).abstain == 1


def test_places_that_do_not_fit_are_said_and_stay_as_typed(committee, desk) -> None:
    motion, voter = committee.opened(Kind.NAMED, Method.RANKING), committee.voters[0]
    address = f"{BASE}/secretary/votes/{motion}/{voter}"

    page = desk.post(address, data={"rank.a": "2", "rank.b": "2"})

    assert page.status_code == 422
    assert "Geef elke plaats maar één keer." in page.text
    assert page.text.count(" selected>2<") == 2
    assert committee.turnout(motion) == 0


@pytest.mark.parametrize("typed", [{}, {"choice": ["a", "abstain"]}, {"choice": "<b>zzz"}])
def test_ballot_that_says_nothing_or_too_much_is_not_kept(committee, desk, typed) -> None:
    motion, voter = committee.opened(Kind.NAMED, Method.APPROVAL), committee.voters[0]

    page = desk.post(f"{BASE}/secretary/votes/{motion}/{voter}", data=typed)

    assert page.status_code == 422
    assert "Kijk dit even na" in page.text
    assert committee.turnout(motion) == 0


def test_clerk_never_enters_a_secret_vote(committee, desk) -> None:
    motion, voter = committee.opened(Kind.SEALED, Method.CHOICE), committee.voters[0]

    page = desk.post(f"{BASE}/secretary/votes/{motion}/{voter}", data={"choice": "b"})

    assert page.status_code == 403
    assert "stemt de secretaris voor niemand" in page.text
    assert committee.turnout(motion) == 0

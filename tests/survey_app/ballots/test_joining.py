"""A poll that phones join by the code on the wall: one vote for each, without a card or a name."""

import pytest

from survey_app.ballots import attendance, cards, queries, screens
from survey_app.ballots.errors import NotEntitledError, Why
from survey_app.ballots.rules import Kind, Method, Presence, Rules
from survey_app.core.db import db
from tests.survey_app.ballots.test_member_pages import choose, confirm, heading

EACH_PHONE = Rules(devices=True)
WALL = "/projector/{}/{}"


@pytest.fixture
def poll(committee) -> int:
    return committee.opened(Kind.POLL, Method.CHOICE, rules=EACH_PHONE)


@pytest.fixture
def phone(committee):
    return committee.app.test_client()


def door(committee, motion: int) -> str:
    return f"/stem/{committee.read(motion).public_id}"


def joined(committee, motion: int, phone) -> str:
    """The address that a phone gets at the door."""
    return str(phone.post(door(committee, motion)).location)


def wall(committee, phone) -> str:
    token = screens.token_of(screens.HALL, committee.meeting_id)
    return str(phone.get(WALL.format(committee.meeting_id, token)).text)


def test_each_phone_has_one_vote_until_the_poll_closes(committee, poll, phone) -> None:
    first, second = joined(committee, poll, phone), joined(committee, poll, phone)

    for address, option in ((first, "a"), (first, "b"), (second, "b")):
        done = confirm(phone, address, choose(phone, address, poll, option))
        assert heading(done) == "Uw stem is binnen"

    assert committee.turnout(poll) == 2
    assert committee.finish(poll).votes == (("a", 0), ("b", 2))


def test_no_more_phones_join_than_there_are_members(committee, poll, phone) -> None:
    committee.do(attendance.set_presence, voter_id=committee.voters[0], presence=Presence.LEFT)
    there = queries.present(db.session, committee.meeting_id)
    pages = [phone.post(door(committee, poll)) for _more in range(there + 1)]

    assert [page.status_code for page in pages] == [302] * there + [409]
    assert "Meld u bij de secretaris" in pages[-1].text


def test_no_page_sets_a_cookie_and_the_address_is_read_in_capitals(committee, poll, phone) -> None:
    pages = [phone.get(door(committee, poll).upper()), phone.get(joined(committee, poll, phone))]

    assert [page.status_code for page in pages] == [200, 200]
    assert not [one for one in pages if "Set-Cookie" in one.headers]


def test_phone_keeps_the_address_of_its_ballot_and_the_door_asks_for_it(
    committee, poll, phone
) -> None:
    address = joined(committee, poll, phone)
    key = f'data-device="stem {committee.meeting_id}"'

    assert f'{key} data-ballot="{address}"' in phone.get(address).text
    assert f'{key} data-ballot=""' in phone.get(door(committee, poll)).text


def test_own_card_does_not_vote_beside_the_phone_but_a_drawn_one_does(
    committee, poll, phone
) -> None:
    [secret] = cards.draw_secrets(committee.read_meeting().sign, 1)
    committee.do(cards.issue_drawn_cards, meeting_id=committee.meeting_id, drawn=[secret])

    with pytest.raises(NotEntitledError) as refused:
        committee.cast(poll, committee.voters[0], "a")
    confirm(phone, f"/v/{secret.token}", choose(phone, f"/v/{secret.token}", poll, "a"))

    assert refused.value.why is Why.BY_DEVICE
    assert committee.turnout(poll) == 1


@pytest.mark.parametrize(
    ("kind", "why"),
    [(Kind.POLL, Why.NO_CARD), (Kind.NAMED, Why.DRAWN_CARD), (Kind.SEALED, Why.DRAWN_CARD)],
)
def test_phone_without_a_card_takes_no_part_in_other_votes(committee, phone, kind, why) -> None:
    motion = committee.opened(kind, Method.CHOICE)

    page = phone.get(door(committee, motion))
    with pytest.raises(NotEntitledError) as refused:
        committee.cast(motion, None, "a", device="phone", without_card=True)

    assert "hebt u een stemkaart nodig" in page.text
    assert phone.post(door(committee, motion)).status_code == 409
    assert refused.value.why is why


def test_wall_shows_the_door_only_while_one_can_join(committee, poll, phone) -> None:
    address, code = door(committee, poll), committee.read(poll).public_id

    assert f"stem<wbr>/{code}</figcaption>" in wall(committee, phone)
    committee.close(poll)
    assert code not in wall(committee, phone)
    assert "De stemming is gesloten." in phone.get(address).text


def test_draft_and_unknown_polls_have_no_door(committee, phone) -> None:
    motion = committee.motion(Kind.POLL, Method.CHOICE, rules=EACH_PHONE)

    assert phone.get(door(committee, motion)).status_code == 404
    assert phone.post("/stem/ZZZZZZ").status_code == 404


def test_new_drawn_cards_leave_the_phones_that_joined(committee, poll, phone) -> None:
    address = joined(committee, poll, phone)

    committee.do(cards.revoke_drawn_cards, meeting_id=committee.meeting_id)

    assert phone.get(address).status_code == 200

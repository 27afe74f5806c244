"""Voting cards: found by code or token, replaced in seconds, never guessed."""

import pytest
from sqlalchemy import select

from survey_app.ballots import cards, service
from survey_app.ballots.cards import Held, Printed
from survey_app.ballots.errors import CodesStoppedError, WrongCodeError
from survey_app.ballots.models import Meeting, VotingCard
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError, TooManyTriesError
from survey_app.core.limits import Brake
from survey_app.core.tokens import ALPHABET
from survey_app.core.writer import write
from tests.survey_app.ballots.conftest import Committee, gathered


def issued(committee: Committee, *voters: int) -> list[Printed]:
    db.session.close()
    sign = db.session.get_one(Meeting, committee.meeting_id).sign
    drawn = dict(zip(voters, cards.draw_secrets(sign, len(voters)), strict=True))
    printed: list[Printed] = committee.do(
        cards.issue_cards, meeting_id=committee.meeting_id, drawn=drawn
    )
    return printed


def by_code(code: str) -> Held:
    db.session.close()
    return cards.card_of_code(db.session, code)


def test_card_is_found_by_its_address_and_by_its_code(committee) -> None:
    (printed,) = issued(committee, committee.voters[0])

    held = Held(printed.card_id, committee.meeting_id, committee.voters[0])
    assert cards.card_of_token(db.session, printed.token.upper()) == held
    assert by_code(printed.code) == held
    spoken = f" {printed.code[:5].lower()}-{printed.code[5:]} "
    assert by_code(spoken) == held


def test_code_is_ten_letters_that_can_be_read_aloud(committee) -> None:
    printed = issued(committee, *committee.voters)

    codes = [card.code for card in printed]
    assert {len(code) for code in codes} == {10}
    assert {code[:3] for code in codes} == {db.session.get_one(Meeting, committee.meeting_id).sign}
    assert set("".join(codes)) <= set(ALPHABET)
    assert {len(card.token) for card in printed} == {26}
    assert len({card.code for card in printed}) == 5


def test_only_digests_are_kept(committee) -> None:
    (printed,) = issued(committee, committee.voters[0])

    held = db.session.scalars(select(VotingCard)).one()
    kept = f"{held.token_digest} {held.code_digest}"
    assert printed.token not in kept
    assert printed.code not in kept


def test_new_card_makes_the_earlier_one_worthless(committee) -> None:
    (lost,), (found,) = (issued(committee, committee.voters[0]) for _ in range(2))

    with pytest.raises(WrongCodeError):
        by_code(lost.code)
    with pytest.raises(WrongCodeError):
        cards.card_of_token(db.session, lost.token)
    assert by_code(found.code).voter_id == committee.voters[0]


def test_revoked_card_is_worthless_at_once(committee) -> None:
    first, second = issued(committee, *committee.voters[:2])

    committee.do(cards.revoke_cards, voter_id=first.voter_id)

    with pytest.raises(WrongCodeError):
        by_code(first.code)
    assert by_code(second.code).voter_id == second.voter_id


def test_card_works_for_its_own_meeting_until_that_ends(committee) -> None:
    (printed,) = issued(committee, committee.voters[0])
    committee.do(service.finish_meeting, meeting_id=committee.meeting_id)

    with pytest.raises(WrongCodeError):
        by_code(printed.code)


def test_drawn_cards_have_no_name_and_go_together(committee) -> None:
    secrets = cards.draw_secrets("ABC", 3)
    printed = committee.do(cards.issue_drawn_cards, meeting_id=committee.meeting_id, drawn=secrets)

    assert [(card.voter_id, card.name) for card in printed] == [(None, "")] * 3
    assert by_code(printed[0].code).voter_id is None
    committee.do(cards.revoke_drawn_cards, meeting_id=committee.meeting_id)
    with pytest.raises(WrongCodeError):
        by_code(printed[0].code)


def test_two_hundred_wrong_codes_stop_typed_codes_of_that_meeting_alone(committee) -> None:
    (printed,) = issued(committee, committee.voters[0])
    wrong = printed.code[:3] + "ABCDEFG"

    for _ in range(cards.MOST_WRONG):
        with pytest.raises(WrongCodeError):
            by_code(wrong)
        write(lambda session: cards.count_wrong_code(session, code=wrong))

    with pytest.raises(CodesStoppedError):
        by_code(printed.code)
    assert cards.card_of_token(db.session, printed.token).voter_id == committee.voters[0]
    with pytest.raises(WrongCodeError):
        by_code("ZZZZZZZZZZ" if printed.code[:3] != "ZZZ" else "YYYYYYYYYY")

    committee.do(cards.allow_codes_again, meeting_id=committee.meeting_id)

    assert by_code(printed.code).voter_id == committee.voters[0]


def test_wrong_codes_slow_down_one_visitor_and_right_ones_nobody() -> None:
    brake = Brake(tries=5, total=cards.BRAKE.total, clock=lambda: 0.0)

    for _ in range(100):
        brake.check("a hall full of members")
    for _ in range(5):
        brake.check("somebody who guesses")
        brake.count("somebody who guesses")

    with pytest.raises(TooManyTriesError):
        brake.check("somebody who guesses")
    brake.check("a hall full of members")
    assert cards.BRAKE.tries == 5


def test_guessing_until_the_meeting_stops_finds_nothing() -> None:
    """Two hundred tries among what seven letters can say, with a hundred cards about."""
    chance = cards.MOST_WRONG * 100 / len(ALPHABET) ** (cards.CODE_LENGTH - service.SIGN_LENGTH)

    assert chance < 1e-6


def test_cards_of_a_meeting_elsewhere_are_not_reached(app) -> None:
    with app.app_context():
        committee = gathered(app)
        stranger = Committee(app, service.Actor(1, 2), 0, committee.meeting_id, [])

        with pytest.raises(NotFoundError):
            stranger.do(cards.issue_drawn_cards, meeting_id=committee.meeting_id, drawn=[])

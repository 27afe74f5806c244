"""A sealed ballot opens with both key cards and with nothing less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_app.ballots.errors import WrongKeyError
from survey_app.ballots.sealing import (
    Content,
    new_box,
    read,
    room_for,
    seal,
    unlock,
    unseal,
    written,
)
from survey_app.core.tokens import ALPHABET

MOTION = "K7P2QX"
CODES = ("a", "b", "c")


def test_both_cards_open_in_either_order_and_as_people_type_them() -> None:
    box = new_box(MOTION)
    envelope = seal(box.public_key, Content("b", "RECEIPT"), motion=MOTION, room=128)
    chair, secretary = box.cards

    for cards in (
        (chair, secretary),
        (secretary, chair),
        (f" {chair.lower()}", grouped(secretary)),
    ):
        private = unlock(box.locked_key, cards, MOTION)
        assert unseal(private, envelope, motion=MOTION) == Content("b", "RECEIPT")


def grouped(card: str) -> str:
    return "-".join(card[start : start + 4] for start in range(0, len(card), 4))


def test_one_card_twice_or_a_card_of_another_vote_opens_nothing() -> None:
    box, other = new_box(MOTION), new_box(MOTION)
    chair, secretary = box.cards

    for cards in (
        (),
        (chair,),
        (chair, chair),
        (secretary, secretary),
        (chair, other.cards.secretary),
        (chair, secretary, chair),
    ):
        with pytest.raises(WrongKeyError):
            unlock(box.locked_key, cards, MOTION)


def test_cards_open_no_other_motion() -> None:
    box = new_box(MOTION)

    with pytest.raises(WrongKeyError):
        unlock(box.locked_key, box.cards, "ANOTHR")


def test_every_slip_of_the_pen_but_one_in_a_thousand_is_caught() -> None:
    card = new_box(MOTION).cards.chair
    slips = [
        card[:place] + letter + card[place + 1 :]
        for place in range(26)
        for letter in ALPHABET
        if letter != card[place]
    ]

    assert sum(is_read(slip) for slip in slips) <= len(slips) // 200


def is_read(card: str) -> bool:
    try:
        read(card)
    except WrongKeyError:
        return False
    return True


@given(st.binary(min_size=16, max_size=16))
def test_share_comes_back_from_its_card(share) -> None:
    card = written(share)

    assert (read(card), len(card)) == (share, 28)


@given(st.lists(st.sampled_from(CODES), unique=True), st.sampled_from(["abstain", "blank"]))
def test_every_envelope_of_a_vote_is_of_the_same_length(order, apart) -> None:
    box, room = new_box(MOTION), room_for(CODES)

    lengths = {
        len(seal(box.public_key, Content(choice, "R" * 12), motion=MOTION, room=room))
        for choice in (">".join(order), apart)
    }

    assert len(lengths) == 1


def test_same_ballot_sealed_twice_looks_different() -> None:
    box, content = new_box(MOTION), Content("a", "")

    envelopes = {seal(box.public_key, content, motion=MOTION, room=128) for _ in range(20)}

    assert len({envelope[start : start + 8] for envelope in envelopes for start in (0, 40)}) == 40


def test_content_longer_than_its_room_is_never_sealed() -> None:
    with pytest.raises(ValueError, match="room"):
        seal(new_box(MOTION).public_key, Content("a" * 200, ""), motion=MOTION, room=128)

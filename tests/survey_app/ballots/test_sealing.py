"""A sealed ballot opens with both key cards and with nothing less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_app.ballots.errors import WrongKeyError
from survey_app.ballots.sealing import (
    Content,
    check,
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


@given(st.binary(min_size=16, max_size=16), st.data())
def test_one_or_two_slips_of_the_pen_are_always_caught(share, data) -> None:
    letters = list(written(share))
    places = st.lists(st.integers(0, len(letters) - 1), min_size=1, max_size=2, unique=True)
    for place in data.draw(places):
        letters[place] = data.draw(st.sampled_from(ALPHABET.replace(letters[place], "")))

    assert not is_read("".join(letters))


@given(st.binary(min_size=16, max_size=16), st.integers(0, 27), st.data())
def test_one_wrong_letter_is_pointed_at(share, place, data) -> None:
    card = written(share)
    wrong = data.draw(st.sampled_from(ALPHABET.replace(card[place], "")))

    with pytest.raises(WrongKeyError) as caught:
        read(card[:place] + wrong + card[place + 1 :], 2)

    assert (caught.value.card, caught.value.group) == (2, place // 4 + 1)


@pytest.mark.parametrize("typed", ["", "ABCD", "A" * 27, "A" * 29, "0OIL1" * 6])
def test_card_with_letters_missing_says_how_many_were_typed(typed) -> None:
    with pytest.raises(WrongKeyError) as caught:
        read(typed, 1)

    counted = sum(letter in ALPHABET for letter in typed)
    assert (caught.value.card, caught.value.letters, caught.value.group) == (1, counted, 0)


@given(st.binary(min_size=16, max_size=16), st.integers(0, 26))
def test_two_letters_that_changed_places_are_caught(share, place) -> None:
    card = written(share)
    swapped = card[:place] + card[place + 1] + card[place] + card[place + 2 :]

    assert is_read(swapped) == (swapped == card)


def test_letters_too_great_for_a_share_are_refused_even_with_the_right_check() -> None:
    letters = ALPHABET[-1] * 26

    assert not is_read(letters + check(letters))


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

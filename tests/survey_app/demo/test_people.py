"""Invented people: their answers follow from who they are, and every question takes them."""

import random
from collections import Counter

import pytest

from question_banks.answer import Status
from question_banks.loader import load_library
from survey_app.demo.people import AGES, answer_of, draw_person

BANK = load_library().items


def crowd(bend, n=400, **loves):
    chance = random.Random(bend)
    return [draw_person(chance, bend=bend, loves=loves) for _number in range(n)]


def chosen(code, people) -> Counter:
    """How often each option of a question with several answers was taken."""
    answers = [answer_of(BANK[code], person) for person in people]
    taken = [answer.value for answer in answers if answer.given]
    return Counter(
        one for value in taken for one in (value if isinstance(value, tuple) else [value])
    )


@pytest.mark.parametrize("bend", sorted(AGES))
def test_every_age_of_a_place_is_met_there(bend) -> None:
    assert {person.age for person in crowd(bend)} == {age for age, _weight in AGES[bend]}


def test_school_gate_meets_younger_people_than_a_service_centre() -> None:
    young, old = (Counter(person.age for person in crowd(bend)) for bend in ("young", "old"))

    assert young["30-44"] > 2 * old["30-44"]
    assert old["80+"] > 2 * young["80+"]


def test_who_needs_support_wants_other_things_than_the_majority() -> None:
    people = crowd("mixed", n=1500)
    frail = chosen("services_missing", [one for one in people if one.needs_support])
    others = chosen("services_missing", [one for one in people if not one.needs_support])

    assert frail.most_common(1)[0][0] != others.most_common(1)[0][0]


def test_village_that_loves_something_says_so() -> None:
    loved = chosen("products_missing", crowd("mixed", farm_products=2.0))
    plain = chosen("products_missing", crowd("mixed"))

    assert loved["farm_products"] > 1.5 * plain["farm_products"]


def test_people_say_their_own_age() -> None:
    for person in crowd("mixed", n=100):
        answer = answer_of(BANK["profile_age"], person)
        if answer.given:
            assert answer.value.startswith("from_" + person.age[:2])


def test_a_few_skip_do_not_know_write_something_else_or_miss_nothing() -> None:
    asked = BANK["products_missing"]
    answers = [answer_of(asked, person) for person in crowd("mixed", n=600)]
    apart = {option.code for option in asked.options if option.other or option.exclusive}
    own = {option.code for option in asked.options if option.other}
    values = Counter(answer.value for answer in answers if answer.given)

    assert {answer.status for answer in answers} == set(Status)
    assert all(0 < values[(code,)] < 40 for code in apart)
    assert all(answer.other for answer in answers if answer.given and own & set(answer.value))


@pytest.mark.parametrize("code", sorted(BANK))
def test_every_question_takes_what_they_answer(code) -> None:
    item = BANK[code]
    if not item.controls():
        return
    for person in crowd("mixed", n=40):
        answer = answer_of(item, person)
        assert item.clean(item.raw(answer)) == answer

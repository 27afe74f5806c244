"""Brakes on guessing count a minute and forget."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_app.core import limits
from survey_app.core.errors import TooManyTriesError
from survey_app.core.limits import Brake


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def tries(brake: Brake, visitor: str, times: int) -> int:
    """How many of so many tries pass."""
    passed = 0
    for _ in range(times):
        try:
            brake.count(visitor)
            passed += 1
        except TooManyTriesError:
            continue
    return passed


def test_visitor_gets_so_many_tries_a_minute() -> None:
    clock = Clock()
    brake = Brake(tries=3, total=100, clock=clock)

    assert tries(brake, "a", 10) == 3
    clock.now += 59
    assert tries(brake, "a", 1) == 0
    clock.now += 1
    assert tries(brake, "a", 10) == 3


def test_one_visitor_does_not_stop_another() -> None:
    brake = Brake(tries=3, total=100, clock=Clock())

    tries(brake, "a", 10)

    assert tries(brake, "b", 3) == 3


def test_everybody_together_has_a_ceiling() -> None:
    brake = Brake(tries=3, total=5, clock=Clock())

    assert sum(tries(brake, visitor, 3) for visitor in "abcdef") == 5


def test_address_of_a_visitor_is_not_kept() -> None:
    brake = Brake(tries=3, total=5, clock=Clock())

    brake.count("192.168.7.9")

    assert "192.168.7.9" not in repr(brake.moments)
    assert {len(key) for key in brake.moments} == {0, 16}


def test_many_visitors_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_KEYS", 50)
    clock = Clock()
    brake = Brake(tries=3, total=10**6, clock=clock)

    for number in range(500):
        clock.now += 2
        brake.count(str(number))

    assert len(brake.moments) <= 53


def test_visitor_without_an_address_is_braked_too() -> None:
    brake = Brake(tries=1, total=9, clock=Clock())

    brake.count(None)

    with pytest.raises(TooManyTriesError):
        brake.count(None)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 40)), max_size=60))
def test_never_more_than_allowed_within_any_minute(steps: list[tuple[str, float]]) -> None:
    clock = Clock()
    brake = Brake(tries=3, total=7, clock=clock)
    passed: list[tuple[str, float]] = []

    for visitor, wait in steps:
        clock.now += wait
        if tries(brake, visitor, 1):
            passed.append((visitor, clock.now))

    for _visitor, start in passed:
        within = [who for who, at in passed if start <= at < start + 60]
        assert len(within) <= 7
        assert all(within.count(who) <= 3 for who in "abc")

"""What may be pressed when: the whole table, and the one sensible thing."""

import pytest

from survey_app.workshops.rules import LOBBY, Move, Phase, Position, State, may, sensible

RUNNING = Phase.RUNNING


def at(state: State | None = None, *, step: int = 1, number: int = 1, rounds: int = 1) -> Position:
    return Position(RUNNING, step, 3, state, number, rounds)


@pytest.mark.parametrize(
    ("state", "moves"),
    [
        (State.READY, {Move.OPEN}),
        (State.OPEN, {Move.CLOSE}),
        (State.CLOSED, {Move.OPEN, Move.REVEAL, Move.AGAIN}),
        (State.REVEALED, {Move.AGAIN}),
        (None, set()),
    ],
)
def test_state_of_an_activity_decides_its_moves(state, moves) -> None:
    turns = {Move.OPEN, Move.CLOSE, Move.REVEAL, Move.AGAIN}

    assert {move for move in turns if may(move, at(state))} == moves


@pytest.mark.parametrize(
    ("position", "move"),
    [
        (at(State.READY), Move.OPEN),
        (at(State.OPEN), Move.CLOSE),
        (at(State.CLOSED), Move.REVEAL),
        (at(State.REVEALED), Move.NEXT),
        (at(State.REVEALED, rounds=2), Move.AGAIN),
        (at(State.REVEALED, number=2, rounds=2), Move.NEXT),
        (at(State.REVEALED, step=2), Move.END),
        (at(step=2), Move.END),
        (Position(Phase.PLANNED, LOBBY, 3), Move.NEXT),
        (Position(Phase.ENDED, 2, 3), Move.REOPEN),
    ],
)
def test_one_thing_is_sensible(position, move) -> None:
    assert sensible(position) == move
    assert may(move, position)


def test_lobby_has_nothing_before_it_and_the_last_step_nothing_after() -> None:
    assert not may(Move.PREVIOUS, at(step=LOBBY))
    assert not may(Move.NEXT, at(step=2))


def test_third_round_is_refused() -> None:
    assert not may(Move.AGAIN, at(State.REVEALED, number=2, rounds=2))


def test_ended_workshop_only_opens_again() -> None:
    ended = Position(Phase.ENDED, 2, 3, State.REVEALED)

    assert {move for move in Move if may(move, ended)} == {Move.REOPEN, Move.UNDO}

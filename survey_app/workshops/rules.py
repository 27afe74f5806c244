"""What a facilitator may do now, and what is the next sensible thing. Pure."""

from dataclasses import dataclass
from enum import StrEnum

LOBBY = -1
"""The step before the first: the code stands large on the wall."""


class Phase(StrEnum):
    """Where a workshop as a whole is."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"


class State(StrEnum):
    """Where one activity is."""

    READY = "ready"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"


class Move(StrEnum):
    """One press of a facilitator."""

    NEXT = "next"
    PREVIOUS = "previous"
    OPEN = "open"
    CLOSE = "close"
    REVEAL = "reveal"
    AGAIN = "again"
    BLANK = "blank"
    THEME = "theme"
    TIMER = "timer"
    UNDO = "undo"
    END = "end"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Position:
    """All that decides what may be done: the phase, the step of how many, its activity."""

    phase: Phase
    step: int
    steps: int
    state: State | None = None
    round: int = 1
    rounds: int = 1

    @property
    def last(self) -> bool:
        return self.step == self.steps - 1


TURNS: dict[Move, frozenset[State]] = {
    Move.OPEN: frozenset({State.READY, State.CLOSED}),
    Move.CLOSE: frozenset({State.OPEN}),
    Move.REVEAL: frozenset({State.CLOSED}),
    Move.AGAIN: frozenset({State.CLOSED, State.REVEALED}),
}
"""In which states of an activity a move makes sense; CLOSED may be opened again."""

BECOMES: dict[Move, State] = {
    Move.OPEN: State.OPEN,
    Move.CLOSE: State.CLOSED,
    Move.REVEAL: State.REVEALED,
    Move.AGAIN: State.OPEN,
}


def may(move: Move, at: Position) -> bool:
    """Whether a move makes sense at this position; undo is for whoever knows what was before."""
    if at.phase is Phase.ENDED:
        return move in {Move.REOPEN, Move.UNDO}
    if move in TURNS:
        if move is Move.AGAIN and at.round >= max(at.rounds, 2):
            return False
        return at.state in TURNS[move]
    if move is Move.NEXT:
        return at.step < at.steps - 1
    if move is Move.PREVIOUS:
        return at.step > LOBBY
    return move is not Move.REOPEN


def sensible(at: Position) -> Move:
    """The one large button: open, close, show, ask again, go on, end."""
    if at.phase is Phase.ENDED:
        return Move.REOPEN
    by_state = {State.READY: Move.OPEN, State.OPEN: Move.CLOSE, State.CLOSED: Move.REVEAL}
    if at.state in by_state:
        return by_state[at.state]
    if at.state is State.REVEALED and at.round < at.rounds:
        return Move.AGAIN
    return Move.END if at.last else Move.NEXT

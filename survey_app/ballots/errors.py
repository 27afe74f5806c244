"""What can go wrong with a vote, each with one cause, so that a page can say what to do.

VoteClosedError      (409) the vote is not open, or not any more; nothing was counted
ChangedMeanwhileError(409) this person voted on another device since the form was shown
PaperError           (409) this person votes on paper; the clerk can undo that
NoQuorumError        (409) too few members are there to open
HallIsFullError      (409) as many phones joined this poll as there are members
NotReadyError        (409) something must be done first; ``what`` says what
NotEntitledError     (403) this person takes no part in this vote; ``why`` says why
WrongKeyError        (422) these key cards do not open this ballot box
WrongChoiceError     (422) the ballot does not offer this
WrongCodeError       (404) no voting card has this code
CodesStoppedError    (429) too many wrong codes in this meeting; the secretary lets them go on
"""

from enum import StrEnum

from survey_app.core.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    StateError,
    TooManyTriesError,
)


class Why(StrEnum):
    """Why somebody takes no part in a vote."""

    NOT_A_MEMBER = "not_a_member"
    ABSENT = "absent"
    CONFLICT = "conflict"
    NO_PROXY = "no_proxy"
    DRAWN_CARD = "drawn_card"
    NO_CARD = "no_card"
    NOT_NAMED = "not_named"
    BY_DEVICE = "by_device"


class What(StrEnum):
    """What must be done before a step."""

    MEETING_NOT_RUNNING = "meeting_not_running"
    OTHER_VOTE_OPEN = "other_vote_open"
    TOO_FEW_OPTIONS = "too_few_options"
    NO_KEYS = "no_keys"
    NOBODY_THERE = "nobody_there"
    WEIGHTS_ON_SEALED = "weights_on_sealed"
    TOO_MANY_PROXIES = "too_many_proxies"
    NO_TIE = "no_tie"
    NOT_DRAFT = "not_draft"
    TOOK_PART = "took_part"
    WRONG_STATE = "wrong_state"


class VoteClosedError(StateError):
    pass


class ChangedMeanwhileError(StateError):
    pass


class PaperError(StateError):
    pass


class NoQuorumError(StateError):
    pass


class HallIsFullError(StateError):
    pass


class NotReadyError(StateError):
    def __init__(self, what: What) -> None:
        super().__init__(f"not yet: {what}")
        self.what = what


class NotEntitledError(NotAllowedError):
    def __init__(self, why: Why) -> None:
        super().__init__(f"takes no part: {why}")
        self.why = why


class WrongKeyError(InvalidInputError):
    """``card`` says which of the two is wrong, 0 when both can be read but do not belong.

    ``group`` is where one wrong letter must be, counted from 1; 0 when that cannot be told.
    """

    def __init__(self, message: str, *, card: int = 0, letters: int = 0, group: int = 0) -> None:
        super().__init__(message)
        self.card = card
        self.letters = letters
        self.group = group


class WrongChoiceError(InvalidInputError):
    pass


class WrongCodeError(NotFoundError):
    pass


class CodesStoppedError(TooManyTriesError):
    pass

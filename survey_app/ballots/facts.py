"""What a coach or secretary says of a meeting, on its way in."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date

from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import Kind, Method, Rules, Seat


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What a coach says of a meeting; ``body`` is who meets there."""

    title: str
    body: str
    held_on: date
    preset: Preset
    place: str = ""
    moment_id: int | None = None


@dataclass(frozen=True, slots=True)
class VoterFacts:
    """One line of the attendance list."""

    name: str
    faction: str = ""
    seat: Seat = Seat.MEMBER
    place: str = ""
    weight: int = 1
    votes: bool = True


@dataclass(frozen=True, slots=True)
class OptionFacts:
    """One thing to choose: its case, its cost in euro, its points per criterion."""

    title: str
    code: str = ""
    picture: str = ""
    arguments_for: Sequence[str] = ()
    arguments_against: Sequence[str] = ()
    cost: int | None = None
    scores: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Criterion:
    """Something the multi-year plan asks for, and how heavily it weighs."""

    code: str
    label: str
    weight: int


@dataclass(frozen=True, slots=True)
class MotionFacts:
    """What is asked; kind, method and rules are the preset's where they are left out."""

    title: str
    text: str = ""
    kind: Kind | None = None
    method: Method | None = None
    rules: Rules | None = None
    options: Sequence[OptionFacts] = ()
    criteria: Sequence[Criterion] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a survey found, frozen: it does not change when more answers come in."""

    sentence: str
    count: int
    n: int
    low: float
    high: float
    day: date
    link: str
    option: str = ""

    def to_json(self) -> dict[str, object]:
        return asdict(self) | {"day": self.day.isoformat()}

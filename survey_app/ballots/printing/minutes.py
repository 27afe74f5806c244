"""The minutes of a meeting: who was there, what was asked, how it was decided and on what."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from analysis import typeset

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Attendee:
    """A line of the attendance list."""

    name: str
    group: str
    presence: str


@dataclass(frozen=True, slots=True)
class Count:
    """What was chosen and how often; the winner stands in bold."""

    label: str
    number: str
    length: float = 0.0
    """How long its bar is, against the other counts."""
    names: str = ""
    """Who chose it, for a vote by name: these stand in the place of the bar."""
    wins: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """One motion as the minutes tell it; every text is a whole sentence."""

    title: str
    kind: str
    verdict: str
    sentences: tuple[str, ...]
    counts: tuple[Count, ...]
    rule: tuple[str, ...]
    evidence: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    root: str = ""


@dataclass(frozen=True, slots=True)
class MinutesWords:
    """The fixed words round the facts."""

    title: str
    present: str
    name: str
    group: str
    presence: str
    choice: str
    votes: str
    rule: str
    evidence: str
    notes: str
    root: str
    root_help: str
    promises: str
    page: str


@dataclass(frozen=True, slots=True)
class MinutesSpec:
    """A whole meeting, ready to be set."""

    language: str
    words: MinutesWords
    meeting: str
    facts: tuple[str, ...]
    advisory: str
    attendees: tuple[Attendee, ...]
    decisions: tuple[Decision, ...]
    promises: tuple[str, ...]
    signers: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def minutes_pdf(spec: Mapping[str, Any]) -> bytes:
    """A4, tagged, in the order in which it happened."""
    known = {"document": f"{spec['words']['title']}: {spec['meeting']}"}
    return typeset.pdf(
        FOLDER / "minutes.typ",
        {**spec, **known, "lang": typeset.text_language(spec["language"])},
    )

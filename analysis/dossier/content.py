"""What a dossier says: who answered, what it comes down to, charts, quotes and promises."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from analysis.chart import Chart, from_json, to_json

GROUPED = 4


@dataclass(frozen=True, slots=True)
class Fact:
    """One large figure and what it counts."""

    big: str
    words: str


Tell = Callable[[int, int], None]
"""Hears how many steps of how many are done, while a long file is made."""


def silent(_done: int, _total: int) -> None:
    """Nobody waits."""


@dataclass(frozen=True, slots=True)
class Way:
    """How people could answer, and how many did: None is too few to tell."""

    asked: str
    label: str
    people: int | None
    days: str


@dataclass(frozen=True, slots=True)
class Need:
    """A topic on both sides: how important, how feasible, and what that comes down to."""

    label: str
    importance: str
    feasibility: str
    verdict: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """One page for who reads one page; ``asks`` are what the steering group is to decide."""

    headline: str
    lead: str
    facts: tuple[Fact, ...]
    needs: tuple[Need, ...]
    certain: tuple[str, ...]
    uncertain: tuple[str, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing of the dossier: a chart, words, or a quote.

    ``about`` says what question a quote answers, or of which group alone a chart is.
    """

    key: str
    kind: str
    heading: str = ""
    text: str = ""
    chart: Chart | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What people said, and what was done with it; ``status_words`` are for reading."""

    said: str
    status: str
    status_words: str
    done: str
    day: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole document in one language. ``day`` is that of its figures."""

    title: str
    village: str
    organiser: str
    meant_for: str
    language: str
    day: str
    address: str
    invented: bool
    ways: tuple[Way, ...]
    who: tuple[Chart, ...]
    summary: Summary
    parts: tuple[Part, ...]
    promises: tuple[Kept, ...]

    def charts(self) -> tuple[Chart, ...]:
        """Every chart in the order of reading."""
        return (*self.who, *(part.chart for part in self.parts if part.chart is not None))


def dossier_json(made: Dossier) -> dict[str, Any]:
    """The document as plain data; ``dossier_from`` reads it back, also from JSON text."""
    held = {name: getattr(made, name) for name in made.__slots__}
    return held | {
        "ways": [asdict(way) for way in made.ways],
        "who": [to_json(chart) for chart in made.who],
        "summary": asdict(made.summary),
        "parts": [part_json(part) for part in made.parts],
        "promises": [asdict(one) for one in made.promises],
    }


def part_json(part: Part) -> dict[str, Any]:
    held = {name: getattr(part, name) for name in part.__slots__}
    return held | {"chart": None if part.chart is None else to_json(part.chart)}


def dossier_from(document: Mapping[str, Any]) -> Dossier:
    """Read what ``dossier_json`` wrote."""
    return Dossier(
        **{
            **document,
            "ways": tuple(Way(**one) for one in document["ways"]),
            "who": tuple(from_json(one) for one in document["who"]),
            "summary": summary_from(document["summary"]),
            "parts": tuple(part_from(one) for one in document["parts"]),
            "promises": tuple(Kept(**one) for one in document["promises"]),
        }
    )


def summary_from(document: Mapping[str, Any]) -> Summary:
    lists = {name: tuple(document[name]) for name in ("certain", "uncertain", "asks")}
    facts = tuple(Fact(**one) for one in document["facts"])
    needs = tuple(Need(**one) for one in document["needs"])
    return Summary(**{**document, **lists, "facts": facts, "needs": needs})


def part_from(document: Mapping[str, Any]) -> Part:
    chart = document["chart"]
    return Part(**{**document, "chart": None if chart is None else from_json(chart)})


def checksum(document: Mapping[str, Any]) -> str:
    """The same for the same content, however its keys are ordered."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def short(seal: str) -> str:
    """The beginning of a checksum, as people compare it: ``3f2a 91bc 07de 5512``."""
    return " ".join(seal[n : n + GROUPED] for n in range(0, GROUPED * GROUPED, GROUPED))

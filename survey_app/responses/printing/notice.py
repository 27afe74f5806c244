"""The notice of a survey: the poster on the wall, the flyer at the door, the card on the table."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from analysis import typeset
from analysis.fitting import short
from survey_app.core import qr
from survey_app.responses.printing.scene import SCENES, skyline

FOLDER = Path(__file__).parent
BIND_UP_TO = 40
"""In a title of so many letters the little word before the village stays beside it."""

MOST_LANGUAGES = 6
LONGEST_ADDRESS = 120
POSTER_SCALE = 1.0
FLYER_SCALE = 0.5**0.5
LITTLE_WORD = re.compile(r"(?<!\S)\S{1,4} $")


@dataclass(frozen=True, slots=True)
class Lines:
    """A short heading with what stands under it."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A few words in a language of their own, for who reads another one than the rest."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class PosterSpec:
    """All that stands on a notice, in one language; ``words.py`` writes it for a survey."""

    url: str
    address: str
    language: str
    title: str
    village: str
    kicker: str
    subtitle: str
    until: str
    steps: tuple[Lines, ...]
    type_it: str
    qr_alt: str
    when: Lines
    without_phone: Lines
    organiser: str
    languages: tuple[Spoken, ...]
    deletion: str
    scene: str = "school"

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "PosterSpec":
        """Read what ``to_json`` wrote, also after a journey as JSON."""
        read = dict(data)
        read["steps"] = tuple(lines(step) for step in data["steps"])
        read["languages"] = tuple(Spoken(**spoken) for spoken in data["languages"])
        return cls(**read | {name: lines(data[name]) for name in ("when", "without_phone")})


def lines(data: Mapping[str, Any]) -> Lines:
    return Lines(data["title"], tuple(data["lines"]))


def poster_pdf(spec: PosterSpec) -> bytes:
    """A4. Its QR is 92 mm or more: 3 mm a module, read from 2 m and beyond."""
    return typeset.pdf(FOLDER / "notice.typ", page(spec) | {"scale": POSTER_SCALE})


def flyer_pdf(spec: PosterSpec) -> bytes:
    """A5, for the letterbox and the school bag."""
    return typeset.pdf(FOLDER / "notice.typ", page(spec) | {"scale": FLYER_SCALE})


def card_pdf(spec: PosterSpec) -> bytes:
    """A4 to fold in two: it stands on a table and both sides of the table can read it."""
    return typeset.pdf(FOLDER / "card.typ", page(spec))


def page(spec: PosterSpec) -> dict[str, Any]:
    rows = qr.matrix(spec.url, qr.Level.PRINT)
    return {
        "document": spec.title or spec.village or spec.address,
        "lang": typeset.text_language(spec.language),
        "title": title_parts(spec.title, spec.village),
        "address": spec.address[:LONGEST_ADDRESS],
        "qr": {"svg": qr.bare_svg(spec.url), "alt": spec.qr_alt, "modules": len(rows)},
        "scene": skyline(SCENES.get(spec.scene, SCENES["school"]).split()),
        "kicker": short(spec.kicker, 60),
        "subtitle": short(spec.subtitle, 60),
        "until": short(spec.until, 32),
        "steps": [block(step) for step in spec.steps[:3]],
        "type_it": short(spec.type_it, 20),
        "when": block(spec.when),
        "without_phone": block(spec.without_phone),
        "organiser": short(spec.organiser, 90),
        "languages": [
            {"lang": typeset.text_language(spoken.language), "text": short(spoken.text, 40)}
            for spoken in spec.languages[:MOST_LANGUAGES]
        ],
        "deletion": short(spec.deletion, 90),
    }


def block(part: Lines) -> dict[str, Any]:
    return {"title": short(part.title, 45), "lines": [short(line, 60) for line in part.lines[:2]]}


def title_parts(title: str, village: str) -> dict[str, str]:
    """Split a title round the village's name and the sign after it: that gets the marker pen."""
    title, village = short(title, 110), short(village, 60)
    start = title.rfind(village) if village else -1
    if start < 0:
        return {"before": title, "lead": "", "village": "", "after": ""}
    end = start + len(village)
    while end < len(title) and not title[end].isspace():
        end += 1
    before = LITTLE_WORD.sub("", title[:start]) if len(title) <= BIND_UP_TO else title[:start]
    lead = title[len(before) : start]
    return {"before": before, "lead": lead, "village": title[start:end], "after": title[end:]}

"""Paper ballots for who has no device: two to a sheet, all alike."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from analysis import typeset
from analysis.fitting import short

FOLDER = Path(__file__).parent
MOST_COPIES = 100


@dataclass(frozen=True, slots=True)
class SlipsSpec:
    """What stands on a paper ballot, in whole sentences, and how many are wanted."""

    language: str
    meeting: str
    title: str
    kind: str
    how: str
    """``Zet één kruisje.`` or what the way of voting asks."""
    fold: str
    options: tuple[str, ...]
    copies: int

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "SlipsSpec":
        """Read what ``to_json`` wrote, also after a journey as JSON."""
        return cls(**{**data, "options": tuple(data["options"])})


def slips_pdf(told: Mapping[str, Any]) -> bytes:
    """A4, cut across the middle."""
    spec = SlipsSpec.from_json(told)
    words = {name: getattr(spec, name) for name in ("meeting", "title", "kind", "how", "fold")}
    data = {
        "document": spec.title,
        "lang": typeset.text_language(spec.language),
        "words": {name: short(text, 200) for name, text in words.items()},
        "options": [short(option, 120) for option in spec.options],
        "copies": max(2, min(spec.copies, MOST_COPIES)),
    }
    return typeset.pdf(FOLDER / "slips.typ", data)

"""Key cards of a sealed vote: two halves of one key, each printed twice, one for the envelope."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from analysis import typeset
from analysis.fitting import short
from survey_app.core import qr

FOLDER = Path(__file__).parent
LETTERS = 4
GROUPS = 4


@dataclass(frozen=True, slots=True)
class Key:
    """One half of the key and who keeps it."""

    title: str
    secret: str


@dataclass(frozen=True, slots=True)
class KeyWords:
    """Whole sentences in the language of the meeting."""

    document: str
    meeting: str
    motion: str
    type_it: str
    use: str
    spare: str
    rules: tuple[str, ...]
    """What the holder does with the card."""
    spare_rules: tuple[str, ...]
    """What happens with the envelope, and what is lost with both copies."""
    qr_alt: str


@dataclass(frozen=True, slots=True)
class KeysSpec:
    """Both cards of one motion."""

    language: str
    words: KeyWords
    keys: tuple[Key, ...]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "KeysSpec":
        """Read what ``to_json`` wrote, also after a journey as JSON."""
        listed = {name: tuple(data["words"][name]) for name in ("rules", "spare_rules")}
        keys = tuple(Key(**key) for key in data["keys"])
        return cls(data["language"], KeyWords(**data["words"] | listed), keys)


def keys_pdf(told: Mapping[str, Any]) -> bytes:
    """A sheet a key, cut in two: the card to use and the spare."""
    spec = KeysSpec.from_json(told)
    words = spec.words
    data = {
        "document": words.document,
        "lang": typeset.text_language(spec.language),
        "words": {"meeting": short(words.meeting, 90), "motion": short(words.motion, 160)}
        | {"type_it": words.type_it},
        "cards": [
            card_data(key, words, spare=spare) for key in spec.keys for spare in (False, True)
        ],
    }
    return typeset.pdf(FOLDER / "keys.typ", data)


def card_data(key: Key, words: KeyWords, *, spare: bool) -> dict[str, Any]:
    modules = len(qr.matrix(key.secret, qr.Level.PRINT))
    return {
        "title": short(key.title, 60),
        "copy": words.spare if spare else words.use,
        "spare": spare,
        "qr": {"svg": qr.bare_svg(key.secret), "alt": words.qr_alt, "modules": modules},
        "lines": lines_of(key.secret),
        "rules": words.spare_rules if spare else words.rules,
    }


def lines_of(secret: str) -> list[str]:
    """Show a long key in groups of four letters, four groups a line, to be typed without error."""
    groups = [secret[n : n + LETTERS] for n in range(0, len(secret), LETTERS)]
    return ["  ".join(groups[n : n + GROUPS]) for n in range(0, len(groups), GROUPS)]

"""Voting cards, ten to a sheet, and the list of names that is cut apart and goes with them.

A card carries no name: who finds it on the floor learns nothing. The list has the same order as
the sheets; each strip says on which sheet and place its card stands, and how its code ends.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from analysis import typeset
from analysis.fitting import short
from survey_app.core import qr

FOLDER = Path(__file__).parent
ON_A_SHEET = 10
CODE_GROUP = 5


@dataclass(frozen=True, slots=True)
class Card:
    """One card: its own address and the same thing as a code to type; a name for the list only."""

    url: str
    code: str
    name: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class CardWords:
    """Whole sentences in the language of the meeting; ``cut`` says how the sheet is used."""

    title: str
    meeting: str
    day: str
    do: str
    type_it: str
    cut: str
    foot: str
    sheet: str
    """Such as ``Blad %(n)s van %(total)s``."""
    names: str
    place: str
    """Where a strip's card lies and how its code ends: ``Blad %(sheet)s, … %(end)s``."""
    qr_alt: str


@dataclass(frozen=True, slots=True)
class CardsSpec:
    """All the cards of one printing."""

    language: str
    words: CardWords
    cards: tuple[Card, ...]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "CardsSpec":
        """Read what ``to_json`` wrote, also after a journey as JSON."""
        cards = tuple(Card(**card) for card in data["cards"])
        return cls(data["language"], CardWords(**data["words"]), cards)


def cards_pdf(spec: Mapping[str, Any]) -> bytes:
    """A4 sheets of ten cards of 90 by 54 mm, a little more than a bank card, to cut apart."""
    return typeset.pdf(FOLDER / "cards.typ", page(CardsSpec.from_json(spec)))


def sheets_pdf(spec: Mapping[str, Any]) -> bytes:
    """Cards and their names in one file: the names begin on a sheet of their own."""
    return typeset.pdf(FOLDER / "sheets.typ", page(CardsSpec.from_json(spec)))


def names_pdf(spec: Mapping[str, Any]) -> bytes:
    """A4 strips with a name each, to be cut and clipped to the card of the same place."""
    return typeset.pdf(FOLDER / "names.typ", page(CardsSpec.from_json(spec)))


def page(spec: CardsSpec) -> dict[str, Any]:
    words = spec.words
    sheets = [spec.cards[n : n + ON_A_SHEET] for n in range(0, len(spec.cards), ON_A_SHEET)]
    return {
        "document": f"{words.title}: {words.meeting}",
        "lang": typeset.text_language(spec.language),
        "words": {name: short(text, 120) for name, text in asdict(words).items()},
        "sheets": [
            {
                "number": words.sheet % {"n": number, "total": len(sheets)},
                "cards": [
                    card_data(card, words, number, place)
                    for place, card in enumerate(sheet, start=1)
                ],
            }
            for number, sheet in enumerate(sheets, start=1)
        ],
    }


def card_data(card: Card, words: CardWords, sheet: int, place: int) -> dict[str, Any]:
    rows = qr.matrix(card.url, qr.Level.PRINT)
    code = spoken(card.code)
    return {
        "qr": {"svg": qr.bare_svg(card.url), "alt": words.qr_alt, "modules": len(rows)},
        "code": code,
        "name": short(card.name, 70),
        "group": short(card.group, 50),
        "place": words.place % {"sheet": sheet, "place": place, "end": card.code[-2:]},
    }


def spoken(code: str) -> str:
    """Split a code in two groups, as people read it aloud."""
    return " ".join(code[n : n + CODE_GROUP] for n in range(0, len(code), CODE_GROUP))

"""The questionnaire on paper: the same questions, words and order as on the phone."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from analysis import typeset
from analysis.fitting import breakable, cut, short
from question_banks.conditions import Condition
from question_banks.item import Item
from question_banks.questionnaire import Questionnaire
from question_banks.text import Text
from survey_app.core import qr
from survey_app.responses.printing.paper_conditions import Teller
from survey_app.responses.printing.paper_words import PaperWords, paper_words
from survey_app.responses.printing.words import Say, address_of, calendar, dated

FOLDER = Path(__file__).parent
PICTOGRAMS = FOLDER.parents[1] / "static" / "pictograms"
INK = "#1B2A30"
LONGEST_TITLE = 160
LONGEST_RUNNING = 80
LONGEST_HAND_IN = 100
LONGEST_QUESTION = 500
LONGEST = {"body": 2000, "options": 160, "rows": 160, "points": 60, "unit": 40}
"""Letters that paper has room for; longer words end in an ellipsis instead of off the page."""

LONGEST_SERIAL = 12
DONT_KNOW = "weetniet"
UNKNOWN_LOOK = "text"
"""A look without a printed form gets lines to write on, so that no question is lost."""


@dataclass(frozen=True, slots=True)
class PaperSpec:
    """One paper: what is asked, in which language, and what leads back to the screen.

    ``serial`` numbers the sheet, so that none is entered twice; empty leaves room for it.
    ``hand_in`` and ``deletion`` are whole sentences in the paper's language.
    """

    questionnaire: Questionnaire
    language: str
    url: str
    code: str
    words: PaperWords
    serial: str = ""
    hand_in: str = ""
    deletion: str = ""

    def to_json(self) -> dict[str, Any]:
        plain = {name: getattr(self, name) for name in self.__slots__}
        return plain | {"questionnaire": self.questionnaire.to_json(), "words": asdict(self.words)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "PaperSpec":
        """Read what ``to_json`` wrote, also after a journey as JSON."""
        questionnaire = Questionnaire.from_json(data["questionnaire"])
        read = {"questionnaire": questionnaire, "words": PaperWords(**data["words"])}
        return cls(**{**data, **read})


def paper_spec(
    questionnaire: Questionnaire,
    *,
    language: str,
    url: str,
    code: str,
    say: Say,
    serial: str = "",
    hand_in: str = "",
    delete_on: date | None = None,
) -> PaperSpec:
    """Describe a paper; ``say`` speaks its language as far as the program knows it."""
    base = calendar(language)
    deletion = dated(say.gettext("Op %(day)s wissen we alle antwoorden."), delete_on, base)
    words = paper_words(say, base)
    return PaperSpec(questionnaire, language, url, code, words, serial, hand_in, deletion)


def paper_pdf(spec: PaperSpec) -> bytes:
    """A4 in large type; as many pages as the questions need, each with the sheet's number."""
    return typeset.pdf(FOLDER / "paper.typ", sheet(spec))


def sheet(spec: PaperSpec) -> dict[str, Any]:
    """Everything the page needs, in the paper's language and with nothing left to look up."""
    questionnaire, language, words = spec.questionnaire, spec.language, spec.words
    numbers = numbered(questionnaire)
    teller = Teller(questionnaire, numbers, language, words)
    sections = [
        {
            "title": printed(section.title, language),
            "items": [item_data(item, numbers, teller) for item in section.items],
        }
        for section in questionnaire.sections
    ]
    address = address_of(spec.url)
    title = printed(questionnaire.title, language)
    return {
        "document": title["text"] or spec.code,
        "lang": typeset.text_language(language),
        "title": title | {"text": short(title["text"], LONGEST_TITLE)},
        "running": title | {"text": short(title["text"], LONGEST_RUNNING)},
        "intro": printed(questionnaire.intro, language, LONGEST["body"]),
        "next_steps": printed(questionnaire.next_steps, language, LONGEST["body"]),
        "sections": sections,
        "words": asdict(words) | {"language": typeset.text_language(words.language)},
        "qr": {
            "svg": qr.bare_svg(spec.url),
            "modules": len(qr.matrix(spec.url, qr.Level.PRINT)),
            "alt": words.qr_alt % {"address": address},
        },
        "address": address,
        "code": spec.code,
        "serial": spec.serial[:LONGEST_SERIAL],
        "hand_in": short(spec.hand_in or words.hand_in, LONGEST_HAND_IN),
        "deletion": short(spec.deletion, LONGEST_HAND_IN),
        "pictograms": {
            name: pictogram(name)
            for name in sorted(pictured(sections) | {DONT_KNOW})
            if drawn(name)
        },
    }


def numbered(questionnaire: Questionnaire) -> dict[str, int]:
    """Give a number to what asks something, as the phone does; information has none."""
    asking = (item.code for item in questionnaire.items() if item.controls())
    return {code: number for number, code in enumerate(asking, start=1)}


def item_data(item: Item, numbers: Mapping[str, int], teller: Teller) -> dict[str, Any]:
    data: dict[str, Any] = printed(item, teller.language)
    look = item.widget if (FOLDER / "widgets" / f"{item.widget}.typ").exists() else UNKNOWN_LOOK
    return data | {
        "look": look,
        "number": numbers.get(item.code),
        "condition": breakable(teller.sentence(item.show_if)),
    }


def printed(value: Any, language: str, most: int = LONGEST_QUESTION) -> Any:
    """Bring any part of an item into one language; a new type's own fields come by themselves."""
    if isinstance(value, Text):
        wording = value.wording(language)
        return {"text": cut(wording.text, most), "lang": typeset.text_language(wording.language)}
    if isinstance(value, Condition):
        return None
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return {
            name: printed(getattr(value, name), language, LONGEST.get(name, most))
            for name in fields
        }
    if isinstance(value, tuple):
        return [printed(part, language, most) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def pictured(value: Any) -> set[str]:
    """Every pictogram's name, wherever it stands."""
    if isinstance(value, dict):
        own = {value["pictogram"]} if value.get("pictogram") else set()
        return own.union(*(pictured(part) for part in value.values()))
    return set().union(*map(pictured, value)) if isinstance(value, list) else set()


def drawn(name: str) -> bool:
    return name.replace("-", "").isalnum() and (PICTOGRAMS / f"{name}.svg").exists()


@cache
def pictogram(name: str) -> str:
    return (PICTOGRAMS / f"{name}.svg").read_text("utf-8").replace("currentColor", INK)

"""Paper questionnaires of a few questions, for the tests of what is printed."""

import gettext
import io
from pathlib import Path

from pypdf import PdfReader

from question_banks.item import Item
from question_banks.item_types import parse_item
from question_banks.loader import load_bank
from question_banks.questionnaire import Questionnaire
from survey_app.responses.printing import paper
from survey_app.responses.printing.paper import PaperSpec, paper_spec

BANKS = Path(__file__).parent / "banks"
URL = "https://dorpsstem.be/s/K7P2QX"
DUTCH = gettext.NullTranslations()
LANGUAGES = ("nl", "fr", "de", "en")


def items_of(bank: str) -> list[Item]:
    return list(load_bank(BANKS / f"{bank}.yaml").items)


def questionnaire(*items: Item, title: str = "Wat mist u in Lafelt?") -> Questionnaire:
    return Questionnaire.model_validate(
        {"title": title, "sections": [{"code": "all", "items": list(items)}]}
    )


def spec(*items: Item, language: str = "nl", **extra) -> PaperSpec:
    asked = questionnaire(*items)
    return paper_spec(asked, language=language, url=URL, code="K7P2QX", say=DUTCH, **extra)


def multiple(code: str, *labels: str, **extra) -> Item:
    options = [{"code": f"o{n}", "text": label} for n, label in enumerate(labels)]
    data = {"type": "multiple", "code": code, "text": f"Vraag {code}?", "options": options}
    return parse_item(data | extra)


def pages_of(pdf: bytes) -> list[str]:
    """The text of every page on one line: labels may wrap."""
    reader = PdfReader(io.BytesIO(pdf))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def conditions(*items: Item, language: str = "nl") -> list[str]:
    data = paper.sheet(spec(*items, language=language))
    return [item["condition"] for item in data["sections"][0]["items"]]

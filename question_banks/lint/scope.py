"""What the rules look at: the items, texts and topics of a library or of one questionnaire."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from question_banks.bank import Bank, Library, parts_of
from question_banks.item import Item
from question_banks.questionnaire import Questionnaire
from question_banks.scales import scales
from question_banks.text import EASY, Text

BANK_LANGUAGES = ("nl", EASY, "fr", "de", "en")
PICTOGRAMS = Path(__file__).parents[2] / "survey_app" / "static" / "pictograms"
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Said:
    """One text that people read: whose it is (``code`` or ``code.option``), and its part."""

    code: str
    part: str
    text: Text


@dataclass(frozen=True)
class Scope:
    """All that one run of the rules looks at; ``ordered`` when items are asked in this order."""

    items: tuple[Item, ...]
    loose: tuple[Said, ...]
    topics: Mapping[str, Text]
    languages: tuple[str, ...]
    ordered: bool
    pictograms: frozenset[str] | None
    place: Callable[[str], Place]

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """Every item by its code."""
        return {item.code: item for item in self.items}

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every text that residents read, titles and topics included."""
        return (*self.loose, *(said for item in self.items for said in texts_of(item)))


def texts_of(item: Item) -> Iterator[Said]:
    """Yield an item's texts; points of a named scale are left out, they are checked once."""
    yield Said(item.code, "text", item.text)
    for part in ("hint", "body", "unit"):
        text = getattr(item, part, None)
        if text is not None:
            yield Said(item.code, part, text)
    for one in parts_of(item):
        yield Said(f"{item.code}.{one.code}", "option", one.text)
    if getattr(item, "scale", None) not in scales():
        for point in getattr(item, "points", ()):
            yield Said(item.code, f"point {point.code}", point.text)


def library_scope(library: Library, pictograms: Path) -> Scope:
    """Gather all banks; places are lines of their files."""

    def place(code: str) -> Place:
        for bank in library.banks:
            if code in bank.lines or code == bank.bank:
                return bank.file.name, bank.line_of(code)
        return "", 1

    return Scope(
        items=tuple(item for bank in library.banks for item in bank.items),
        loose=tuple(said for bank in library.banks for said in bank_texts(bank)),
        topics=library.topics,
        languages=BANK_LANGUAGES,
        ordered=False,
        pictograms=drawings(pictograms),
        place=place,
    )


def bank_texts(bank: Bank) -> Iterator[Said]:
    yield Said(bank.bank, "title", bank.title)
    for code, text in bank.topics.items():
        yield Said(f"topics.{code}", "topic", text)


def questionnaire_scope(
    questionnaire: Questionnaire, topics: Mapping[str, Text], pictograms: Path
) -> Scope:
    """Gather one questionnaire; places are its sections and the numbers of its items."""
    numbers = {item.code: number for number, item in enumerate(questionnaire.items(), start=1)}
    sections = {item.code: one.code for one in questionnaire.sections for item in one.items}

    def place(code: str) -> Place:
        item = code.partition(".")[0]
        return sections.get(item, ""), numbers.get(item, 1)

    return Scope(
        items=questionnaire.items(),
        loose=tuple(questionnaire_texts(questionnaire)),
        topics=topics,
        languages=questionnaire.languages,
        ordered=True,
        pictograms=drawings(pictograms),
        place=place,
    )


def questionnaire_texts(questionnaire: Questionnaire) -> Iterator[Said]:
    for part in ("title", "intro", "next_steps"):
        text = getattr(questionnaire, part)
        if text is not None:
            yield Said(part, part, text)
    for section in questionnaire.sections:
        if section.title is not None:
            yield Said(section.code, "title", section.title)


def drawings(folder: Path) -> frozenset[str] | None:
    """Return the names of the drawings in a folder; None when there is no such folder."""
    if not folder.is_dir():
        return None
    return frozenset(path.stem for path in folder.glob("*.svg"))

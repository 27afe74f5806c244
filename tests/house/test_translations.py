"""Every sentence for people exists in every language of the program."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from tests.house.tree import ROOT, name, none_of, with_suffix

LANGUAGES = ("fr", "de", "en")
DOMAINS = {"survey_app": "messages", "analysis": "analysis"}
KEYWORDS = DEFAULT_KEYWORDS | {"lazy_gettext": None, "lazy_ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%%|%[sd]")

CASES = [(folder, language) for folder in DOMAINS for language in LANGUAGES]


@cache
def sentences(folder: str) -> frozenset[str]:
    """Every Dutch sentence in the code and the templates."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, how = parse_mapping_cfg(file)
    found = extract_from_dir(ROOT / folder, method_map=methods, options_map=how, keywords=KEYWORDS)
    return frozenset(key(message) for _file, _line, message, _notes, _context in found)


@cache
def catalogue(folder: str, language: str) -> Catalog:
    path = catalogue_path(folder, language)
    assert path.exists(), f"{path.relative_to(ROOT)} is missing; run: make words"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def catalogue_path(folder: str, language: str) -> Path:
    return ROOT / folder / "translations" / language / "LC_MESSAGES" / f"{DOMAINS[folder]}.po"


def key(message: str | tuple[str, ...]) -> str:
    return message if isinstance(message, str) else message[0]


def wordings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def originals(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def translated(folder: str, language: str) -> list[Message]:
    return [message for message in catalogue(folder, language) if message.id]


def test_there_are_sentences() -> None:
    assert len(sentences("survey_app")) > 100


@pytest.mark.parametrize(("folder", "language"), CASES)
def test_every_sentence_is_in_the_catalogue(folder: str, language: str) -> None:
    held = {key(message.id) for message in translated(folder, language)}

    none_of(f"run make words for: {text}" for text in sorted(sentences(folder) - held))


@pytest.mark.parametrize(("folder", "language"), CASES)
def test_no_translation_is_empty_or_doubtful(folder: str, language: str) -> None:
    messages = translated(folder, language)

    none_of(message.id for message in messages if message.fuzzy or not all(wordings(message)))


@pytest.mark.parametrize(("folder", "language"), CASES)
def test_translations_keep_their_placeholders(folder: str, language: str) -> None:
    for message in translated(folder, language):
        known = {hole for text in originals(message) for hole in PLACEHOLDER.findall(text)}
        filled = [text for text in wordings(message) if text]
        for text in filled:
            assert set(PLACEHOLDER.findall(text)) <= known, text
        assert not filled or set(PLACEHOLDER.findall(filled[-1])) == known, message.id


def test_the_site_says_nothing_from_the_catalogue_of_the_charts() -> None:
    """What ``say`` of analysis does not find there, it leaves in Dutch without a word."""
    none_of(
        name(path)
        for path in with_suffix(".py", under="survey_app/")
        if re.search(r"from analysis\.words import .*\bsay\b", path.read_text("utf-8"))
    )


def test_every_sentence_is_marked_by_a_name_that_is_looked_for() -> None:
    """A sentence said by another name is in no catalogue, and stays Dutch."""
    none_of(
        f"{name(path)}: {found}"
        for path in [
            *with_suffix(".py", under="survey_app/"),
            *with_suffix(".py", under="analysis/"),
        ]
        for found in re.findall(r"\bgettext as (?!_\b)\w+", path.read_text("utf-8"))
    )

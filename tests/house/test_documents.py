"""What the documents say is there is there, and what is there is said."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from survey_app.cli.commands import dorpsstem
from survey_app.config import PREFIX, SETTINGS
from tests.house.test_translations import DOMAINS, sentences
from tests.house.tree import ROOT, name, none_of, with_suffix

DOCUMENTS = with_suffix(".md")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
ADRS = sorted((ROOT / "docs" / "adr").glob("*.md"))
MANUAL = with_suffix(".md", under="docs/handleiding/")
NOT_WORDS = {"+", "png", "svg", "pdf", "xlsx"}
LONGEST_ADR = 40
COMMAND_PART = re.compile(
    r"^### `dorpsstem ([a-z -]+?)(?: [A-Z][^`\n]*)?`\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL
)
EXPECTED = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "LICENSE",
    "docs/instellingen.md",
    "docs/cli.md",
    "docs/handleiding/README.md",
    "benchmarks/README.md",
)


@pytest.mark.parametrize("document", EXPECTED)
def test_document_is_there(document: str) -> None:
    assert (ROOT / document).stat().st_size > 200


def test_every_setting_is_explained() -> None:
    text = (ROOT / "docs" / "instellingen.md").read_text("utf-8")
    explained = set(re.findall(rf"^\| `({PREFIX}\w+)`", text, re.MULTILINE))

    assert explained == {PREFIX + setting.name for setting in SETTINGS}


def test_defaults_of_settings_are_told() -> None:
    text = (ROOT / "docs" / "instellingen.md").read_text("utf-8")

    for setting in SETTINGS:
        row = re.search(rf"^\| `{PREFIX}{setting.name}` \|.*$", text, re.MULTILINE)
        assert row, setting.name
        assert f"| `{setting.default}` |" in row[0] or not setting.default, setting.name


def test_every_command_is_explained() -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    explained = {path for path, _part in COMMAND_PART.findall(text)}

    assert explained == {" ".join(path) for path, _command in commands(dorpsstem)}


def test_every_option_of_a_command_is_explained() -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    parts = dict(COMMAND_PART.findall(text))
    unsaid = [
        f"{' '.join(path)} {option}"
        for path, command in commands(dorpsstem)
        for option in options(command)
        if f"`{option}" not in parts.get(" ".join(path), "")
    ]

    assert unsaid == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_make_commands_in_documents_exist(path: Path) -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", path.read_text("utf-8"), re.MULTILINE))

    assert named - TARGETS == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", path.read_text("utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", MANUAL, ids=name)
def test_bold_words_of_the_manual_stand_on_the_screen(path: Path) -> None:
    said = {label(text) for folder in DOMAINS for text in sentences(folder)} | NOT_WORDS
    bold = re.findall(r"\*\*([^*]+)\*\*", path.read_text("utf-8"))

    none_of(words for words in bold if label(words) not in said)


def test_readme_names_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")

    assert "make demo" in text
    assert "make test" in text


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [path.name[:5] for path in ADRS]

    assert numbers == [f"{number:04}-" for number in range(1, len(ADRS) + 1)]
    assert numbers


@pytest.mark.parametrize("path", ADRS, ids=name)
def test_decision_is_short_and_whole(path: Path) -> None:
    text = path.read_text("utf-8")

    assert len(text.splitlines()) <= LONGEST_ADR
    assert text.startswith(f"# {int(path.name[:4])}. ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_decisions_that_the_code_names_exist() -> None:
    known = {path.name[:4] for path in ADRS}
    named = {
        number
        for path in with_suffix(".py", ".md", ".css", ".js", ".html")
        for number in re.findall(r"\bADR (\d{4})", path.read_text("utf-8"))
    }

    assert named <= known


def commands(
    group: click.Group, above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for word, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*above, word))
        else:
            yield (*above, word), command


def label(text: str) -> str:
    return text.casefold().rstrip(".:?")


def options(command: click.Command) -> list[str]:
    return [
        parameter.opts[-1]
        for parameter in command.params
        if isinstance(parameter, click.Option) and parameter.opts[-1] != "--help"
    ]

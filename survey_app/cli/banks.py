"""Commands about question banks."""

import json
from collections.abc import Sequence
from pathlib import Path

import click
import yaml

from question_banks import lint as linting
from question_banks.lint import Finding
from question_banks.loader import BANKS, load_library
from question_banks.questionnaire import Questionnaire
from question_banks.schema import schema

FOLDER = click.option(
    "--folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=BANKS
)


@click.group()
def bank() -> None:
    """Question banks."""


@bank.command("lint")
@FOLDER
@click.option(
    "--schema", "wants_schema", is_flag=True, help="Print the JSON Schema of a bank file."
)
def lint(folder: Path, wants_schema: bool) -> int:  # noqa: FBT001 — a flag of the command line
    """Check every bank: codes, languages, plain words, references, conditions."""
    if wants_schema:
        click.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
        return 0
    return told(linting.lint_library(load_library(folder)))


def told(findings: Sequence[Finding]) -> int:
    """Print findings, one a line, and how many there are; 1 when one of them is an error."""
    for finding in findings:
        click.echo(str(finding))
    errors = [finding for finding in findings if finding.severity == "error"]
    click.echo(f"{len(findings)} opmerkingen, waarvan {len(errors)} fouten")
    return 1 if errors else 0


@bank.command("list")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def listing(as_json: bool) -> None:  # noqa: FBT001 — a flag of the command line
    """Show which questions there are."""
    library = load_library()
    if as_json:
        click.echo(json.dumps(library.listing(), ensure_ascii=False, indent=2))
        return
    for held in library.banks:
        click.echo(f"{held.bank} (versie {held.version}): {held.title.wording('nl').text}")
        for item in held.items:
            click.echo(f"  {item.code:32} {item.type:13} {item.text.wording('nl').text}")


def read_questionnaire(path: Path) -> Questionnaire:
    """Read a survey's file, YAML or JSON; a mistake becomes one line."""
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        return Questionnaire.from_json(data)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        raise click.ClickException(f"{path.name}: {error}") from error


COMMANDS = (bank,)

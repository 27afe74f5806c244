"""Commands about workshop templates."""

import json
from pathlib import Path

import click

from question_banks.loader import load_library
from survey_app.cli.banks import told
from workshop_templates.lint import lint_templates
from workshop_templates.loader import TEMPLATES, load_templates
from workshop_templates.schema import schema


@click.group()
def template() -> None:
    """Workshop templates."""


@template.command("lint")
@click.option(
    "--folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=TEMPLATES
)
@click.option("--schema", "wants_schema", is_flag=True, help="Print the JSON Schema of a template.")
def lint(folder: Path, wants_schema: bool) -> int:  # noqa: FBT001 — a flag of the command line
    """Check every template: minutes, questions, speaker notes, plain words."""
    if wants_schema:
        click.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
        return 0
    return told(lint_templates(load_templates(folder).values(), load_library()))


@template.command("list")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def listing(as_json: bool) -> None:  # noqa: FBT001 — a flag of the command line
    """Show which workshop templates there are."""
    held = load_templates().values()
    if as_json:
        click.echo(json.dumps([one.listing() for one in held], ensure_ascii=False, indent=2))
        return
    for one in held:
        click.echo(f"{one.code:24} {one.minutes:4} min  {one.title.wording('nl').text}")


COMMANDS = (template,)

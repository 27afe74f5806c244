"""Commands about surveys: check, bring in and take out as files, analyse."""

import json
import sys
from functools import partial
from pathlib import Path

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from question_banks import lint as linting
from question_banks.loader import load_library
from survey_app import create_app
from survey_app.cli.banks import read_questionnaire
from survey_app.core.audit import Actor
from survey_app.core.clock import utc_now
from survey_app.core.db import db
from survey_app.core.errors import NotFoundError
from survey_app.core.tokens import clean_code
from survey_app.core.writer import write
from survey_app.projects.models import Project
from survey_app.reports.rows import write_rows
from survey_app.reports.spss import write_sav
from survey_app.responses.queries import entry_by_code, questionnaire_of
from survey_app.surveys.service import create_survey, edit_draft

FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
FORMATS = ("csv", "csv-be", "xlsx", "sav", "jsonl")


@click.group()
def survey() -> None:
    """Questionnaires as files."""


@survey.command("lint")
@FILE
def lint(file: Path) -> int:
    """Check a questionnaire: languages, plain words, conditions, dead ends."""
    questionnaire = read_questionnaire(file)
    findings = linting.lint_questionnaire(questionnaire, load_library().topics)
    for finding in findings:
        click.echo(str(finding))
    return 1 if any(finding.severity == "error" for finding in findings) else 0


@survey.command("import")
@FILE
@click.option("--project", required=True, help="Address of the project, such as plus-plek-lummen.")
def bring_in(file: Path, project: str) -> None:
    """Make a draft survey of a questionnaire file."""
    questionnaire = read_questionnaire(file)
    app = create_app()
    with app.app_context():
        found = db.session.execute(
            select(Project.id, Project.workspace_id).where(Project.slug == project)
        ).first()
        if found is None:
            raise NotFoundError(f"no project has the address {project}")
        actor, now = Actor(None, found.workspace_id), utc_now()

        def make(session: Session) -> int:
            title = questionnaire.title.wording("nl").text
            held = create_survey(session, project_id=found.id, title=title, actor=actor, now=now)
            edit_draft(
                session, survey_id=held.id, revision=1, edit=lambda _old: questionnaire, actor=actor
            )
            return held.id

        made = write(make)
        click.echo(f"Bevraging {made} staat klaar als concept.")


@survey.command("export")
@click.argument("code")
def take_out(code: str) -> None:
    """Print the questionnaire behind a collector's code as JSON."""
    app = create_app()
    with app.app_context():
        entry = entry_by_code(db.session, clean_code(code))
        document = questionnaire_of(db.session, entry).to_json()
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


@click.group()
def responses() -> None:
    """Answers as files."""


@responses.command("export")
@click.argument("code")
@click.option("--format", "kind", type=click.Choice(FORMATS), default="csv", show_default=True)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File; else the screen."
)
def rows(code: str, kind: str, out: Path | None) -> None:
    """Write every answer of a survey, without free text and contacts, as rows."""
    app = create_app()
    with app.app_context():
        entry = entry_by_code(db.session, clean_code(code))
        make = write_sav if kind == "sav" else partial(write_rows, kind=kind)
        body = make(db.session, entry.survey_id)
    if out is not None:
        out.write_bytes(body)
    else:
        sys.stdout.buffer.write(body)


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def analyse(arguments: tuple[str, ...]) -> int:
    """Make priorities and charts of answers.csv and codebook.json, without the web."""
    from analysis.__main__ import main  # noqa: PLC0415 — slow import

    return main(list(arguments))


COMMANDS = (survey, responses, analyse)

"""Commands about council votes: recount what was published."""

from pathlib import Path

import click

from survey_app.ballots import verify


@click.group()
def ballot() -> None:
    """Votes of a council, committee or steering group."""


@ballot.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--root", default="", help="The words or the hash of the minutes, to compare with.")
@click.option("--language", type=click.Choice(("nl", *verify.LANGUAGES)), default="nl")
def verify_file(file: Path, root: str, language: str) -> int:
    """Recount stembus-<id>.zip; exit 1 and name file and line when something was altered."""
    said, code = verify.told(file, root, language)
    click.echo(said, err=code != 0)
    return code


COMMANDS = (ballot,)

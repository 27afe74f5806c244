"""Gathers the commands and turns what goes wrong into one line."""

import sys

import click
from sqlalchemy.exc import SQLAlchemyError

from question_banks.mistakes import FileError
from survey_app.cli import ballots, banks, data, people, scripts, serving, surveys
from survey_app.config import UnsafeConfigError
from survey_app.core.errors import DomainError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dorpsstem", message="%(version)s")
def dorpsstem() -> None:
    """Dorpsstem: surveys, votes and priorities for a village."""


for _module in (serving, data, people, banks, scripts, surveys, ballots):
    for _command in _module.COMMANDS:
        dorpsstem.add_command(_command)


def run(arguments: list[str]) -> int:
    """Run a command line; return 0, 1 (failed) or 2 (bad use)."""
    try:
        result = dorpsstem.main(arguments, prog_name="dorpsstem", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 1
    except (UnsafeConfigError, DomainError, OSError) as error:
        click.echo(f"dorpsstem: {error}", err=True)
        return 1
    except FileError as error:
        click.echo(str(error), err=True)
        return 1
    except SQLAlchemyError as error:
        click.echo(f"dorpsstem: {unreadable(error)}", err=True)
        return 1
    return result if isinstance(result, int) else 0


def unreadable(error: SQLAlchemyError) -> str:
    """What a database that is away, empty or of another version says, and what to do."""
    cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    return f"the database does not answer as it should ({cause}); run `dorpsstem db upgrade`"


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))

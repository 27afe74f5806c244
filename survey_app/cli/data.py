"""Commands about what is kept: upgrade, purge, backup, restore, check."""

import shutil
from pathlib import Path

import click
from sqlalchemy import select, text

from survey_app import create_app
from survey_app.answers.queries import tally_differences
from survey_app.core import backups
from survey_app.core.audit import broken_at
from survey_app.core.clock import utc_now
from survey_app.core.daily import run_daily
from survey_app.core.db import db
from survey_app.core.operations import bring_up_to_date, of_another_version
from survey_app.surveys.models import Survey

LEAST_FREE_MB = 500
FILE = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@click.group("db")
def database() -> None:
    """The database."""


@database.command("upgrade")
def upgrade_tables() -> None:
    """Give the database the tables of this version."""
    bring_up_to_date(create_app())
    click.echo("De databank is bij.")


@click.command()
@click.option("--backup", "file", type=click.Path(dir_okay=False, path_type=Path), required=True)
def upgrade(file: Path) -> None:
    """Make a backup, then bring the database to this version."""
    app = create_app()
    with app.app_context():
        backups.backup(app.config, file, now=utc_now())
    bring_up_to_date(app)
    click.echo(f"Reservekopie: {file}. De databank is bij.")


@click.command()
def purge() -> None:
    """Forget now what has passed its date; the server does so by itself every day."""
    for name, done in run_daily(create_app()).items():
        click.echo(f"{name}: {done}")


@click.command("backup")
@FILE
def make_backup(file: Path) -> None:
    """Write everything into one file, while the program runs."""
    app = create_app()
    with app.app_context():
        backups.backup(app.config, file, now=utc_now())
    click.echo(f"Reservekopie gemaakt: {file}")


@click.command("restore")
@FILE
@click.confirmation_option(
    prompt="Alles wat er nu in de databank staat, wordt vervangen. Doorgaan?"
)
def put_back(file: Path) -> None:
    """Put a backup back; stop the program first."""
    facts = backups.restore(create_app().config, file)
    click.echo(f"Teruggezet: de toestand van {facts['made_at']}")


@click.group()
def tally() -> None:
    """The counts that every chart reads."""


@tally.command("check")
def check_tally() -> int:
    """Count every answer anew and compare; exit 1 and name what differs."""
    app = create_app()
    wrong = 0
    with app.app_context():
        for survey_id in db.session.scalars(select(Survey.id).order_by(Survey.id)):
            for key, held, counted in tally_differences(db.session, survey_id):
                click.echo(f"{key}: {held} in de telling, {counted} geteld", err=True)
                wrong += 1
    click.echo("De telling klopt." if not wrong else f"{wrong} verschillen")
    return 1 if wrong else 0


@click.command()
def doctor() -> int:
    """Look whether everything is in order, and say what to do where it is not."""
    app = create_app()
    found: list[tuple[bool, str]] = []
    with app.app_context():
        found.append((not of_another_version(), "tabellen zijn van deze versie"))
        sound = db.engine.dialect.name != "sqlite" or (
            db.session.scalar(text("PRAGMA quick_check")) == "ok"
        )
        found.append((sound, "databank is gaaf"))
        found.append((broken_at(db.session) is None, "logboek is ongeschonden"))
    free = shutil.disk_usage(app.config["DATA"]).free // 10**6
    found.append((free > LEAST_FREE_MB, f"schijf heeft nog {free} MB vrij"))
    for good, what in found:
        click.echo(f"{'ok    ' if good else 'LET OP'} {what}")
    mail = "ingesteld" if app.config["MAIL_URL"] else "niet ingesteld; links kunt u kopiëren"
    click.echo(
        f"       profiel {app.config['PROFILE']}, adres {app.config['BASE_URL']}, mail {mail}"
    )
    return 0 if all(good for good, _what in found) else 1


COMMANDS = (database, upgrade, purge, make_backup, put_back, tally, doctor)

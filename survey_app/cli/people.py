"""Commands about people of the staff."""

import click

from survey_app import create_app
from survey_app.accounts.service import add_user
from survey_app.core.clock import utc_now
from survey_app.core.writer import write


@click.group()
def user() -> None:
    """People of the staff."""


@user.command("add")
@click.argument("email")
@click.option("--name", default="", help="The person's name.")
@click.option("--workspace", required=True, help="Address of the workspace, such as demo.")
@click.option(
    "--role", default="coach", show_default=True, help="owner, coach, facilitator or viewer."
)
def add(email: str, name: str, workspace: str, role: str) -> None:
    """Make an account and print the link with which its owner chooses a password."""
    app = create_app()
    with app.app_context():
        link = write(
            lambda session: add_user(
                session, email=email, name=name, workspace=workspace, role=role, now=utc_now()
            )
        )
        click.echo(link)


COMMANDS = (user,)

"""Commands about people of the staff."""

import secrets

import click
from flask_security import hash_password

from survey_app import create_app
from survey_app.accounts.models import User
from survey_app.core.clock import utc_now
from survey_app.core.db import db
from survey_app.core.permissions import Role
from survey_app.core.writer import write
from survey_app.workspaces.reset import link_to
from survey_app.workspaces.service import add_user


@click.group()
def user() -> None:
    """People of the staff."""


@user.command("add")
@click.argument("email")
@click.option("--name", default="", help="The person's name.")
@click.option("--workspace", required=True, help="Address of the organisation, such as demo.")
@click.option(
    "--role", type=click.Choice([str(role) for role in Role]), default="coach", show_default=True
)
def add(email: str, name: str, workspace: str, role: str) -> None:
    """Make an account and print the link with which its owner chooses a password."""
    app = create_app()
    with app.test_request_context():
        hashed, now = hash_password(secrets.token_urlsafe(32)), utc_now()
        made = write(
            lambda session: add_user(
                session,
                name=name or email,
                email=email,
                password_hash=hashed,
                workspace=workspace,
                role=Role(role),
                now=now,
            )
        )
        link = link_to(db.session.get_one(User, made))
    click.echo(f"{email} kiest een wachtwoord met deze link, die een dag en één keer werkt: {link}")


COMMANDS = (user,)

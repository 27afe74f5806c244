"""Commands that serve: the program itself, the demo, a village hall without internet."""

import os
import secrets
from pathlib import Path

import click
from flask import Flask
from qrcode import QRCode

from survey_app import create_app
from survey_app.core.hosts import lan_addresses, public_url
from survey_app.core.operations import bring_up_to_date
from survey_app.core.server import Server
from survey_app.workspaces.doors import setup_link

PORT = click.option("--port", default=8000, show_default=True, help="Port to listen on.")
DATA = click.option("--data", type=click.Path(path_type=Path), help="Folder for everything kept.")


def settings(data: Path | None, port: int, address: str | None = None) -> dict[str, object]:
    """Settings of the command line; the environment's own address wins over a guessed one."""
    given: dict[str, object] = {} if data is None else {"DATA": str(data)}
    if address and "DORPSSTEM_BASE_URL" not in os.environ:
        given["BASE_URL"] = f"http://{address}:{port}"
    return given


def announce(app: Flask) -> None:
    """Say where the program is, and how the first person gets in."""
    with app.app_context():
        click.echo(f"Dorpsstem staat klaar op {public_url('/')}")
        link = setup_link(app)
        if link:
            click.echo(f"Nog niemand kan aanmelden. Maak de eerste eigenaar: {link}")


def show_qr(address: str) -> None:
    """Draw an address as a QR code in the terminal, for a phone on the same network."""
    code = QRCode(border=2)
    code.add_data(address.upper())
    code.print_ascii(invert=True)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@PORT
@DATA
def serve(host: str, port: int, data: Path | None) -> None:
    """Serve the program until it is told to stop."""
    app = create_app(settings(data, port, "127.0.0.1"))
    bring_up_to_date(app, only_new=True)
    Server(app, host=host, port=port).serve(ready=lambda: announce(app))


@click.command()
@PORT
@DATA
@click.option("--address", help="Which of this machine's addresses phones use.")
def lan(port: int, data: Path | None, address: str | None) -> None:
    """Serve a village hall without internet: prints the address and its QR code."""
    found = lan_addresses()
    chosen = address or (found[0] if found else None)
    if chosen is None:
        raise click.ClickException("no network found; switch on a hotspot and try again")
    app = create_app(
        {**settings(data, port), "BASE_URL": f"http://{chosen}:{port}", "PROFILE": "lan"}
    )
    bring_up_to_date(app, only_new=True)
    click.echo("Adressen van deze computer: " + ", ".join(found))
    show_qr(f"http://{chosen}:{port}/")
    Server(app, host=chosen, port=port).serve(ready=lambda: announce(app))


@click.command()
@PORT
@DATA
@click.option("--no-browser", is_flag=True, help="Kept for scripts; no browser is ever opened.")
@click.option("--load-only", is_flag=True, help="Fill the database and stop.")
def demo(port: int, data: Path | None, no_browser: bool, load_only: bool) -> None:  # noqa: ARG001, FBT001 — a flag of the command line
    """Fill a database with five villages and invented answers, and serve it."""
    from survey_app.demo.load import load_demo  # noqa: PLC0415 — only this command needs it

    address = (lan_addresses() or ["127.0.0.1"])[0]
    app = create_app({**settings(data, port, address), "PROFILE": "lan"})
    bring_up_to_date(app)
    if not (app.config["DATA"] / "demo.json").exists():
        click.echo("We vullen vijf dorpen met verzonnen antwoorden (een halve minuut, één keer) …")
    login = load_demo(app, password=secrets.token_urlsafe(12))
    if load_only:
        return

    def ready() -> None:
        announce(app)
        show_qr(f"http://{address}:{port}/")
        click.echo(f"Aanmelden: {login['email']}   wachtwoord: {login['password']}")
        click.echo(f"Alles staat ook in {app.config['DATA'] / 'demo.json'}. Stoppen: Ctrl-C.")

    Server(app, host="0.0.0.0", port=port).serve(ready=ready)  # noqa: S104 — phones in the hall must reach it


COMMANDS = (serve, demo, lan)

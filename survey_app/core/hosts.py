"""Which host names this program answers to, and how its own addresses are written.

Addresses that are printed come from the configuration alone, never from what a visitor's request
claims: a forged Host must not end up in a QR code.
"""

import ipaddress
import socket
from urllib.parse import urlsplit

from flask import Flask, current_app

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def init_hosts(app: Flask) -> None:
    """Answer to the configured name; in a village hall also to the machine's own names."""
    own = urlsplit(app.config["BASE_URL"]).hostname or "localhost"
    hosts = [own, *LOOPBACK]
    if app.config["PROFILE"] == "lan":
        hosts += [socket.gethostname(), *lan_addresses()]
    if app.config["TRUSTED_HOSTS"] is None:
        app.config["TRUSTED_HOSTS"] = hosts


def lan_addresses() -> list[str]:
    """The machine's own IPv4 addresses that phones can reach, most likely one first."""
    try:
        named = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        named = []
    found = {str(info[4][0]) for info in named}
    found |= routed_address()
    usable = [a for a in found if not ipaddress.ip_address(a).is_loopback]
    usable = [a for a in usable if not ipaddress.ip_address(a).is_link_local]
    return sorted(usable, key=lambda a: (not a.startswith("192.168."), not a.startswith("10."), a))


def routed_address() -> set[str]:
    """Ask the system which address it would speak from; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return set()
        return {str(probe.getsockname()[0])}


def public_url(path: str) -> str:
    """The full address of ``path``, as it is printed and shared."""
    return f"{current_app.config['BASE_URL']}{path}"

"""What every test may ask for, and what no test may do."""

import ipaddress
import os
import socket
import sys
from typing import Any

import pytest
from hypothesis import settings

pytest_plugins = (
    "tests.programs",
    "tests.databases",
    "tests.browsing",
    "tests.asking",
    "tests.halls",
)

ALONE = ("browser", "live")
"""Tests that start a server or Chromium run one after the other, in one of the two workers."""

NOWHERE = "192.0.2.1"
"""No host has this address; asking for the way there tells the machine's own, and sends nothing."""

settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("search", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_configure() -> None:
    sys.addaudithook(stay_at_home)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if any(item.get_closest_marker(name) for name in ALONE):
            item.add_marker(pytest.mark.xdist_group("alone"))


def stay_at_home(event: str, args: tuple[Any, ...]) -> None:
    """Refuse every connection and every question for an address outside this machine."""
    if event == "socket.connect" and not is_here(args[1]):
        raise AssertionError(f"a test reaches for another machine: {args[1]}")
    if event == "socket.getaddrinfo" and not is_own_name(args[0]):
        raise AssertionError(f"a test asks for the address of another machine: {args[0]}")


def is_here(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a socket file
    host = str(address[0])
    return host == NOWHERE or is_own_name(host)


def is_own_name(name: object) -> bool:
    host = name.decode() if isinstance(name, bytes) else str(name or "localhost")
    if host in {"localhost", NOWHERE, socket.gethostname()}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

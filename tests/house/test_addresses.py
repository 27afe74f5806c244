"""Printed codes live for years: an address changes only when somebody means it."""

import pytest
from flask import Flask

from survey_app.core.permissions import Permission
from tests.house.addresses import LIST, UNSAID, addresses

PRINTED = {
    "/s/<code>": "GET",
    "/s/<code>/stand": "GET",
    "/s/<code>/paper.pdf": "GET",
    "/s/<code>/poster.pdf": "GET",
    "/s/<code>/flyer.pdf": "GET",
    "/s/<code>/card.pdf": "GET",
    "/s/<code>/qr.svg": "GET",
    "/s/<code>/qr.png": "GET",
    "/r/<receipt>": "GET",
    "/healthz": "GET",
    "/readyz": "GET",
}
"""Addresses on walls, flyers, receipts and in monitoring: they may never go."""


def test_addresses_are_those_of_the_list(web: Flask) -> None:
    assert addresses(web) == LIST.read_text("utf-8").splitlines(), "meant so? run: make routes"


@pytest.mark.parametrize("address", PRINTED)
def test_printed_address_leads_somewhere(web: Flask, address: str) -> None:
    example = address.replace("<code>", "K7P2QX").replace("<receipt>", "AAAA-BBBB-CCCC")
    adapter = web.url_map.bind("localhost")

    endpoint, _values = adapter.match(example, method=PRINTED[address])

    assert getattr(web.view_functions[endpoint], "permission", UNSAID) is None


def test_every_page_of_ours_says_who_may_open_it(web: Flask) -> None:
    silent = [
        endpoint
        for endpoint, view in web.view_functions.items()
        if not hasattr(view, "permission") and not endpoint.startswith("security.")
    ]

    assert silent == []


def test_pages_of_the_desk_are_never_open_to_everybody(web: Flask) -> None:
    for rule in web.url_map.iter_rules():
        if rule.rule.startswith("/desk"):
            assert isinstance(web.view_functions[rule.endpoint].permission, Permission), rule.rule

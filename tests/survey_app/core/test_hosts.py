"""Printed addresses come from the settings, never from what a request claims."""

import ipaddress

from survey_app.core.hosts import lan_addresses, public_url


def test_printed_address_follows_the_settings_alone(make_web) -> None:
    app = make_web(BASE_URL="https://dorp.example/", PROFILE="lan")

    with app.test_request_context("/", headers={"Host": "kwaad.example"}):
        assert public_url("/s/K7P2QX") == "https://dorp.example/s/K7P2QX"


def test_public_profile_answers_to_its_name_and_this_machine(make_web) -> None:
    app = make_web(PROFILE="public", BASE_URL="https://dorp.example")

    assert app.config["TRUSTED_HOSTS"] == ["dorp.example", "127.0.0.1", "localhost", "[::1]"]


def test_hall_profile_answers_to_the_machines_own_addresses(web) -> None:
    assert set(lan_addresses()) <= set(web.config["TRUSTED_HOSTS"])


def test_addresses_for_phones_can_be_reached_from_phones() -> None:
    for address in lan_addresses():
        assert not ipaddress.ip_address(address).is_loopback
        assert not ipaddress.ip_address(address).is_link_local

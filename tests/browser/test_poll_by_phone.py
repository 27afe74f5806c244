"""A hall polls by phone: the code on the wall is scanned, and each phone has one vote."""

import io
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
import zxingcpp
from flask import Flask
from PIL import Image
from playwright.sync_api import Page, expect

from survey_app.ballots import screens
from survey_app.ballots.rules import Kind, Method, Rules
from tests.browser.test_access import broken
from tests.browsing import Live
from tests.survey_app.ballots.conftest import Committee, gathered

pytestmark = pytest.mark.browser
OWN_BALLOT = re.compile(r"/v/[a-z2-7]{26}$")


@pytest.fixture
def committee(app: Flask) -> Committee:
    """A poll that runs, in which each phone votes once."""
    with app.app_context():
        committee = gathered(app)
        committee.opened(Kind.POLL, Method.CHOICE, rules=Rules(devices=True))
    return committee


@pytest.fixture
def door(committee: Committee, live: Live, visit: Callable[..., Page]) -> str:
    """Where the code on the wall leads, read from a picture of the wall."""
    wall = visit(viewport={"width": 1920, "height": 1080}, bypass_csp=True)
    with committee.app.app_context():
        token = screens.token_of(screens.HALL, committee.meeting_id)
    wall.goto(f"{live.url}/projector/{committee.meeting_id}/{token}")
    assert not broken(wall)
    [code] = zxingcpp.read_barcodes(Image.open(io.BytesIO(wall.screenshot())))
    return live.url + urlsplit(code.text).path


def choose_the_fixed_place(phone: Page) -> None:
    card = phone.locator("section.option", has_text="Vaste plus-plek")
    card.get_by_role("button", name="Kies deze").click()
    phone.get_by_role("button", name="Bevestig mijn stem").click()


def test_a_phone_that_joins_again_comes_back_to_its_own_vote(
    door: str, visit: Callable[..., Page]
) -> None:
    phone = visit(bypass_csp=True)
    phone.goto(door)
    faults = broken(phone)
    phone.get_by_role("button", name="Stem met dit toestel").click()
    expect(phone).to_have_url(OWN_BALLOT)
    own, faults = phone.url, faults + broken(phone)
    choose_the_fixed_place(phone)
    expect(phone.locator("h1")).to_have_text("Uw stem is binnen")

    phone.goto(door)

    expect(phone).to_have_url(own)
    expect(phone.locator("h1")).to_have_text("Uw stem is binnen")
    assert not faults


def test_without_scripts_a_phone_votes_as_well(
    door: str, committee: Committee, visit: Callable[..., Page]
) -> None:
    phone = visit(java_script_enabled=False)
    phone.goto(door)
    phone.get_by_role("button", name="Stem met dit toestel").click()
    choose_the_fixed_place(phone)

    expect(phone.locator("h1")).to_have_text("Uw stem is binnen")
    with committee.app.app_context():
        assert committee.turnout(1) == 1

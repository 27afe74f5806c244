"""A village hall in Chromium: the facilitator's panel, what hangs on the wall, phones."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from flask_security import hash_password
from playwright.sync_api import Page, expect

from survey_app.core.audit import Actor
from survey_app.core.writer import write
from survey_app.workspaces.service import make_first_owner
from tests.browsing import Live
from tests.gathering import Gathering, plan
from tests.programs import NOW
from workshop_templates.model import WorkshopTemplate

LAPTOP = {"width": 1440, "height": 900}
WALL = {"width": 1920, "height": 1080}
EMAIL, PASSWORD = "begeleider@dorp.example", "vijf losse woorden hier"
SOON = 10_000


@dataclass
class Hall:
    """The screens of one gathering."""

    live: Live
    gathering: Gathering
    visit: Callable[..., Page]

    @property
    def desk(self) -> str:
        return f"{self.live.url}/desk/gilden/workshops/{self.gathering.id}"

    def control(self, **options: object) -> Page:
        """The facilitator signs in and opens the panel."""
        page = self.visit(**{"viewport": LAPTOP, **options})
        page.goto(f"{self.desk}/control")
        page.fill("input[name=email]", EMAIL)
        page.fill("input[name=password]", PASSWORD)
        page.locator("form button.main, form input[type=submit]").first.click()
        expect(page.locator("section.now h1")).to_be_visible(timeout=SOON)
        page.wait_for_load_state("load")
        return page

    def projector(self, **options: object) -> Page:
        page = self.visit(**{"viewport": WALL, **options})
        page.goto(f"{self.live.url}/projector/{self.gathering.token}")
        return page

    def phone(self, **options: object) -> Page:
        """Somebody scans the code, in capitals as it stands in a QR code, and joins."""
        page = self.visit(**options)
        page.goto(f"{self.live.url}/J/{self.gathering.code}")
        if page.locator("input[name=role]").count():
            page.locator("label.row", has_text="Dat zeg ik liever niet").click()
        page.get_by_role("button", name="Doe mee").click()
        expect(page.locator("#live")).to_be_visible(timeout=SOON)
        return page


@pytest.fixture
def open_hall(
    app: Flask, serve: Callable[[Flask], Live], visit: Callable[..., Page]
) -> Callable[..., Hall]:
    """Serve a workshop of a script, with somebody who may run it."""

    def opened(script: WorkshopTemplate | str = "", **more: Any) -> Hall:
        with app.app_context():
            hashed = hash_password(PASSWORD)
            owner = write(
                lambda session: make_first_owner(
                    session,
                    name="Begeleider",
                    email=EMAIL,
                    password_hash=hashed,
                    workspace="Gilden",
                    now=NOW,
                )
            )
        gathering = plan(app, script, actor=Actor(owner, 1), **more)
        app.extensions["writer"].close()
        return Hall(serve(app), gathering, visit)

    return opened


def heading(page: Page, words: str) -> None:
    expect(page.locator("h1")).to_have_text(re.compile(words), timeout=SOON)


def press(control: Page, key: str) -> None:
    """Press a key and wait until the panel has drawn what follows."""
    before = control.locator("main").get_attribute("data-page")
    control.keyboard.press(key)
    expect(control.locator("main")).not_to_have_attribute("data-page", before or "", timeout=SOON)
    control.wait_for_timeout(400)


def violations(page: Page) -> list[str]:
    return [
        f"{one['id']}: {[node['target'] for node in one['nodes']]}"
        for one in Axe().run(page).response["violations"]
    ]

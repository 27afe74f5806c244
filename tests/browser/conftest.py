"""A survey that is served for real, and a person with a phone who answers it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page

from survey_app.core.tokens import new_code
from tests.asking import Asked, ask
from tests.browsing import HANDED_ON, Live
from tests.programs import built, close
from tests.questions import EVERY_TYPE

LONGER_THAN_A_DOUBLE_TAP = 320


@dataclass
class Resident:
    """Somebody with the survey open: reads, taps, goes on."""

    page: Page
    live: Live
    code: str

    def open(self, more: str = "") -> "Resident":
        self.page.goto(f"{self.live.url}/s/{self.code}{more}")
        return self

    @property
    def heading(self) -> str:
        return self.page.locator("h1:visible").inner_text()

    @property
    def question(self) -> Locator:
        return self.page.locator("section.question:visible")

    def tap(self, words: str) -> None:
        self.question.locator("label", has_text=words).first.click()

    def next(self) -> None:
        self.page.wait_for_timeout(LONGER_THAN_A_DOUBLE_TAP)
        self.page.locator(".forward").click()

    def go_to(self, heading: str) -> None:
        """Skip on until a question is there."""
        for _ in range(len(EVERY_TYPE) + 1):
            if self.heading == heading:
                return
            self.next()
        raise AssertionError(f"no question '{heading}'")

    def walk(self) -> Iterator[str]:
        """Skip from page to page, up to the summary; gives each heading."""
        while True:
            yield self.heading
            if self.page.locator("section.check:visible").count():
                return
            self.next()

    def receipt(self) -> str:
        self.page.wait_for_selector("section.thanks")
        return self.page.locator("meta[name=receipt]").get_attribute("content") or ""


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Flask]:
    """The program that all these tests share: each opens a survey of its own in it."""
    folder = tmp_path_factory.mktemp("village")
    file = folder / "dorpsstem.sqlite3"
    shutil.copy(sqlite_template, file)
    app = built(folder, DATABASE_URL=f"sqlite:///{file}")
    yield app
    close(app)


@pytest.fixture(scope="session")
def served(village: Flask) -> Iterator[Live]:
    """The program as a process of its own."""
    settings = {f"DORPSSTEM_{name}": str(village.config[name]) for name in HANDED_ON}
    live = Live(settings, village.config["DATA"] / "server.log")
    live.start()
    yield live
    live.stop()


@pytest.fixture
def asked(village: Flask) -> Asked:
    """A survey with every type of question."""
    return ask(village, code=new_code())


@pytest.fixture
def resident(served: Live, asked: Asked, visit: Callable[..., Page]) -> Callable[..., Resident]:
    """Somebody with a phone: ``resident(java_script_enabled=False)``."""

    def somebody(**options: object) -> Resident:
        return Resident(visit(**options), served, asked.code)

    return somebody

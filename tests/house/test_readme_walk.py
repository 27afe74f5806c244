"""Does the README keep its word? Somebody follows its eight steps in a browser, from nothing."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from survey_app.workspaces.doors import setup_link
from tests.browsing import Live

DESK = {"width": 1440, "height": 900}
ANSWERS_FOR_A_CHART = 5
MOST_STEPS = 20


def become_the_first_owner(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[name=workspace]").fill("Landelijke Gilden")
    page.locator("[name=name]").fill("Coach")
    page.locator("[name=email]").fill("coach@dorp.example")
    for field in ("password", "password_confirm"):
        page.locator(f"[name={field}]").fill("vier losse woorden samen")
    page.get_by_role("button", name="Begin").click()


def make_a_project(page: Page) -> None:
    page.get_by_role("link", name="Nieuw traject").first.click()
    page.get_by_label("Dorp").first.fill("Lafelt")
    page.get_by_role("button", name="Maak het traject").click()


def make_a_survey(page: Page) -> None:
    page.get_by_role("link", name="Nieuwe bevraging").first.click()
    page.get_by_label("De grote vraag").fill("Wat mist u in Lafelt?")
    page.get_by_role("button", name="Kies vragen").click()
    page.get_by_role("link", name="Producten", exact=True).click()
    for question in range(1, 3):
        page.locator(".offer form button").first.click()
        expect(page.locator(".question-row")).to_have_count(question)


def publish(page: Page) -> None:
    page.get_by_role("link", name="Publiceer").first.click()
    page.get_by_role("button", name="Publiceer nu").click()


def open_a_channel(page: Page) -> str:
    """Return the code that stands on the poster."""
    page.get_by_role("link", name="Nieuw kanaal").click()
    page.get_by_label("Naam").first.fill("Schoolpoort")
    page.get_by_role("button", name="Open dit kanaal").click()
    return page.locator(".big-code").first.inner_text()


def answer(page: Page, address: str) -> None:
    """Take the first choice everywhere, until the receipt is there."""
    page.goto(address)
    for _step in range(MOST_STEPS):
        if page.locator("meta[name=receipt]").count():
            return
        choices = page.locator("main fieldset label:visible")
        if choices.count():
            choices.first.click()
        with page.expect_navigation():
            page.locator("button[name=go]:visible").last.click()
    raise AssertionError("no receipt after twenty steps")


@pytest.mark.browser
def test_stranger_reaches_a_priority_chart(
    serve: Callable[[Flask], Live], app: Flask, visit: Callable[..., Page]
) -> None:
    live, desk = serve(app), visit(viewport=DESK)
    with app.test_request_context():
        door = urlsplit(setup_link(app)).path

    become_the_first_owner(desk, live.url + door)
    make_a_project(desk)
    make_a_survey(desk)
    publish(desk)
    code = open_a_channel(desk)
    for _person in range(ANSWERS_FOR_A_CHART):
        answer(visit(java_script_enabled=False), f"{live.url}/s/{code}")
    desk.reload()
    desk.get_by_role("link", name="Resultaten").first.click()

    expect(desk.locator("article.chart svg").first).to_be_visible(timeout=20_000)
    expect(desk.get_by_role("link", name="PNG").first).to_be_visible()

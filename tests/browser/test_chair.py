"""The chair's page follows the meeting without taking away what the chair is typing."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, Route, expect

from survey_app.ballots import voting
from survey_app.ballots.rules import Kind, Method
from tests.browsing import Live
from tests.survey_app.ballots.conftest import Committee, gathered, signed_in

pytestmark = pytest.mark.browser
KEY = "ABCDEFGHJKMNPQRSTUVWXYZ23456"


@pytest.fixture
def committee(app: Flask) -> Committee:
    """A sealed vote that is closed, and one before it that was published."""
    with app.app_context():
        committee = gathered(app)
        earlier = committee.opened(Kind.NAMED, Method.CHOICE)
        committee.finish(earlier)
        committee.do(voting.publish_result, motion_id=earlier)
        committee.close(committee.opened(Kind.SEALED, Method.CHOICE))
    return committee


@pytest.fixture
def chair(committee: Committee, live: Live, visit: Callable[..., Page]) -> Page:
    """The chair has the page of the closed vote open, and types the first key."""
    with committee.app.app_context():
        browser = signed_in(committee, committee.actor.user_id)
    name = committee.app.config["SESSION_COOKIE_NAME"]
    cookie = browser.get_cookie(name)
    assert cookie is not None
    page = visit(viewport={"width": 1440, "height": 900})
    page.context.add_cookies([{"name": name, "value": cookie.value, "url": live.url}])
    page.goto(f"{live.url}/desk/gilden/meetings/{committee.meeting_id}/chair")
    page.get_by_label("Sleutel van de voorzitter").fill(KEY)
    return page


def test_keys_stay_when_another_step_draws_the_page_anew(committee: Committee, chair: Page) -> None:
    shown = chair.locator(".chair").get_attribute("data-version")

    with committee.app.app_context():
        committee.do(voting.annul_vote, motion_id=1, reason="Verkeerde vraag")

    expect(chair.locator(".chair")).not_to_have_attribute("data-version", shown or "")
    expect(chair.get_by_label("Sleutel van de voorzitter")).to_have_value(KEY)
    expect(chair.get_by_label("Sleutel van de voorzitter")).to_be_focused()


def test_what_was_told_late_takes_nothing_from_a_newer_page(chair: Page) -> None:
    """A slow server tells of a step that the page shows already, after a refusal was read."""
    chair.get_by_role("button", name="Open de stembus en tel").click()
    alert = chair.get_by_role("alert")
    expect(alert).to_contain_text("Sleutel van de voorzitter")
    looks: list[str] = []

    def late(route: Route) -> None:
        looks.append(route.request.url)
        route.fulfill(content_type="text/event-stream", body='data: {"version": 1}\n\n')

    def seen(route: Route) -> None:
        looks.append("page")
        route.continue_()

    chair.route("**/chair/live", late)
    chair.route("**/chair?motion=*", seen)
    chair.evaluate(
        """() => {
            Object.defineProperty(document, "hidden", { value: false, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )

    for _look in range(100):
        if "page" in looks:
            break
        chair.wait_for_timeout(100)
    chair.wait_for_timeout(500)
    assert "page" in looks
    expect(alert).to_contain_text("Sleutel van de voorzitter")
    expect(chair.get_by_label("Sleutel van de voorzitter")).to_have_value(KEY)

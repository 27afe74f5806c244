"""On a phone the dots that are left are counted while they are given."""

import pytest
from playwright.sync_api import expect

from tests.gathering import plan
from tests.survey_app.workshops.steps import every_kind, judge, opened

pytestmark = pytest.mark.browser


def test_dots_that_are_left_are_counted_on_the_phone(web, actor, serve, visit) -> None:
    hall = plan(web, every_kind(), actor=actor)
    live = serve(web)
    phone = visit()
    phone.goto(f"{live.url}/j/{hall.code}")
    phone.locator("main form button").last.click()
    opened(hall, "ideas", people=2)
    judge(hall, "show")
    phone.goto(f"{live.url}/j/{hall.code}")
    circles = phone.locator(".circles input")

    for place in range(3):
        circles.nth(place).check()

    expect(phone.locator(".pot")).to_have_text("Al uw stippen zijn gegeven")
    expect(circles.nth(5)).to_be_disabled()
    circles.nth(0).uncheck()
    expect(phone.locator(".pot")).to_have_text("Nog 1 stip")
    expect(circles.nth(5)).to_be_enabled()

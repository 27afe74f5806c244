"""A coach moves a slider: the page says at once what that does, and keeps it when saved."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_access import broken
from tests.browser.test_council import FIXED, MOBILE, council, write_motion
from tests.council import Council

pytestmark = pytest.mark.browser
__all__ = ["council"]
POINTS = {"Bereikbaar": (5, 2), "Ontmoeten": (2, 5)}


@pytest.fixture
def page(council: Council) -> Page:
    """A draft motion of two options, each better on one criterion of the same weight."""
    desk = council.desk
    council.go("Nieuwe vergadering")
    desk.get_by_label("Naam van de vergadering").fill("Stemming over de plus-plek")
    desk.get_by_label("Wie vergadert er?").fill("Raadscommissie Lummen")
    desk.get_by_label("Dag").fill("2026-05-20")
    council.press("Maak de vergadering")
    council.go("Schrijf een stemming")
    write_motion(council, "Welke plus-plek kiest Lummen?", (MOBILE, FIXED))
    council.go("Afwegen")
    for row, (label, points) in enumerate(POINTS.items()):
        desk.get_by_label(f"Criterium {row + 1}").fill(label)
        for code, given in zip("ab", points, strict=True):
            desk.locator(f"[name='score.{row}.{code}']").fill(str(given))
    return desk


def test_a_slider_says_at_once_who_comes_first_and_from_which_weight(page: Page) -> None:
    expect(page.locator("#outcome")).to_contain_text("Nu staan er twee of meer gelijk.")

    page.locator("[name='weight.0']").press("ArrowRight")

    expect(page.locator("#outcome")).to_contain_text("komt Vaste plus-plek gelijk")
    expect(page.locator("#totals .chip")).to_have_text("bovenaan")
    assert page.locator("output").first.inner_text() == "2"
    assert not broken(page)


def test_what_was_looked_at_is_kept_only_when_saved(page: Page) -> None:
    page.locator("[name='weight.0']").press("End")
    expect(page.locator("#totals")).to_contain_text("Samen, van 55")

    with page.expect_navigation():
        page.get_by_role("button", name="Reken uit").click()
    page.reload()

    assert page.locator("[name='weight.0']").input_value() == "10"

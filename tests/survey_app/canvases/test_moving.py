"""Notes are moved by mouse and by keyboard, on pages that break no rule of accessibility."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.test_access import broken
from tests.survey_app.conftest import PASSWORD

pytestmark = pytest.mark.browser
DESK = {"width": 1440, "height": 900}
CANVAS = "/desk/gilden/projects/plus-plek-lafelt/canvas"


@pytest.fixture
def canvas(web, owner, client_of, serve, visit):
    """The canvas of Lafelt in a browser, with two offers and a cost."""
    desk = client_of(owner)
    desk.post("/desk/gilden/projects/new", data={"village": "Lafelt"})
    for text, block in (("Koffie", "offer"), ("Taart", "offer"), ("Kachel", "costs")):
        note = {"key": str(uuid4()), "block": block, "text": text, "source": "desk"}
        desk.post(f"{CANVAS}/notes", data={**note, "flow": "cost_year", "amount": "5"})
    live = serve(web)
    page = visit(viewport=DESK, bypass_csp=True)
    page.goto(f"{live.url}{CANVAS}")
    page.locator("[name=email]").fill(owner.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button").click()
    page.locator(".canvas").wait_for()
    page.wait_for_load_state()
    return page


def notes(page, block: str):
    return page.locator(f".in-{block} .note")


def test_note_is_moved_with_shift_and_an_arrow_and_keeps_the_focus(canvas) -> None:
    notes(canvas, "offer").filter(has_text="Taart").locator("a").focus()

    canvas.keyboard.press("Shift+ArrowUp")
    expect(notes(canvas, "offer").first).to_contain_text("Taart")
    expect(notes(canvas, "offer").first.locator("a")).to_be_focused()
    canvas.keyboard.press("Shift+ArrowRight")

    expect(notes(canvas, "relationships")).to_contain_text("Taart")
    expect(notes(canvas, "offer")).to_have_count(1)


def test_note_is_dragged_to_another_block(canvas) -> None:
    notes(canvas, "offer").filter(has_text="Koffie").locator("a").drag_to(
        canvas.locator(".in-channels")
    )

    expect(notes(canvas, "channels")).to_contain_text("Koffie")


def test_note_is_added_where_it_belongs(canvas) -> None:
    canvas.locator(".in-segments summary").press("Enter")
    canvas.locator(".in-segments textarea").fill("Ouders aan de poort")
    canvas.locator(".in-segments form button").click()

    expect(notes(canvas, "segments")).to_contain_text("Ouders aan de poort")


def test_no_page_breaks_a_rule(canvas) -> None:
    found = broken(canvas)
    canvas.locator(".in-costs summary").click()
    found += broken(canvas)
    for link in ("Titel en belofte", "Leg versie 1 vast"):
        canvas.get_by_role("link", name=link).click()
        found += broken(canvas)
        canvas.go_back()
    notes(canvas, "costs").locator("a").click()
    found += broken(canvas)

    assert not found

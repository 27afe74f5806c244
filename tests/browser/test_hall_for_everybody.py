"""Everybody takes part and leads: on a narrow phone, enlarged, by keyboard, from right to left."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from question_banks.item_types import parse_item
from survey_app.workshops.words import KEYS
from tests.browsing import PHONE
from tests.gathering import SHORT
from tests.halls import LAPTOP, SOON, Hall, heading, press, violations
from tests.survey_app.activities.kinds import EXAMPLES
from tests.survey_app.workshops.steps import every_kind, forms, judge
from workshop_templates.model import WorkshopTemplate

pytestmark = pytest.mark.browser

MANUAL = Path(__file__).parents[2] / "docs/handleiding/5-een-workshop-begeleiden.md"
FIT = Path(__file__).with_name("narrow.js").read_text(encoding="utf-8")
NARROW = {"width": 320, "height": 568}
TWICE = {"width": LAPTOP["width"] // 2, "height": LAPTOP["height"] // 2}
"""What a laptop shows of a page at 200 %."""

PAGES = {
    "desk": "workshops/{id}",
    "new": "projects/plus-plek/workshops/new",
    "preview": "projects/plus-plek/workshops/new/council_poll",
    "script": "workshops/{id}/script",
    "control": "workshops/{id}/control",
    "report": "workshops/{id}/report",
}


def misfits(page: Page) -> list[str]:
    """What does not fit at 320 px, at 200 % of a laptop, and with letters twice as large."""
    found = []
    for size in (NARROW, TWICE):
        page.set_viewport_size(size)
        found += [f"{size['width']}: {one}" for one in page.evaluate(FIT)]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.set_viewport_size(PHONE if page.locator(".resident").count() else LAPTOP)
    found += [f"200 % letters: {one}" for one in page.evaluate(FIT)]
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


def steps_of(hall: Hall, kind: str):
    """Every state of a step of this kind, with answers in it."""
    hall.gathering.go(f"step_{kind}")
    yield "ready"
    if not EXAMPLES[kind].good:
        return
    hall.gathering.press("open")
    for number in range(6):
        form = forms(kind)[number % len(forms(kind))]
        assert hall.gathering.phone().send(f"step_{kind}", form).status_code == 303
    yield "open"
    judge(hall.gathering, "show")
    for move in ("close", "reveal"):
        hall.gathering.press(move)
        yield move


@pytest.mark.parametrize("kind", sorted(EXAMPLES))
def test_every_state_of_every_kind_fits_and_is_accessible(open_hall, kind) -> None:
    hall = open_hall(every_kind())
    control, wall, phone = hall.control(), hall.projector(), hall.phone()
    found = []

    for state in steps_of(hall, kind):
        for name, page in (("control", control), ("wall", wall), ("phone", phone)):
            page.reload()
            found += [f"{name} {state}: {one}" for one in violations(page)]
        for name, page, size in (("control", control, LAPTOP), ("phone", phone, NARROW)):
            found += [f"{name} {state}: {one}" for one in misfits(page)]
            page.set_viewport_size(size)

    assert found == []


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_the_desk_fits_and_is_accessible(open_hall, name) -> None:
    hall = open_hall()
    hall.gathering.go("form", "open")
    hall.gathering.phones_that_answer(*["fixed"] * 6)
    hall.gathering.press("close")
    hall.gathering.press("reveal")
    page = hall.control()
    page.goto(f"{hall.live.url}/desk/gilden/{PAGES[name].format(id=hall.gathering.id)}")
    if name == "report":
        expect(page.locator(".drawing svg").first).to_be_visible(timeout=4 * SOON)

    assert violations(page) == []
    assert misfits(page) == []


def test_lobby_and_joining_fit_and_are_accessible(open_hall) -> None:
    hall = open_hall("resident_workshop")
    wall, phone = hall.projector(), hall.visit()
    phone.goto(f"{hall.live.url}/j/{hall.gathering.code}")

    assert violations(wall) == violations(phone) == []
    assert misfits(phone) == []
    phone.get_by_role("button", name="Doe mee").click()
    expect(phone.locator("#problems")).to_be_visible(timeout=SOON)
    assert violations(phone) == misfits(phone) == []


ARABIC = parse_item(
    {
        "code": "where",
        "type": "choice",
        "text": {"nl": "Waar ontmoet u mensen?", "ar": "أين تلتقي بالناس؟"},
        "options": [
            {"code": "shop", "text": {"nl": "In de winkel", "ar": "في المتجر"}},
            {"code": "bench", "text": {"nl": "Op een bank onder de boom"}},
        ],
    }
)
ASKED = {
    "code": "where",
    "title": {"nl": "Waar?", "ar": "أين؟"},
    "minutes": 5,
    "do": "Vraag.",
    "activity": {"kind": "ask", "item": "where"},
}


def test_phone_from_right_to_left_fits_and_is_accessible(open_hall) -> None:
    script = WorkshopTemplate.from_json({**SHORT, "minutes": 5, "steps": [ASKED]})
    hall = open_hall(script, own={"where": ARABIC})
    phone = hall.visit(viewport=NARROW)
    phone.goto(f"{hall.live.url}/j/{hall.gathering.code}?lang=ar")
    phone.get_by_role("button", name="Doe mee").click()
    expect(phone.locator("#live")).to_be_visible(timeout=SOON)

    for move in ("", "open", "close", "reveal"):
        if move:
            hall.gathering.go("where", move) if move == "open" else hall.gathering.press(move)
        if move == "open":
            for _person in range(6):
                hall.gathering.phone().answer({"where": "shop"})
        phone.reload()
        assert phone.locator("html").get_attribute("dir") == "rtl"
        assert violations(phone) == misfits(phone) == [], move
        phone.set_viewport_size(NARROW)


def reach(page: Page, words: str, most: int = 120) -> None:
    """Press Tab until the focus is on what says ``words``."""
    for _press in range(most):
        page.keyboard.press("Tab")
        held = page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).innerText"
        )
        if re.search(words, held or ""):
            seen = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert seen != "none" or page.locator("label:has(:focus-visible)").count()
            return
    raise AssertionError(f"Tab never comes to {words!r}")


def test_participant_answers_with_the_keyboard_alone(open_hall) -> None:
    hall = open_hall()
    hall.gathering.go("form", "open")
    phone = hall.visit()
    phone.goto(f"{hall.live.url}/j/{hall.gathering.code}")

    reach(phone, "Doe mee")
    phone.keyboard.press("Enter")
    heading(phone, "Welke ontmoetingsplek")
    reach(phone, "Eén vaste plek")
    phone.keyboard.press("Space")
    reach(phone, "Verstuur")
    phone.keyboard.press("Enter")

    heading(phone, "Uw antwoord is aangekomen")


def test_coach_prepares_a_workshop_with_the_keyboard_alone(open_hall) -> None:
    hall = open_hall()
    page = hall.control()
    page.goto(f"{hall.live.url}/desk/gilden/projects/plus-plek/workshops/new")

    reach(page, r"Bekijk\s*: Buurtbabbel")
    page.keyboard.press("Enter")
    heading(page, "Buurtbabbel")
    reach(page, "Begin hiermee")
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("staat klaar", timeout=SOON)
    reach(page, "Pas het draaiboek aan")
    page.keyboard.press("Enter")
    heading(page, "Draaiboek van")
    first = page.locator(".steps-edit summary b").first.inner_text()
    reach(page, re.escape(first))
    page.keyboard.press("Enter")
    reach(page, "Omlaag")
    page.keyboard.press("Enter")

    expect(page.locator(".steps-edit summary b").nth(1)).to_have_text(first, timeout=SOON)


def test_every_key_of_the_panel_does_what_its_list_says(open_hall) -> None:
    hall = open_hall()
    control, wall = hall.control(), hall.projector()

    def stands(words: str) -> None:
        expect(control.locator("main")).to_contain_text(words, timeout=SOON)

    for key, words in (("ArrowRight", "Stap 1 van 5"), ("PageDown", "Stap 2 van 5")):
        press(control, key)
        stands(words)
    for key, words in (("ArrowLeft", "Stap 1 van 5"), ("PageUp", "Voor u begint")):
        press(control, key)
        stands(words)
    hall.gathering.go("form")
    heading(control, "Welke ontmoetingsplek")
    press(control, " ")
    stands("Sluit de vraag")
    hall.gathering.phones_that_answer(*["fixed"] * 5)
    press(control, "t")
    expect(wall.locator(".clock")).to_be_visible(timeout=SOON)
    press(control, "b")
    expect(wall.locator("main.blank")).to_have_count(1, timeout=SOON)
    press(control, "b")
    press(control, "l")
    expect(wall.locator("body.light")).to_have_count(1, timeout=SOON)
    press(control, " ")
    press(control, "R")
    expect(wall.locator(".length").first).to_be_visible(timeout=SOON)
    press(control, "2")
    stands("ronde 2")
    press(control, "z")
    expect(control.locator(".states [aria-current]")).to_have_text("Getoond aan de zaal")


def test_list_of_keys_opens_closes_and_is_the_manuals(open_hall) -> None:
    control = open_hall().control()
    manual = MANUAL.read_text(encoding="utf-8")
    control.keyboard.press("?")
    dialog = control.get_by_role("dialog")

    for key, does in KEYS:
        expect(dialog).to_contain_text(f"{key}", timeout=SOON)
        expect(dialog).to_contain_text(f"{does}")
        assert f"| {key} | {does} |" in manual
    assert violations(control) == []
    control.keyboard.press("ArrowRight")
    expect(control.locator("main")).to_contain_text("Voor u begint")
    control.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_help_button_gives_the_focus_back(open_hall) -> None:
    control = open_hall().control()
    control.locator("[data-help]").focus()
    control.keyboard.press("Enter")
    control.get_by_role("button", name="Sluit deze lijst").press("Enter")

    assert control.evaluate("document.activeElement.matches('[data-help]')")

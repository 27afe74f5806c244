"""A whole workshop in Chromium: one control, one projector, five phones, from lobby to report."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.halls import SOON, heading, press

pytestmark = pytest.mark.browser


def choose(phone: Page, words: str) -> None:
    phone.locator("label.row", has_text=words).first.click()
    phone.get_by_role("button", name="Verstuur").click()


def test_workshop_runs_from_lobby_to_report(open_hall) -> None:
    hall = open_hall()
    control, wall = hall.control(), hall.projector()
    phones = [hall.phone() for _ in range(3)]
    without = hall.phone(java_script_enabled=False)
    away = hall.phone(strict=False)

    expect(wall.locator(".joined b")).to_have_text("5", timeout=SOON)
    control.locator(".course button", has_text="Richting").click()
    heading(control, "Welke ontmoetingsplek")
    heading(phones[0], "Even geduld")
    press(control, " ")
    for phone in (*phones, away):
        heading(phone, "Welke ontmoetingsplek")
    away.context.set_offline(True)
    choose(away, "Eén vaste plek")
    expect(away.locator(".offline:visible")).to_contain_text("staat veilig", timeout=SOON)
    for phone in phones:
        choose(phone, "Eén vaste plek")
        heading(phone, "Uw antwoord is aangekomen")
    without.get_by_role("link", name="Kijk of er iets nieuws is").click()
    choose(without, "naar de buurten rijdt")
    heading(without, "Uw antwoord is aangekomen")
    expect(wall.locator(".foot")).to_contain_text("4 van de 5", timeout=SOON)
    expect(wall.locator(".length")).to_have_count(0)

    come_back(away, wall)
    press(control, " ")
    heading(phones[1], "De vraag is gesloten")
    press(control, "r")
    expect(wall.locator(".bars li").first.locator("b")).to_have_text("4", timeout=SOON)
    expect(phones[2].locator(".projected")).to_be_visible(timeout=SOON)

    control.get_by_role("button", name="Beëindig").click()
    heading(phones[0], "Dank u wel!")
    report(control)


def come_back(away: Page, wall: Page) -> None:
    """Who was offline is heard by itself, and counted."""
    away.context.set_offline(False)
    heading(away, "Uw antwoord is aangekomen")
    expect(wall.locator(".foot")).to_contain_text("5 van de 5", timeout=SOON)


def report(control: Page) -> None:
    """From the panel to the report, and with the answers into the project."""
    control.get_by_role("link", name="Bekijk het verslag").click()
    heading(control, "Verslag van")
    expect(control.locator(".drawing svg").first).to_be_visible(timeout=4 * SOON)
    control.get_by_role("button", name="Zet de antwoorden erbij").click()
    expect(control.locator(".told")).to_contain_text("5 deelnemers", timeout=SOON)


@pytest.mark.parametrize("script", ["council_poll", "resident_workshop"])
def test_template_runs_to_its_end_on_every_screen(open_hall, script) -> None:
    hall = open_hall(script)
    control, wall, phone = hall.control(), hall.projector(), hall.phone()
    seen = set()
    for _press in range(80):
        standing = control.locator("input[name=standing]").first.get_attribute("value") or ""
        step = control.locator("section.now h1").inner_text()
        seen.add(step)
        if standing.startswith("ended"):
            break
        if int(standing.split(".")[1]) >= 0:
            expect(wall.locator("h1")).to_have_text(step, timeout=SOON)
        press(control, " ")

    assert len(seen) >= len(hall.gathering.scene().course.stops) - 1
    heading(phone, "Dank u wel!")
    heading(wall, "Dank u wel!")


def test_form_that_is_being_filled_in_is_never_taken_away(open_hall) -> None:
    hall = open_hall()
    hall.gathering.go("say", "open")
    phone = hall.phone()
    phone.locator("textarea, input[type=text]").first.fill("Toen mijn oma er was")

    control = hall.control()
    press(control, " ")

    expect(phone.locator("#moved")).to_be_visible(timeout=SOON)
    assert phone.locator("textarea, input[type=text]").first.input_value() == "Toen mijn oma er was"


def test_reloaded_projector_resumes_at_once(open_hall) -> None:
    hall = open_hall()
    hall.gathering.go("form", "open")
    wall = hall.projector()

    wall.reload()

    heading(wall, "Welke ontmoetingsplek")


def test_two_panels_show_the_same(open_hall) -> None:
    hall = open_hall()
    first, second = hall.control(), hall.control(is_mobile=True, has_touch=True)

    press(first, " ")

    heading(second, "Welkom")


def test_every_key_is_in_the_list_of_keys(open_hall) -> None:
    hall = open_hall()
    control = hall.control()
    control.keyboard.press("?")
    expect(control.get_by_role("dialog")).to_contain_text("toon de uitslag")
    control.keyboard.press("?")

    does = {"b": "Toon het scherm weer", "l": "Donker scherm", "t": "Stop de klok"}
    for key, words in does.items():
        press(control, key)
        expect(control.get_by_role("button", name=re.compile(words))).to_be_visible(timeout=SOON)
    press(control, "z")
    expect(control.get_by_role("button", name=re.compile("Start de klok"))).to_be_visible()

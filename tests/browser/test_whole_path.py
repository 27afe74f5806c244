"""From a program nobody used yet to the priority chart: a coach, a printed poster, six phones."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from flask import Flask
from PIL import Image
from playwright.sync_api import Page

from survey_app.workspaces.doors import setup_link
from tests.browsing import Live

pytestmark = pytest.mark.browser

DESK = {"width": 1440, "height": 900}
SECRET = "een zin die niemand raadt 7"
CODE = "products_missing"


@pytest.fixture
def coach(app: Flask, live: Live, visit: Callable[..., Page]) -> Page:
    """The first owner, who followed the link that a first start prints."""
    page = visit(viewport=DESK)
    link = setup_link(app)
    assert link is not None
    page.goto(live.url + link.removeprefix(app.config["BASE_URL"]))
    page.get_by_label("Uw naam").fill("Coach")
    page.get_by_label("Uw e-mailadres").fill("coach@dorp.example")
    page.get_by_label("Kies een wachtwoord").fill(SECRET)
    page.get_by_label("Nog eens het wachtwoord").fill(SECRET)
    page.get_by_label("Naam van uw organisatie").fill("Dorpen")
    page.locator("main button.main").click()
    return page


def test_a_stranger_reaches_a_priority_chart_from_nothing(
    coach: Page, live: Live, visit: Callable[..., Page], tmp_path: Path
) -> None:
    begin_a_survey(coach)
    publish_with_a_channel(coach)
    address = scanned(coach, tmp_path)
    for number in range(12):
        answer(visit(java_script_enabled=number % 2 == 0), address, live, bread=number < 7)

    coach.get_by_role("link", name="Resultaten").click()

    finding = coach.locator("article.chart h2").first.inner_text()
    assert "Brood" in finding
    assert downloaded(coach, "SVG", tmp_path).read_text("utf-8").count("Brood") >= 1
    assert downloaded(coach, "PNG", tmp_path).read_bytes()[:4] == b"\x89PNG"
    assert "Brood" in downloaded(coach, "CSV", tmp_path).read_text("utf-8")


def begin_a_survey(coach: Page) -> None:
    coach.get_by_label("Dorp").fill("Proefdorp")
    coach.get_by_role("button", name="Begin dit traject").click()
    coach.get_by_role("link", name="Maak een bevraging").click()
    coach.get_by_label("De grote vraag").fill("Wat mist u in Proefdorp?")
    coach.get_by_role("button", name="Kies vragen").click()
    coach.goto(f"{coach.url}?bank=products")
    offer = coach.locator("li.offer", has=coach.locator(f"input[value={CODE}]"))
    offer.get_by_role("button").click()


def publish_with_a_channel(coach: Page) -> None:
    coach.get_by_role("link", name="Publiceer").click()
    coach.get_by_role("button", name="Publiceer nu").click()
    coach.get_by_role("link", name="Maak het eerste kanaal").click()
    coach.get_by_label("Naam van het kanaal").fill("Schoolpoort")
    coach.get_by_role("button", name="Open dit kanaal").click()


def scanned(coach: Page, folder: Path) -> str:
    """Print the poster and read its code as a phone would."""
    address = coach.get_by_role("link", name="Affiche A4").get_attribute("href")
    poster = folder / "poster.pdf"
    poster.write_bytes(coach.request.get(f"{origin(coach)}{address}").body())
    subprocess.run(
        ["pdftoppm", "-r", "100", "-png", "-singlefile", poster, folder / "poster"], check=True
    )
    [found] = zxingcpp.read_barcodes(Image.open(folder / "poster.png"))
    return found.text


def origin(page: Page) -> str:
    return "/".join(page.url.split("/")[:3])


def answer(phone: Page, address: str, live: Live, *, bread: bool) -> None:
    assert address == address.upper()
    assert address.startswith(f"{live.url}/s/".upper())
    phone.goto(address)
    phone.locator("label.row").nth(0 if bread else 1).click()
    for _step in range(2):
        phone.wait_for_timeout(350)
        phone.locator(".forward").click()
    phone.wait_for_selector("section.thanks")


def downloaded(coach: Page, name: str, folder: Path) -> Path:
    with coach.expect_download() as found:
        coach.locator(".downloads a", has_text=name).first.click()
    path = folder / found.value.suggested_filename
    found.value.save_as(path)
    return path

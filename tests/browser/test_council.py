"""The committee of Lummen votes, by name and in secret: from an empty list to the minutes.

A chair, a secretary and 23 members: three with a phone of their own (one without JavaScript), one
through the clerk, one on paper, the others as fast as phones can send. No screen may break a rule
of WCAG, and none may tell a choice before the chair publishes.
"""

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page
from pypdf import PdfReader

from survey_app.workspaces.doors import setup_link
from tests.browsing import Live
from tests.council import Council

pytestmark = pytest.mark.browser

DESK = {"width": 1440, "height": 900}
WALL = {"width": 1920, "height": 1080}
SECRET = "een zin die niemand raadt 7"
MEMBERS = 23
FIXED, MOBILE = "Vaste plus-plek", "Mobiele plus-plek"
LIST = "naam;fractie;plaats;functie\nGriffie;;;secretaris\n" + "\n".join(
    f"Lid {n};Fractie {'AB'[n % 2]};{n};{'voorzitter' if n == 1 else ''}"
    for n in range(1, MEMBERS + 1)
)


@pytest.fixture
def council(app: Flask, live: Live, visit: Callable[..., Page], tmp_path: Path) -> Council:
    """The staff has signed in and made a village; the wall waits for its address."""
    desk = visit(viewport=DESK, bypass_csp=True)
    link = setup_link(app)
    assert link is not None
    desk.goto(live.url + link.removeprefix(app.config["BASE_URL"]))
    desk.get_by_label("Uw naam").fill("Coach")
    desk.get_by_label("Uw e-mailadres").fill("coach@dorp.example")
    desk.get_by_label("Kies een wachtwoord").fill(SECRET)
    desk.get_by_label("Nog eens het wachtwoord").fill(SECRET)
    desk.get_by_label("Naam van uw organisatie").fill("Dorpen")
    desk.locator("main button.main").click()
    desk.get_by_label("Dorp").fill("Lummen")
    desk.get_by_role("button", name="Begin dit traject").click()
    return Council(live, desk, visit(viewport=WALL, bypass_csp=True), tmp_path)


def test_the_committee_of_lummen_votes_by_name_and_in_secret(
    council: Council, visit: Callable[..., Page]
) -> None:
    prepare(council)
    gather(council)
    named(council, visit)
    sealed(council, visit)
    words = council.wall.locator(".root").inner_text().partition(":")[2].strip()
    told = recounted(council)
    meeting = council.desk.url.split("/chair")[0]
    look_around(council, visit, meeting)
    minutes = text_of(council.desk.request.get(f"{meeting}/secretary/minutes.pdf").body())

    assert "Controlewoorden: " + words in told
    assert words in minutes
    assert "Met 6 stemmen voor Mobiele plus-plek en 16 stemmen voor Vaste plus-plek." in minutes
    assert "Met 13 stemmen voor Kandidaat A en 9 stemmen voor Kandidaat B." in minutes
    assert "Adviserend, geen besluit" in minutes
    assert not council.faults


def prepare(council: Council) -> None:
    """The meeting, its members, its two votes and the printed cards."""
    desk = council.desk
    council.go("Nieuwe vergadering")
    desk.get_by_label("Naam van de vergadering").fill("Stemming over de plus-plek")
    desk.get_by_label("Wie vergadert er?").fill("Raadscommissie Lummen")
    desk.get_by_label("Dag").fill("2026-05-20")
    council.look(desk)
    council.press("Maak de vergadering")
    council.go("Naar de leden")
    desk.get_by_label("Plak de lijst").fill(LIST)
    council.look(desk)
    council.press("Lees in")
    council.go("Stemming over de plus-plek")
    council.go("Nieuwe stemming")
    write_motion(council, "Welke plus-plek kiest Lummen?", (MOBILE, FIXED))
    council.go("Nieuwe stemming")
    desk.get_by_label("Geheime stemming").check()
    desk.get_by_label("Personen").check()
    write_motion(council, "Wie zit de werkgroep voor?", ("Kandidaat A", "Kandidaat B"))
    council.look(desk)
    council.go("Naar de stemkaarten")
    council.look(desk)
    addresses = council.scanned(council.posted("/cards/print.pdf", which="without"))
    assert len(set(addresses)) == MEMBERS
    council.cards = [address.lower() for address in addresses]


def write_motion(council: Council, title: str, options: tuple[str, str]) -> None:
    desk = council.desk
    desk.get_by_label("De vraag of het voorstel").fill(title)
    for place, option in enumerate(options):
        desk.locator(f"#options-{place}-title").fill(option)
        desk.locator(f"#options-{place}-arguments_for").fill("Dicht bij de mensen")
    council.press("Zet op de agenda")


def gather(council: Council) -> None:
    """Everybody is there but the last one; the wall shows the meeting."""
    desk = council.desk
    desk.goto(desk.url.split("/cards")[0])
    wall = desk.locator("a[href^='/projector/']").get_attribute("href")
    council.wall.goto(f"{council.live.url}{wall}")
    council.go("Secretaris")
    council.press("Alle verwachte leden zijn er")
    desk.locator("tr", has_text="Lid 23").get_by_role("button", name="verontschuldigd").click()
    council.look(desk, council.wall)
    council.go("Voorzitter")
    council.look(desk)
    council.space("Begin de vergadering")


def named(council: Council, visit: Callable[..., Page]) -> None:
    """By name: phones, one of them without JavaScript, and one member through the clerk."""
    desk = council.desk
    council.space("Open de stemming")
    for member, scripts in ((0, True), (1, False), (2, True)):
        phone = visit(java_script_enabled=scripts, bypass_csp=True)
        by_phone(council, phone, member, FIXED, look=scripts)
    by_clerk(council, "Lid 4", FIXED)
    for member in range(4, 22):
        council.vote(member, MOBILE if member < 10 else FIXED)
    council.wall.locator("[data-cast]", has_text="22").wait_for()
    council.look(council.wall, desk)
    council.no_choice_is_told()
    council.space("Laatste oproep")
    council.space("Sluit de stemming")
    council.press("Tel de stemmen")
    council.no_choice_is_told()
    council.look(desk)
    council.press("Maak de uitslag bekend")
    council.wall.locator("h1", has_text="De commissie kiest: Vaste plus-plek").wait_for()
    council.look(council.wall, desk)


def by_phone(council: Council, phone: Page, member: int, option: str, *, look: bool) -> None:
    """Scan, read the arguments, choose, confirm in words, see the receipt, look once more."""
    phone.goto(council.cards[member])
    pages = [phone] if look else []
    phone.get_by_text("Argumenten").first.click()
    council.look(*pages)
    phone.locator("section.option", has_text=option).get_by_role("button", name="Kies deze").click()
    assert option in phone.locator(".chosen-card").inner_text()
    council.look(*pages)
    phone.get_by_role("button", name="Bevestig mijn stem").click()
    receipt = phone.locator("meta[name=receipt]").get_attribute("content")
    council.look(*pages)
    phone.goto(council.cards[member])
    assert phone.locator("meta[name=receipt]").get_attribute("content") == receipt


def by_clerk(council: Council, name: str, option: str) -> None:
    desk = council.desk
    council.go("Secretaris")
    exactly = re.compile(rf"^{name}\b")
    row = desk.locator("tr", has=desk.get_by_role("rowheader", name=exactly))
    row.get_by_role("combobox").select_option(label=option)
    row.get_by_role("button", name="Voer in").click()
    council.look(desk)
    council.go("Voorzitter")


def sealed(council: Council, visit: Callable[..., Page]) -> None:
    """In secret: both key cards, one member on paper, nobody's choice on any screen."""
    desk = council.desk
    council.go("Volgende: Wie zit de werkgroep voor?")
    keys = council.scanned(council.posted("/keys.pdf"))
    chair, secretary = keys[0], keys[2]
    assert keys == [chair, chair, secretary, secretary]
    desk.reload()
    council.press("Open de stemming")
    by_phone(council, visit(bypass_csp=True), 0, "Kandidaat A", look=True)
    council.go("Secretaris")
    desk.locator("tr", has_text="Lid 22").get_by_role("button", name="Stemt op papier").click()
    council.look(desk)
    council.go("Voorzitter")
    for member in range(1, 21):
        council.vote(member, "Kandidaat A" if member < 12 else "Kandidaat B")
    council.no_choice_is_told()
    council.space("Laatste oproep")
    council.press("Sluit de stemming")
    desk.get_by_label("Sleutel van de voorzitter").fill(chair)
    desk.get_by_label("Sleutel van de secretaris").fill(chair)
    desk.get_by_label("Kandidaat A").fill("1")
    council.press("Open de stembus en tel")
    assert "Deze sleutels openen de stembus niet" in desk.get_by_role("alert").inner_text()
    council.look(desk)
    desk.get_by_label("Sleutel van de secretaris").fill(secretary)
    council.press("Open de stembus en tel")
    desk.get_by_text("Alleen u ziet dit").wait_for()
    council.no_choice_is_told()
    council.press("Maak de uitslag bekend")
    council.wall.locator("h1", has_text="De commissie kiest: Kandidaat A").wait_for()
    council.look(council.wall)


def look_around(council: Council, visit: Callable[..., Page], meeting: str) -> None:
    """Every other page of the vote, on the screen it is made for."""
    desk, phone = council.desk, visit(bypass_csp=True)
    public = desk.request.get(meeting).text().split('href="/u/')[1][:6]
    for page in ("", "/members", "/members/1", "/motions/new", "/cards", "/edit", "/delete"):
        desk.goto(meeting + page)
        council.look(desk)
    for address in (f"/u/{public}", f"/u/{public}/natellen", "/v", "/v?tablet=1"):
        phone.goto(council.live.url + address)
        council.look(phone)
    phone.get_by_label("Code").fill("ABCDE23456")
    phone.get_by_role("button", name="Ga verder").click()
    council.look(phone)
    phone.goto(council.cards[5])
    council.look(phone)
    wall = visit(viewport={"width": 1024, "height": 768}, bypass_csp=True)
    wall.goto(f"{council.wall.url}?theme=night")
    council.look(wall)


def recounted(council: Council) -> str:
    """Take the file outside the project and count it with nothing but Python."""
    desk = council.desk
    page = desk.get_by_role("link", name="Uitslag voor iedereen").get_attribute("href")
    answer = desk.request.get(f"{council.live.url}{page}/stembus.zip")
    (council.folder / "stembus.zip").write_bytes(answer.body())
    with zipfile.ZipFile(io.BytesIO(answer.body())) as held:
        (council.folder / "natellen.py").write_bytes(held.read("natellen.py"))
    done = subprocess.run(
        [sys.executable, "-I", "natellen.py", "stembus.zip"],
        cwd=council.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())

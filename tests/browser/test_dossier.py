"""A coach makes a dossier, the steering group opens it, the village reads what came of it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page

from survey_app.workspaces.doors import setup_link
from tests.asking import Asked, ask, send
from tests.browser.test_access import broken
from tests.browsing import Live
from tests.survey_app.reports.conftest import AGE, IDEA, SHOP

pytestmark = pytest.mark.browser

DESK = {"width": 1440, "height": 900}
SECRET = "een zin die niemand raadt 7"


@pytest.fixture
def village(app: Flask) -> Asked:
    """A village whose people answered; the coach comes into its organisation below."""
    asked = ask(app, [SHOP, AGE, IDEA])
    client = app.test_client()
    for number in range(36):
        said = [("missing", "bakery" if number % 3 else "bus"), ("age", "old")]
        assert send(client, asked, [*said, ("idea", "Meer banken")]).status_code == 200
    return asked


@pytest.fixture
def coach(village: Asked, app: Flask, live: Live, visit: Callable[..., Page]) -> Page:
    """The first owner, made a member of the village's organisation."""
    page = visit(viewport=DESK, bypass_csp=True, accept_downloads=True)
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


def test_from_the_first_chart_to_what_the_village_reads(
    coach: Page, village: Asked, live: Live, visit: Callable[..., Page], tmp_path: Path
) -> None:
    join(village)
    desk = f"{live.url}/desk/dorp-k7p2qx/projects/plus-plek-lafelt"
    coach.goto(f"{desk}/dossier")
    faults = broken(coach)
    coach.get_by_role("button", name="Maak het dossier").click()
    told = coach.locator(".told").inner_text()
    pin = re.search(r"(\d{3}) (\d{3})", told)
    assert pin, told
    faults += broken(coach)
    link = coach.get_by_label("Link voor de stuurgroep").input_value()
    for page in ("texts", "charts", "words", "quotes", "promises"):
        coach.goto(f"{desk}/dossier/{page}")
        faults += broken(coach)

    faults += past_the_pin(visit, live.url + "/d/" + link.rpartition("/d/")[2], pin[1] + pin[2])
    coach.goto(f"{desk}/dossier")
    coach.get_by_role("button", name="Leg vast zoals het nu is").click()
    coach.get_by_role("button", name="Toon op de dorpspagina").click()
    resident = visit(bypass_csp=True)
    resident.goto(f"{live.url}/p/plus-plek-lafelt")
    assert "op 100" in resident.locator("main").inner_text()
    faults += broken(resident)
    resident.get_by_role("link", name="Eenvoudig").click()
    assert resident.locator("html").get_attribute("lang") == "nl-x-easy"
    faults += broken(resident)

    faults += named_themes(coach, f"{live.url}/desk/dorp-k7p2qx/surveys/1/open-answers")
    for page in ("surveys/1/results", "surveys/1/people", "network"):
        coach.goto(f"{live.url}/desk/dorp-k7p2qx/{page}")
        faults += broken(coach)

    assert not faults


def named_themes(coach: Page, address: str) -> list[str]:
    """The coach reads what the machine proposes and names it; what axe finds on the way."""
    coach.goto(address)
    coach.get_by_text("Lees de duidelijkste antwoorden").first.click()
    faults = broken(coach)
    for name in coach.locator("[name=name]").all():
        name.fill("Banken om te rusten")
    coach.get_by_role("button", name="Bewaar de thema’s").click()
    coach.get_by_role("heading", name="Banken om te rusten").wait_for()
    return faults + broken(coach)


def past_the_pin(visit: Callable[..., Page], address: str, pin: str) -> list[str]:
    """A member of the steering group mistypes once, then reads; what axe finds on the way."""
    member = visit(viewport={"width": 1024, "height": 768}, bypass_csp=True)
    member.goto(address)
    faults = broken(member)
    for typed in ("000 000", pin):
        member.get_by_label("Pincode").fill(typed)
        member.get_by_role("button", name="Open het dossier").click()
        faults += broken(member)
    assert "Een bakker" in member.get_by_role("heading", level=1).inner_text()
    member.get_by_role("link", name="Français").click()
    assert member.locator("html").get_attribute("lang") == "fr"
    return faults + broken(member)


def join(village: Asked) -> None:
    """Make the coach an owner where the village's survey lives."""
    from survey_app.core.writer import write  # noqa: PLC0415 — only this step writes by hand
    from survey_app.workspaces.models import Membership  # noqa: PLC0415 — as above

    with village.app.app_context():
        write(
            lambda session: session.add(
                Membership(workspace_id=village.workspace_id, user_id=1, role="owner")
            )
        )


def test_village_page_needs_no_script(
    coach: Page, village: Asked, live: Live, visit: Callable[..., Page]
) -> None:
    join(village)
    coach.goto(f"{live.url}/desk/dorp-k7p2qx/projects/plus-plek-lafelt/dossier")
    coach.get_by_role("button", name="Maak het dossier").click()
    coach.get_by_role("button", name="Leg vast zoals het nu is").click()
    coach.get_by_role("button", name="Toon op de dorpspagina").click()

    page = visit(java_script_enabled=False, viewport={"width": 320, "height": 560})
    page.goto(f"{live.url}/p/plus-plek-lafelt")

    assert page.get_by_role("heading", name="Wat zei het dorp?").is_visible()
    page.get_by_text("Alle cijfers in een tabel").first.click()
    assert page.locator("table").first.is_visible()

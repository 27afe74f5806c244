"""A tablet that many people share: everybody begins clean, and nobody is lost without a line."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TABLET = {"viewport": {"width": 768, "height": 1024}, "has_touch": True}


@pytest.fixture
def tablet(resident):
    """The tablet on its stand: ``tablet("?pin=1234")``."""

    def on_its_stand(more: str = "", **options: object):
        return resident(**(TABLET | options)).open(f"/stand{more}")

    return on_its_stand


def begin(somebody) -> None:
    somebody.page.locator(".huge[data-begin]").click()
    expect(somebody.page.locator("section.question:visible")).to_have_count(1)


def finish(somebody) -> None:
    for _heading in somebody.walk():
        pass
    somebody.next()
    somebody.page.wait_for_selector("section.thanks")


def next_person(somebody) -> None:
    somebody.page.get_by_text("Volgende persoon").click()
    expect(somebody.page.locator("[data-stand]")).to_be_visible()


def test_two_people_one_after_the_other(tablet, asked) -> None:
    somebody = tablet()
    begin(somebody)
    somebody.tap("Bakker")
    finish(somebody)
    code_shown = somebody.page.locator(".receipt").count()
    next_person(somebody)
    expect(somebody.page.locator(".today > span").first).to_have_text("1 antwoord vandaag")
    begin(somebody)
    clean = somebody.question.locator("input:checked").count()
    somebody.tap("Fietsherstel")
    finish(somebody)

    assert code_shown == 0
    assert clean == 0
    kept = [response.answers["missing"]["value"] for response in asked.kept()]
    assert sorted(kept) == [["bakery"], ["bike"]]
    assert {response.mode for response in asked.kept()} == {"assisted"}
    assert somebody.page.evaluate("localStorage.length") == 0


def test_back_finds_nothing_of_the_person_before(tablet) -> None:
    somebody = tablet()
    begin(somebody)
    somebody.tap("Bakker")
    somebody.next()
    next_shown = somebody.heading
    somebody.page.evaluate("history.length")
    finish(somebody)
    next_person(somebody)

    somebody.page.go_back()
    somebody.page.go_forward()
    begin(somebody)

    assert next_shown == "Hoe voelt u zich in uw dorp?"
    assert somebody.question.locator("input:checked").count() == 0


def test_back_finds_nothing_without_scripts(tablet, asked) -> None:
    somebody = tablet(java_script_enabled=False)
    somebody.page.locator(".huge[data-begin]").click()
    somebody.tap("Bakker")
    finish(somebody)
    somebody.page.get_by_text("Volgende persoon").click()
    somebody.page.locator(".huge[data-begin]").click()

    assert asked.only().mode == "assisted"
    assert somebody.question.locator("input:checked").count() == 0


def test_idle_warns_after_a_minute_then_wipes(tablet) -> None:
    somebody = tablet()
    somebody.page.clock.install()
    somebody.page.reload()
    begin(somebody)
    somebody.tap("Bakker")

    somebody.page.clock.run_for(59_000)
    quiet = somebody.page.locator(".idle").count()
    somebody.page.clock.run_for(2_000)
    warned = somebody.page.locator(".idle").inner_text()
    somebody.page.clock.run_for(21_000)

    assert quiet == 0
    assert "Bent u er nog?" in warned
    expect(somebody.page.locator("[data-stand]")).to_be_visible()
    begin(somebody)
    assert somebody.question.locator("input:checked").count() == 0


def test_idle_goes_on_when_somebody_is_there(tablet) -> None:
    somebody = tablet()
    somebody.page.clock.install()
    somebody.page.reload()
    begin(somebody)
    somebody.tap("Bakker")

    somebody.page.clock.run_for(61_000)
    somebody.page.get_by_role("button", name="Ja, ik ga verder").click()
    somebody.page.clock.run_for(30_000)

    assert somebody.page.locator(".idle").count() == 0
    assert somebody.question.locator("input:checked").get_attribute("value") == "bakery"


def test_without_a_line_answers_wait_and_go_later_once(tablet, asked) -> None:
    somebody = tablet(strict=False)
    somebody.page.wait_for_load_state("networkidle")
    somebody.page.context.set_offline(True)
    for what in ("Bakker", "Fietsherstel"):
        begin(somebody)
        somebody.tap(what)
        finish(somebody)
        next_person(somebody)
    waiting = somebody.page.locator("#waiting").inner_text()
    before = len(asked.kept())

    somebody.page.context.set_offline(False)
    expect(somebody.page.locator("#waiting")).to_have_text("")

    kept = [response.answers["missing"]["value"] for response in asked.kept()]
    assert (waiting, before) == ("2 wachten op verzending", 0)
    assert sorted(kept) == [["bakery"], ["bike"]]


def test_way_out_asks_the_code(tablet) -> None:
    somebody = tablet("?pin=4711")
    address = somebody.page.url
    somebody.page.get_by_role("button", name="Begeleider").click()
    field = somebody.page.get_by_label("Code van de begeleider").last
    field.fill("0000")
    somebody.page.get_by_role("button", name="Stop de stand").click()
    told = somebody.page.locator(".idle .problem").inner_text()
    field.fill("4711")
    somebody.page.get_by_role("button", name="Stop de stand").click()
    somebody.page.wait_for_url(f"{somebody.live.url}/**")
    expect(somebody.page.locator("[data-stand]")).to_have_count(0)

    assert "pin" not in address
    assert told == "Deze code klopt niet."


def test_facilitator_chooses_a_code_and_only_that_stops_the_stand(tablet) -> None:
    somebody = tablet()
    page = somebody.page
    page.get_by_role("button", name="Begeleider").click()
    heading = page.locator(".idle h2").inner_text()
    page.locator(".idle input").fill("12")
    page.get_by_role("button", name="Zet de stand vast").click()
    told = page.locator(".idle .problem").inner_text()
    page.locator(".idle input").fill("2580")
    page.get_by_role("button", name="Zet de stand vast").click()
    page.get_by_role("button", name="Begeleider").click()
    page.locator(".idle input").fill("2580")
    page.get_by_role("button", name="Stop de stand").click()

    expect(page.locator("[data-stand]")).to_have_count(0)
    assert heading == "Kies een code voor de begeleider"
    assert told == "Typ vier cijfers, zoals 2580."


def test_without_a_code_residents_cannot_lock_anybody_in(tablet) -> None:
    somebody = tablet()
    guide = somebody.page.get_by_role("button", name="Begeleider")
    before = guide.is_visible()
    begin(somebody)
    finish(somebody)
    next_person(somebody)

    assert before
    assert not guide.is_visible()


def test_language_of_the_stand_begins_in_it(tablet) -> None:
    somebody = tablet()

    somebody.page.get_by_role("link", name="العربية").click()

    expect(somebody.page.locator("html")).to_have_attribute("dir", "rtl")
    assert replace(somebody).heading == "ماذا تفتقد في قريتك؟"

"""Whatever happens between the scan and the receipt, nothing typed is lost and one row is kept."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.browsing import Live
from tests.programs import KEY

pytestmark = pytest.mark.browser

OFFLINE = "Uw antwoorden staan veilig op dit toestel."


def test_offline_in_the_middle_then_online_keeps_one_row(resident, asked) -> None:
    somebody = resident(strict=False).open()
    somebody.tap("Bakker")
    somebody.page.context.set_offline(True)
    expect(somebody.page.locator(".offline")).to_contain_text(OFFLINE)
    somebody.go_to("Kloppen uw antwoorden?")
    somebody.next()
    expect(somebody.page.locator(".offline")).to_be_visible()
    before = len(asked.kept())

    somebody.page.context.set_offline(False)
    receipt = somebody.receipt()

    assert before == 0
    assert len(receipt) == 12
    assert asked.only().answers["missing"]["value"] == ["bakery"]


def test_closed_and_opened_again_while_offline_keeps_the_answers(resident, asked) -> None:
    somebody = resident(strict=False).open()
    somebody.tap("Bakker")
    somebody.next()
    somebody.tap("Heel goed")

    somebody.open()

    assert somebody.heading == "Hoe voelt u zich in uw dorp?"
    assert somebody.question.locator("input:checked").get_attribute("value") == "5"
    assert (
        "Uw antwoorden van daarnet staan er nog." in somebody.page.locator("#restored").inner_text()
    )


def test_begin_again_forgets(resident) -> None:
    somebody = resident().open()
    somebody.tap("Bakker")
    somebody.open()

    somebody.page.locator("#forget").click()
    expect(somebody.page.locator("input:checked")).to_have_count(0)

    assert somebody.heading == "Wat mist u in uw dorp?"


def test_draft_is_gone_after_sending(resident) -> None:
    somebody = resident().open()
    somebody.tap("Bakker")
    somebody.go_to("Kloppen uw antwoorden?")
    somebody.next()
    somebody.receipt()

    held = somebody.page.evaluate("Object.keys(localStorage)")
    somebody.open()

    assert held == []
    assert somebody.question.locator("input:checked").count() == 0


def test_restart_with_a_new_key_asks_one_more_press(resident, served: Live, asked) -> None:
    somebody = resident(strict=False).open()
    somebody.tap("Bakker")
    restart(served, key="another-key-of-the-tests-that-nobody-guesses-99")

    somebody.go_to("Kloppen uw antwoorden?")
    somebody.next()
    expect(somebody.page.locator(".notice[role=alert]")).to_contain_text(
        "De pagina stond lang open."
    )
    somebody.page.locator(".forward").click()
    receipt = somebody.receipt()

    restart(served, key=KEY)
    assert receipt
    assert asked.only().answers["missing"]["value"] == ["bakery"]


def restart(served: Live, *, key: str) -> None:
    served.stop()
    served.settings["DORPSSTEM_SECRET_KEY"] = key
    served.start()


def test_double_tap_never_skips_a_question(resident) -> None:
    somebody = resident().open()
    somebody.page.wait_for_timeout(400)

    somebody.page.locator(".forward").dblclick(delay=20)

    assert somebody.heading == "Hoe voelt u zich in uw dorp?"


def test_double_tap_on_send_keeps_one_row(resident, asked) -> None:
    somebody = resident().open()
    somebody.go_to("Kloppen uw antwoorden?")
    somebody.page.wait_for_timeout(400)

    somebody.page.locator(".forward").dblclick(delay=20)
    somebody.receipt()

    assert asked.only()


def test_double_tap_without_scripts_keeps_one_row(resident, asked) -> None:
    somebody = resident(java_script_enabled=False).open()
    somebody.go_to("Kloppen uw antwoorden?")

    somebody.page.locator(".forward").dblclick(delay=20)
    somebody.receipt()

    assert asked.only()


def test_two_tabs_send_one_response_and_the_second_asks(resident, asked) -> None:
    first = resident().open()
    first.tap("Bakker")
    second = replace(first, page=first.page.context.new_page()).open()
    second.tap("Fietsherstel")
    first.go_to("Kloppen uw antwoorden?")
    first.next()
    receipt = first.receipt()

    second.go_to("Kloppen uw antwoorden?")
    second.next()
    expect(second.page.locator(".forward")).to_contain_text("Vervang mijn antwoorden")
    kept_first = asked.only().answers["missing"]["value"]
    second.page.locator(".forward").click()

    assert kept_first == ["bakery"]
    assert second.receipt() == receipt
    assert asked.only().answers["missing"]["value"] == ["bakery", "bike"]


def test_storage_that_throws_stops_nobody(resident, asked) -> None:
    somebody = resident()
    somebody.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    )
    somebody.open()
    somebody.tap("Bakker")
    somebody.go_to("Kloppen uw antwoorden?")
    somebody.next()

    assert somebody.receipt()
    assert asked.only().answers["missing"]["value"] == ["bakery"]


def test_browser_back_goes_one_question_back(resident) -> None:
    somebody = resident().open()
    somebody.tap("Bakker")
    somebody.next()
    somebody.next()

    somebody.page.go_back()
    once = somebody.heading
    somebody.page.go_back()

    assert once == "Hoe voelt u zich in uw dorp?"
    assert somebody.heading == "Wat mist u in uw dorp?"
    assert somebody.question.locator("input:checked").get_attribute("value") == "bakery"


def test_browser_back_without_scripts_keeps_answers(resident, asked) -> None:
    somebody = resident(java_script_enabled=False).open()
    somebody.tap("Bakker")
    somebody.next()
    somebody.page.locator(".back").click()

    assert somebody.question.locator("input:checked").get_attribute("value") == "bakery"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_language_switch_keeps_answers(resident, asked, scripts) -> None:
    somebody = resident(java_script_enabled=scripts).open()
    somebody.tap("Bakker")
    somebody.next()

    somebody.page.locator("#languages summary").click()
    somebody.page.get_by_role("button", name="العربية").click()
    expect(somebody.page.locator("html")).to_have_attribute("dir", "rtl")
    heading = somebody.heading
    somebody.page.wait_for_timeout(400)
    somebody.page.locator(".back").click()

    assert heading == "كيف تشعر في قريتك؟"
    assert somebody.question.locator("input:checked").get_attribute("value") == "bakery"


def test_easy_words_are_one_tap_away(resident) -> None:
    somebody = resident().open()

    somebody.page.get_by_role("button", name="Eenvoudig").click()
    expect(somebody.page.locator("h1:visible")).to_have_text("Wat is er niet in uw dorp?")

    assert somebody.page.locator("[aria-pressed=true]").inner_text() == "Eenvoudig"


def test_closed_meanwhile_shows_what_was_typed(resident, asked) -> None:
    somebody = resident(strict=False).open()
    somebody.tap("Bakker")
    asked.change(state="closed", closed_on=None)
    somebody.go_to("Kloppen uw antwoorden?")
    somebody.next()

    somebody.page.wait_for_selector("section.thanks")
    assert somebody.heading == "Deze bevraging is gesloten."
    assert "Bakker" in somebody.page.locator(".summary").inner_text()

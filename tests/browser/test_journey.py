"""From the scanned code to the receipt, on every kind of screen, with and without scripts."""

import pytest

from tests.asking import EVERY_TYPE

pytestmark = pytest.mark.browser

PATTERNS = {
    "missing": "bakery+meet",
    "feeling": "4",
    "shop": "?",
    "outside": "never",
    "why": None,
    "first": "picnic>bench",
    "share": "bench=7+play=3+petanque=0",
    "important": "bread=5+talk=?",
    "age": "78",
    "picture": "play",
    "visit": "2026-05-20",
}
SCREENS = {
    "phone": {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True},
    "narrow": {"viewport": {"width": 320, "height": 568}},
    "tablet": {"viewport": {"width": 768, "height": 1024}, "has_touch": True},
    "lying": {"viewport": {"width": 640, "height": 360}},
}


def kept(asked) -> dict[str, str | None]:
    return {code: answer.get("pattern") for code, answer in asked.only().answers.items()}


def answer_everything(resident, *, scripts: bool) -> None:
    resident.tap("Bakker")
    resident.tap("Ontmoetingsplek")
    resident.next()
    resident.tap("Goed")
    resident.question.get_by_label("Goed", exact=True).check()
    resident.next()
    resident.tap("Weet ik niet")
    resident.next()
    resident.tap("Nooit")
    resident.next()
    resident.question.locator("textarea").fill("Ik heb geen vervoer.")
    resident.next()
    rank(resident, scripts=scripts)
    resident.next()
    divide(resident, scripts=scripts)
    resident.next()
    cards = resident.question.locator(".card")
    cards.nth(0).get_by_label("Heel belangrijk", exact=True).check()
    cards.nth(1).get_by_label("Weet ik niet").check()
    resident.next()
    resident.question.locator("input[type=text]").fill("78")
    resident.next()
    resident.tap("Speeltuin")
    resident.next()
    resident.question.locator("input[type=text]").fill("20/5/2026")
    resident.next()
    resident.next()


def rank(resident, *, scripts: bool) -> None:
    if scripts:
        resident.question.get_by_role("button", name="Picknickplek", exact=True).click()
        resident.question.locator(".tap", has_text="Bank onder de boom").click()
    else:
        resident.question.get_by_label("Picknickplek").select_option("1")
        resident.question.get_by_label("Bank onder de boom").select_option("2")


def divide(resident, *, scripts: bool) -> None:
    if scripts:
        for what, times in (("Bank onder de boom", 7), ("Speeltuin", 3)):
            for _ in range(times):
                resident.question.get_by_role("button", name=f"Eén punt meer voor {what}").click()
    else:
        resident.question.get_by_label("Bank onder de boom").fill("7")
        resident.question.get_by_label("Speeltuin").fill("3")


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS.keys())
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_whole_journey(resident, asked, screen, scripts) -> None:
    somebody = resident(java_script_enabled=scripts, **screen).open()

    answer_everything(somebody, scripts=scripts)
    summary = somebody.heading
    somebody.next()
    receipt = somebody.receipt()

    assert summary == "Kloppen uw antwoorden?"
    assert len(receipt) == 12
    assert kept(asked) == PATTERNS
    assert asked.only().answers["why"]["value"] == "Ik heb geen vervoer."
    assert somebody.page.context.cookies() == []


def test_first_answer_takes_two_taps(resident, asked) -> None:
    somebody = resident().open()

    somebody.tap("Bakker")
    somebody.next()

    assert somebody.heading == "Hoe voelt u zich in uw dorp?"


def test_twice_as_large_text_never_scrolls_sideways(resident) -> None:
    somebody = resident(viewport={"width": 360, "height": 640}).open()
    somebody.page.evaluate("document.documentElement.style.fontSize = '200%'")

    for _heading in somebody.walk():
        fits(somebody.page)


def fits(page) -> None:
    wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1], page.locator("h1:visible").inner_text()


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_narrowest_phone_never_scrolls_sideways(resident, language, scripts) -> None:
    narrow = {"width": 320, "height": 568}
    somebody = resident(viewport=narrow, java_script_enabled=scripts).open(f"?lang={language}")

    for _heading in somebody.walk():
        fits(somebody.page)
    somebody.next()
    somebody.receipt()
    fits(somebody.page)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_targets_are_large_enough_for_a_thumb(resident, scripts) -> None:
    somebody = resident(java_script_enabled=scripts).open()

    small = {heading: small_targets(somebody.page) for heading in somebody.walk()}
    somebody.next()
    somebody.receipt()

    assert not {heading: found for heading, found in small.items() if found}
    assert not small_targets(somebody.page)


TARGETS = "button:not(.unseen):visible, a:not(.skip):visible, label.row:visible, select:visible"


def small_targets(page) -> list[str]:
    found: list[str] = []
    for target in page.locator(TARGETS).all():
        box = target.bounding_box()
        if box and box["width"] > 2 and box["height"] < 43.9:
            found.append(f"{target.inner_text()[:30]!r} {box['width']:.0f}x{box['height']:.0f}")
    return found


def test_arabic_journey_reads_from_the_right(resident, asked) -> None:
    somebody = resident().open("?lang=ar")
    box = somebody.question.locator(".row .picture").first.bounding_box()

    somebody.tap("مخبز")
    assert len(list(somebody.walk())) == len(EVERY_TYPE)
    somebody.next()
    receipt = somebody.receipt()

    assert box and box["x"] > 180
    assert receipt
    assert kept(asked)["missing"] == "bakery"
    assert asked.only().language == "ar"


def test_keyboard_alone_is_enough(resident, asked) -> None:
    somebody = resident().open()
    press = somebody.page.keyboard.press

    def until(selector: str) -> None:
        for _ in range(60):
            if somebody.page.evaluate("s => document.activeElement?.matches(s)", selector):
                return
            press("Tab")
        raise AssertionError(f"the tab key never reaches {selector} on '{somebody.heading}'")

    until("[value=bakery]")
    press("Space")
    until(".forward")
    somebody.page.wait_for_timeout(320)
    press("Enter")
    until("[name=feeling]")
    press("Space")
    chosen = somebody.question.locator("input:checked").get_attribute("value")
    for _ in range(3):
        until(".forward")
        somebody.page.wait_for_timeout(320)
        press("Enter")
    assert somebody.heading == "Wat vindt u het belangrijkst?"
    until(".tap")
    press("Enter")
    until(".forward")
    somebody.page.wait_for_timeout(320)
    press("Enter")
    until("[aria-label^='Eén punt meer']")
    for _ in range(10):
        press("Enter")
    somebody.go_to("Kloppen uw antwoorden?")
    until(".forward")
    somebody.page.wait_for_timeout(320)
    press("Enter")
    somebody.receipt()

    held = kept(asked)
    assert held["missing"] == "bakery"
    assert held["feeling"] == chosen
    assert held["first"] == "bench"
    assert held["share"] == "bench=10+play=0+petanque=0"


def test_focus_goes_to_each_new_question(resident) -> None:
    somebody = resident().open()

    somebody.next()

    focused = somebody.page.evaluate("document.activeElement.textContent.trim()")
    assert focused == "Hoe voelt u zich in uw dorp?"


def test_ranking_moves_by_arrows_and_says_so(resident, asked) -> None:
    somebody = resident().open()
    somebody.go_to("Wat vindt u het belangrijkst?")
    for what in ("Speeltuin", "Petanquebaan", "Picknickplek", "Bank onder de boom"):
        somebody.question.locator(".tap", has_text=what).click()

    somebody.question.get_by_role("button", name="Picknickplek omhoog").click()
    said = somebody.question.locator("[role=status].unseen").inner_text()
    focus = somebody.page.evaluate("document.activeElement.getAttribute('aria-label')")
    somebody.question.get_by_role("button", name="Speeltuin omlaag").click()
    somebody.question.locator(".tap", has_text="Petanquebaan").click()
    somebody.go_to("Kloppen uw antwoorden?")
    somebody.next()
    somebody.receipt()

    assert said == "Picknickplek, nu plaats 2 van 3"
    assert focus == "Picknickplek omhoog"
    assert kept(asked)["first"] == "picnic>play"


def test_points_can_never_be_too_many(resident, asked) -> None:
    somebody = resident().open()
    somebody.go_to("Verdeel tien punten.")
    more = somebody.question.get_by_role("button", name="Eén punt meer voor Speeltuin")
    for _ in range(4):
        more.click()
    somebody.next()
    told = somebody.question.locator(".problem").inner_text()
    left = somebody.question.locator(".pot").inner_text()
    for _ in range(6):
        more.click()

    assert told == "Verdeel eerst alle punten, of neem ze allemaal weg."
    assert left == "Nog 6 punten"
    assert more.is_disabled()
    assert somebody.question.locator(".pot").inner_text() == "Alle punten gegeven"


def test_at_most_three_is_told_at_the_fourth(resident) -> None:
    somebody = resident().open()
    for what in ("Bakker", "Ontmoetingsplek", "Fietsherstel", "Digitale hulp"):
        somebody.tap(what)

    assert somebody.question.locator("input:checked").count() == 3
    assert somebody.question.locator(".problem").inner_text() == "Kies hoogstens 3 antwoorden."


def test_nothing_and_do_not_know_stand_alone(resident) -> None:
    somebody = resident().open()
    somebody.tap("Bakker")
    somebody.tap("Ik mis niets")
    alone = somebody.question.locator("input:checked").evaluate_all("a => a.map(c => c.value)")
    somebody.tap("Weet ik niet")
    unsure = somebody.question.locator("input:checked").evaluate_all("a => a.map(c => c.value)")
    somebody.tap("Bakker")
    back = somebody.question.locator("input:checked").evaluate_all("a => a.map(c => c.value)")

    assert (alone, unsure, back) == (["nothing"], ["__dont_know"], ["bakery"])


def test_second_tap_takes_a_choice_back(resident) -> None:
    somebody = resident().open()
    somebody.next()
    somebody.tap("Heel goed")
    somebody.tap("Heel goed")

    assert somebody.question.locator("input:checked").count() == 0


def test_wrong_number_and_wrong_day_are_told_at_once(resident) -> None:
    somebody = resident().open()
    somebody.go_to("Hoe oud bent u?")
    field = somebody.question.locator("input[type=text]")
    field.fill("200")
    somebody.next()
    number = somebody.question.locator(".problem").inner_text()
    field.fill("")
    somebody.go_to("Wanneer komt u langs?")
    day = somebody.question.locator("input[type=text]")
    day.fill("31/2/2026")
    somebody.next()
    no_day = somebody.question.locator(".problem").inner_text()
    day.fill("1/1/1999")
    somebody.next()
    out = somebody.question.locator(".problem").inner_text()

    assert number == "Schrijf een getal van 0 tot 120."
    assert no_day == "Schrijf een datum zoals 20/05/2026."
    assert out == "Schrijf een datum van 01/01/2026 tot 31/12/2026."


def test_summary_leads_back_to_each_answer(resident, asked) -> None:
    somebody = resident().open()
    somebody.tap("Bakker")
    somebody.go_to("Kloppen uw antwoorden?")

    somebody.page.get_by_role("button", name="Verander Hoe vaak komt u buiten?").click()
    somebody.tap("Nooit")
    somebody.next()

    assert somebody.heading == "Waarom niet?"
    assert somebody.question.locator(".progress").inner_text().startswith("Vraag 5 van 11")


def test_own_words_beside_other_appear_with_it(resident, asked) -> None:
    somebody = resident().open()
    beside = somebody.question.locator(".beside")
    before = beside.is_visible()
    somebody.tap("Iets anders")
    somebody.question.get_by_label("Wat dan? Schrijf het hier.").fill("Een kapper")
    somebody.go_to("Kloppen uw antwoorden?")
    somebody.next()
    somebody.receipt()

    assert not before
    assert asked.only().answers["missing"]["other"] == "Een kapper"

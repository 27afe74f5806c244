"""From the scanned code to the receipt, on every kind of screen, with and without scripts."""

import pytest

from tests.questions import EVERY_TYPE

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
    somebody.page.locator(".code").evaluate("node => { node.textContent = 'WWWW MMMM WWWW' }")
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

    assert box
    assert box["x"] > 180
    assert receipt
    assert kept(asked)["missing"] == "bakery"
    assert asked.only().language == "ar"


def test_keyboard_alone_is_enough(resident, asked) -> None:
    somebody = resident().open()

    by_key(somebody, "[value=bakery]", "Space")
    onward_by_key(somebody)
    by_key(somebody, "[name=feeling]", "Space")
    chosen = somebody.question.locator("input:checked").get_attribute("value")
    for _ in range(3):
        onward_by_key(somebody)
    assert somebody.heading == "Wat vindt u het belangrijkst?"
    by_key(somebody, ".tap", "Enter")
    onward_by_key(somebody)
    by_key(somebody, "[aria-label^='Eén punt meer']", *["Enter"] * 10)
    somebody.go_to("Kloppen uw antwoorden?")
    onward_by_key(somebody)
    somebody.receipt()

    held = kept(asked)
    assert held["missing"] == "bakery"
    assert held["feeling"] == chosen
    assert held["first"] == "bench"
    assert held["share"] == "bench=10+play=0+petanque=0"


def by_key(somebody, selector: str, *keys: str) -> None:
    """Tab until the focus is there, then press these keys."""
    for _ in range(60):
        if somebody.page.evaluate("s => document.activeElement?.matches(s)", selector):
            break
        somebody.page.keyboard.press("Tab")
    else:
        raise AssertionError(f"the tab key never reaches {selector} on '{somebody.heading}'")
    for key in keys:
        somebody.page.keyboard.press(key)


def onward_by_key(somebody) -> None:
    somebody.page.wait_for_timeout(320)
    by_key(somebody, ".forward", "Enter")


def test_focus_goes_to_each_new_question(resident) -> None:
    somebody = resident().open()

    somebody.next()

    focused = somebody.page.evaluate("document.activeElement.textContent.trim()")
    assert focused == "Hoe voelt u zich in uw dorp?"


def test_summary_leads_back_to_each_answer(resident, asked) -> None:
    somebody = resident().open()
    somebody.tap("Bakker")
    somebody.go_to("Kloppen uw antwoorden?")

    somebody.page.get_by_role("button", name="Verander Hoe vaak komt u buiten?").click()
    somebody.tap("Nooit")
    somebody.next()

    assert somebody.heading == "Waarom niet?"
    assert somebody.question.locator(".progress").inner_text().startswith("Vraag 5 van 11")

"""Each kind of question under a thumb: order, points, limits, wrong numbers, own words."""

import pytest

pytestmark = pytest.mark.browser


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
    assert asked.only().answers["first"]["pattern"] == "picnic>play"


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

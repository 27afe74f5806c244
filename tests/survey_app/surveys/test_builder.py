"""The page where a questionnaire is made: every button, every mistake, nothing typed lost."""

import re

import pytest

from question_banks.loader import load_library
from tests.asking import heading_of
from tests.survey_app.surveys.drafts import HOME, PLACE, draft, press, questions, revision

MISSING, WHY = "products_missing", "meeting_why_not"
OWN = {"question": "Komt u met de fiets?", "type": "choice", "options": "Ja\nNee\n\n Soms "}


def codes(web) -> list[str]:
    return list(draft(web).by_code)


def test_survey_without_a_title_is_not_made(desk) -> None:
    response = desk.post(f"{HOME}projects/plus-plek-lafelt/surveys/new", data={"title": " "})

    assert response.status_code == 200
    assert heading_of(response) == "Nieuwe bevraging"


@pytest.mark.parametrize("words", ["", "brood", "BROOD", "zzzz", "\x00", "%", "x" * 500])
@pytest.mark.parametrize("bank", ["", "products", "own", "nowhere"])
def test_bank_is_searched_by_any_words(desk, words, bank) -> None:
    response = desk.get(PLACE, query_string={"q": words, "bank": bank})

    assert response.status_code == 200


def test_question_of_the_bank_is_picked_once(desk, web) -> None:
    code = questions()[0]

    press(desk, web, "/items", code=code)
    again = press(desk, web, "/items", code=code)

    assert codes(web) == [code]
    assert "Dit kan niet met deze vraag." in desk.get(again.location).text


def test_question_that_does_not_exist_is_told(desk, web) -> None:
    response = press(desk, web, "/items", code="no_such_question")

    assert "Deze vraag bestaat niet meer." in desk.get(response.location).text
    assert codes(web) == []


def test_questions_move_and_go(desk, web, two) -> None:
    first, second = two

    press(desk, web, f"/items/{second}/move", way="up")
    assert codes(web) == [second, first]
    press(desk, web, f"/items/{second}/remove")
    assert codes(web) == [first]


@pytest.mark.parametrize("address", ["/items/nowhere/move", "/items/nowhere/remove"])
def test_button_of_a_question_that_is_gone_breaks_nothing(desk, web, two, address) -> None:
    response = press(desk, web, address, way="up")

    assert response.status_code == 302
    assert codes(web) == list(two)


def test_parts_are_made_named_and_joined(desk, web, two) -> None:
    press(desk, web, "/sections", title="Over u")
    press(desk, web, f"/items/{two[1]}/move", way="down")
    assert [len(part.items) for part in draft(web).sections] == [1, 1]

    press(desk, web, "/sections/part2", title="Over uzelf")
    assert "Over uzelf" in desk.get(PLACE).text
    press(desk, web, "/sections/part2", go="remove")
    assert [len(part.items) for part in draft(web).sections] == [2]


def test_other_words_keep_the_code(desk, web, two) -> None:
    press(desk, web, f"/items/{two[0]}", **{"text.nl": "Wat ontbreekt er bij u?"})

    item = draft(web).item(two[0])
    assert item.text.wording("nl").text == "Wat ontbreekt er bij u?"
    assert item.text.wording("fr").text == load_library().items[two[0]].text.wording("fr").text


def test_answer_is_added_and_taken_away(desk, web, two) -> None:
    gone = draft(web).item(two[0]).offered()[0]

    press(
        desk, web, f"/items/{two[0]}",
        **{f"options.{gone}.keep": "no", "options.new": "Een bakfiets\n\n=1+1"},
    )  # fmt: skip

    offered = draft(web).item(two[0]).offered()
    assert gone not in offered
    assert {"een_bakfiets", "x_1_1"} <= set(offered)


def test_question_is_asked_of_some_and_again_of_all(desk, web, two) -> None:
    first, second = two
    option = draft(web).item(first).offered()[0]

    press(desk, web, f"/items/{second}", show_if=f"{first}:{option}")
    assert draft(web).item(second).show_if.has == option
    assert "selected" in chosen(desk, second, f"{first}:{option}")
    press(desk, web, f"/items/{second}", show_if="")
    assert draft(web).item(second).show_if is None


def chosen(desk, code: str, value: str) -> str:
    page = desk.get(f"{PLACE}/items/{code}").text
    return re.search(rf'<option value="{re.escape(value)}"[^>]*>', page)[0]


@pytest.mark.parametrize("rule", ["nowhere:", "nowhere:x", ":", "<<<", "\x00:\x00", "self:"])
def test_condition_that_means_nothing_is_told_and_changes_nothing(desk, web, two, rule) -> None:
    before = draft(web)

    response = press(desk, web, f"/items/{two[1]}", show_if=rule)

    assert response.status_code == 200
    assert draft(web) == before


def test_condition_of_several_parts_stays_when_words_change(desk, web) -> None:
    several = next(i for i in load_library().items.values() if i.show_if and not i.show_if.item)
    for code in (*several.show_if.items(), several.code):
        press(desk, web, "/items", code=code)

    page = desk.get(f"{PLACE}/items/{several.code}").text
    held = re.search(r'<option value="(=)" selected>', page)
    press(desk, web, f"/items/{several.code}", **{"text.nl": "Waarom niet?", "show_if": held[1]})

    assert draft(web).item(several.code).show_if == several.show_if
    assert draft(web).item(several.code).text.wording("nl").text == "Waarom niet?"


def test_two_coaches_at_once_lose_nothing_they_typed(desk, web, two) -> None:
    old = revision(web)
    press(desk, web, "/sections", title="Over u")

    response = desk.post(
        f"{PLACE}/items/{two[0]}", data={"revision": old, "text.nl": "Mijn lange zin"}
    )

    assert "Intussen is de vragenlijst veranderd." in response.text
    assert "Mijn lange zin" in response.text
    assert draft(web).item(two[0]).text.wording("nl").text != "Mijn lange zin"
    fresh = re.search(r'name="revision" value="(\d+)"', response.text)[1]
    desk.post(f"{PLACE}/items/{two[0]}", data={"revision": fresh, "text.nl": "Mijn lange zin"})
    assert draft(web).item(two[0]).text.wording("nl").text == "Mijn lange zin"


@pytest.mark.parametrize("kind", ["choice", "multiple", "rating", "matrix", "ranking", "points"])
def test_own_question_of_any_kind_is_added(desk, web, kind) -> None:
    press(desk, web, "/own", **(OWN | {"type": kind}))

    item = draft(web).item("own_komt_u_met_de_fiets")
    assert item.type == kind
    if kind != "rating":
        assert item.offered()[:2] == ("ja", "nee")


@pytest.mark.parametrize(
    "sent",
    [
        {"question": ""},
        {"question": " \x00 "},
        {"type": "nonsense"},
        {"options": "Ja"},
        {"type": "matrix", "options": ""},
        {"type": "rating", "scale": "nonsense"},
    ],
)
def test_own_question_that_lacks_something_is_told_and_kept(desk, web, sent) -> None:
    response = press(desk, web, "/own", **(OWN | sent))

    assert response.status_code == 200
    assert "Schrijf een vraag." in response.text
    assert codes(web) == []
    if "question" not in sent:
        assert "Komt u met de fiets?" in response.text


def test_own_question_goes_to_the_own_bank_on_request(desk, web) -> None:
    press(desk, web, "/own", **OWN)
    assert "Komt u met de fiets?" not in offers(desk)

    press(desk, web, "/own", **(OWN | {"question": "Komt u te voet?", "keep": "yes"}))
    assert "Komt u te voet?" in offers(desk)


def offers(desk) -> str:
    return desk.get(PLACE, query_string={"bank": "own"}).text.split('class="sheet"')[0]

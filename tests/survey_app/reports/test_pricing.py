"""A budget in the dossier: prices typed, kept, refused with a sentence, and what they buy."""

import re

import pytest

from survey_app.reports.rules import euros_in
from tests.asking import Asked, ask
from tests.survey_app.reports.conftest import AGE, DOSSIER, IDEA, SHOP

BUDGET = {"kind": "budget", "survey": "1", "item": "missing"}
GOOD = {"budget": "€ 1.500", "cost.bakery": "1000", "cost.bus": "500", "cost.bench": ""}


@pytest.fixture
def village(web, owner) -> Asked:
    """The village of these tests, whose people may also miss something else, or nothing."""
    other = {"code": "else", "text": "Iets anders", "other": True}
    nothing = {"code": "nothing", "text": "Ik mis niets", "exclusive": True}
    options = [*SHOP["options"], other, nothing]
    return ask(web, [{**SHOP, "options": options}, AGE, IDEA])


@pytest.fixture
def priced(made, desk) -> str:
    """The address of the prices of a budget that was just put in the dossier."""
    told = desk.post(f"{DOSSIER}/charts", data=BUDGET)
    assert re.search(r"/parts/\d+/prices$", told.location)
    return told.location


def test_new_budget_leads_to_its_prices(priced, desk) -> None:
    page = desk.get(priced)

    assert "Hoeveel euro is er samen?" in page.text
    assert "Een bakker" in page.text
    assert "Budget: geef de prijzen" in desk.get(DOSSIER).text


def test_prices_make_the_chart(priced, desk) -> None:
    desk.post(priced, data=GOOD)

    page = desk.get(f"{DOSSIER}/view")
    assert "Beide regels kopen hetzelfde pakket" in page.text
    assert "€\xa01.500" in page.text
    assert 'value="1000"' in desk.get(priced).text


def test_budget_stands_in_the_list_as_taken_after_its_prices(priced, desk) -> None:
    before = desk.get(f"{DOSSIER}/charts").text.count("staat erin")
    desk.post(priced, data=GOOD)

    assert desk.get(f"{DOSSIER}/charts").text.count("staat erin") == before


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"budget": "veel"}, "Schrijf hele euro’s, zoals 1500."),
        ({"budget": ""}, "Hoeveel is er te besteden?"),
        ({"budget": "0"}, "Hoeveel is er te besteden?"),
        ({"cost.bus": "-3"}, "Schrijf hele euro’s, zoals 1500."),
        ({"cost.bus": "12,50"}, "Schrijf hele euro’s, zoals 1500."),
        ({"cost.bus": "9" * 15}, "Schrijf hele euro’s, zoals 1500."),
        ({"cost.bakery": "", "cost.bus": "0"}, "Geef minstens één keuze een prijs."),
    ],
)
def test_what_cannot_be_read_is_given_back_with_what_to_do(priced, desk, wrong, told) -> None:
    page = desk.post(priced, data={**GOOD, **wrong})

    assert page.status_code == 422
    assert told in page.text
    assert all(f'value="{text}"' in page.text for text in wrong.values() if text)


def test_other_words_and_nothing_are_not_for_sale(priced, desk) -> None:
    page = desk.get(priced)

    assert page.text.count('name="cost.') == 3
    assert "Iets anders" not in page.text
    assert "Ik mis niets" not in page.text


def test_only_a_budget_has_prices(made, desk) -> None:
    assert desk.get(f"{DOSSIER}/parts/1/prices").status_code == 404
    assert desk.get(f"{DOSSIER}/parts/999/prices").status_code == 404


@pytest.mark.parametrize(
    ("typed", "euros"),
    [
        ("1500", 1500), ("1.500", 1500), ("€ 1 500", 1500), ("1.250.000", 1_250_000), ("", 0),
        (" ", 0), ("1.5", None), ("1,5", None), ("x", None), ("٣", None), ("1\x00", None),
    ],
)  # fmt: skip
def test_euros_are_read_as_people_type_them(typed, euros) -> None:
    assert euros_in(typed) == euros

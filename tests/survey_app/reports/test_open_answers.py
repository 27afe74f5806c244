"""Themes of open answers: proposed, read, named, merged, kept, and shown in the dossier."""

import re

import pytest

from survey_app.core.daily import run_daily
from survey_app.core.db import db
from survey_app.reports.models import Naming
from tests.survey_app.reports.conftest import DOSSIER, WORKSPACE
from tests.survey_app.reports.test_dossier import actions

PAGE = f"{WORKSPACE}/surveys/1/open-answers"
ABOUT_BUSES = ("De bus rijdt te weinig", "Een bus op zondag naar de stad", "De bus stopt niet meer")
ABOUT_BREAD = ("Vers brood van een bakker", "Een bakker met brood", "Waar koop ik nog brood")


@pytest.fixture
def told(answer):
    """Thirty people wrote about buses and bread."""
    for text in ABOUT_BUSES + ABOUT_BREAD:
        answer(5, idea=text)


def form_of(page) -> dict[str, object]:
    """What the page's form would send as it stands."""
    stamp = re.search(r'name="stamp" value="(\w+)"', page.text)
    assert stamp, page.text
    return {"stamp": stamp[1], "name": re.findall(r'name="name"[^>]* value="([^"]*)"', page.text)}


def save(desk, *names: str, page: str = PAGE, **more: str):
    sent = form_of(desk.get(page))
    every = [*names, *[names[-1]] * len(sent["name"])][: len(sent["name"])]
    return desk.post(page, data={**sent, "name": every, **more}, follow_redirects=True)


def kept(village) -> Naming | None:
    with village.app.app_context():
        found = db.session.query(Naming).one_or_none()
        return found and found.themes


def test_page_of_few_answers_says_to_read_them(village, desk, answer) -> None:
    answer(6, idea="Meer banken")

    page = desk.get(PAGE)

    assert "Nog te weinig antwoorden voor thema’s" in page.text
    assert "Meer banken" not in page.text


def test_machine_proposes_themes_with_their_words_and_numbers(desk, told) -> None:
    page = desk.get(PAGE)

    assert re.search(r"<legend>.*\bbus\b.*antwoorden", page.text)
    assert re.search(r"<legend>.*\bbrood\b.*antwoorden", page.text)
    assert "De bus rijdt te weinig</label>" in page.text


def test_results_lead_to_the_open_answers(desk, told) -> None:
    assert f'href="{PAGE}"' in desk.get(f"{WORKSPACE}/surveys/1/results").text


@pytest.mark.usefixtures("database_url")
def test_themes_of_one_name_become_one_and_are_kept(desk, told, village) -> None:
    page = save(desk, "Wat ontbreekt")

    assert "De thema’s zijn bewaard." in page.text
    [theme] = kept(village)["themes"]
    assert theme["name"] == "Wat ontbreekt"
    assert theme["n"] + kept(village)["rest"] == 30
    assert actions(village)[-1] == "themes.named"


def test_answer_is_put_elsewhere_with_all_that_say_the_same(desk, told, village) -> None:
    first = re.search(r'name="place\.(\d+)"', desk.get(PAGE).text)
    assert first

    save(desk, "Een", "Twee", "Drie", **{f"place.{first[1]}": "none"})

    assert kept(village)["rest"] == 5


def test_named_themes_are_renamed_without_reading_again(desk, told, village) -> None:
    save(desk, "Bus", "Brood")
    before = {one["n"] for one in kept(village)["themes"]}

    page = save(desk, "De bus <b>", "De bakker")

    assert {one["n"] for one in kept(village)["themes"]} == before
    assert "De bus &lt;b&gt;" in page.text


def test_a_few_answers_more_do_not_move_what_was_told(desk, told, answer, village) -> None:
    save(desk, "Bus", "Brood")
    answer(4, idea="De bus rijdt te weinig")

    page = desk.get(f"{PAGE}?again=yes")
    save(desk, "Bus", "Brood", page=f"{PAGE}?again=yes")

    assert "Er kwamen pas enkele antwoorden bij" in page.text
    assert kept(village)["n"] == 30
    answer(1, idea="De bus rijdt te weinig")
    save(desk, "Bus", "Brood", page=f"{PAGE}?again=yes")
    assert kept(village)["n"] == 35


def test_names_typed_while_answers_came_in_are_not_lost(desk, told, answer, village) -> None:
    sent = form_of(desk.get(PAGE))
    answer(1, idea="Een bakker met brood")

    page = desk.post(PAGE, data={**sent, "name": ["Het brood"] * len(sent["name"])})

    assert page.status_code == 422
    assert "Intussen veranderden de antwoorden" in page.text
    assert 'value="Het brood"' in page.text
    assert kept(village) is None


def test_a_name_too_long_is_given_back(desk, told) -> None:
    page = save(desk, "x" * 90)

    assert page.status_code == 422
    assert "korter" in page.text
    assert "x" * 90 in page.text


def test_named_themes_stand_in_the_dossier_without_an_answer(made, desk, told) -> None:
    save(desk, "De bus", "Het brood")
    sent = {"kind": "themes", "survey": "1", "item": "idea"}

    desk.post(f"{DOSSIER}/charts", data=sent)

    page = desk.get(f"{DOSSIER}/view")
    assert "Het brood" in page.text
    assert "Waar koop ik nog brood" not in page.text


def test_themes_are_offered_once_they_have_a_name(made, desk, told) -> None:
    before = desk.get(f"{DOSSIER}/charts").text
    save(desk, "De bus", "Het brood")

    assert "Thema’s in de open antwoorden" not in before
    assert "Thema’s in de open antwoorden" in desk.get(f"{DOSSIER}/charts").text


def test_quotes_of_one_question_begin_here(made, desk, told) -> None:
    page = desk.get(f"{DOSSIER}/quotes?survey=1&item=idea")

    assert "Waar koop ik nog brood" in page.text
    assert "Waar koop ik" not in desk.get(f"{DOSSIER}/quotes?survey=1&item=other").text


def test_somebodys_name_is_no_theme(desk, told, answer) -> None:
    answer(20, idea="Vraag het aan mevrouw Zonderland")

    assert "zonderland" not in "".join(re.findall(r"<legend>.*?</legend>", desk.get(PAGE).text))


def test_chart_is_downloaded(desk, told) -> None:
    assert desk.get(f"{PAGE}/idea.csv").status_code == 404
    save(desk, "De bus", "Het brood")

    with desk.get(f"{PAGE}/idea.csv") as file:
        assert "De bus" in file.text


@pytest.mark.usefixtures("database_url")
def test_themes_are_forgotten_with_the_answers(desk, told, village) -> None:
    save(desk, "De bus", "Het brood")

    village.change(retention_until=village.app.config["NOW"].date().replace(day=1))
    run_daily(village.app)

    assert kept(village) is None

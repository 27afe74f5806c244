"""A survey's life at the desk: settings, publish, close, reopen, copy, delete."""

import pytest

from tests.survey_app.surveys.drafts import PLACE, draft, press


def test_languages_words_and_the_day_of_forgetting_are_set(desk, web) -> None:
    response = press(
        desk, web, "/settings",
        **{
            "title.nl": "Wat mist u in Lafelt?", "title.fr": "Que manque-t-il ?",
            "language.fr": "yes", "add_language": "ar", "retention_until": "2027-01-01",
        },
    )  # fmt: skip

    assert response.status_code == 302
    assert draft(web).languages == ("nl", "fr", "ar")
    assert draft(web).title.wording("fr").text == "Que manque-t-il ?"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"title.nl": ""}, "Geef de bevraging een titel."),
        ({"retention_until": ""}, "Kies de dag waarop de antwoorden gewist worden."),
        ({"retention_until": "2020-01-01"}, "Kies een dag in de toekomst"),
        ({"retention_until": "31/12/2027"}, "Kies de dag waarop"),
    ],
)
def test_settings_that_cannot_be_are_told_and_kept(desk, web, sent, words) -> None:
    whole = {"title.nl": "Mijn titel", "retention_until": "2027-01-01", "next_steps.nl": "Straks."}

    response = press(desk, web, "/settings", **(whole | sent))

    assert words in response.text
    assert "Straks." in response.text


def test_draft_without_questions_is_not_published(desk, web) -> None:
    response = press(desk, web, "/publish")

    assert "Kies eerst minstens één vraag." in desk.get(response.location).text


def test_survey_goes_from_draft_to_open_to_closed_and_back(desk, web, two) -> None:
    press(desk, web, "/publish")
    assert "gepubliceerd" in desk.get(f"{PLACE}/collectors").text
    assert "Er is niets veranderd" in desk.get(f"{PLACE}/publish").text
    press(desk, web, "/close")
    assert "gesloten" in desk.get(f"{PLACE}/collectors").text
    press(desk, web, "/reopen")
    assert ">open<" in desk.get(f"{PLACE}/collectors").text


def test_change_after_publishing_is_told_before_it_is_published(desk, web, two) -> None:
    press(desk, web, "/publish")
    press(desk, web, f"/items/{two[0]}", **{"text.nl": "Wat ontbreekt er?"})
    press(desk, web, f"/items/{two[1]}/move", way="up")

    page = desk.get(f"{PLACE}/publish").text

    assert "Andere woorden." in page
    assert "volgorde" in page
    assert "Publiceer nu" in page


def test_copy_has_the_questions_and_no_answers(desk, web, two) -> None:
    response = desk.post(f"{PLACE}/copy", data={"project": "plus-plek-lafelt", "title": "Nog eens"})

    assert response.location.endswith("/surveys/2")
    assert "Nog eens" in desk.get(response.location).text


def test_survey_is_deleted_only_when_somebody_is_sure(desk, web, two) -> None:
    press(desk, web, "/delete")
    assert desk.get(PLACE).status_code == 200

    press(desk, web, "/delete", sure="yes")
    assert desk.get(PLACE).status_code == 404


@pytest.mark.parametrize(
    "page", ["", "/own", "/publish", "/settings", "/copy", "/delete", "/preview", "/collectors"]
)
def test_survey_of_another_organisation_is_not_there(desk, elsewhere, client_of, page) -> None:
    stranger = client_of(elsewhere)

    assert stranger.get(f"/desk/buren/surveys/1{page}").status_code == 404
    assert stranger.get(f"{PLACE}{page}").status_code == 404

"""What a resident reads: the first question at once, kind words at a shut door, nothing lost."""

import re
from datetime import timedelta

import pytest

from question_banks.text import Text
from survey_app.core.errors import BusyError
from survey_app.surveys import service
from tests.asking import DAY, ask, heading_of, post, pressed_again, receipt_of, send
from tests.questions import EVERY_ANSWER, EVERY_TYPE

ANSWER = [("outside", "never"), ("why", "Ik heb geen vervoer.")]
TYPED = "Ik heb geen vervoer."


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def test_first_question_is_there_at_once(client, asked) -> None:
    response = client.get("/s/K7P2QX")

    assert response.status_code == 200
    assert heading_of(response) == "Wat mist u in uw dorp?"
    assert "Vraag 1 van 10" in text_of(response)


def test_printed_address_is_read_in_any_case(client, asked) -> None:
    assert client.get("/S/k7p2qx", follow_redirects=True).status_code == 200


def test_unknown_code_says_what_to_do(client, asked) -> None:
    response = client.get("/s/ZZZZZZ")

    assert response.status_code == 404
    assert "Typte u een code?" in response.text


def test_whole_questionnaire_comes_in_one_response(client, asked) -> None:
    page = client.get("/s/K7P2QX").text

    assert re.findall(r'<section class="question[^>]*data-item="(\w+)"', page) == [
        item["code"] for item in EVERY_TYPE
    ]


def test_walk_without_scripts_shows_each_question_of_the_path(client, asked) -> None:
    form = asked.form(go="next", at="missing", mode="self")
    answers = dict(EVERY_ANSWER) | {"outside": "daily"}
    seen, at = ["missing"], "missing"
    while at != "@check" and len(seen) < 20:
        mine = [(n, v) for n, v in answers.items() if n.partition(".")[0] in seen and n != "why"]
        response = post(client, [*asked.form(go="next", at=at), *mine])
        at = re.search(r'name="at" value="([^"]+)"', response.text)[1]
        seen.append(at)

    assert seen == [i["code"] for i in EVERY_TYPE if i["code"] != "why"] + ["@check"]
    assert form


def test_going_back_keeps_what_was_typed(client, asked) -> None:
    response = post(client, [*asked.form(go="back", at="first"), *ANSWER])

    assert heading_of(response) == "Waarom niet?"
    assert TYPED in response.text


def test_mistake_stays_on_its_question_with_its_value(client, asked) -> None:
    response = post(client, [*asked.form(go="next", at="age"), ("age", "tachtig"), *ANSWER])

    assert response.status_code == 422
    assert heading_of(response) == "Hoe oud bent u?"
    assert 'value="tachtig"' in response.text
    assert "Schrijf een getal met cijfers, zoals 12. Bij de vraag “Hoe oud bent u?”" in (
        text_of(response)
    )
    assert TYPED in response.text


def test_going_back_from_a_mistake_is_allowed(client, asked) -> None:
    response = post(client, [*asked.form(go="back", at="age"), ("age", "tachtig")])

    assert heading_of(response) == "Hoe belangrijk is dit voor u?"


def test_sending_with_a_mistake_opens_that_question(client, asked) -> None:
    response = send(client, asked, [*ANSWER, ("age", "999")])

    assert response.status_code == 422
    assert heading_of(response) == "Hoe oud bent u?"
    assert "Schrijf een getal van 0 tot 120." in text_of(response)
    assert asked.kept() == []


def test_date_out_of_range_has_a_sentence_of_its_own(client, asked) -> None:
    response = send(client, asked, [("visit", "1/1/1999")])

    assert "Schrijf een datum van 01/01/2026 tot 31/12/2026." in text_of(response)


def test_summary_reads_every_answer_back(client, asked) -> None:
    response = post(client, [*asked.form(go="next", at="almost"), *EVERY_ANSWER])

    read = re.findall(r"<dd>(.*?)</dd>", response.text, re.DOTALL)
    lines = [" ".join(re.sub(r"<[^>]+>", " ", line).split()) for line in read]
    assert heading_of(response) == "Kloppen uw antwoorden?"
    assert lines == [
        "Bakker Ontmoetingsplek",
        "Goed",
        "Weet ik niet",
        "Nooit",
        "Ik heb geen vervoer.",
        "1. Picknickplek 2. Bank onder de boom",
        "Bank onder de boom: 7 Speeltuin: 3",
        "Brood in het dorp: Heel belangrijk Een plek om te praten: Weet ik niet",
        "78 jaar",
        "Speeltuin",
        "20/05/2026",
    ]


def test_thanks_say_the_receipt_what_comes_next_and_when_all_is_deleted(client, asked) -> None:
    response = send(client, asked, EVERY_ANSWER)

    receipt = receipt_of(response)
    assert len(receipt) == 12
    assert f"{receipt[:4]} {receipt[4:8]} {receipt[8:]}" in text_of(response)
    assert "In januari kiest de stuurgroep." in text_of(response)
    assert "wissen we alle antwoorden" in text_of(response)


SHUT = {
    "not yet": ({"opens_on": DAY + timedelta(days=1)}, "Deze bevraging is nog niet begonnen."),
    "over": ({"closes_on": DAY - timedelta(days=9)}, "Deze bevraging is gesloten."),
    "closed": ({"state": "closed", "closed_on": DAY - timedelta(days=1)}, "gesloten"),
    "full": ({"quota": 1, "taken": 1}, "We hebben genoeg antwoorden. Dank u wel."),
    "draft": ({"state": "draft"}, "Deze bevraging is nog niet begonnen."),
}


@pytest.mark.parametrize(("facts", "words"), SHUT.values(), ids=SHUT.keys())
def test_shut_door_is_told_kindly(client, asked, facts, words) -> None:
    asked.change(**facts)

    response = client.get("/s/K7P2QX")

    assert response.status_code == 200
    assert words in heading_of(response)
    assert "<form" not in response.text


@pytest.mark.parametrize(("facts", "words"), SHUT.values(), ids=SHUT.keys())
def test_shut_door_shows_what_was_typed(client, asked, facts, words) -> None:
    asked.change(**facts)

    response = send(client, asked, [*ANSWER, ("age", "tachtig")])

    assert response.status_code == 410
    assert words in heading_of(response)
    assert TYPED in response.text
    assert "tachtig" in response.text
    assert "Dit is niet verstuurd." in response.text
    assert asked.kept() == []


def test_who_began_before_the_closing_may_still_send(client, asked) -> None:
    form = asked.form(ANSWER)
    asked.act(service.close_survey, today=DAY)

    response = post(client, form)

    assert receipt_of(response)


def test_survey_without_a_version_is_not_begun(client, app) -> None:
    asked = ask(app, published=False)

    response = client.get("/s/K7P2QX")
    posted = post(client, asked.form(ANSWER))

    assert heading_of(response) == "Deze bevraging is nog niet begonnen."
    assert posted.status_code in {404, 410}


def test_language_switch_keeps_answers_and_place(client, asked) -> None:
    response = post(client, [*asked.form(go="lang:ar", at="why"), *ANSWER])

    assert '<html lang="ar" dir="rtl">' in response.text
    assert heading_of(response) == "لماذا لا؟"
    assert TYPED in response.text


def test_own_words_in_a_foreign_page_say_that_they_are_dutch(client, asked) -> None:
    page = client.get("/s/K7P2QX?lang=ar").text

    for words in ("Volgende", "Taal", "Lees voor", "Weet ik niet"):
        found = re.findall(rf"<(\w+)([^>]*)>[^<>]*{words}", page)
        assert found, words
        assert all('lang="nl"' in mark and 'dir="ltr"' in mark for _tag, mark in found), found


def test_own_words_in_a_page_of_their_language_say_nothing(client, asked) -> None:
    assert 'lang="nl" dir="ltr"' not in client.get("/s/K7P2QX?lang=fr").text.replace("Hoe", "")[:0]
    assert '<span lang="nl" dir="ltr">Volgende' not in client.get("/s/K7P2QX").text


def test_unknown_language_falls_back_to_the_first(client, asked) -> None:
    assert '<html lang="nl" dir="ltr">' in client.get("/s/K7P2QX?lang=xx-nothing").text


def test_assisted_visit_stays_assisted_and_keeps_no_draft(client, asked) -> None:
    page = client.get("/s/K7P2QX?mode=assisted").text
    thanks = send(client, asked, ANSWER, mode="assisted")

    assert 'data-draft="no"' in page
    assert "Volgende persoon" in thanks.text
    assert asked.only().mode == "assisted"


def test_assisted_thanks_show_no_receipt_to_the_next_person(client, asked) -> None:
    thanks = send(client, asked, ANSWER, mode="assisted")

    assert receipt_of(thanks)
    assert 'class="receipt"' not in thanks.text


def test_busy_database_keeps_everything(client, asked, app) -> None:
    writer = app.extensions["writer"]

    def busy(_work):
        raise BusyError("the disk is slow")

    writer.write = busy
    response = send(client, asked, ANSWER)
    del writer.write

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "5"
    assert TYPED in response.text
    assert receipt_of(pressed_again(client, response))


def test_required_question_asks_for_an_answer(app, client) -> None:
    asked = ask(app, [{"type": "text", "code": "name", "required": True, "text": {"nl": "Wat?"}}])

    response = send(client, asked)

    assert response.status_code == 422
    assert "Geef een antwoord. Bij de vraag “Wat?”." in text_of(response)


def test_texts_of_people_are_never_markup(client, app) -> None:
    evil = '"><script>alert(1)</script>'
    item = {"type": "text", "code": "name", "text": {"nl": f"Wat? {evil}"}}
    asked = ask(app, [item, {**item, "code": "also", "text": Text({"nl": "Nog iets?"})}])

    pages = [
        client.get("/s/K7P2QX"),
        post(client, [*asked.form(go="next", at="name"), ("name", evil)]),
        post(client, [*asked.form(go="next", at="also"), ("name", evil), ("also", evil)]),
        send(client, asked, [("name", evil), ("also", evil)]),
    ]

    assert all("<script>alert" not in page.text for page in pages)


def test_stand_invites_and_counts_today(client, asked) -> None:
    send(client, asked, ANSWER)

    response = client.get("/s/K7P2QX/stand")

    assert heading_of(response) == "Wat mist u in Lafelt?"
    assert "1 antwoord" in text_of(response)
    assert "mode=assisted" in response.text


@pytest.mark.parametrize(("facts", "words"), SHUT.values(), ids=SHUT.keys())
def test_stand_is_shut_with_its_door(client, asked, facts, words) -> None:
    asked.change(**facts)

    assert words in heading_of(client.get("/s/K7P2QX/stand"))


def test_who_types_the_address_without_a_code_is_asked_for_it(client, asked) -> None:
    page = client.get("/s/")

    assert (page.status_code, heading_of(page)) == (200, "Typ de code")
    assert client.get(f"/s/?code={asked.code.lower()}").location == f"/s/{asked.code}"

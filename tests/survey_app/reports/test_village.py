"""What a village said, for everybody: plain, light, open after the survey closed."""

import brotli
import pytest
from flask.testing import FlaskClient

from tests.asking import send
from tests.survey_app.reports.conftest import DOSSIER, PUBLIC

KB = 1024


@pytest.fixture
def public(made, desk, village):
    """The dossier's first copy, open to all, with a promise."""
    desk.post(f"{DOSSIER}/promises", data={"said": "Brood", "status": "done", "done": "Kom maar."})
    desk.post(f"{DOSSIER}/freeze")
    desk.post(f"{DOSSIER}/public", data={"number": "1"})
    return village


def test_page_says_what_the_village_said_in_plain_words(public) -> None:
    page = public.app.test_client().get(PUBLIC).text

    assert "40 mensen uit Lafelt" in page
    assert "Bovenaan: Een bakker" in page
    assert "75 op 100" in page
    assert "Alle cijfers in een tabel" in page


def test_page_says_what_was_done_with_it(public) -> None:
    page = public.app.test_client().get(PUBLIC).text

    assert "U zei, wij deden" in page
    assert "Kom maar." in page


def test_promise_that_moves_on_shows_without_a_new_copy(public, desk) -> None:
    desk.post(f"{DOSSIER}/promises/1", data={"said": "Brood", "status": "done", "done": "Open!"})

    assert "Open!" in public.app.test_client().get(PUBLIC).text


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("nl", "Wat zei het dorp?"),
        ("fr", "Qu’a dit le village\xa0?"),
        ("de", "Was sagte das Dorf?"),
        ("en", "What did the village say?"),
    ],
)
def test_page_speaks_the_four_languages(public, language, title) -> None:
    page = public.app.test_client().get(f"{PUBLIC}?lang={language}").text

    assert f'<html lang="{language}"' in page
    assert title in page


def test_unknown_language_is_dutch(public) -> None:
    assert '<html lang="nl"' in public.app.test_client().get(f"{PUBLIC}?lang=xx").text


def test_closed_survey_leads_to_what_the_village_said(public) -> None:
    public.change(state="closed")

    page = public.app.test_client().get(f"/s/{public.code}").text

    assert f'href="{PUBLIC}?lang=nl"' in page


def test_closed_survey_of_a_village_that_shows_nothing_has_no_such_link(village) -> None:
    village.change(state="closed")

    assert PUBLIC not in village.app.test_client().get(f"/s/{village.code}").text


def test_chart_of_one_group_is_not_told_as_if_everybody_said_it(made, desk, village) -> None:
    first = desk.get(DOSSIER).text.partition('id="part-')[2].partition('"')[0]
    for part in (first, str(int(first) + 1)):
        desk.post(f"{DOSSIER}/parts/{part}/remove")
    group = {"kind": "item", "survey": "1", "item": "missing", "by": "age", "group": "young"}
    desk.post(f"{DOSSIER}/charts", data=group)
    desk.post(f"{DOSSIER}/freeze")
    desk.post(f"{DOSSIER}/public", data={"number": "1"})

    assert "op 100" not in village.app.test_client().get(PUBLIC).text


def test_thank_you_page_says_where_to_read_it_later(village) -> None:
    page = send(village.app.test_client(), village, [("missing", "bakery")])

    assert f'href="{PUBLIC}?lang=nl"' in page.text


def test_address_may_come_in_capitals(public) -> None:
    assert public.app.test_client().get(PUBLIC.upper()).status_code == 200


def test_village_nobody_knows_is_not_there(public) -> None:
    assert public.app.test_client().get("/p/nergens").status_code == 404


def test_page_stays_when_the_answers_are_gone(public) -> None:
    """Frozen copies hold finished charts; answers, tally and releases are forgotten."""
    app = public.app
    public.change(retention_until=app.config["NOW"].date().replace(day=1))
    app.test_cli_runner().invoke(args=["purge"])

    assert "Bovenaan: Een bakker" in app.test_client().get(PUBLIC).text


def test_first_view_is_light(public) -> None:
    client = FlaskClient(public.app, public.app.response_class)
    light = {"Accept-Encoding": "br"}
    page = client.get(PUBLIC, headers=light)
    html = brotli.decompress(page.data).decode()
    sheet = html.partition('rel="stylesheet" href="')[2].partition('"')[0]

    weight = len(page.data) + len(client.get(sheet, headers=light).data)

    assert weight <= 14 * KB


def test_page_can_be_read_aloud_and_in_easy_words(public) -> None:
    client = public.app.test_client()

    assert 'id="speak"' in client.get(PUBLIC).text
    assert 'href="?lang=nl-x-easy"' in client.get(PUBLIC).text
    assert '<html lang="nl-x-easy"' in client.get(f"{PUBLIC}?lang=nl-x-easy").text

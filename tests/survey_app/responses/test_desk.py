"""The channels of a survey on the desk: who answered where, what hangs on walls, what is tried."""

import re
from datetime import date, timedelta

import pytest

from survey_app.responses.desk import MOST_DAYS, run_of_days
from tests.asking import DAY, Asked, ask, heading_of, send

PLACE = "/desk/dorp-k7p2qx"
FACTS = {"label": "Markt", "kind": "stand", "place": "Kerkplein"}


@pytest.fixture
def village(web, owner) -> Asked:
    return ask(web)


@pytest.fixture
def desk(village, add_person, client_of):
    return client_of(add_person("owner", workspace="dorp-k7p2qx"))


@pytest.fixture
def ways(village) -> str:
    return f"{PLACE}/surveys/{village.survey_id}/collectors"


def figures(page) -> list[tuple[str, str]]:
    """Today and altogether, for each channel on the page."""
    return re.findall(r"<dd>(\d+)</dd><dt>vandaag</dt></div><div><dd>(\d+)", page.text)


def test_channel_says_how_many_answered_today_and_altogether(desk, village, ways) -> None:
    client, app = village.app.test_client(), village.app
    for days in (2, 0, 0):
        app.config["NOW"] = app.config["NOW"].replace(day=DAY.day - days)
        send(client, village)

    assert figures(desk.get(ways)) == [("2", "3")]


def test_new_channel_has_a_code_and_paper_of_its_own(desk, ways) -> None:
    response = desk.post(f"{ways}/new", data=FACTS)
    page = desk.get(response.location)
    (code,) = set(re.findall(r"/s/(\w{6})/poster\.pdf", page.text)) - {"K7P2QX"}

    assert "Het kanaal is open." in page.text
    assert {f"/s/{code}/{name}" for name in ("flyer.pdf", "card.pdf", "paper.pdf", "stand")} <= set(
        re.findall(r'href="([^"]+)"', page.text)
    )
    assert desk.get(f"/s/{code}").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"label": " "}, "Geef het kanaal een naam."),
        ({"opens_on": "2026-06-02", "closes_on": "2026-06-01"}, "De laatste dag valt voor"),
        ({"quota": "0"}, "hoeveel antwoorden"),
        ({"kind": "rocket"}, "Soort"),
    ],
)
def test_mistake_in_a_channel_is_told_and_nothing_typed_is_lost(desk, ways, wrong, words) -> None:
    page = desk.post(f"{ways}/new", data={**FACTS, **wrong})

    assert page.status_code == 200
    assert words in page.text
    assert 'value="Kerkplein"' in page.text


def test_changed_channel_keeps_its_code(desk, village, ways) -> None:
    address = f"{ways}/{village.collector_id}"

    desk.post(address, data={**FACTS, "quota": "3"})
    page = desk.get(ways)

    assert "Markt" in page.text
    assert "van 3" in page.text
    assert "/s/K7P2QX/poster.pdf" in page.text


def test_channel_goes_with_its_answers_and_only_when_sure(desk, village, ways) -> None:
    send(village.app.test_client(), village)
    address = f"{ways}/{village.collector_id}/delete"

    assert desk.post(address).status_code == 200
    assert len(village.kept()) == 1

    desk.post(address, data={"sure": "yes"})
    assert village.kept() == []
    assert "Nog geen kanaal" in desk.get(ways).text


def test_channel_of_another_survey_is_not_there(desk, village, ways) -> None:
    assert desk.get(f"{ways}/9999").status_code == 404


def test_days_run_on_through_quiet_ones() -> None:
    run = run_of_days({DAY: 3, DAY + timedelta(days=3): 1})

    assert [n for _day, n in run] == [3, 0, 0, 1]
    assert run_of_days({}) == []


def test_no_more_days_are_drawn_than_can_be_seen() -> None:
    run = run_of_days({date(2020, 1, 1): 1, DAY: 2})

    assert (len(run), run[-1]) == (MOST_DAYS, (DAY, 2))


@pytest.mark.parametrize("page", ["preview", "preview/stand", "paper.pdf"])
def test_draft_is_tried_as_phone_stand_and_paper(desk, village, page) -> None:
    with desk.get(f"{PLACE}/surveys/{village.survey_id}/{page}") as response:
        assert response.status_code == 200


def test_stand_of_a_draft_leads_to_the_draft(desk, village) -> None:
    page = desk.get(f"{PLACE}/surveys/{village.survey_id}/preview/stand")
    begin = re.findall(r'href="([^"]+)\?mode=assisted"', page.text)

    assert heading_of(page) == "Wat mist u in Lafelt?"
    assert begin == [f"{PLACE}/surveys/{village.survey_id}/preview"]
    assert "stand.js" not in page.text


def test_what_is_tried_is_thrown_away(desk, village) -> None:
    form = dict(village.form([("missing", "bakery")]))
    address = f"{PLACE}/surveys/{village.survey_id}/preview"
    ticket = re.search(r'name="ticket" value="([^"]+)"', desk.get(address).text)
    assert ticket

    page = desk.post(address, data={**form, "ticket": ticket[1]})

    assert page.status_code == 200
    assert village.kept() == []


def test_pages_of_a_survey_stand_beside_each_other(desk, village) -> None:
    base = f"{PLACE}/surveys/{village.survey_id}"

    for page in ("", "/collectors", "/results", "/settings"):
        text = desk.get(base + page).text
        tabs = re.search(r'<nav class="tabs".*?</nav>', text, re.DOTALL)
        assert tabs
        assert re.findall(r'href="([^"]+)"( aria-current="page")?', tabs[0]) == [
            (base + other, ' aria-current="page"' if other == page else "")
            for other in ("", "/collectors", "/results", "/settings")
        ]


def test_village_of_a_survey_is_marked_in_the_column(desk, village) -> None:
    page = desk.get(f"{PLACE}/surveys/{village.survey_id}/collectors").text

    assert f'<a href="{PLACE}/projects/plus-plek-lafelt" aria-current="true">' in page

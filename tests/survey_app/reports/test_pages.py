"""The results of a survey on the desk: what anybody may ask for, and what is said of the demo."""

import pytest

from tests.asking import Asked, ask, send

PLACE = "/desk/dorp-k7p2qx"


@pytest.fixture
def village(web, owner) -> Asked:
    return ask(web)


@pytest.fixture
def desk(village, add_person, client_of):
    return client_of(add_person("coach", workspace="dorp-k7p2qx"))


@pytest.fixture
def answered(village) -> Asked:
    client = village.app.test_client()
    for _number in range(7):
        send(client, village, [("missing", "bakery"), ("outside", "never")])
    return village


@pytest.mark.parametrize("by", ["nothing_like_it", "missing", "\x00", "x" * 300])
def test_results_split_by_nonsense_are_the_results_of_all(answered, desk, by) -> None:
    address = f"{PLACE}/surveys/{answered.survey_id}/results"

    page = desk.get(address, query_string={"by": by})
    with desk.get(f"{address}/missing.csv", query_string={"by": by}) as file:
        told = (file.status_code, file.data)
    with desk.get(f"{address}/missing.csv") as file:
        whole = file.data

    assert page.status_code == 200
    assert told == (200, whole)


@pytest.mark.parametrize(
    "page",
    ["", "/results", "/collectors", "/collectors/new", "/settings", "/publish", "/own", "/copy"],
)
def test_every_page_of_an_invented_survey_says_so(village, desk, page) -> None:
    assert "verzonnen" in desk.get(f"{PLACE}/surveys/{village.survey_id}{page}").text


@pytest.mark.parametrize("page", ["", "/quadrant", "/population", "/edit", "/moments/new"])
def test_every_page_of_an_invented_village_says_so(village, desk, page) -> None:
    assert "verzonnen" in desk.get(f"{PLACE}/projects/plus-plek-lafelt{page}").text


@pytest.mark.parametrize("page", ["", "/stand", "/contact"])
def test_every_page_for_people_of_an_invented_village_says_so(village, page) -> None:
    assert "verzonnen" in village.app.test_client().get(f"/s/{village.code}{page}").text

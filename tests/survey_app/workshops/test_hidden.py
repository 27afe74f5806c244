"""Results stay hidden until they are shown: every way out of the server is searched."""

import json
import re

import pytest

from survey_app.workshops.screens import draw
from tests.gathering import numbers_in

FIXED, MOBILE = 7, 4


@pytest.fixture
def voted(hall):
    """Seven for a fixed place, four for a mobile one, of fourteen people."""
    hall.go("form", "open")
    hall.phones_that_answer(*["fixed"] * FIXED, *["mobile"] * MOBILE)
    for _nobody in range(3):
        hall.phone()
    return hall


def every_public_page(hall) -> dict[str, str]:
    client = hall.app.test_client()
    pages = {
        "projector": client.get(f"/projector/{hall.token}").text,
        "projector snapshot": client.get(f"/projector/{hall.token}/now").text,
        "phone snapshot": client.get(f"/j/{hall.code}/now").text,
        "stranger": client.get(f"/j/{hall.code}").text,
    }
    for place, phone in enumerate((hall.phones[0], hall.phones[-1])):
        pages[f"phone {place}"] = phone.page().text
    return pages


@pytest.mark.parametrize("moves", [(), ("close",)])
def test_no_number_of_an_option_leaves_the_server_before_reveal(voted, moves) -> None:
    for move in moves:
        voted.press(move)

    for name, page in every_public_page(voted).items():
        if not page.startswith("{"):
            assert numbers_in(page) & {FIXED, MOBILE} == set(), name
            assert 'class="length"' not in page, name


def test_stream_says_which_page_there_is_and_nothing_else(voted) -> None:
    with voted.app.app_context():
        for audience in ("phone", "projector", "control"):
            said = draw(str(voted.id), audience)
            assert set(said) <= {"page", "shared"}

    voted.phone().answer({"facilities_form": "fixed"})

    with voted.app.app_context():
        assert draw(str(voted.id), "phone")["page"] == voted.scene().page


def test_phone_hears_nothing_of_votes(voted) -> None:
    with voted.app.app_context():
        before = dict(draw(str(voted.id), "phone"))
    voted.phones_that_answer("mobile")
    with voted.app.app_context():
        assert dict(draw(str(voted.id), "phone")) == before


def test_result_is_on_the_wall_once_it_is_shown(voted) -> None:
    voted.press("close")
    voted.press("reveal")

    wall = voted.app.test_client().get(f"/projector/{voted.token}").text

    assert {FIXED, MOBILE} <= numbers_in(wall)


def test_facilitator_alone_sees_the_count_before(voted, desk) -> None:
    page = desk.get(f"/desk/gilden/workshops/{voted.id}/control").text

    assert "Alleen u ziet dit" in page
    assert {FIXED, MOBILE} <= numbers_in(page)


def test_few_answers_are_shown_to_nobody(hall, desk) -> None:
    hall.go("form", "open")
    hall.phones_that_answer("fixed", "fixed", "fixed", "mobile")
    hall.press("close")
    hall.press("reveal")

    wall = hall.app.test_client().get(f"/projector/{hall.token}").text
    control = desk.get(f"/desk/gilden/workshops/{hall.id}/control").text

    for page in (wall, control):
        assert "Te weinig antwoorden om te tonen" in page
        assert 'class="length"' not in page


def test_open_answers_wait_for_the_facilitator(hall, desk) -> None:
    hall.go("say", "open")
    for n in range(6):
        hall.phone().answer({"pilot_story": f"Verhaal {n} over een onbetamelijk woord"})
    hall.press("close")
    hall.press("reveal")
    client = hall.app.test_client()

    assert "onbetamelijk" not in client.get(f"/projector/{hall.token}").text

    desk.post(f"/desk/gilden/workshops/{hall.id}/judge", data={"doing": "show_all", "step": "say"})
    assert "onbetamelijk" in client.get(f"/projector/{hall.token}").text


def test_idea_waits_until_it_is_shown(hall) -> None:
    hall.go("wall", "open")
    hall.phone().answer({"text": "Een bakker naast de kerk"})
    other = hall.phone()

    for page in (hall.app.test_client().get(f"/projector/{hall.token}"), other.page()):
        assert "Een bakker naast de kerk" not in page.text


def test_projector_shows_no_way_into_the_desk(voted) -> None:
    page = voted.app.test_client().get(f"/projector/{voted.token}").text

    assert re.findall(r"/desk/", page) == []


def test_snapshot_is_small(voted) -> None:
    with voted.app.app_context():
        for audience in ("phone", "projector"):
            assert len(json.dumps(draw(str(voted.id), audience))) < 120

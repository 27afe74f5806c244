"""The steering group's page: a link, a PIN, no cookie; the figures that outsiders may see."""

from typing import Any

import pytest

from survey_app.ballots import service as ballots
from survey_app.ballots.facts import Criterion, MeetingFacts, MotionFacts, OptionFacts
from survey_app.ballots.presets import Preset
from survey_app.ballots.rules import Method
from survey_app.core.writer import write
from survey_app.reports import editing
from survey_app.reports.service import NewPart
from tests.programs import NOW
from tests.survey_app.reports.conftest import DOSSIER


@pytest.fixture
def client(village):
    return village.app.test_client()


def test_link_alone_asks_for_the_pin(made, client) -> None:
    page = client.get(made.link)

    assert page.status_code == 200
    assert "Pincode" in page.text
    assert "bakker" not in page.text


def test_right_pin_opens_the_dossier_without_a_cookie(opened) -> None:
    client, address = opened()

    page = client.get(address)

    assert page.status_code == 200
    assert "Duidelijk bovenaan: Een bakker" in page.text
    assert "verzonnen" in page.text
    assert client.get_cookie("staff") is None


@pytest.mark.parametrize("typed", ["{pin}", " {pin} ", "{a} {b}", "{a}-{b}"])
def test_pin_may_be_typed_with_spaces(made, client, typed) -> None:
    words = typed.format(pin=made.pin, a=made.pin[:3], b=made.pin[3:])

    assert client.post(made.link, data={"pin": words}).status_code == 303


@pytest.mark.parametrize("typed", ["000000", "", "x" * 5000, "１２３４５６", "\x00", "🚲"])
def test_wrong_pin_says_what_to_do(made, client, typed) -> None:
    if typed == made.pin:
        typed = "999999"

    page = client.post(made.link, data={"pin": typed})

    assert page.status_code == 403
    assert "Deze pincode is niet juist" in page.text


def test_guessing_is_slowed_after_five_tries(made, client) -> None:
    codes = [client.post(made.link, data={"pin": "1"}).status_code for _try in range(7)]

    assert codes == [403] * 5 + [429] * 2


def test_key_of_another_dossier_or_a_forged_one_opens_nothing(made, client) -> None:
    for key in ("x", "W10.x", made.token, "\x00"):
        assert "Pincode" in client.get(made.link, query_string={"key": key}).text


def test_key_goes_stale_and_the_page_says_so(opened, village) -> None:
    client, address = opened()
    village.app.config["NOW"] = village.app.config["NOW"].replace(day=22)

    page = client.get(address)

    assert "Dit was te lang geleden" in page.text


def test_new_pin_locks_out_who_had_the_old_one(made, opened, desk) -> None:
    client, address = opened()
    desk.post(f"{DOSSIER}/pin")

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("kind", ["pdf", "pptx", "xlsx", "csv", "csv-be"])
def test_files_need_the_key_and_come_with_it(made, opened, kind) -> None:
    client, address = opened()
    key = address.partition("?")[2]

    bare = client.get(f"{made.link}/{kind}")
    with client.get(f"{made.link}/{kind}?{key}") as file:
        body, status = file.data, file.status_code

    assert bare.status_code == 303
    assert status == 200
    assert len(body) > 500


def test_address_of_a_dossier_may_come_in_capitals(made, client) -> None:
    assert client.get(made.link.upper()).status_code == 200


def test_nobodys_link_is_not_there(client) -> None:
    assert client.get("/d/" + "a" * 26).status_code == 404


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_dossier_speaks_the_four_languages(opened, language) -> None:
    client, address = opened()

    page = client.get(f"{address}&lang={language}")

    assert f'<html lang="{language}"' in page.text


def test_page_and_its_files_change_language_together(opened) -> None:
    client, address = opened()

    page = client.get(f"{address}&lang=fr").text

    assert '<html lang="fr"' in page
    assert "lang=fr" in page.partition("/pdf?")[2].partition('"')[0]
    assert page.count('hreflang="') == 4


def test_language_chosen_before_the_pin_stays_after_it(made, client) -> None:
    answered = client.post(f"{made.link}?lang=de", data={"pin": made.pin})

    assert answered.headers["Location"].endswith("&lang=de")


@pytest.mark.parametrize("extension", ["png", "svg", "pdf", "csv", "xlsx", "pptx"])
def test_one_chart_can_be_taken_along(opened, extension) -> None:
    client, address = opened()

    with client.get(address.replace("?", f"/charts/1.{extension}?")) as answered:
        assert answered.status_code == 200
        assert answered.headers["Content-Disposition"].startswith("attachment")


def test_chart_that_is_not_there_is_not_found(opened) -> None:
    client, address = opened()

    assert client.get(address.replace("?", "/charts/99.png?")).status_code == 404


def test_chart_asks_for_the_key_as_the_page_does(made, client) -> None:
    assert client.get(f"{made.link}/charts/1.png").headers["Location"] == made.link


@pytest.fixture
def weighed(made, village) -> int:
    """A choice weighed on two criteria, in the dossier."""

    def work(session: Any) -> int:
        given: dict[str, Any] = {"actor": village.actor, "now": NOW}
        facts = MeetingFacts("Commissie", "Raadscommissie", NOW.date(), Preset.COMMITTEE_POLL)
        meeting = ballots.create_meeting(session, project_id=1, facts=facts, **given)
        motion = ballots.create_motion(
            session,
            meeting_id=meeting.id,
            facts=MotionFacts(
                "Vast of mobiel?",
                method=Method.CHOICE,
                options=[
                    OptionFacts("Vast", scores={"c1": 1, "c2": 5}),
                    OptionFacts("Mobiel", scores={"c1": 4, "c2": 2}),
                ],
                criteria=[Criterion("c1", "Bereikbaar", 1), Criterion("c2", "Betaalbaar", 4)],
            ),
            **given,
        )
        part = NewPart("chart", source={"kind": "criteria", "motion": motion.id})
        editing.add_part(session, dossier_id=1, part=part, **given)
        return int(motion.id)

    with village.app.app_context():
        return write(work)


def test_weights_of_a_choice_can_be_moved_and_nothing_is_kept(opened, weighed) -> None:
    client, address = opened()
    place = address.replace("?", f"/weigh/{weighed}?")

    before = client.get(place).text
    after = client.post(place, data={"weight.c1": "9", "weight.c2": "1"}).text

    assert f"/weigh/{weighed}?key=" in client.get(address).text
    assert "De hoogste score met deze gewichten: Vast" in before
    assert "De hoogste score met deze gewichten: Mobiel" in after
    assert client.get(place).text == before
    assert client.get_cookie("staff") is None


@pytest.mark.parametrize("weight", ["", "-1", "11", "²", "x" * 9000, "\x00", "0"])
def test_weight_that_is_none_breaks_nothing(opened, weighed, weight) -> None:
    client, address = opened()
    place = address.replace("?", f"/weigh/{weighed}?")

    assert client.post(place, data={"weight.c1": weight, "weight.c2": weight}).status_code == 200


def test_only_choices_of_the_dossier_can_be_weighed(opened, weighed, client) -> None:
    opened_one, address = opened()

    assert opened_one.get(address.replace("?", f"/weigh/{weighed + 1}?")).status_code == 404
    assert client.get(f"{address.partition('?')[0]}/weigh/{weighed}").status_code == 303


def test_coach_moves_the_same_weights(opened, weighed, desk) -> None:
    page = desk.post(f"{DOSSIER}/weigh/{weighed}", data={"weight.c1": "9", "weight.c2": "1"})

    assert "De hoogste score met deze gewichten: Mobiel" in page.text

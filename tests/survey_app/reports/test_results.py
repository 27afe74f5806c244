"""The coach's page of results: filters, comparing, downloads, and the way into the dossier."""

from functools import partial

import pytest

from survey_app.core.writer import write
from survey_app.surveys import service
from survey_app.surveys.models import Survey
from tests.asking import written
from tests.programs import NOW
from tests.questions import LANGUAGES
from tests.survey_app.reports.conftest import AGE, DOSSIER, SHOP, WORKSPACE

RESULTS = f"{WORKSPACE}/surveys/1/results"


@pytest.fixture
def answered(answer):
    answer(30, "bakery", age="old")
    answer(20, "bus", age="young")


def test_group_is_shown_alone_or_beside_the_others(answered, desk) -> None:
    alone = desk.get(RESULTS, query_string={"who": "age:old", "item": "missing"})
    beside = desk.get(RESULTS, query_string={"by": "age", "item": "missing"})

    assert alone.text.count('<article class="chart"') == 1
    assert "Duidelijk bovenaan: Een bakker" in alone.text
    assert beside.text.count('<article class="chart"') == 2


def test_difference_with_the_others_is_a_chart_of_its_own(answered, desk) -> None:
    page = desk.get(RESULTS, query_string={"by": "age", "item": "missing", "view": "gaps"})

    assert "Hoger bij 30 of ouder dan bij de anderen: Een bakker" in page.text


@pytest.mark.parametrize(
    "asked",
    [
        {"who": "nothing:old"},
        {"who": "age:nobody", "by": "age"},
        {"who": "::::", "view": "\x00"},
        {"by": "version"},
        {"collector": "NOWHERE"},
        {"item": "nothing"},
    ],
)
def test_nonsense_in_the_address_breaks_nothing(answered, desk, asked) -> None:
    assert desk.get(RESULTS, query_string=asked).status_code == 200


@pytest.mark.parametrize("extension", ["png", "svg", "pdf", "csv", "xlsx", "pptx"])
def test_every_chart_is_one_click_from_every_file(answered, desk, extension) -> None:
    address = f"{RESULTS}/missing.{extension}"

    with desk.get(address, query_string={"by": "age", "group": "old", "view": "gaps"}) as file:
        assert file.status_code == 200
        assert len(file.data) > 100


def test_chart_goes_into_the_dossier_as_it_is_shown(made, desk) -> None:
    page = desk.get(RESULTS, query_string={"who": "age:old", "item": "missing", "view": "gaps"})
    sent = {"kind": "gaps", "survey": "1", "item": "missing", "by": "age", "group": "old"}

    desk.post(f"{DOSSIER}/charts", data={**sent, "after": RESULTS})

    assert "Zet in dossier" in page.text
    assert "Hoger bij 30 of ouder" in desk.get(f"{DOSSIER}/view").text


def test_way_back_leads_nowhere_else(made, desk) -> None:
    sent = {"kind": "quadrant", "after": "//elsewhere.example/"}

    page = desk.post(f"{DOSSIER}/charts", data=sent)

    assert page.headers["Location"] == f"{DOSSIER}/charts"


def test_page_of_who_answered_says_what_to_do(answered, desk) -> None:
    page = desk.get(f"{WORKSPACE}/surveys/1/people")

    assert "Vul in hoeveel mensen er wonen per leeftijd" in page.text
    assert "Maak een nieuw kanaal" in page.text
    assert "Schoolpoort" in page.text


def test_page_of_who_answered_before_anybody_did(village, desk) -> None:
    assert "Nog geen antwoorden" in desk.get(f"{WORKSPACE}/surveys/1/people").text


def test_network_of_one_village_has_nothing_to_compare(answered, desk) -> None:
    assert "Nog niets om te vergelijken" in desk.get(f"{WORKSPACE}/network").text


@pytest.mark.parametrize("item", ["missing", "nothing", "%00"])
def test_network_file_of_one_village_is_not_there(answered, desk, item) -> None:
    assert desk.get(f"{WORKSPACE}/network/{item}.csv").status_code == 404


def test_rows_for_spss_carry_the_words_of_every_number(answered, desk, tmp_path) -> None:
    import pyreadstat  # noqa: PLC0415 — slow import

    with desk.post(f"{WORKSPACE}/surveys/1/rows", data={"format": "sav"}) as file:
        (tmp_path / "x.sav").write_bytes(file.data)
    frame, meta = pyreadstat.read_sav(tmp_path / "x.sav")

    assert len(frame) == 50
    assert frame["missing.bakery"].sum() == 30
    assert meta.variable_value_labels["missing.bakery"] == {
        -98: "weet ik niet",
        0: "niet gekozen",
        1: "gekozen",
    }
    assert "idea" not in frame.columns


def asked_again(village) -> None:
    """The same project asks the same questions once more, after the pilot."""

    def work(session):
        mine = session.get_one(Survey, village.survey_id)
        later = service.create_survey(
            session,
            project_id=mine.project_id,
            title="Na de proeftuin",
            actor=village.actor,
            now=NOW,
        )
        edit = partial(written, items=[SHOP, AGE], languages=LANGUAGES)
        service.edit_draft(session, survey_id=later.id, revision=1, edit=edit, actor=village.actor)
        service.publish_survey(session, survey_id=later.id, actor=village.actor, now=NOW)

    with village.app.app_context():
        write(work)


def test_time_of_asking_is_a_filter_like_the_others(answered, village, desk) -> None:
    asked_again(village)

    page = desk.get(RESULTS, query_string={"by": "wave", "item": "missing"}).text

    assert page.count('<article class="chart"') == 2
    assert "Vroeger en later zijn twee groepen mensen" in page
    assert '<option value="wave:2">Na de proeftuin</option>' in page


def test_page_says_why_there_is_one_filter_at_a_time(answered, desk) -> None:
    assert "U kiest één filter tegelijk." in desk.get(RESULTS, query_string={"by": "age"}).text

"""A coach chooses, adapts, keeps, reports and deletes a workshop; nobody else's is there."""

import io

import pytest
from markupsafe import escape
from pypdf import PdfReader
from sqlalchemy import func, select

from survey_app.core.db import db
from survey_app.workshops.models import Contribution, OwnTemplate, Participant, Workshop
from tests.asking import heading_of
from workshop_templates.loader import load_templates

PLACE = "/desk/gilden/workshops/1"


@pytest.fixture
def project(hall) -> str:
    return "/desk/gilden/projects/plus-plek"


def script_of(hall) -> list[str]:
    return [stop.code for stop in hall.scene().course.stops]


def edit(desk, hall, **form: str):
    revision = str(hall.scene().here.revision)
    return desk.post(f"{PLACE}/script", data={"revision": revision, **form})


@pytest.mark.parametrize("code", sorted(load_templates()))
def test_every_template_begins_in_one_press_and_every_page_of_it_is_whole(
    desk, project, web, code
) -> None:
    response = desk.post(f"{project}/workshops/new", data={"template": code})

    made = desk.get(response.location)
    assert heading_of(made) == load_templates()[code].title.wording("nl").text
    for page in ("/control", "/script"):
        assert desk.get(f"{response.location}{page}").status_code == 200


def test_choice_lists_all_seventeen(desk, project) -> None:
    page = desk.get(f"{project}/workshops/new").text

    assert page.count('name="template"') == len(load_templates())


@pytest.mark.parametrize("code", sorted(load_templates()))
def test_script_is_read_whole_before_it_is_begun(desk, project, code) -> None:
    script = load_templates()[code]

    page = desk.get(f"{project}/workshops/new/{code}")

    assert heading_of(page) == script.title.wording("nl").text
    told = [script.purpose, script.audience, *script.materials, *script.team, *script.access]
    told += [words for step in script.steps for words in (step.do, step.notes) if words]
    for words in told:
        assert escape(words.wording("nl").text) in page.text


def test_kept_script_is_read_too_and_a_stranger_is_not_there(desk, hall, project) -> None:
    desk.post(f"{PLACE}/keep", data={"title": "Ons draaiboek"})
    with hall.app.app_context():
        code = db.session.scalars(select(OwnTemplate.code)).one()

    assert heading_of(desk.get(f"{project}/workshops/new/own:{code}")) == "Ons draaiboek"
    assert desk.get(f"{project}/workshops/new/moon").status_code == 404


def test_script_is_printed_with_what_to_do_and_what_to_say(desk, hall) -> None:
    with desk.get(f"{PLACE}/script.pdf") as response:
        pages = PdfReader(io.BytesIO(response.data)).pages

    printed = " ".join(" ".join(page.extract_text().split()) for page in pages)
    for words in (hall.code, "Een scherm.", "De begeleider.", "Lees voor.", "Groet.", "Dag!"):
        assert words in printed
    assert "Welke ontmoetingsplek wilt u het liefst?" in printed


def test_script_is_reordered_and_its_minutes_add_up(desk, hall) -> None:
    assert edit(desk, hall, doing="down", step="form").status_code == 302
    assert edit(desk, hall, doing="remove", step="welcome").status_code == 302

    assert script_of(hall) == ["trial", "say", "form", "wall"]
    assert hall.scene().course.script.minutes == 16


def test_step_is_changed_in_place(desk, hall) -> None:
    edit(
        desk,
        hall,
        doing="change",
        step="wall",
        title="Dromen",
        minutes="9",
        do="Laat vertellen.",
        notes="",
        words="Wat ziet u voor u?",
    )

    stop = hall.scene().course.stop("wall")
    assert stop.step.title.wording("nl").text == "Dromen"
    assert stop.activity.title.wording("nl").text == "Wat ziet u voor u?"


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("ask", {"item": "facilities_first"}),
        ("info", {"words": "Welkom terug."}),
        ("questions", {"words": "Wat wilt u weten?"}),
        ("talk", {}),
        ("break", {}),
    ],
)
def test_step_is_added(desk, hall, kind, more) -> None:
    response = edit(desk, hall, doing="add", kind=kind, title="Nieuw", minutes="5", **more)

    assert response.status_code == 302
    assert len(script_of(hall)) == 6


@pytest.mark.parametrize(
    "form",
    [
        {"doing": "add", "kind": "fly", "title": "x", "minutes": "5"},
        {"doing": "add", "kind": "ask", "title": "x", "minutes": "5", "item": "nothing_here"},
        {"doing": "add", "kind": "talk", "title": "", "minutes": "5"},
        {"doing": "change", "step": "form", "title": "x", "do": "x", "minutes": "0"},
        {"doing": "change", "step": "form", "title": "x", "do": "x", "minutes": "veel"},
        {"doing": "remove", "step": "gone"},
    ],
)
def test_edit_that_cannot_be_is_told_and_keeps_what_was_typed(desk, hall, form) -> None:
    response = edit(desk, hall, **form)

    assert response.status_code == 422
    assert "Kijk dit even na" in response.text
    assert len(script_of(hall)) == 5


def test_step_that_was_begun_stays(desk, hall) -> None:
    hall.go("form")

    assert edit(desk, hall, doing="remove", step="trial").status_code == 409
    assert edit(desk, hall, doing="remove", step="wall").status_code == 302


def test_edit_of_an_older_page_is_refused(desk, hall) -> None:
    edit(desk, hall, doing="down", step="form")

    response = desk.post(f"{PLACE}/script", data={"revision": "1", "doing": "down", "step": "form"})
    assert response.status_code == 409


def test_kept_script_begins_the_next_workshop(desk, hall, project, web) -> None:
    edit(desk, hall, doing="remove", step="welcome")
    desk.post(f"{PLACE}/keep", data={"title": "Onze avond"})
    with web.app_context():
        code = db.session.scalars(select(OwnTemplate.code)).one()

    assert "Onze avond" in desk.get(f"{project}/workshops/new").text
    response = desk.post(f"{project}/workshops/new", data={"template": f"own:{code}"})

    assert heading_of(desk.get(response.location)) == "Onze avond"


def test_report_gives_each_result_and_its_files(desk, hall) -> None:
    hall.go("form", "open")
    hall.phones_that_answer(*["fixed"] * 6, *["mobile"] * 5)
    hall.press("end")

    page = desk.get(f"{PLACE}/report").text
    assert "11 antwoorden" in page
    for extension, begins in (("png", b"\x89PNG"), ("xlsx", b"PK"), ("svg", b"<svg"), ("csv", b"")):
        with desk.get(f"{PLACE}/report/form.{extension}") as response:
            assert response.status_code == 200
            assert response.data.lstrip(b"\xef\xbb\xbf").startswith(begins)
            if extension in {"svg", "csv"}:
                assert "Welke ontmoetingsplek" in response.text


def test_deleting_asks_for_the_code_and_takes_everything_along(desk, hall, web) -> None:
    hall.go("form", "open")
    hall.phones_that_answer("fixed")

    assert "Typ precies" in desk.post(f"{PLACE}/delete", data={"code": "nee"}).text
    desk.post(f"{PLACE}/delete", data={"code": hall.code.lower()})

    with web.app_context():
        for model in (Workshop, Participant, Contribution):
            assert db.session.scalar(select(func.count()).select_from(model)) == 0


def test_running_workshop_is_the_next_step_of_the_project(desk, hall, project) -> None:
    hall.go("form")

    assert "is bezig" in desk.get(project).text


@pytest.mark.parametrize("page", ["", "/control", "/report", "/script", "/control/now", "/delete"])
def test_another_organisation_finds_nothing(hall, elsewhere, client_of, page) -> None:
    response = client_of(elsewhere).get(f"/desk/buren/workshops/1{page}")

    assert response.status_code == 404


def test_viewer_looks_and_steers_nothing(hall, add_person, client_of) -> None:
    viewer = client_of(add_person("viewer"))

    assert viewer.get(PLACE).status_code == 200
    assert viewer.get(f"{PLACE}/control").status_code == 403
    assert viewer.post(f"{PLACE}/move", data={"move": "next"}).status_code == 403


def test_several_facilitators_steer_the_same(hall, add_person, client_of) -> None:
    for n in range(2):
        person = client_of(add_person("facilitator", email=f"f{n}@gilden.example"))
        standing = hall.scene().standing
        person.post(f"{PLACE}/move", data={"move": "next", "standing": standing})

    assert hall.scene().here.step == 1

"""A coach's pages about a village: made, changed, forgotten, and nobody else's."""

import pytest
from sqlalchemy import event, func, select

from survey_app.answers.models import Response, Tally
from survey_app.core.db import db
from survey_app.core.writer import write
from survey_app.projects.models import Moment, Population, Project
from survey_app.responses.models import Collector, Contact
from survey_app.surveys.models import Survey, SurveyVersion
from tests.asking import ask, heading_of, send
from tests.questions import EVERY_ANSWER

HOME = "/desk/gilden/"
VILLAGE = {"village": "Lafelt", "municipality": "Riemst", "inhabitants": "500"}
PLACE = f"{HOME}projects/plus-plek-lafelt"
MOMENT = {"kind": "workshop", "title": "Droomavond", "starts_on": "2026-06-01", "expected": "40"}
HOSTILE = ("<script>alert(1)</script>", "=1+1", "\u202eomgekeerd", "'; drop table project; --")


@pytest.fixture
def desk(web, owner, client_of):
    return client_of(owner)


@pytest.fixture
def lafelt(desk):
    assert desk.post(f"{HOME}projects/new", data=VILLAGE).status_code == 302
    return PLACE


def rows(web, model) -> int:
    with web.app_context():
        return db.session.scalar(select(func.count()).select_from(model)) or 0


def only(web, model):
    with web.app_context():
        db.session.close()
        return db.session.scalars(select(model)).one()


def test_organisation_without_a_village_says_how_to_begin(desk) -> None:
    page = desk.get(HOME).text

    assert "Begin dit traject" in page


def test_village_is_made_of_its_name_alone(desk, web) -> None:
    response = desk.post(f"{HOME}projects/new", data={"village": "  Lafelt \x00 "})

    assert response.location.endswith("/projects/plus-plek-lafelt")
    assert only(web, Project).name == "Plus-plek Lafelt"
    assert "Het traject is gemaakt." in desk.get(response.location).text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"village": " "}, "Vul de naam van het dorp in."),
        ({"village": "x" * 81}, "Maak dit korter."),
        ({**VILLAGE, "inhabitants": "veel"}, "Aantal inwoners"),
        ({**VILLAGE, "inhabitants": "-4"}, "Vul een getal in"),
        ({**VILLAGE, "inhabitants": "9" * 5000}, "Aantal inwoners"),
        ({**VILLAGE, "inhabitants": "1e9"}, "Aantal inwoners"),
    ],
)
def test_mistake_is_told_and_nothing_typed_is_lost(desk, web, sent, words) -> None:
    response = desk.post(f"{HOME}projects/new", data={"municipality": "Riemst", **sent})

    assert response.status_code == 200
    assert words in response.text
    assert 'value="Riemst"' in response.text
    assert rows(web, Project) == 0


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_name_breaks_no_page(desk, lafelt, title) -> None:
    desk.post(f"{lafelt}/edit", data={**VILLAGE, "village": title, "organiser": title})
    desk.post(f"{lafelt}/moments/new", data={**MOMENT, "title": title, "outcome": title})

    for page in ("", "/edit", "/population", "/delete", "/quadrant", "/moments/1"):
        response = desk.get(f"{lafelt}{page}")
        assert response.status_code == 200
        assert "<script>alert" not in response.text


def test_two_villages_of_one_name_have_their_own_addresses(desk) -> None:
    first = desk.post(f"{HOME}projects/new", data=VILLAGE).location
    second = desk.post(f"{HOME}projects/new", data=VILLAGE).location

    assert first != second
    assert heading_of(desk.get(second)) == "Plus-plek Lafelt"


def test_facts_are_changed_and_the_address_stays(desk, web, lafelt) -> None:
    response = desk.post(f"{lafelt}/edit", data={**VILLAGE, "name": "Het Steegje"})

    assert response.location.endswith(lafelt)
    assert only(web, Project).name == "Het Steegje"


def test_figures_by_age_are_kept_and_those_left_out_go(desk, web, lafelt) -> None:
    desk.post(f"{lafelt}/population", data={"band_12_17": "30", "band_80": "41"})
    desk.post(f"{lafelt}/population", data={"band_12_17": "", "band_80": "42"})

    kept = only(web, Population)
    assert (kept.band, kept.people) == ("80+", 42)
    assert 'value="42"' in desk.get(f"{lafelt}/population").text


def test_moment_goes_on_the_timeline_and_off(desk, web, lafelt) -> None:
    desk.post(f"{lafelt}/moments/new", data=MOMENT)
    assert "Droomavond" in desk.get(lafelt).text
    assert "40 verwacht" in desk.get(lafelt).text

    desk.post(f"{lafelt}/moments/1", data={**MOMENT, "done": "y", "attendance": "1"})
    assert "1 mens" in desk.get(lafelt).text

    desk.post(f"{lafelt}/moments/1/delete")
    assert rows(web, Moment) == 0


def test_moment_that_ends_before_it_begins_is_refused(desk, web, lafelt) -> None:
    response = desk.post(f"{lafelt}/moments/new", data={**MOMENT, "ends_on": "2026-05-01"})

    assert "De laatste dag valt voor de eerste." in response.text
    assert rows(web, Moment) == 0


@pytest.mark.parametrize("phase", ["pilot", "nonsense", ""])
def test_phase_is_one_of_the_known_ones(desk, web, lafelt, phase) -> None:
    desk.post(f"{lafelt}/phase", data={"phase": phase})

    assert only(web, Project).phase == ("pilot" if phase == "pilot" else "analysis")


def test_deleting_says_what_is_lost_and_asks_for_the_name(web, desk, owner) -> None:
    asked = ask(web)
    send(web.test_client(), asked, EVERY_ANSWER)
    place = move_to_gilden(web)

    page = desk.get(f"{place}/delete").text
    wrong = desk.post(f"{place}/delete", data={"village": "Lummen"})

    assert "Wat mist u in Lafelt?" in page
    assert "1 antwoord" in page
    assert "Typ precies: Lafelt" in wrong.text
    assert rows(web, Project) == 1


def test_deleting_takes_everything_with_it(web, desk) -> None:
    asked = ask(web)
    send(web.test_client(), asked, EVERY_ANSWER)
    web.test_client().post(
        f"/s/{asked.code}/contact", data={"name": "Jeanne", "reach": "jeanne@dorp.example"}
    )
    place = move_to_gilden(web)
    desk.post(f"{place}/moments/new", data=MOMENT)
    assert rows(web, Contact) == 1

    desk.post(f"{place}/delete", data={"village": "lafelt"})

    models = (Project, Moment, Survey, SurveyVersion, Collector, Response, Tally, Contact)
    assert {model.__name__: rows(web, model) for model in models} == dict.fromkeys(
        (model.__name__ for model in models), 0
    )


def move_to_gilden(web) -> str:
    """Give the village of the test's survey to the owner's organisation."""

    def move(session) -> str:
        project = session.scalars(select(Project)).one()
        project.workspace_id = 1
        return project.slug

    with web.app_context():
        return f"{HOME}projects/{write(move)}"


@pytest.mark.parametrize("page", ["", "/edit", "/population", "/delete", "/quadrant", "/moments/1"])
def test_village_of_another_organisation_is_not_there(
    desk, lafelt, elsewhere, client_of, page
) -> None:
    desk.post(f"{lafelt}/moments/new", data=MOMENT)
    stranger = client_of(elsewhere)

    assert stranger.get(f"{lafelt}{page}").status_code == 404
    assert stranger.get(f"/desk/buren/projects/plus-plek-lafelt{page}").status_code == 404


def test_page_costs_as_many_questions_to_the_database_for_many_surveys(web, desk, lafelt) -> None:
    statements: list[str] = []
    with web.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *said: statements.append(said[2]))

    def asked_for() -> int:
        statements.clear()
        assert desk.get(lafelt).status_code == 200
        return len([one for one in statements if one.startswith("SELECT")])

    desk.post(f"{lafelt}/surveys/new", data={"title": "Eerste"})
    desk.post(f"{lafelt}/moments/new", data=MOMENT)
    one = asked_for()
    for number in range(3):
        desk.post(f"{lafelt}/surveys/new", data={"title": f"Vraag {number}"})
        desk.post(f"{lafelt}/moments/new", data=MOMENT)

    assert asked_for() == one


def test_next_step_follows_what_is_there(web, desk, lafelt) -> None:
    assert "Vraag het dorp wat het nodig heeft" in desk.get(lafelt).text

    desk.post(f"{lafelt}/surveys/new", data={"title": "Wat mist u?"})

    assert "Werk “Wat mist u?” af" in desk.get(lafelt).text


@pytest.mark.parametrize(("people", "step"), [(0, "Hang de affiche op."), (6, "6 antwoorden op")])
def test_open_survey_with_few_answers_is_to_be_spread(web, desk, people, step) -> None:
    asked = ask(web)
    for _ in range(people):
        send(web.test_client(), asked, EVERY_ANSWER)
    place = move_to_gilden(web)

    page = desk.get(place).text

    assert "Bereik meer mensen in Lafelt" in page
    assert step in page


def test_closed_survey_is_to_be_discussed(web, desk) -> None:
    asked = ask(web)
    send(web.test_client(), asked, EVERY_ANSWER)
    asked.change(state="closed")
    place = move_to_gilden(web)

    assert "Bespreek wat Lafelt zei" in desk.get(place).text

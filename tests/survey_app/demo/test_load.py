"""The demo is five villages whose invented people went through the real page."""

import json
import random
import shutil
import time
from functools import partial

import pytest
from flask_security import verify_password
from sqlalchemy import func, select

from question_banks.loader import load_library
from question_banks.path import on_path
from question_banks.questionnaire import Questionnaire, Section
from survey_app.accounts.models import User
from survey_app.answers.models import Response
from survey_app.answers.queries import tally_differences
from survey_app.core.db import db
from survey_app.core.errors import StateError
from survey_app.core.writer import write
from survey_app.demo.load import found_workspace, load_demo, make_project
from survey_app.demo.people import AGES, draw_person, fill_in
from survey_app.projects.models import Moment, Project
from survey_app.surveys.models import Survey, SurveyVersion
from survey_app.workspaces.models import Workspace
from tests.programs import NOW, built, close

VILLAGE = {
    "village": "Lafelt",
    "municipality": "Riemst",
    "organiser": "",
    "inhabitants": 500,
    "population": {"80+": 20},
    "phase": "canvas",
    "moments": [],
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory, sqlite_template):
    """The demo, loaded once for all of these tests: none of them changes it."""
    folder = tmp_path_factory.mktemp("demo")
    file = shutil.copy(sqlite_template, folder / "dorpsstem.sqlite3")
    app = built(folder, DATABASE_URL=f"sqlite:///{file}")
    load_demo(app, password="een-lang-wachtwoord")
    yield app
    close(app)


@pytest.fixture
def loaded(filled):
    with filled.app_context():
        yield filled


def test_five_villages_are_there_and_marked_as_invented(loaded):
    projects = db.session.scalars(select(Project).order_by(Project.village)).all()

    assert [p.village for p in projects] == ["Heusden", "Koninksem", "Lafelt", "Lummen", "Pelt"]
    assert all(project.invented for project in projects)
    moments = db.session.scalar(select(func.count()).select_from(Moment))
    assert moments is not None
    assert moments > 30


def test_every_survey_has_answers_and_the_tally_counts_them_all(loaded):
    for survey_id in db.session.scalars(select(Survey.id)).all():
        answered = db.session.scalar(
            select(func.count()).select_from(Response).where(Response.survey_id == survey_id)
        )

        assert answered is not None
        assert answered >= 14
        assert tally_differences(db.session, survey_id) == []


def test_the_file_names_what_scripts_rely_on(loaded):
    facts = json.loads((loaded.config["DATA"] / "demo.json").read_text("utf-8"))

    assert set(facts) == {"base_url", "login", "projects"}
    assert set(facts["projects"][0]) >= {"slug", "name", "surveys", "workshops", "meetings"}
    survey = facts["projects"][0]["surveys"][0]
    assert set(survey) == {"title", "url", "poster_url", "results_url"}
    assert loaded.test_client().get(survey["url"]).status_code == 200


def test_every_village_has_a_dossier_that_opens_and_a_page_for_everybody(loaded):
    facts = json.loads((loaded.config["DATA"] / "demo.json").read_text("utf-8"))

    for project in facts["projects"]:
        client = loaded.test_client()
        answered = client.post(project["dossier_url"], data={"pin": project["dossier_pin"]})
        assert answered.status_code == 303, project["name"]
        page = client.get(answered.headers["Location"])
        assert "Dit vragen we u te beslissen" in page.text
        assert page.text.count('<article class="chart"') >= 5
        public = client.get(project["public_url"])
        assert "U zei, wij deden" in public.text
        assert "op 100" in public.text or "van de" in public.text


def test_dossier_of_lummen_shows_what_the_council_committee_chose(loaded):
    facts = json.loads((loaded.config["DATA"] / "demo.json").read_text("utf-8"))
    [lummen] = [one for one in facts["projects"] if one["name"] == "Plus-plek Lummen"]
    client = loaded.test_client()

    opened = client.post(lummen["dossier_url"], data={"pin": lummen["dossier_pin"]})
    page = client.get(opened.headers["Location"])

    assert "Vaste plus-plek: gewonnen met 14 tegen 6" in page.text
    assert "werkgroep" not in page.text
    for words in ("Banken om te rusten", "Gelijke aandelen", "Tussen haakjes: hoe zwaar"):
        assert words in page.text


def test_learning_network_compares_the_five_villages(loaded):
    client = loaded.test_client()
    user = db.session.scalars(select(User)).first()
    assert user is not None
    with client.session_transaction() as session:
        session.update({"_user_id": user.fs_uniquifier, "_fresh": True, "fs_paa": time.time()})
    place = db.session.scalars(select(Workspace.slug)).first()

    page = client.get(f"/desk/{place}/network")

    for village in ("Heusden", "Koninksem", "Lafelt", "Lummen", "Pelt"):
        assert f">{village}</a>" in page.text


def test_loading_twice_changes_nothing(loaded):
    before = db.session.scalar(select(func.count()).select_from(Response))
    db.session.close()

    login = load_demo(loaded, password="een-ander-wachtwoord")

    assert login["password"] == "een-lang-wachtwoord"
    assert db.session.scalar(select(func.count()).select_from(Response)) == before


def test_pupils_have_a_larger_least_group_than_others(loaded):
    sizes = db.session.scalars(select(Survey.least_cell).order_by(Survey.least_cell)).all()

    assert sizes.count(10) == 1
    assert set(sizes) == {5, 10}


def test_published_versions_speak_every_language_of_the_program(loaded):
    for document in db.session.scalars(select(SurveyVersion.questionnaire)):
        assert document["languages"] == ["nl", "nl-x-easy", "fr", "de", "en"]


def test_load_that_was_broken_off_begins_anew(make_app, sqlite_url):
    app = make_app(DATABASE_URL=sqlite_url)
    with app.app_context():
        found_workspace("Demo", "een-lang-wachtwoord")
        actor = found_workspace("Demo", "een-ander-wachtwoord")
        write(partial(make_project, village=VILLAGE, actor=actor, now=NOW))

        actor = found_workspace("Demo", "een-derde-wachtwoord")

        assert db.session.scalar(select(func.count()).select_from(Project)) == 0
        assert db.session.scalars(select(Workspace.id)).all() == [actor.workspace_id]
        user = db.session.get_one(User, actor.user_id)
        assert verify_password("een-derde-wachtwoord", user.password)


def test_organisation_that_works_here_is_left_alone(web, owner, inside):
    with pytest.raises(StateError, match="choose another folder"):
        found_workspace("Demo", "een-lang-wachtwoord")

    assert db.session.scalars(select(User.email)).all() == [owner.email]


@pytest.mark.parametrize("bend", sorted(AGES))
def test_invented_people_give_answers_that_every_question_takes(bend):
    items = tuple(load_library().items.values())
    asked = Questionnaire(title="Alles", sections=(Section(code="all", items=items),))
    person = draw_person(random.Random(bend), bend=bend, loves={"bread": 2.0})

    answers = fill_in(asked, person)

    for code, answer in on_path(asked, answers).items():
        item = asked.item(code)
        assert item.clean(item.raw(answer)) == answer

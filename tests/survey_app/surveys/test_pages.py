"""Every page of a survey on the desk, with titles that mean harm."""

import pytest

from survey_app.core.audit import Actor
from survey_app.core.writer import write
from survey_app.projects.service import ProjectFacts, create_project
from survey_app.surveys import service
from tests.programs import NOW

HOSTILE = ("<script>alert(1)</script>", "=1+1", "\u202eomgekeerd")
PAGES = ("", "/own", "/publish", "/settings", "/copy", "/delete", "/collectors", "/collectors/new")


@pytest.fixture
def desk(web, owner, client_of):
    return client_of(owner)


def survey_titled(web, title: str) -> int:
    def make(session):
        actor = Actor(None, 1)
        facts = ProjectFacts("Plus-plek Lafelt", "Lafelt", "Riemst", "Gemeente Riemst")
        project = create_project(session, facts=facts, actor=actor, now=NOW)
        return service.create_survey(
            session, project_id=project.id, title=title, actor=actor, now=NOW
        ).id

    with web.app_context():
        return write(make)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_breaks_no_page(web, desk, title, page):
    survey = survey_titled(web, title)

    answer = desk.get(f"/desk/gilden/surveys/{survey}{page}")

    assert answer.status_code == 200
    assert "<script>alert" not in answer.text

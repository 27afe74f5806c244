"""Outsiders' figures move in steps of enough people, on both databases."""

import pytest
from sqlalchemy import select

from analysis.dossier.content import checksum
from survey_app.core.daily import run_daily
from survey_app.core.db import db
from survey_app.reports.models import DossierCopy, Release
from survey_app.reports.rules import may_release
from tests.survey_app.reports.conftest import DOSSIER

pytestmark = pytest.mark.usefixtures("database_url")


def told(opened) -> str:
    client, address = opened()
    text = client.get(address).text
    return text.partition("<dd>")[2].partition("</dd>")[0]


def test_one_more_answer_does_not_move_the_dossier(opened, answer) -> None:
    before = told(opened)
    answer(1, "bus")

    assert (before, told(opened)) == ("40", "40")


def test_five_more_do(opened, answer) -> None:
    told(opened)
    answer(5, "bus")

    assert told(opened) == "45"


def test_coach_is_told_that_people_wait(opened, answer, desk) -> None:
    told(opened)
    answer(3, "bus")

    page = desk.get(DOSSIER)

    assert "het dossier telt 40 mensen, er zijn nu 43" in page.text


def test_dossier_of_too_few_people_shows_nothing(desk, answer) -> None:
    answer(4)

    page = desk.post(f"{DOSSIER}/new", follow_redirects=True)

    assert "heeft nog te weinig antwoorden om te tonen" in page.text
    assert "Een bakker" not in page.text


def test_releases_are_forgotten_with_the_answers(opened, village) -> None:
    told(opened)
    village.change(retention_until=village.app.config["NOW"].date().replace(day=1))

    run_daily(village.app)

    with village.app.app_context():
        assert db.session.scalars(select(Release)).all() == []


def test_dossier_whose_answers_are_gone_shows_its_last_copy(opened, village, desk) -> None:
    desk.post(f"{DOSSIER}/freeze")
    village.change(retention_until=village.app.config["NOW"].date().replace(day=1))
    run_daily(village.app)

    assert told(opened) == "40"


def test_copy_comes_out_of_the_database_with_the_checksum_it_went_in_with(
    made, desk, village
) -> None:
    desk.post(f"{DOSSIER}/freeze")

    with village.app.app_context():
        copy = db.session.scalars(select(DossierCopy)).one()
        assert checksum(copy.content) == copy.sha256


@pytest.mark.parametrize(
    ("people", "shown", "open_", "may"),
    [
        (4, None, True, False),
        (5, None, True, True),
        (61, 57, True, False),
        (62, 57, False, True),
        (62, 57, True, False),
        (63, 57, True, True),
        (52, 57, False, True),
        (57, 57, False, False),
    ],
)
def test_figures_move_for_enough_people_only(people, shown, open_, may) -> None:
    assert may_release(people=people, shown=shown, k=5, open_=open_) is may
